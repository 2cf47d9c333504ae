/* SPDX-License-Identifier: MIT */
#include "document/xlsx_sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "document/document.h"
#include "document/xlsx_format.h"
#include "document/xml.h"

enum kind { KIND_NUMBER, KIND_SHARED, KIND_TEXT, KIND_BOOLEAN };

struct sheet_loading {
    struct xlsx_sheet *sheet;
    const struct xlsx_book *book;
    struct buf value; /* of the cell at hand */
    enum kind kind;
    long style;
    struct xlsx_place at, next;
    int text, phonetic, aside; /* depth */
    bool row_hidden, in_cell, too_large;
};

/* "AB12" → column 27, row 11; false for anything else. */
static bool read_place(struct span ref, struct xlsx_place *place)
{
    uint32_t col = 0, row = 0;
    size_t i = 0;
    for (; i < ref.bytes && ref.at[i] >= 'A' && ref.at[i] <= 'Z' && col <= XLSX_COLS_MAX; i++)
        col = col * 26 + (uint32_t)(ref.at[i] - 'A') + 1;
    size_t letters = i;
    for (; i < ref.bytes && ref.at[i] >= '0' && ref.at[i] <= '9' && row <= XLSX_ROWS_MAX; i++)
        row = row * 10 + (uint32_t)(ref.at[i] - '0');
    if (!letters || i != ref.bytes || !row || row > XLSX_ROWS_MAX || col > XLSX_COLS_MAX)
        return false;
    *place = (struct xlsx_place){ row - 1, col - 1 };
    return true;
}

static void begin_row(struct sheet_loading *l, const struct xml_element *e)
{
    long no = xml_number(e, "r", (long)l->next.row_idx + 1);
    l->at.row_idx = no >= 1 && no <= XLSX_ROWS_MAX ? (uint32_t)no - 1 : l->next.row_idx;
    l->next = (struct xlsx_place){ l->at.row_idx + 1, 0 };
    l->row_hidden = xml_flag(e, "hidden");
}

static void begin_cell(struct sheet_loading *l, const struct xml_element *e)
{
    struct span kind = xml_attribute(e, "t");
    l->in_cell = true;
    l->kind = span_equal(kind, SPAN("s"))               ? KIND_SHARED
              : span_equal(kind, SPAN("b"))             ? KIND_BOOLEAN
              : kind.at && !span_equal(kind, SPAN("n")) ? KIND_TEXT
                                                        : KIND_NUMBER;
    l->style = xml_number(e, "s", 0);
    l->at.col_idx = l->next.col_idx;
    (void)read_place(xml_attribute(e, "r"), &l->at);
    l->next.col_idx = l->at.col_idx + 1;
    buf_clear(&l->value);
}

static void put_value(struct sheet_loading *l, struct buf *out)
{
    struct span value = buf_view(&l->value);
    char *end;
    if (!value.bytes)
        return;
    if (l->kind == KIND_SHARED) {
        buf_span(out, xlsx_book_string(l->book, strtol(value.at, NULL, 10)));
    } else if (l->kind == KIND_BOOLEAN) {
        buf_string(out, *value.at == '1' ? "TRUE" : "FALSE");
    } else if (l->kind == KIND_NUMBER) {
        double number = strtod(value.at, &end);
        if (*end)
            buf_span(out, value);
        else
            xlsx_format_put(out, xlsx_book_format(l->book, l->style), number, l->book->since_1904);
    } else {
        buf_span(out, value);
    }
}

static void end_cell(struct sheet_loading *l)
{
    struct xlsx_sheet *s = l->sheet;
    size_t from = s->text.bytes;
    l->in_cell = false;
    put_value(l, &s->text);
    if (s->text.bytes > DOCUMENT_TEXT_BYTES) {
        l->too_large = true;
        s->text.bytes = from;
    }
    if (s->text.bytes == from)
        return;
    s->hidden_rows += l->row_hidden && (!s->cells_count || s->cells[s->cells_count - 1].at.row_idx != l->at.row_idx);
    MEM_GROW(s->cells, s->cells_count + 1, s->cells_cap);
    s->cells[s->cells_count++] = (struct xlsx_cell){ l->at, (uint32_t)from, (uint32_t)(s->text.bytes - from) };
}

static void add_merge(struct sheet_loading *l, const struct xml_element *e)
{
    struct xlsx_sheet *s = l->sheet;
    struct span ref = xml_attribute(e, "ref");
    const char *colon = ref.at ? memchr(ref.at, ':', ref.bytes) : NULL;
    struct xlsx_merge merge;
    if (!colon || s->merges_count >= XLSX_MERGES_MAX)
        return;
    size_t bytes = (size_t)(colon - ref.at);
    if (!read_place((struct span){ ref.at, bytes }, &merge.from) ||
        !read_place((struct span){ colon + 1, ref.bytes - bytes - 1 }, &merge.to) ||
        merge.to.row_idx < merge.from.row_idx || merge.to.col_idx < merge.from.col_idx)
        return;
    MEM_GROW(s->merges, s->merges_count + 1, s->merges_cap);
    s->merges[s->merges_count++] = merge;
}

/* oddHeader, firstFooter; not headerFooter, which holds them. */
static bool is_aside(const char *name)
{
    struct span span = span_of(name);
    return strcmp(name, "headerFooter") != 0 && (span_ends(span, SPAN("Header")) || span_ends(span, SPAN("Footer")));
}

static bool on_start(void *context, const struct xml_element *e)
{
    struct sheet_loading *l = context;
    if (e->space != XML_SHEET)
        return !l->too_large;
    if (strcmp(e->name, "c") == 0) {
        begin_cell(l, e);
    } else if (strcmp(e->name, "v") == 0 || strcmp(e->name, "t") == 0) {
        l->text++;
    } else if (strcmp(e->name, "rPh") == 0) {
        l->phonetic++;
    } else if (strcmp(e->name, "row") == 0) {
        begin_row(l, e);
    } else if (strcmp(e->name, "mergeCell") == 0) {
        add_merge(l, e);
    } else if (strcmp(e->name, "col") == 0) {
        l->sheet->hidden_columns |= xml_flag(e, "hidden");
    } else if (is_aside(e->name)) {
        l->aside++;
    }
    return !l->too_large;
}

static void on_end(void *context, enum xml_space space, const char *name)
{
    struct sheet_loading *l = context;
    if (space != XML_SHEET)
        return;
    if (strcmp(name, "c") == 0) {
        end_cell(l);
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        l->text--;
    } else if (strcmp(name, "rPh") == 0) {
        l->phonetic--;
    } else if (is_aside(name)) {
        l->aside--;
        buf_char(&l->sheet->aside, ' ');
    }
}

static void on_text(void *context, struct span text)
{
    struct sheet_loading *l = context;
    if (l->aside > 0)
        buf_span(&l->sheet->aside, text);
    else if (l->in_cell && l->text > 0 && !l->phonetic)
        buf_span(&l->value, text);
}

/* Of cells and merges alike, which begin with their place. */
static int by_place(const void *a, const void *b)
{
    const struct xlsx_place *x = a, *y = b;
    if (x->row_idx != y->row_idx)
        return x->row_idx < y->row_idx ? -1 : 1;
    return x->col_idx < y->col_idx ? -1 : x->col_idx > y->col_idx;
}

bool xlsx_sheet_load(struct xlsx_sheet *sheet, const struct xlsx_book *book, struct package *package, const char *part,
                     struct buf *fault)
{
    static const struct xml_handler handler = { on_start, on_end, on_text };
    *sheet = (struct xlsx_sheet){ 0 };
    struct sheet_loading loading = { .sheet = sheet, .book = book };
    bool good = xml_read(package, part, &handler, &loading, fault);
    if (loading.too_large)
        buf_string(fault, _("文字太多（超过64兆字节）"));
    buf_fini(&loading.value);
    if (sheet->cells_count)
        qsort(sheet->cells, sheet->cells_count, sizeof *sheet->cells, by_place);
    if (sheet->merges_count)
        qsort(sheet->merges, sheet->merges_count, sizeof *sheet->merges, by_place);
    return good;
}

void xlsx_sheet_fini(struct xlsx_sheet *sheet)
{
    buf_fini(&sheet->text);
    buf_fini(&sheet->aside);
    free(sheet->cells);
    free(sheet->merges);
}
