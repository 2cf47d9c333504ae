/* SPDX-License-Identifier: MIT */
#include "document/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/relations.h"
#include "document/xlsx_format.h"
#include "document/xml.h"

struct custom {
    long id;
    struct span code;
};

struct book_loading {
    struct xlsx_book *book;
    const struct relations *relations;
    int text, phonetic; /* depth */
    bool in_cell_formats;
    struct custom *customs;
    size_t customs_count, customs_cap;
};

static struct span keep(struct book_loading *l, struct span value)
{
    return (struct span){ arena_copy(&l->book->arena, value.at ? value.at : "", value.bytes), value.bytes };
}

/* Shared strings: <si> of <t>, or of runs <r><t>; the reading of Han (<rPh>) is no text of the cell. */
static bool strings_start(void *context, const struct xml_element *e)
{
    struct book_loading *l = context;
    l->text += strcmp(e->name, "t") == 0;
    l->phonetic += strcmp(e->name, "rPh") == 0;
    return true;
}

static void strings_end(void *context, enum xml_space space, const char *name)
{
    struct book_loading *l = context;
    struct xlsx_book *b = l->book;
    (void)space;
    if (strcmp(name, "t") == 0) {
        l->text--;
    } else if (strcmp(name, "rPh") == 0) {
        l->phonetic--;
    } else if (strcmp(name, "si") == 0) {
        MEM_GROW(b->string_ends, b->strings_count + 1, b->strings_cap);
        b->string_ends[b->strings_count++] = b->strings.bytes;
    }
}

static void strings_text(void *context, struct span text)
{
    struct book_loading *l = context;
    if (l->text > 0 && !l->phonetic)
        buf_span(&l->book->strings, text);
}

static struct span code_of(const struct book_loading *l, long id)
{
    for (size_t i = 0; i < l->customs_count; i++)
        if (l->customs[i].id == id)
            return l->customs[i].code;
    const char *code = xlsx_format_builtin(id);
    return code ? span_of(code) : (struct span){ 0 };
}

static bool styles_start(void *context, const struct xml_element *e)
{
    struct book_loading *l = context;
    struct xlsx_book *b = l->book;
    if (strcmp(e->name, "numFmt") == 0) {
        MEM_GROW(l->customs, l->customs_count + 1, l->customs_cap);
        l->customs[l->customs_count++] =
            (struct custom){ xml_number(e, "numFmtId", -1), keep(l, xml_attribute(e, "formatCode")) };
    } else if (strcmp(e->name, "cellXfs") == 0) {
        l->in_cell_formats = true;
    } else if (strcmp(e->name, "xf") == 0 && l->in_cell_formats) {
        MEM_GROW(b->cell_formats, b->cell_formats_count + 1, b->cell_formats_cap);
        b->cell_formats[b->cell_formats_count++] = code_of(l, xml_number(e, "numFmtId", 0));
    }
    return true;
}

static void styles_end(void *context, enum xml_space space, const char *name)
{
    struct book_loading *l = context;
    (void)space;
    if (strcmp(name, "cellXfs") == 0)
        l->in_cell_formats = false;
}

static bool book_start(void *context, const struct xml_element *e)
{
    struct book_loading *l = context;
    struct xlsx_book *b = l->book;
    if (e->space != XML_SHEET)
        return true;
    if (strcmp(e->name, "workbookPr") == 0) {
        b->since_1904 = xml_flag(e, "date1904");
    } else if (strcmp(e->name, "sheet") == 0) {
        struct span state = xml_attribute(e, "state");
        const char *part = relations_by_id(l->relations, xml_attribute(e, "id"));
        MEM_GROW(b->sheets, b->sheets_count + 1, b->sheets_cap);
        b->sheets[b->sheets_count++] = (struct xlsx_sheet_name){
            keep(l, xml_attribute(e, "name")).at,
            part ? keep(l, span_of(part)).at : NULL,
            span_equal(state, SPAN("hidden")) || span_equal(state, SPAN("veryHidden")),
        };
    }
    return true;
}

bool xlsx_book_load(struct xlsx_book *book, struct package *package, const char *part, struct buf *fault)
{
    static const struct xml_handler strings = { strings_start, strings_end, strings_text };
    static const struct xml_handler styles = { .start = styles_start, .end = styles_end };
    static const struct xml_handler sheets = { .start = book_start };
    struct relations relations;
    *book = (struct xlsx_book){ 0 };
    struct book_loading loading = { .book = book, .relations = &relations };
    bool good = relations_load(&relations, package, part, fault);
    const char *strings_part = relations_by_kind(&relations, "sharedStrings");
    const char *styles_part = relations_by_kind(&relations, "styles");
    good = good && xml_read(package, part, &sheets, &loading, fault);
    good = good && (!strings_part || xml_read(package, strings_part, &strings, &loading, fault));
    good = good && (!styles_part || xml_read(package, styles_part, &styles, &loading, fault));
    free(loading.customs);
    relations_fini(&relations);
    return good;
}

void xlsx_book_fini(struct xlsx_book *book)
{
    buf_fini(&book->strings);
    free(book->string_ends);
    free(book->cell_formats);
    free(book->sheets);
    arena_fini(&book->arena);
}

struct span xlsx_book_string(const struct xlsx_book *book, long no)
{
    if (no < 0 || (size_t)no >= book->strings_count || !book->strings.at)
        return (struct span){ 0 };
    size_t from = no ? book->string_ends[no - 1] : 0;
    return (struct span){ book->strings.at + from, book->string_ends[no] - from };
}

struct span xlsx_book_format(const struct xlsx_book *book, long style)
{
    return style >= 0 && (size_t)style < book->cell_formats_count ? book->cell_formats[style] : (struct span){ 0 };
}
