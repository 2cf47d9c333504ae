/* SPDX-License-Identifier: MIT */
/* One sheet of a workbook: its cells as text, and which are merged. */
#ifndef DOCUMENT_XLSX_SHEET_H
#define DOCUMENT_XLSX_SHEET_H

#include "document/xlsx_book.h"

enum { XLSX_ROWS_MAX = 1048576, XLSX_COLS_MAX = 16384, XLSX_MERGES_MAX = 200000 };

struct xlsx_place {
    uint32_t row_idx, col_idx;
};

struct xlsx_cell {
    struct xlsx_place at;
    uint32_t from_bytes, bytes; /* of the sheet's text */
};

struct xlsx_merge {
    struct xlsx_place from, to; /* both inside */
};

struct xlsx_sheet {
    struct buf text;
    struct xlsx_cell *cells; /* those with text, in the order of rows and columns */
    size_t cells_count, cells_cap;
    struct xlsx_merge *merges; /* by from */
    size_t merges_count, merges_cap;
    struct buf aside;     /* header and footer of its pages */
    uint32_t hidden_rows; /* that have text */
    bool hidden_columns;
};

/* False: fault says why. */
bool xlsx_sheet_load(struct xlsx_sheet *sheet, const struct xlsx_book *book, struct package *package, const char *part,
                     struct buf *fault);
void xlsx_sheet_fini(struct xlsx_sheet *sheet);

#endif
