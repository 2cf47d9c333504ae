/* SPDX-License-Identifier: MIT */
/*
 * The sheet's pages as text: each line of a page one line, below them the page's number and whose it is.  Rules of a
 * table are made of ASCII, which is one column wide in every font.
 */
#include <string.h>

#include "sheet/page.h"
#include "sheet/render.h"
#include "text/width.h"

/* Han are set on a grid: the blanks before them are as wide as they are, whatever the font. */
static void put_indent(struct buf *out, int cols)
{
    for (; cols >= PAGE_HAN_COLS; cols -= PAGE_HAN_COLS)
        buf_string(out, "　");
    if (cols > 0)
        buf_char(out, ' ');
}

static void put_rule(const struct page *page, struct buf *out)
{
    size_t from = out->bytes;
    buf_fill(out, '-', (size_t)page->cols + 1);
    for (uint32_t c = 0; c <= page->columns->count; c++)
        out->at[from + (size_t)page->columns->col[c]] = '+';
}

/* Blanks up to col, with the bars of the columns' edges among them. */
static void put_gap(const struct page *page, const struct page_line *line, int from_col, int col, struct buf *out)
{
    const struct columns *columns = page->columns;
    size_t from = out->bytes;
    buf_fill(out, ' ', col > from_col ? (size_t)(col - from_col) : 0);
    for (uint32_t c = 0; c <= columns->count; c++) {
        int edge = columns->col[c];
        bool outer = c == 0 || c == columns->count;
        if (edge >= from_col && edge < col && (outer || line->kind == PAGE_LINE_CELLS))
            out->at[from + (size_t)(edge - from_col)] = '|';
    }
}

static void put_line(const struct page *page, const struct page_line *line, struct buf *out)
{
    int col = 0;
    if (line->kind == PAGE_LINE_RULE)
        put_rule(page, out);
    for (uint32_t i = 0; i < line->runs_count; i++) {
        const struct page_run *run = &page->runs[line->run_from + i];
        struct text text = page_text(page, run);
        if (line->kind == PAGE_LINE)
            put_indent(out, run->col - col);
        else
            put_gap(page, line, col, run->col, out);
        buf_text(out, text);
        col = run->end_col;
    }
    if (line->kind == PAGE_LINE_CELLS || line->kind == PAGE_LINE_SPAN)
        put_gap(page, line, col, page->cols + 1, out);
    buf_char(out, '\n');
}

/* GB/T 9704-2012 7.5: an odd page's number on the right, an even one's on the left, each one character in. */
static void put_foot(const struct page *page, struct buf *out)
{
    struct buf number = { 0 };
    buf_printf(&number, "— %d —", page->no);
    struct text text = text_composed(buf_view(&number));
    int left_cols = PAGE_HAN_COLS;
    if (page->no % 2)
        left_cols = page->cols - PAGE_HAN_COLS - width_cols(text, PAGE_AMBIGUOUS_COLS);
    buf_fill(out, ' ', left_cols > 0 ? (size_t)left_cols : 0);
    buf_text(out, text);
    buf_char(out, '\n');
    page_foot(page, page->cols, out);
    buf_char(out, '\n');
    buf_fini(&number);
}

static void put_page(void *context, const struct page *page)
{
    struct buf *out = context;
    buf_drain(out);
    if (page->no > 1)
        buf_char(out, '\f');
    for (size_t i = 0; i < page->lines_count; i++)
        put_line(page, &page->lines[i], out);
    if (!page->rows)
        return;
    for (int halves = page->halves; halves + PAGE_LINE_HALVES <= page->rows * PAGE_LINE_HALVES;
         halves += PAGE_LINE_HALVES)
        buf_char(out, '\n');
    put_foot(page, out);
}

void sheet_text(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    page_each(sheet, options, put_page, out);
}
