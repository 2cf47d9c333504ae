/* SPDX-License-Identifier: MIT */
/* Inside the importer: a table that became text, its columns told by the words of its head. */
#ifndef NOTICE_TABLE_H
#define NOTICE_TABLE_H

#include "notice/token.h"

enum { COLUMNS_MAX = 24 };

/* What a column holds; COLUMN_NONE by a word that nobody knows. */
enum column_kind {
    COLUMN_TEXT,
    COLUMN_NO,
    COLUMN_TASK,
    COLUMN_CATEGORY,
    COLUMN_UNITS,
    COLUMN_FIELD,
    COLUMN_LABEL, /* the label of the row's units, in a table of ours */
    COLUMN_AGAIN, /* says what another column says */
    COLUMN_NONE
};
/* What stands between cells: TABs, bars, wide blanks, single blanks, the ends of lines. */
enum layout { LAYOUT_TABS, LAYOUT_BARS, LAYOUT_BLANKS, LAYOUT_WORDS, LAYOUT_LINES };

struct column {
    enum column_kind kind;
    struct text label;
    enum hint hint;
    enum label_kind field;
    bool remark; /* a note without a name: 备注 */
    bool person; /* units, and behind them who answers for it: 牵头单位及责任人 */
};

struct row_cell {
    uint32_t line_idx;
    uint32_t from; /* behind the cell before */
    uint32_t body_from, body_to;
    uint32_t to;
};

struct notice_table {
    enum layout layout;
    struct column columns[COLUMNS_MAX];
    uint32_t columns_count;
    struct text category; /* of the row before */
    int last_no;
    struct text last_number;            /* of the row before, without that of a part: 2.7 */
    struct text above[COLUMNS_MAX];     /* the task cells of the row before */
    struct row_cell units[COLUMNS_MAX]; /* that stood before the task, the last ones of each column */
};

/* A line's cells, at most COLUMNS_MAX; what is behind goes to the last one. */
uint32_t table_cells(const struct notice_line *line, uint32_t line_idx, enum layout layout, struct row_cell *cells);

/* Has the row cells well behind the last column?  Then the table ended, and the next has no head that is known. */
bool cell_beyond(const struct notice_table *table, const struct row_cell *cells, uint32_t count);

/* Is the line what draws the table: +---+---+ |:--| ├──┤? */
bool cell_lines_drawn(const struct keyed *k);

/* The number that a cell is: 7, 七、, （7）; 0 for none. */
int cell_number(const struct notice *notice, const struct row_cell *cell);
/* The same in a column of numbers, where 2.7 is task 7 of the second part and 2.7.1 the first part of that task. */
int cell_number_in_column(const struct notice *notice, const struct row_cell *cell);
/* Its text without the number of a part: 2.7. */
struct text cell_number_text(const struct notice *notice, const struct row_cell *cell);

/* Reads a head that starts at the line; returns the line behind it, or line_idx when there is none. */
uint32_t table_head_read(struct notice *notice, uint32_t line_idx, struct notice_table *table);

/* table_put.c: a cell's token, and the tokens of a cell by what its column holds; numbered: its row has a number. */
struct token *table_put_cell(struct notice *n, enum token_kind kind, const struct row_cell *cell);
void table_put_column(struct notice *n, const struct column *column, const struct row_cell *cell, bool numbered);

/* table_row.c: the tokens of a row, its category first and then its number, so that they head the rest. */
void table_put_row(struct notice *n, struct row_cell *cells, const struct column *columns, uint32_t count);

/* The column of a kind, COLUMNS_MAX when there is none. */
uint32_t table_column_find(const struct notice_table *table, enum column_kind kind);

#endif
