/* SPDX-License-Identifier: MIT */
/* A page on paper: its lines where sheet/page.h put them, rules of a table, number and foot. */
#include <stdio.h>
#include <string.h>

#include "paper/pdf.h"
#include "text/width.h"

enum { NUMBER_POINTS = 14 };
static const double foot_points = 10.5, rule_points = 0.5, baseline_em = 0.88;

static enum face face_of(const struct page_line *line, enum block_mark mark)
{
    switch (line->block) {
    case BLOCK_TITLE:
        return FACE_TITLE;
    case BLOCK_SUBTITLE:
    case BLOCK_ABOUT:
    case BLOCK_REMARK:
        return FACE_UNITS;
    case BLOCK_HEADING:
        return line->level > 1 ? FACE_UNITS : FACE_HEADING;
    case BLOCK_FACT:
        return mark == BLOCK_LABEL ? FACE_HEADING : FACE_UNITS;
    default:
        return FACE_TEXT;
    }
}

/* GB/T 15834: what hangs stands beyond the edge, the rest of the line ends at it. */
static double full_width(const struct pdf *pdf, const struct page *page, const struct page_line *line, int from_col)
{
    int end_col = page->runs[line->run_from + line->runs_count - 1].end_col;
    end_col = end_col > page->cols ? end_col : page->cols;
    return (end_col - from_col) * pdf->geometry.cell;
}

/* The runs of an ordinary line follow each other: they are one line of text. */
static void draw_paragraph_line(struct pdf *pdf, const struct page *page, const struct page_line *line, double baseline)
{
    const struct pdf_geometry *g = &pdf->geometry;
    struct pdf_stretch stretches[2 * BLOCK_STRETCHES_MAX + 2];
    uint32_t count = 0;
    const struct page_run *first = &page->runs[line->run_from];
    size_t from = first->from_bytes, to = from;
    for (uint32_t i = 0; i < line->runs_count && count < sizeof stretches / sizeof *stretches; i++) {
        const struct page_run *run = &page->runs[line->run_from + i];
        to = run->to_bytes;
        stretches[count++] =
            (struct pdf_stretch){ run->from_bytes - from, run->to_bytes - from, face_of(line, run->mark) };
    }
    struct text text = text_composed((struct span){ page->text + from, to - from });
    double size = line->block == BLOCK_TITLE ? g->title_size : g->em, x = g->left + first->col * g->cell;
    double width = full_width(pdf, page, line, first->col);
    if (line->centred) {
        double own = pdf_text_width(pdf, text, stretches[0].face, size);
        width = page->cols * g->cell;
        x = g->left + (own < width ? (width - own) / 2 : 0);
    }
    pdf_line(pdf, text, stretches, count, size, x, baseline, width, line->full && !line->centred);
}

/* How wide a run may be: up to the blank before its column's edge; of a line over all columns, before the last one. */
static double cell_width(const struct pdf *pdf, const struct page *page, const struct page_line *line, int from_col)
{
    const struct columns *columns = page->columns;
    uint32_t c = 1;
    while (c < columns->count && (line->kind == PAGE_LINE_SPAN || columns->col[c] <= from_col))
        c++;
    return (columns->col[c] - 1 - from_col) * pdf->geometry.cell;
}

static void draw_cells(struct pdf *pdf, const struct page *page, const struct page_line *line, double baseline)
{
    const struct pdf_geometry *g = &pdf->geometry;
    for (uint32_t i = 0; i < line->runs_count; i++) {
        const struct page_run *run = &page->runs[line->run_from + i];
        enum face face = line->block == BLOCK_HEADING ? FACE_HEADING : FACE_TEXT;
        if (line->kind == PAGE_LINE_SPAN)
            face = face_of(line, run->mark);
        pdf_text(pdf, page_text(page, run), face, g->em, g->left + run->col * g->cell, baseline,
                 cell_width(pdf, page, line, run->col));
    }
}

static void add_stroke(struct pdf *pdf, double x, double y, double to_x, double to_y)
{
    cairo_move_to(pdf->cairo, x, y);
    cairo_line_to(pdf->cairo, to_x, to_y);
}

static double height_of(const struct pdf *pdf, const struct page_line *line)
{
    return line->kind == PAGE_LINE_RULE ? pdf->geometry.pitch / 2 : pdf->geometry.pitch;
}

static bool has_edges(const struct page *page, size_t line_idx, bool inner)
{
    if (line_idx >= page->lines_count)
        return false;
    enum page_line_kind kind = page->lines[line_idx].kind;
    return kind == PAGE_LINE_CELLS || (kind == PAGE_LINE_SPAN && !inner);
}

/* The edge of a column, down beside all lines that have it, from the middle of a rule to the middle of one. */
static void add_edge(struct pdf *pdf, const struct page *page, uint32_t column_idx)
{
    const struct pdf_geometry *g = &pdf->geometry;
    bool inner = column_idx > 0 && column_idx < page->columns->count, down = false;
    double x = g->left + page->columns->col[column_idx] * g->cell, y = g->top, from = 0;
    for (size_t i = 0; i <= page->lines_count; i++) {
        bool rule = i < page->lines_count && page->lines[i].kind == PAGE_LINE_RULE;
        bool on = has_edges(page, rule ? i + 1 : i, inner);
        double turn = rule ? y + g->pitch / 4 : y;
        if (on && !down)
            from = turn;
        if (down && !on)
            add_stroke(pdf, x, from, x, turn);
        down = on;
        y += i < page->lines_count ? height_of(pdf, &page->lines[i]) : 0;
    }
}

/* All lines of its table in one path: a stroke for each took half the time of a table. */
static void draw_rules(struct pdf *pdf, const struct page *page)
{
    const struct pdf_geometry *g = &pdf->geometry;
    double y = g->top;
    for (size_t i = 0; i < page->lines_count; i++) {
        double height = height_of(pdf, &page->lines[i]);
        if (page->lines[i].kind == PAGE_LINE_RULE)
            add_stroke(pdf, g->left, y + height / 2, g->left + page->cols * g->cell, y + height / 2);
        y += height;
    }
    for (uint32_t c = 0; c <= page->columns->count; c++)
        add_edge(pdf, page, c);
    cairo_stroke(pdf->cairo);
}

static void add_bookmark(struct pdf *pdf, const struct page *page, const struct page_line *line, double y)
{
    enum { LEVELS = sizeof pdf->outline_parents / sizeof *pdf->outline_parents };
    struct text text =
        line->row_idx == NO_IDX ? page->sheet->title : sheet_row_text(page->sheet, &page->sheet->rows[line->row_idx]);
    int level = line->level < LEVELS ? line->level : LEVELS - 1;
    struct buf name = { 0 }, place = { 0 };
    int parent = CAIRO_PDF_OUTLINE_ROOT;
    for (int i = level - 1; i > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; i--)
        parent = pdf->outline_parents[i];
    buf_text(&name, text);
    buf_printf(&place, "page=%d pos=[%.1f %.1f]", page->no, pdf->geometry.left, y);
    int id = cairo_pdf_surface_add_outline(pdf->surface, parent, name.at, place.at, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    for (int i = level; i < LEVELS; i++)
        pdf->outline_parents[i] = i == level ? id : CAIRO_PDF_OUTLINE_ROOT;
    buf_fini(&name);
    buf_fini(&place);
}

/* GB/T 9704-2012 7.5: — 1 — in 14 points, outside, one character in; whose the page is on the inner side. */
static void draw_foot(struct pdf *pdf, const struct page *page)
{
    const struct pdf_geometry *g = &pdf->geometry;
    struct buf number = { 0 }, foot = { 0 };
    buf_printf(&number, "— %d —", page->no);
    struct text text = text_composed(buf_view(&number));
    double right = g->left + page->cols * g->cell, width = pdf_text_width(pdf, text, FACE_NUMBER, NUMBER_POINTS);
    bool odd = page->no % 2 || page->table;
    pdf_text(pdf, text, FACE_NUMBER, NUMBER_POINTS, odd ? right - g->em - width : g->left + g->em, g->foot, 0);
    page_foot(page, (int)((page->cols * g->cell - width - 3 * g->em) / (foot_points / 2)), &foot);
    text = text_composed(buf_view(&foot));
    width = pdf_text_width(pdf, text, FACE_UNITS, foot_points);
    pdf_text(pdf, text, FACE_UNITS, foot_points, odd ? g->left + g->em : right - g->em - width, g->foot, 0);
    buf_fini(&number);
    buf_fini(&foot);
}

void pdf_page(void *context, const struct page *page)
{
    struct pdf *pdf = context;
    const struct pdf_geometry *g = &pdf->geometry;
    double y = g->top;
    cairo_set_line_width(pdf->cairo, rule_points);
    for (size_t i = 0; i < page->lines_count; i++) {
        const struct page_line *line = &page->lines[i];
        /* In a table the line stands in the middle of its height; on the official page the first em is its top. */
        double baseline = y + (page->table ? (g->pitch - g->em) / 2 : 0) + baseline_em * g->em;
        if ((line->block == BLOCK_HEADING && line->row_idx != NO_IDX) || (page->no == 1 && i == 0))
            add_bookmark(pdf, page, line, y);
        if (line->kind == PAGE_LINE && line->runs_count)
            draw_paragraph_line(pdf, page, line, baseline);
        else if (line->kind != PAGE_LINE)
            draw_cells(pdf, page, line, baseline);
        y += height_of(pdf, line);
    }
    if (page->table)
        draw_rules(pdf, page);
    draw_foot(pdf, page);
    cairo_show_page(pdf->cairo);
}
