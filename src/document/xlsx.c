/* SPDX-License-Identifier: MIT */
#include "document/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "document/aside.h"
#include "document/relations.h"
#include "document/xlsx_sheet.h"

/* While the rows of a sheet are given to the document. */
struct giving {
    const struct xlsx_sheet *sheet;
    struct document *document;
    uint32_t col_from, cols_count; /* that have text */
    size_t cell, merge;            /* the next ones */
    struct xlsx_merge *held;       /* for each column: the merged cell that began above in it */
    bool in_table;
};

static bool is_before(struct xlsx_place a, struct xlsx_place b)
{
    return a.row_idx < b.row_idx || (a.row_idx == b.row_idx && a.col_idx < b.col_idx);
}

static struct span text_at(struct giving *g, struct xlsx_place at)
{
    const struct xlsx_sheet *s = g->sheet;
    while (g->cell < s->cells_count && is_before(s->cells[g->cell].at, at))
        g->cell++;
    if (g->cell == s->cells_count || is_before(at, s->cells[g->cell].at))
        return (struct span){ 0 };
    return (struct span){ s->text.at + s->cells[g->cell].from_bytes, s->cells[g->cell].bytes };
}

static const struct xlsx_merge *merge_at(struct giving *g, struct xlsx_place at)
{
    const struct xlsx_sheet *s = g->sheet;
    while (g->merge < s->merges_count && is_before(s->merges[g->merge].from, at))
        g->merge++;
    return g->merge < s->merges_count && !is_before(at, s->merges[g->merge].from) ? &s->merges[g->merge] : NULL;
}

/* A cell's own lines are its paragraphs. */
static void put_lines(struct document *document, struct span text)
{
    while (text.bytes) {
        document_text(document, span_line(&text));
        document_paragraph(document);
    }
}

/* A cell of the row, over so many columns; what merging covers keeps its value, which nobody sees. */
static uint32_t give_cell(struct giving *g, uint32_t row_idx, uint32_t col)
{
    struct xlsx_merge *held = &g->held[col];
    struct xlsx_place at = { row_idx, g->col_from + col };
    const struct xlsx_merge *begins = merge_at(g, at);
    bool below = held->to.row_idx >= row_idx && held->from.row_idx < row_idx;
    if (!below)
        *held = begins ? *begins : (struct xlsx_merge){ 0 };
    uint32_t cols = below || begins ? held->to.col_idx - held->from.col_idx + 1 : 1;
    cols = cols > g->cols_count - col ? g->cols_count - col : cols;
    struct span text = text_at(g, at);
    if (below)
        document_cell_below(g->document, cols);
    else
        document_cell_begin(g->document, cols, 1);
    put_lines(g->document, text);
    document_cell_end(g->document);
    for (uint32_t i = 1; i < cols; i++) {
        at.col_idx++;
        text = text_at(g, at);
        if (text.bytes)
            document_note(g->document, _("合并单元格里看不见的文字"), text);
    }
    return cols;
}

static void give_row(struct giving *g, uint32_t row_idx)
{
    document_row_begin(g->document);
    for (uint32_t col = 0; col < g->cols_count;)
        col += give_cell(g, row_idx, col);
    document_row_end(g->document);
}

/* Above the table: a title in one cell, however wide it is meant to look, is a line. */
static void give_row_at(struct giving *g, size_t first, size_t count)
{
    const struct xlsx_sheet *s = g->sheet;
    const struct xlsx_cell *cell = &s->cells[first];
    const struct xlsx_merge *merge = merge_at(g, cell->at);
    bool below = merge && merge->to.row_idx > merge->from.row_idx;
    if (!g->in_table && count == 1 && !below) {
        put_lines(g->document, (struct span){ s->text.at + cell->from_bytes, cell->bytes });
        return;
    }
    if (!g->in_table)
        document_table_begin(g->document);
    g->in_table = true;
    give_row(g, cell->at.row_idx);
}

static void give(struct document *document, const struct xlsx_sheet *s)
{
    struct giving g = { .sheet = s, .document = document, .col_from = UINT32_MAX };
    uint32_t col_to = 0;
    for (size_t i = 0; i < s->cells_count; i++) {
        uint32_t col_idx = s->cells[i].at.col_idx;
        g.col_from = col_idx < g.col_from ? col_idx : g.col_from;
        col_to = col_idx > col_to ? col_idx : col_to;
    }
    if (!s->cells_count)
        return;
    g.cols_count = col_to - g.col_from + 1;
    if (g.cols_count > DOCUMENT_COLS_MAX) {
        document->fault = N_("表格的列太多");
        return;
    }
    g.held = mem_array(g.cols_count, sizeof *g.held);
    for (size_t i = 0, count; i < s->cells_count && !document->fault; i += count) {
        for (count = 1; i + count < s->cells_count && s->cells[i + count].at.row_idx == s->cells[i].at.row_idx;)
            count++;
        give_row_at(&g, i, count);
    }
    if (g.in_table)
        document_table_end(document);
    free(g.held);
}

/* Sheet1, 工作表1: nobody chose that name. */
static bool is_named(const char *name)
{
    static const char *const plain[] = { "Sheet", "sheet", "工作表", "表" };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        struct span rest = span_of(name);
        if (!span_starts(rest, span_of(plain[i])))
            continue;
        rest.at += strlen(plain[i]);
        return strspn(rest.at, "0123456789") != strlen(rest.at);
    }
    return *name != 0;
}

/* Without the codes for fonts, sizes and fields (18.3.1.46): &C, &"…", &12, &P. */
static void put_page_text(struct buf *out, struct span text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] != '&' || i + 1 == text.bytes) {
            buf_char(out, text.at[i]);
            continue;
        }
        char code = text.at[++i];
        if (code == '&')
            buf_char(out, code);
        while (code == '"' && i + 1 < text.bytes && text.at[++i] != '"')
            continue;
        while (code >= '0' && code <= '9' && i + 1 < text.bytes && text.at[i + 1] >= '0' && text.at[i + 1] <= '9')
            i++;
    }
}

/* What is not in its cells. */
static bool note_aside(struct package *package, const struct xlsx_sheet_name *name, const struct xlsx_sheet *sheet,
                       struct document *document, struct buf *fault)
{
    struct relations relations;
    struct buf line = { 0 };
    bool good =
        relations_load(&relations, package, name->part, fault) && aside_note(package, &relations, document, fault);
    relations_fini(&relations);
    put_page_text(&line, buf_view(&sheet->aside));
    if (span_trim(buf_view(&line)).bytes)
        document_note(document, _("页眉页脚未用"), buf_view(&line));
    buf_clear(&line);
    if (sheet->hidden_rows) {
        buf_printf(&line, _("隐藏的 %u 行已读入，工作表"), sheet->hidden_rows);
        document_note(document, line.at, span_of(name->name));
    }
    if (sheet->hidden_columns && sheet->cells_count)
        document_note(document, _("隐藏的列已读入，工作表"), span_of(name->name));
    buf_fini(&line);
    return good;
}

static void note_hidden(struct document *document, const struct xlsx_sheet_name *name, const struct xlsx_sheet *sheet)
{
    struct buf text = { 0 };
    buf_printf(&text, "%s：", name->name);
    for (size_t i = 0; i < sheet->cells_count; i++) {
        buf_char(&text, ' ');
        buf_add(&text, sheet->text.at + sheet->cells[i].from_bytes, sheet->cells[i].bytes);
    }
    document_note(document, _("隐藏的工作表未用"), buf_view(&text));
    buf_fini(&text);
}

static bool read_sheet(struct package *package, const struct xlsx_book *book, const struct xlsx_sheet_name *name,
                       bool headed, struct document *document, struct buf *fault)
{
    struct xlsx_sheet sheet = { 0 };
    if (!name->part || !package_has(package, name->part))
        return true;
    bool good = xlsx_sheet_load(&sheet, book, package, name->part, fault);
    if (good && name->hidden && sheet.cells_count) {
        note_hidden(document, name, &sheet);
    } else if (good && !name->hidden) {
        if (headed && sheet.cells_count && is_named(name->name)) {
            document_text(document, span_of(name->name));
            document_paragraph(document);
        }
        give(document, &sheet);
        good = note_aside(package, name, &sheet, document, fault);
    }
    xlsx_sheet_fini(&sheet);
    return good && !document->fault;
}

bool xlsx_read(struct package *package, const char *part, struct document *document, struct buf *fault)
{
    struct xlsx_book book;
    bool good = xlsx_book_load(&book, package, part, fault);
    size_t shown = 0;
    for (size_t i = 0; i < book.sheets_count; i++)
        shown += !book.sheets[i].hidden;
    for (size_t i = 0; i < book.sheets_count && good; i++)
        good = read_sheet(package, &book, &book.sheets[i], shown > 1, document, fault);
    xlsx_book_fini(&book);
    return good;
}
