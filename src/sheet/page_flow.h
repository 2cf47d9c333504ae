/* SPDX-License-Identifier: MIT */
/* How pages come about, for page*.c alone: lines queue up, and leave as pages when there are enough of them. */
#ifndef SHEET_PAGE_FLOW_H
#define SHEET_PAGE_FLOW_H

#include "sheet/page.h"

struct page_flow {
    struct page page;    /* what all pages have in common */
    int capacity_halves; /* 0: one endless page */
    int hang_cols;
    page_sink *sink; /* NULL: the pages are only counted */
    void *context;
    struct page_line *lines; /* from `first` on they wait */
    size_t first, lines_count, lines_cap;
    struct page_run *runs;
    size_t runs_count, runs_cap;
    struct buf text;
    int queued_halves;
    bool in_table; /* the last line is one of its rows */
    /* The head that a table repeats: lines of its own, whose runs and text stay at the front of theirs. */
    struct page_line *head;
    size_t head_count, head_cap, head_runs, head_bytes;
    int head_halves;
    struct page_line *shown; /* a page's lines, put together */
    size_t shown_cap;
};

/* A new line at the end of the queue; borrowed until the next one. */
struct page_line *flow_line(struct page_flow *flow, enum page_line_kind kind, enum block_kind block);
/* Text at the end of the last line, from col on; returns the column behind it. */
int flow_run(struct page_flow *flow, struct text text, int col, enum block_mark mark);
/* What waits becomes the head: from here on each page that begins within the table has it. */
void flow_head(struct page_flow *flow);
/* Lets full pages go; at the end, everything. */
void flow_settle(struct page_flow *flow, bool end);
void flow_fini(struct page_flow *flow);

/* Paragraphs: a block_sink. */
void flow_block(void *flow, const struct block *block);
/* The rules, the head and the rows of a table. */
void flow_table_head(struct page_flow *flow);
void flow_table_row(struct page_flow *flow, uint32_t row_idx);

#endif
