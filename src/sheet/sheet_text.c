/* SPDX-License-Identifier: MIT */
/*
 * The sheet as pages of text: 28 Han characters by 22 lines, the grid of GB/T 9704-2012, with the page number
 * below it.  Ambiguous characters are two columns wide on paper, whatever a screen says.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/render.h"
#include "text/width.h"
#include "text/wrap.h"

enum { PAPER_AMBIGUOUS_COLS = 2, DEFAULT_COLS = 56, DEFAULT_ROWS = 22, HAN_COLS = 2, INDENT_COLS = 2 * HAN_COLS };

/* Lines that stay together: a heading, a task with its units. */
struct block {
    size_t first_line, lines_count;
    bool with_next; /* a heading never ends a page */
    bool spaced;    /* a blank line before it, but at the top of a page */
    int level;      /* of a heading; 0 otherwise */
    struct text heading;
};

struct pages {
    const struct sheet *sheet;
    int cols, rows;
    struct buf text;
    size_t *line_ends; /* bytes of text, by line */
    size_t lines_count, lines_cap;
    struct block *blocks;
    size_t blocks_count, blocks_cap;
    struct buf *out;
    int row; /* lines on the page so far */
    int page_no;
    struct text title;   /* the sheet's, where pages repeat it; else empty */
    struct text running; /* the heading that the next page repeats at its top; empty before the first */
};

/* Han are set on a grid: the blanks before them are as wide as they are, whatever the font. */
static void put_indent(struct buf *out, int cols)
{
    for (; cols >= HAN_COLS; cols -= HAN_COLS)
        buf_string(out, "　");
    if (cols > 0)
        buf_char(out, ' ');
}

static void add_line(struct pages *pages, int indent_cols, struct text line)
{
    put_indent(&pages->text, indent_cols);
    buf_text(&pages->text, line);
    MEM_GROW(pages->line_ends, pages->lines_count + 1, pages->lines_cap);
    pages->line_ends[pages->lines_count++] = pages->text.bytes;
    pages->blocks[pages->blocks_count - 1].lines_count++;
}

static struct block *add_block(struct pages *pages)
{
    MEM_GROW(pages->blocks, pages->blocks_count + 1, pages->blocks_cap);
    struct block *block = &pages->blocks[pages->blocks_count++];
    *block = (struct block){ .first_line = pages->lines_count };
    return block;
}

/* A paragraph with its first line two characters in. */
static void add_paragraph(struct pages *pages, struct text text)
{
    int indent_cols = pages->cols > 2 * INDENT_COLS ? INDENT_COLS : 0;
    struct wrap wrap;
    struct text line;
    wrap_init(&wrap, text, pages->cols - indent_cols, PAPER_AMBIGUOUS_COLS);
    while (wrap_next(&wrap, &line)) {
        add_line(pages, indent_cols, line);
        indent_cols = 0;
        wrap_cols(&wrap, pages->cols);
    }
    wrap_fini(&wrap);
}

static void add_centred(struct pages *pages, struct text text)
{
    struct wrap wrap;
    struct text line;
    int cols = width_cols(text, PAPER_AMBIGUOUS_COLS);
    int lines = (cols + pages->cols - 1) / pages->cols;
    /* Lines of a like length read better than a full one and a rest of two characters. */
    int line_cols = lines > 1 ? (cols + lines - 1) / lines + HAN_COLS : pages->cols;
    wrap_init(&wrap, text, line_cols < pages->cols ? line_cols : pages->cols, PAPER_AMBIGUOUS_COLS);
    while (wrap_next(&wrap, &line)) {
        int spare_cols = pages->cols - width_cols(line, PAPER_AMBIGUOUS_COLS);
        add_line(pages, spare_cols > 0 ? spare_cols / 2 : 0, line);
    }
    wrap_fini(&wrap);
}

static void add_item(struct pages *pages, const struct sheet_row *row, bool after_heading)
{
    struct buf text = { 0 };
    add_block(pages)->spaced = !text_empty(row->number) && !after_heading;
    buf_text(&text, row->number);
    if (!text_empty(row->number))
        buf_char(&text, ' ');
    buf_text(&text, row->text);
    add_paragraph(pages, text_composed(buf_view(&text)));
    for (uint32_t i = 0; i < row->facts_count; i++) {
        const struct sheet_fact *fact = &row->facts[i];
        bool labelled = !text_empty(fact->label);
        buf_clear(&text);
        buf_text(&text, fact->label);
        buf_string(&text, labelled ? "：" : "（");
        buf_text(&text, fact->text);
        buf_string(&text, labelled ? "" : "）");
        add_paragraph(pages, text_composed(buf_view(&text)));
    }
    buf_fini(&text);
}

static void add_rows(struct pages *pages)
{
    const struct sheet *sheet = pages->sheet;
    add_block(pages)->with_next = true;
    add_centred(pages, sheet->title);
    if (!text_empty(sheet->subtitle) && !text_equal(sheet->title, sheet->subtitle))
        add_centred(pages, sheet->subtitle);
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (row->kind == SHEET_ITEM) {
            add_item(pages, row, i > 0 && sheet->rows[i - 1].kind == SHEET_HEADING);
            continue;
        }
        struct block *block = add_block(pages);
        block->spaced = i == 0 || sheet->rows[i - 1].kind != row->kind;
        if (row->kind == SHEET_HEADING) {
            block->with_next = true;
            block->level = row->level;
            block->heading = row->text;
        }
        add_paragraph(pages, row->text);
    }
}

/* GB/T 9704-2012 7.5: an odd page's number on the right, an even one's on the left, each one character in. */
static void end_page(struct pages *pages)
{
    for (; pages->row < pages->rows; pages->row++)
        buf_char(pages->out, '\n');
    struct buf number = { 0 };
    buf_printf(&number, "— %d —", pages->page_no);
    struct text text = text_composed(buf_view(&number));
    int left_cols = HAN_COLS;
    if (pages->page_no % 2)
        left_cols = pages->cols - HAN_COLS - width_cols(text, PAPER_AMBIGUOUS_COLS);
    buf_fill(pages->out, ' ', left_cols > 0 ? (size_t)left_cols : 0);
    buf_text(pages->out, text);
    buf_char(pages->out, '\n');
    buf_fini(&number);
}

static void put_line(struct pages *pages, size_t line_idx)
{
    size_t from = line_idx ? pages->line_ends[line_idx - 1] : 0;
    buf_add(pages->out, pages->text.at + from, pages->line_ends[line_idx] - from);
    buf_char(pages->out, '\n');
    pages->row++;
}

/* A line at the top of a page, in its middle. */
static void put_head(struct pages *pages, struct text said, struct text rest)
{
    struct buf line = { 0 };
    int rest_cols = width_cols(rest, PAPER_AMBIGUOUS_COLS);
    int cols = width_clip(&line, said, pages->cols - rest_cols, PAPER_AMBIGUOUS_COLS) + rest_cols;
    buf_text(&line, rest);
    put_indent(pages->out, (pages->cols - cols) / 2);
    buf_span(pages->out, buf_view(&line));
    buf_char(pages->out, '\n');
    pages->row++;
    buf_fini(&line);
}

/* The next page says at its top whose it is, for loose pages get mixed, and what it goes on with. */
static void begin_page(struct pages *pages)
{
    if (pages->page_no > 0) {
        end_page(pages);
        buf_char(pages->out, '\f');
    }
    pages->page_no++;
    pages->row = 0;
    if (pages->page_no == 1 || pages->rows < 8)
        return;
    struct text rest = text_of(_("（续）"));
    bool under_heading = !text_empty(pages->running);
    if (!text_empty(pages->title))
        put_head(pages, pages->title, under_heading ? TEXT("") : rest);
    if (under_heading)
        put_head(pages, pages->running, rest);
}

/* How many lines must stand on one page from this block on: a heading takes the block below along. */
static size_t together(const struct pages *pages, size_t block_idx)
{
    size_t lines = 0;
    for (size_t i = block_idx; i < pages->blocks_count; i++) {
        const struct block *block = &pages->blocks[i];
        lines += block->lines_count + (i > block_idx && block->spaced);
        if (!block->with_next)
            break;
    }
    return lines;
}

/* How many lines must at least stand on this page when what belongs together is longer than any page. */
static size_t at_least(const struct pages *pages, size_t block_idx)
{
    enum { ALONE_LINES = 2 }; /* of a paragraph that must be split */
    size_t lines = 0;
    for (; block_idx < pages->blocks_count && pages->blocks[block_idx].with_next; block_idx++)
        lines += pages->blocks[block_idx].lines_count + pages->blocks[block_idx].spaced;
    return lines + ALONE_LINES;
}

static void put_block(struct pages *pages, size_t block_idx)
{
    const struct block *block = &pages->blocks[block_idx];
    if (block->level == 1) /* what it heads is no sequel of what came before */
        pages->running = TEXT("");
    size_t page_rows = (size_t)pages->rows;
    size_t need = together(pages, block_idx), left = page_rows - (size_t)pages->row;
    bool spaced = block->spaced && pages->row > 0;
    size_t head_rows = (size_t)!text_empty(pages->title) + !text_empty(pages->running);
    bool fits_a_page = need + head_rows <= page_rows;
    bool under_heading = block_idx > 0 && pages->blocks[block_idx - 1].with_next;
    if (pages->row > 0 && !under_heading && need + spaced > left &&
        (fits_a_page || left < at_least(pages, block_idx) + 1)) {
        begin_page(pages);
        spaced = false;
    }
    if (spaced) {
        buf_char(pages->out, '\n');
        pages->row++;
    }
    if (block->level == 1)
        pages->running = block->heading;
    for (size_t i = 0; i < block->lines_count; i++) {
        if (pages->row == pages->rows)
            begin_page(pages);
        put_line(pages, block->first_line + i);
    }
}

static void put_endless(struct pages *pages)
{
    for (size_t i = 0; i < pages->blocks_count; i++) {
        if (pages->blocks[i].spaced && i)
            buf_char(pages->out, '\n');
        for (size_t k = 0; k < pages->blocks[i].lines_count; k++)
            put_line(pages, pages->blocks[i].first_line + k);
    }
}

void sheet_text(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    struct pages pages = {
        .sheet = sheet,
        .cols = options.cols > 0 ? options.cols : DEFAULT_COLS,
        .rows = options.rows > 0 ? options.rows : DEFAULT_ROWS,
        .out = out,
        .title = sheet->subject.kind == SHEET_ALL ? TEXT("") : sheet->title,
    };
    pages.running = TEXT("");
    add_rows(&pages);
    if (options.rows < 0) {
        put_endless(&pages);
    } else {
        begin_page(&pages);
        for (size_t i = 0; i < pages.blocks_count; i++)
            put_block(&pages, i);
        end_page(&pages);
    }
    buf_fini(&pages.text);
    free(pages.line_ends);
    free(pages.blocks);
}
