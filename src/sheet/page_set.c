/* SPDX-License-Identifier: MIT */
/* Paragraphs and rows of tables to lines. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/page_flow.h"
#include "text/width.h"
#include "text/wrap.h"

enum {
    INDENT_COLS = 2 * PAGE_HAN_COLS,
    TITLE_COLS = 20 * PAGE_HAN_COLS, /* what 156 mm hold of 22 points */
};

/* The runs of a line that is text from from_bytes on: cut where the block's stretches begin and end. */
static void put_runs(struct page_flow *flow, const struct block *block, struct text line, int col)
{
    size_t at = (size_t)(line.at - block->text.at), end = at + line.bytes;
    for (uint32_t i = 0; i <= block->stretches_count && at < end; i++) {
        bool marked = i < block->stretches_count;
        struct block_stretch stretch = { end, end, BLOCK_PLAIN };
        if (marked)
            stretch = block->stretches[i];
        size_t from = stretch.from_bytes < end ? stretch.from_bytes : end;
        size_t to = stretch.to_bytes < end ? stretch.to_bytes : end;
        if (from > at) {
            col = flow_run(flow, text_slice(block->text, at, from), col, BLOCK_PLAIN);
            at = from;
        }
        if (to > at) {
            col = flow_run(flow, text_slice(block->text, at, to), col, stretch.mark);
            at = to;
        }
    }
}

static bool is_heading(enum block_kind kind)
{
    return kind == BLOCK_TITLE || kind == BLOCK_SUBTITLE || kind == BLOCK_ABOUT || kind == BLOCK_HEADING;
}

/* Two lines of a paragraph at least stand on either page, and what heads something stands with it. */
static void keep_together(struct page_flow *flow, size_t count, const struct block *block)
{
    struct page_line *lines = flow->lines + flow->lines_count - count;
    if (count > 1) {
        lines[0].keep = true;
        lines[count - 2].keep = true;
    }
    for (size_t i = 0; i < count && is_heading(block->kind); i++)
        lines[i].keep = true;
    if (count && block->keep)
        lines[count - 1].keep = true;
}

static void put_centred(struct page_flow *flow, const struct block *block)
{
    struct wrap wrap;
    struct text line;
    int most = flow->page.cols, cols = width_cols(block->text, PAGE_AMBIGUOUS_COLS);
    if (block->kind == BLOCK_TITLE && !flow->page.table && most > TITLE_COLS)
        most = TITLE_COLS;
    int lines = (cols + most - 1) / most;
    /* Lines of a like length read better than a full one and a rest of two characters. */
    int line_cols = lines > 1 ? (cols + lines - 1) / lines + PAGE_HAN_COLS : most;
    size_t count = 0;
    wrap_init(&wrap, block->text, line_cols < most ? line_cols : most, PAGE_AMBIGUOUS_COLS);
    for (; wrap_next(&wrap, &line); count++) {
        int width = width_cols(line, PAGE_AMBIGUOUS_COLS);
        flow_line(flow, PAGE_LINE, block->kind)->centred = true;
        flow_run(flow, line, width < flow->page.cols ? (flow->page.cols - width) / 2 : 0, BLOCK_PLAIN);
    }
    wrap_fini(&wrap);
    keep_together(flow, count, block);
}

/* What is said about the sheet: parts with blanks between them, as many on a line as fit. */
static void put_about(struct page_flow *flow, const struct block *block)
{
    static const char blank[] = "　";
    struct text rest = block->text;
    while (!text_empty(rest)) {
        size_t fits = 0, at = 0;
        while (at < rest.bytes) {
            const char *found = memmem(rest.at + at, rest.bytes - at, blank, sizeof blank - 1);
            size_t end = found ? (size_t)(found - rest.at) : rest.bytes;
            if (fits && width_cols(text_slice(rest, 0, end), PAGE_AMBIGUOUS_COLS) > flow->page.cols)
                break;
            fits = end;
            at = end + sizeof blank - 1;
        }
        struct block line = *block;
        line.text = text_slice(rest, 0, fits);
        put_centred(flow, &line);
        fits += fits < rest.bytes ? sizeof blank - 1 : 0;
        rest = text_slice(rest, fits, rest.bytes);
    }
}

static void put_paragraph(struct page_flow *flow, const struct block *block)
{
    struct wrap wrap;
    struct text line;
    int cols = flow->page.cols, indent = cols > 2 * INDENT_COLS ? INDENT_COLS : 0;
    size_t count = 0;
    wrap_init(&wrap, block->text, cols - indent, PAGE_AMBIGUOUS_COLS);
    wrap.hang_cols = flow->hang_cols;
    for (; wrap_next(&wrap, &line); count++) {
        if (count)
            flow->lines[flow->lines_count - 1].full = true;
        struct page_line *added = flow_line(flow, PAGE_LINE, block->kind);
        added->level = block->level;
        added->row_idx = count || block->kind == BLOCK_FACT ? NO_IDX : block->row_idx;
        put_runs(flow, block, line, indent);
        indent = 0;
        wrap_cols(&wrap, cols);
    }
    wrap_fini(&wrap);
    keep_together(flow, count, block);
}

void flow_block(void *flow, const struct block *block)
{
    if (block->kind == BLOCK_ABOUT)
        put_about(flow, block);
    else if (block->kind == BLOCK_TITLE || block->kind == BLOCK_SUBTITLE)
        put_centred(flow, block);
    else
        put_paragraph(flow, block);
}

/* A cell's lines: pieces of its text. */
struct set_cell {
    struct buf text;
    size_t *ends; /* where each line ends, and where the next begins */
    size_t *begins;
    size_t count, ends_cap, begins_cap;
};

static void add_piece(struct set_cell *cell, struct text text, struct text piece)
{
    MEM_GROW(cell->ends, cell->count + 1, cell->ends_cap);
    MEM_GROW(cell->begins, cell->count + 1, cell->begins_cap);
    cell->begins[cell->count] = (size_t)(piece.at - text.at);
    cell->ends[cell->count++] = (size_t)(piece.at - text.at) + piece.bytes;
}

static void wrap_cell(struct set_cell *cell, struct text text, struct text part, int cols)
{
    struct wrap wrap;
    struct text line;
    for (wrap_init(&wrap, part, cols, PAGE_AMBIGUOUS_COLS); wrap_next(&wrap, &line);)
        add_piece(cell, text, line);
    wrap_fini(&wrap);
}

/* Names are broken behind their 、 alone, unless one is longer than the cell is wide. */
static void wrap_names(struct set_cell *cell, struct text text, int cols)
{
    size_t from = 0, fits = 0, at = 0;
    while (at < text.bytes) {
        struct span rest = text_span(text_slice(text, at, text.bytes));
        size_t step = rest.bytes;
        for (size_t i = 0; i + 3 <= rest.bytes; i++) {
            if (memcmp(rest.at + i, "、", 3) == 0) {
                step = i + 3;
                break;
            }
        }
        at += step;
        if (width_cols(text_slice(text, from, at), PAGE_AMBIGUOUS_COLS) <= cols) {
            fits = at;
            continue;
        }
        if (fits > from)
            add_piece(cell, text, text_slice(text, from, fits));
        from = fits > from ? fits : from;
        if (width_cols(text_slice(text, from, at), PAGE_AMBIGUOUS_COLS) > cols) {
            wrap_cell(cell, text, text_slice(text, from, at), cols);
            from = at;
        }
        fits = at;
    }
    if (from < text.bytes)
        add_piece(cell, text, text_slice(text, from, text.bytes));
}

static void set_cell(struct set_cell *cell, enum column column, int cols)
{
    struct text text = text_composed(buf_view(&cell->text));
    if (column == COLUMN_LEAD || column == COLUMN_SUPPORT || column == COLUMN_UNITS)
        wrap_names(cell, text, cols);
    else
        wrap_cell(cell, text, text, cols);
}

/* The cells' lines side by side, a rule below them. */
static void put_cells(struct page_flow *flow, struct set_cell *cells, enum block_kind block, uint32_t row_idx)
{
    const struct columns *columns = flow->page.columns;
    size_t height = 1;
    for (uint32_t c = 0; c < columns->count; c++) {
        set_cell(&cells[c], columns->which[c], columns->col[c + 1] - columns->col[c] - 2);
        if (cells[c].count > height)
            height = cells[c].count;
    }
    size_t room = flow->capacity_halves > flow->head_halves ? (size_t)(flow->capacity_halves - flow->head_halves) : 0;
    bool whole = height * PAGE_LINE_HALVES + 1 <= room;
    for (size_t i = 0; i < height; i++) {
        struct page_line *line = flow_line(flow, PAGE_LINE_CELLS, block);
        line->row_idx = i ? NO_IDX : row_idx;
        line->keep = whole || i + 1 == height;
        for (uint32_t c = 0; c < columns->count; c++) {
            struct text text = text_composed(buf_view(&cells[c].text));
            if (i < cells[c].count)
                flow_run(flow, text_slice(text, cells[c].begins[i], cells[c].ends[i]), columns->col[c] + 1,
                         columns->which[c] == COLUMN_LEAD ? BLOCK_LEAD : BLOCK_PLAIN);
        }
    }
    flow_line(flow, PAGE_LINE_RULE, block)->keep = row_idx != NO_IDX && block_keeps(flow->page.sheet, row_idx);
    for (uint32_t c = 0; c < columns->count; c++) {
        buf_fini(&cells[c].text);
        free(cells[c].ends);
        free(cells[c].begins);
    }
}

void flow_table_head(struct page_flow *flow)
{
    const struct columns *columns = flow->page.columns;
    struct set_cell cells[COLUMNS_COUNT] = { 0 };
    size_t from = flow->lines_count;
    flow_line(flow, PAGE_LINE_RULE, BLOCK_HEADING);
    for (uint32_t c = 0; c < columns->count; c++)
        buf_string(&cells[c].text, _(column_name(flow->page.sheet, columns->which[c])));
    put_cells(flow, cells, BLOCK_HEADING, NO_IDX);
    for (size_t i = from; i < flow->lines_count; i++)
        flow->lines[i].keep = true;
}

static void put_span(struct page_flow *flow, const struct sheet_row *row, uint32_t row_idx)
{
    struct wrap wrap;
    struct text line;
    uint32_t first_idx = row_idx;
    for (wrap_init(&wrap, sheet_row_text(flow->page.sheet, row), flow->page.cols - 2, PAGE_AMBIGUOUS_COLS);
         wrap_next(&wrap, &line);) {
        struct page_line *added = flow_line(flow, PAGE_LINE_SPAN, BLOCK_HEADING);
        added->level = (int)row->level;
        added->row_idx = first_idx;
        added->keep = true;
        flow_run(flow, line, 1, BLOCK_PLAIN);
        first_idx = NO_IDX;
    }
    wrap_fini(&wrap);
    flow_line(flow, PAGE_LINE_RULE, BLOCK_HEADING)->keep = true;
}

void flow_table_row(struct page_flow *flow, uint32_t row_idx)
{
    const struct sheet *sheet = flow->page.sheet;
    const struct sheet_row *row = &sheet->rows[row_idx];
    if (columns_row_says(sheet, row))
        return;
    if (!columns_in_table(sheet, row_idx)) {
        block_each_of_row(sheet, row_idx, flow_block, flow);
        flow->in_table = false;
        return;
    }
    if (!flow->in_table)
        flow_table_head(flow);
    flow->in_table = true;
    if (row->kind == SHEET_HEADING) {
        put_span(flow, row, row_idx);
        return;
    }
    struct set_cell cells[COLUMNS_COUNT] = { 0 };
    for (uint32_t c = 0; c < flow->page.columns->count; c++)
        column_text(sheet, row, flow->page.columns->which[c], &cells[c].text);
    put_cells(flow, cells, BLOCK_ITEM, row_idx);
}
