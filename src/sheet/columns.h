/* SPDX-License-Identifier: MIT */
/*
 * The columns of a sheet as a table: 序号, 重点工作, 牵头单位, 参与单位, 时限 …  A sheet has only those in which some row
 * says something.
 */
#ifndef SHEET_COLUMNS_H
#define SHEET_COLUMNS_H

#include "sheet/sheet.h"

enum column {
    COLUMN_NUMBER,
    COLUMN_TEXT,
    COLUMN_FIGURE, /* of a target, with its unit of measure */
    COLUMN_LEADER, /* who answers for a task, where that stands at the task */
    COLUMN_LEAD,
    COLUMN_SUPPORT,
    COLUMN_UNITS, /* where the notice does not say who leads */
    COLUMN_DUE,
    COLUMN_REMARK,
    COLUMNS_COUNT
};

struct columns {
    enum column which[COLUMNS_COUNT];
    uint32_t count;
    int col[COLUMNS_COUNT + 1]; /* the left edge of each, then the right edge of the last: half-em cells */
};

/* Which columns the sheet has; their edges when they share cols cells. */
void columns_of(const struct sheet *sheet, int cols, struct columns *columns);
/* The head's word for _(). */
const char *column_name(const struct sheet *sheet, enum column column);
/* Appends what a row says in a column. */
void column_text(const struct sheet *sheet, const struct sheet_row *row, enum column column, struct buf *out);

/* Does the row stand within the table?  Headings do that have rows below them, remarks do not. */
bool columns_in_table(const struct sheet *sheet, uint32_t row_idx);
/* A heading that a table leaves out, since a column says it at every row. */
bool columns_row_says(const struct sheet *sheet, const struct sheet_row *row);

#endif
