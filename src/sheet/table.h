/* SPDX-License-Identifier: MIT */
/*
 * Tables for other programs.  CSV by RFC 4180 (CRLF, quotes where needed); since spreadsheets run what begins with
 * = + - @ as a formula (OWASP "CSV injection"), such a cell gets an apostrophe before it.  TSV is one line a row with
 * nothing quoted or escaped: clean text holds no tabs and no line breaks.
 */
#ifndef SHEET_TABLE_H
#define SHEET_TABLE_H

#include "text/text.h"

enum table_dialect { TABLE_CSV, TABLE_TSV };

struct table {
    struct buf *out;
    enum table_dialect dialect;
    bool for_spreadsheet; /* ids are text in every row, see table_id() */
    bool in_row;
};

void table_cell(struct table *table, struct text text);
/*
 * An id that stays itself: a spreadsheet takes 1.10 for the number 1.1, another task's id, so it is written 1、10, as any
 * command takes it; so is every id of a table that is for a spreadsheet, and of one kind then.
 */
void table_id(struct table *table, struct text id);
void table_number(struct table *table, long number);
/* Ends the row. */
void table_end(struct table *table);
/* A whole row of our own strings, up to NULL. */
void table_head(struct table *table, const char *const *names);

#endif
