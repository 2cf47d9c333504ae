/* SPDX-License-Identifier: MIT */
/* What document.c and document_table.c have in common: where text goes while it is read. */
#ifndef DOCUMENT_DOCUMENT_FLOW_H
#define DOCUMENT_DOCUMENT_FLOW_H

#include "document/document.h"

/* A place that paragraphs follow one another in: the body, a cell, a text box.  Closed ones keep their memory. */
struct flow {
    struct buf paragraph; /* at hand; '\n' in it is a break */
    struct buf lines;     /* finished, each with its '\n' */
    struct buf boxes;     /* lines of text boxes anchored in the paragraph at hand */
    bool holds_table;
};

/* A column of a row: bytes of the row's text. */
struct slot {
    size_t from_bytes, bytes;
    uint32_t rows_left; /* of a cell that goes on below */
    bool first;         /* the cell's first column and row */
    bool held;          /* there is a cell */
};

struct row {
    struct buf text;
    struct slot *slots; /* DOCUMENT_COLS_MAX */
    uint32_t cols_count;
};

struct document_table {
    uint32_t flow_no;   /* how many flows are open where it stands */
    struct row rows[2]; /* the one at hand and the one above, by turns */
    uint32_t rows_count;
    uint32_t cols_count; /* of the widest row so far */
    uint32_t col;        /* where the next cell stands */
    uint32_t cell_cols, cell_rows;
    bool cell_below, in_row, in_cell;
    bool in_head; /* so far cells of several rows or columns named the columns */
    bool row_holds_table;
    bool titled;                 /* a row of several cells came */
    struct buf held, held_plain; /* the first row as a row and as lines, until there is a second one */
};

void document_put(struct document *document, struct buf *out, struct span text);
struct flow *document_flow(struct document *document);
/* False, with the document's fault set, when too many are open. */
bool document_flow_open(struct document *document);
/* The one just closed: its lines are valid until the next is opened. */
struct flow *document_flow_close(struct document *document);

void table_fini(struct document_table *table);

#endif
