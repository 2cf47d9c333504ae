/* SPDX-License-Identifier: MIT */
/* The sheet as an Excel workbook; xlsx_render() alone is for others. */
#ifndef PAPER_XLSX_H
#define PAPER_XLSX_H

#include <xlsxwriter.h>

#include "sheet/columns.h"

enum { XLSX_FONT_POINTS = 12 };
enum xlsx_look { XLSX_TITLE, XLSX_HEAD, XLSX_CELL, XLSX_NUMBER, XLSX_LOOKS_COUNT };

struct xlsx {
    lxw_workbook *workbook;
    lxw_format *looks[XLSX_LOOKS_COUNT];
    const struct sheet *sheet;
    struct columns columns;
    uint32_t cut_count; /* cells that hold less than they should say */
};

bool xlsx_render(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said);

/* How high a row must be for all lines of a cell: rows do not grow by themselves in LibreOffice. */
double xlsx_height(struct text text, double width);
/* The text with a NUL, for a library that wants one; the caller frees it. */
char *xlsx_string(struct text text);
/* A worksheet of that name, made unique and fit for Excel, with page set-up, title and head. */
lxw_worksheet *xlsx_worksheet(struct xlsx *xlsx, struct text name, struct text title, const char *const *head,
                              const double *widths, uint32_t count);
/* Its last row is known: the filter. */
void xlsx_end(lxw_worksheet *worksheet, lxw_row_t last_row, uint32_t columns_count);
/* As much of the text as a cell holds. */
void xlsx_text(struct xlsx *xlsx, lxw_worksheet *worksheet, lxw_row_t row, uint32_t col, struct text text);
/* Unit by role: how often each leads and takes part. */
void xlsx_put_units(struct xlsx *xlsx);

#endif
