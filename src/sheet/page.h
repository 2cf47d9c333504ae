/* SPDX-License-Identifier: MIT */
/*
 * Pages: a sheet broken into lines of half-em cells and the lines into pages, once, for everything that has pages: text,
 * the screen's preview, PDF.  What they look like is the renderers' business; where a line breaks and what stands on
 * which page is decided here.
 *
 * The list is the official page: 22 lines of 28 characters (GB/T 9704-2012).  It flows; a paragraph leaves at least two
 * lines on either page, and a heading stands with the two lines below it.  The table lies across the paper; a row stands
 * on one page where it fits, and each page repeats the head.
 */
#ifndef SHEET_PAGE_H
#define SHEET_PAGE_H

#include "sheet/block.h"
#include "sheet/columns.h"

enum {
    PAGE_AMBIGUOUS_COLS = 2, /* on paper “ and — are as wide as Han, whatever a screen says */
    PAGE_HAN_COLS = 2,
    PAGE_LIST_COLS = 56,
    PAGE_LIST_ROWS = 22,
    PAGE_TABLE_COLS = 106, /* 225 mm in halves of 12 pt */
    PAGE_TABLE_ROWS = 26,  /* 156 mm in lines of 17 pt */
    PAGE_LINE_HALVES = 2,  /* height of a line; a rule takes one half */
};

enum page_line_kind {
    PAGE_LINE,       /* text from edge to edge */
    PAGE_LINE_CELLS, /* of a table's row: the edges of columns->col stand beside it */
    PAGE_LINE_SPAN,  /* a heading within a table: only its outer edges */
    PAGE_LINE_RULE   /* horizontal, half as high */
};

/* Text in one style from a column (a half-em cell) on. */
struct page_run {
    size_t from_bytes, to_bytes; /* of the page's text */
    int col, end_col;
    enum block_mark mark;
};

struct page_line {
    enum page_line_kind kind;
    enum block_kind block;
    int level;
    uint32_t row_idx; /* of the sheet, on the first line of it; else NO_IDX */
    size_t run_from;
    uint32_t runs_count;
    bool full; /* the paragraph goes on: to be set out to the right edge */
    bool centred;
    bool keep; /* no page ends below it */
};

struct page {
    const struct sheet *sheet;
    int no, count;  /* from 1; count is 0 as long as pages are only counted */
    int cols, rows; /* rows 0: an endless page */
    bool table;
    const struct columns *columns; /* of a table */
    const struct page_line *lines;
    size_t lines_count;
    const struct page_run *runs;
    const char *text;
    int halves;          /* height that the lines take */
    struct text running; /* the heading that the page goes on with, or begins with; may be empty */
};

typedef void page_sink(void *context, const struct page *page);

/* Gives each page to sink, in order; borrowed while it runs.  Memory does not grow with the number of pages. */
void page_each(const struct sheet *sheet, struct sheet_options options, page_sink *sink, void *context);

struct text page_text(const struct page *page, const struct page_run *run);
/* Whose the page is and which of how many: 冯飞常务副省长牵头重点工作任务单　第2页 共10页; at most max_cols. */
void page_foot(const struct page *page, int max_cols, struct buf *out);

#endif
