/* SPDX-License-Identifier: MIT */
#include "document/docx.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "document/aside.h"
#include "document/docx_body.h"
#include "document/relations.h"

static void set_number(struct docx *d)
{
    docx_paragraph(d)->num_id = xml_number(d->element, "val", STYLE_UNSAID);
}

static void set_level(struct docx *d)
{
    docx_paragraph(d)->level = xml_number(d->element, "val", STYLE_UNSAID);
}

static struct docx_style style_named(struct docx *d)
{
    return docx_styles_resolve(&d->styles, docx_styles_find(&d->styles, xml_attribute(d->element, "val")));
}

static void set_style(struct docx *d)
{
    struct docx_paragraph *p = docx_paragraph(d);
    p->style = style_named(d);
    d->run_hidden = p->style.hidden == 1;
}

static void set_run_style(struct docx *d)
{
    int hidden = style_named(d).hidden;
    if (hidden != STYLE_UNSAID)
        d->run_hidden = hidden == 1;
}

static void hide_run(struct docx *d)
{
    d->run_hidden = xml_is_on(d->element);
}

static void set_cell_cols(struct docx *d)
{
    long cols = xml_number(d->element, "val", 1);
    docx_table(d)->cell_cols = cols < 1 ? 1 : (uint32_t)cols;
}

static void set_cell_below(struct docx *d)
{
    docx_table(d)->cell_below = !span_equal(xml_attribute(d->element, "val"), SPAN("restart"));
}

static void set_cols_before(struct docx *d)
{
    long cols = xml_number(d->element, "val", 0);
    docx_table(d)->cols_before = cols < 0 ? 0 : (uint32_t)cols;
}

static void begin_run(struct docx *d)
{
    const struct docx_paragraph *p = docx_paragraph(d);
    d->run_hidden = p && p->style.hidden == 1;
}

static void begin_text(struct docx *d)
{
    d->text++;
}

static void end_text(struct docx *d)
{
    d->text--;
}

static void begin_reading(struct docx *d)
{
    d->reading++;
}

static void end_reading(struct docx *d)
{
    d->reading--;
}

static void begin_insertion(struct docx *d)
{
    d->insertions += d->properties == PROPERTIES_NONE;
}

/* Of a run; those of properties are places of stops. */
static void put_tab(struct docx *d)
{
    if (d->properties == PROPERTIES_NONE)
        docx_put_text(d, SPAN(" "));
}

static void put_hyphen(struct docx *d)
{
    docx_put_text(d, SPAN("-"));
}

static void begin_box(struct docx *d)
{
    document_box_begin(d->document);
}

static void end_box(struct docx *d)
{
    document_box_end(d->document);
}

/* In the order of the alphabet: looked up by halves. */
static const struct docx_word {
    const char *name;
    void (*begin)(struct docx *docx);
    void (*end)(struct docx *docx);
    enum docx_properties of;    /* it counts only among these */
    enum docx_properties opens; /* it holds these */
} words[] = {
    { .name = "br", .begin = docx_put_break },
    { .name = "cr", .begin = docx_put_break },
    { .name = "del", .begin = docx_begin_deletion, .end = docx_end_deletion },
    { .name = "delText", .begin = begin_text, .end = end_text },
    { .name = "gridBefore", .begin = set_cols_before, .of = PROPERTIES_ROW },
    { .name = "gridSpan", .begin = set_cell_cols, .of = PROPERTIES_CELL },
    { .name = "ilvl", .begin = set_level, .of = PROPERTIES_PARAGRAPH },
    { .name = "ins", .begin = begin_insertion },
    { .name = "moveFrom", .begin = docx_begin_deletion, .end = docx_end_deletion },
    { .name = "moveTo", .begin = begin_insertion },
    { .name = "noBreakHyphen", .begin = put_hyphen },
    { .name = "numId", .begin = set_number, .of = PROPERTIES_PARAGRAPH },
    { .name = "p", .begin = docx_begin_paragraph, .end = docx_end_paragraph },
    { .name = "pPr", .opens = PROPERTIES_PARAGRAPH },
    { .name = "pStyle", .begin = set_style, .of = PROPERTIES_PARAGRAPH },
    { .name = "r", .begin = begin_run },
    { .name = "rPr", .opens = PROPERTIES_RUN },
    { .name = "rStyle", .begin = set_run_style, .of = PROPERTIES_RUN },
    { .name = "rt", .begin = begin_reading, .end = end_reading },
    { .name = "sym", .begin = docx_put_symbol },
    { .name = "t", .begin = begin_text, .end = end_text },
    { .name = "tab", .begin = put_tab },
    { .name = "tbl", .begin = docx_begin_table, .end = docx_end_table },
    { .name = "tc", .begin = docx_begin_cell, .end = docx_end_cell },
    { .name = "tcPr", .opens = PROPERTIES_CELL },
    { .name = "tr", .begin = docx_begin_row, .end = docx_end_row },
    { .name = "trPr", .opens = PROPERTIES_ROW },
    { .name = "txbxContent", .begin = begin_box, .end = end_box },
    { .name = "vMerge", .begin = set_cell_below, .of = PROPERTIES_CELL },
    { .name = "vanish", .begin = hide_run, .of = PROPERTIES_RUN },
};

static int by_name(const void *name, const void *word)
{
    return strcmp(name, ((const struct docx_word *)word)->name);
}

static const struct docx_word *find_word(const char *name)
{
    return bsearch(name, words, sizeof words / sizeof *words, sizeof *words, by_name);
}

/* A run's properties inside a paragraph's are those of its mark: they stay the paragraph's. */
static void begin_word(struct docx *d, const struct docx_word *word)
{
    /* A broken file may have properties of no paragraph, of no table. */
    bool owned =
        word->of == PROPERTIES_PARAGRAPH ? docx_paragraph(d) != NULL : word->of == PROPERTIES_RUN || docx_table(d);
    if (word->opens && d->properties == PROPERTIES_NONE)
        d->properties = word->opens;
    else if (word->begin && (!word->of || (word->of == d->properties && owned)))
        word->begin(d);
}

static void end_word(struct docx *d, const struct docx_word *word)
{
    bool of_mark = word->opens == PROPERTIES_RUN && d->properties == PROPERTIES_PARAGRAPH;
    if (word->opens && !of_mark)
        d->properties = PROPERTIES_NONE;
    if (word->opens == PROPERTIES_CELL)
        docx_open_cell(d);
    if (word->end)
        word->end(d);
}

static bool on_start(void *context, const struct xml_element *e)
{
    struct docx *d = context;
    /* The same again for old programs; what properties were before a change. */
    bool again = e->space == XML_CHOICE && strcmp(e->name, "Fallback") == 0;
    if (d->skip || again || (e->space == XML_WORD && span_ends(span_of(e->name), SPAN("PrChange")))) {
        d->skip++;
        return true;
    }
    const struct docx_word *word = e->space == XML_WORD ? find_word(e->name) : NULL;
    d->element = e;
    if (word)
        begin_word(d, word);
    else if ((e->space == XML_MATH || e->space == XML_DRAWING) && strcmp(e->name, "t") == 0)
        d->text++;
    else if (e->space == XML_OTHER && strcmp(e->name, "textpath") == 0)
        document_note(d->document, _("艺术字未用"), xml_attribute(e, "string"));
    return !d->document->fault;
}

static void on_end(void *context, enum xml_space space, const char *name)
{
    struct docx *d = context;
    if (d->skip) {
        d->skip--;
        return;
    }
    const struct docx_word *word = space == XML_WORD ? find_word(name) : NULL;
    if (word)
        end_word(d, word);
    else if ((space == XML_MATH || space == XML_DRAWING) && strcmp(name, "t") == 0)
        d->text--;
}

static void on_text(void *context, struct span text)
{
    struct docx *d = context;
    if (!d->skip && d->text > 0)
        docx_put_text(d, text);
}

static bool read_body(struct docx *d, struct package *package, const char *part, const struct relations *relations,
                      struct buf *fault)
{
    static const struct xml_handler handler = { on_start, on_end, on_text };
    if (!docx_styles_load(&d->styles, package, relations_by_kind(relations, "styles"), fault) ||
        !numbering_load(&d->numbering, package, relations_by_kind(relations, "numbering"), fault))
        return false;
    d->plain = docx_styles_resolve(&d->styles, docx_styles_find(&d->styles, (struct span){ 0 }));
    if (!xml_read(package, part, &handler, d, fault))
        return false;
    if (d->insertions) {
        struct buf line = { 0 };
        buf_printf(&line, _("修订中插入的 %u 处文字已计入"), d->insertions);
        document_note(d->document, line.at, SPAN(""));
        buf_fini(&line);
    }
    return aside_note(package, relations, d->document, fault);
}

bool docx_read(struct package *package, const char *part, struct document *document, struct buf *fault)
{
    struct docx d = { .document = document };
    struct relations relations;
    bool good = relations_load(&relations, package, part, fault) && read_body(&d, package, part, &relations, fault);
    relations_fini(&relations);
    numbering_fini(&d.numbering);
    docx_styles_fini(&d.styles);
    buf_fini(&d.deletion);
    buf_fini(&d.hidden);
    buf_fini(&d.contents);
    buf_fini(&d.readings);
    return good;
}
