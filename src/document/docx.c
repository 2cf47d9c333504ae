/* SPDX-License-Identifier: MIT */
#include "document/docx.h"

#include <string.h>

#include "base/i18n.h"
#include "document/aside.h"
#include "document/docx_body.h"
#include "document/relations.h"

enum word {
    WORD_BR,
    WORD_CR,
    WORD_DEL,
    WORD_DEL_TEXT,
    WORD_GRID_BEFORE,
    WORD_GRID_SPAN,
    WORD_ILVL,
    WORD_INS,
    WORD_MOVE_FROM,
    WORD_MOVE_TO,
    WORD_NO_BREAK_HYPHEN,
    WORD_NUM_ID,
    WORD_P,
    WORD_P_PR,
    WORD_CHANGE,
    WORD_P_STYLE,
    WORD_R,
    WORD_R_PR,
    WORD_R_STYLE,
    WORD_RT,
    WORD_SYM,
    WORD_T,
    WORD_TAB,
    WORD_TBL,
    WORD_TC,
    WORD_TC_PR,
    WORD_TR,
    WORD_TR_PR,
    WORD_BOX,
    WORD_V_MERGE,
    WORD_VANISH,
    WORDS_COUNT,
    WORD_NONE = WORDS_COUNT
};

/* In the order of the alphabet: looked up by halves. */
static const struct {
    const char *name;
    enum word word;
} words[] = {
    { "br", WORD_BR },
    { "cr", WORD_CR },
    { "del", WORD_DEL },
    { "delText", WORD_DEL_TEXT },
    { "gridBefore", WORD_GRID_BEFORE },
    { "gridSpan", WORD_GRID_SPAN },
    { "ilvl", WORD_ILVL },
    { "ins", WORD_INS },
    { "moveFrom", WORD_MOVE_FROM },
    { "moveTo", WORD_MOVE_TO },
    { "noBreakHyphen", WORD_NO_BREAK_HYPHEN },
    { "numId", WORD_NUM_ID },
    { "p", WORD_P },
    { "pPr", WORD_P_PR },
    { "pPrChange", WORD_CHANGE },
    { "pStyle", WORD_P_STYLE },
    { "r", WORD_R },
    { "rPr", WORD_R_PR },
    { "rPrChange", WORD_CHANGE },
    { "rStyle", WORD_R_STYLE },
    { "rt", WORD_RT },
    { "sym", WORD_SYM },
    { "t", WORD_T },
    { "tab", WORD_TAB },
    { "tbl", WORD_TBL },
    { "tc", WORD_TC },
    { "tcPr", WORD_TC_PR },
    { "tcPrChange", WORD_CHANGE },
    { "tr", WORD_TR },
    { "trPr", WORD_TR_PR },
    { "trPrChange", WORD_CHANGE },
    { "txbxContent", WORD_BOX },
    { "vMerge", WORD_V_MERGE },
    { "vanish", WORD_VANISH },
};

static enum word find_word(const char *name)
{
    size_t from = 0, to = sizeof words / sizeof *words;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = strcmp(words[middle].name, name);
        if (order == 0)
            return words[middle].word;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return WORD_NONE;
}

/* Between two properties: what an element there says of the paragraph, the run, the cell. */
static void set_property(struct docx *d, enum word word, const struct xml_element *e)
{
    struct docx_paragraph *p = docx_paragraph(d);
    struct docx_table *t = docx_table(d);
    bool of_paragraph = d->properties == PROPERTIES_PARAGRAPH && p, of_run = d->properties == PROPERTIES_RUN;
    if (of_paragraph && word == WORD_NUM_ID) {
        p->num_id = xml_number(e, "val", STYLE_UNSAID);
    } else if (of_paragraph && word == WORD_ILVL) {
        p->level = xml_number(e, "val", STYLE_UNSAID);
    } else if (of_paragraph && word == WORD_P_STYLE) {
        p->style = docx_styles_resolve(&d->styles, docx_styles_find(&d->styles, xml_attribute(e, "val")));
        d->run_hidden = p->style.hidden == 1;
    } else if (of_run && word == WORD_VANISH) {
        d->run_hidden = xml_is_on(e);
    } else if (of_run && word == WORD_R_STYLE) {
        struct docx_style style =
            docx_styles_resolve(&d->styles, docx_styles_find(&d->styles, xml_attribute(e, "val")));
        if (style.hidden != STYLE_UNSAID)
            d->run_hidden = style.hidden == 1;
    } else if (t && d->properties == PROPERTIES_CELL && word == WORD_GRID_SPAN) {
        long cols = xml_number(e, "val", 1);
        t->cell_cols = cols < 1 ? 1 : (uint32_t)cols;
    } else if (t && d->properties == PROPERTIES_CELL && word == WORD_V_MERGE) {
        t->cell_below = !span_equal(xml_attribute(e, "val"), SPAN("restart"));
    } else if (t && d->properties == PROPERTIES_ROW && word == WORD_GRID_BEFORE) {
        long cols = xml_number(e, "val", 0);
        t->cols_before = cols < 0 ? 0 : (uint32_t)cols;
    }
}

/* A run's properties inside a paragraph's are those of its mark: they stay the paragraph's. */
static void begin_properties(struct docx *d, enum word word)
{
    if (d->properties == PROPERTIES_NONE)
        d->properties = word == WORD_P_PR    ? PROPERTIES_PARAGRAPH
                        : word == WORD_R_PR  ? PROPERTIES_RUN
                        : word == WORD_TR_PR ? PROPERTIES_ROW
                                             : PROPERTIES_CELL;
}

static void end_properties(struct docx *d, enum word word)
{
    if (word == WORD_R_PR && d->properties == PROPERTIES_PARAGRAPH)
        return;
    d->properties = PROPERTIES_NONE;
    if (word == WORD_TC_PR)
        docx_open_cell(d);
}

static bool begin_word(struct docx *d, enum word word, const struct xml_element *e)
{
    const struct docx_paragraph *p = docx_paragraph(d);
    switch (word) {
    case WORD_P:
        return docx_begin_paragraph(d);
    case WORD_TBL:
        return docx_begin_table(d);
    case WORD_TR:
        docx_begin_row(d);
        break;
    case WORD_TC:
        docx_begin_cell(d);
        break;
    case WORD_BOX:
        document_box_begin(d->document);
        break;
    case WORD_P_PR:
    case WORD_R_PR:
    case WORD_TR_PR:
    case WORD_TC_PR:
        begin_properties(d, word);
        break;
    case WORD_R:
        d->run_hidden = p && p->style.hidden == 1;
        break;
    case WORD_T:
    case WORD_DEL_TEXT:
        d->text++;
        break;
    case WORD_DEL:
    case WORD_MOVE_FROM:
        docx_begin_deletion(d);
        break;
    case WORD_INS:
    case WORD_MOVE_TO:
        d->insertions += d->properties == PROPERTIES_NONE;
        break;
    case WORD_RT:
        d->reading++;
        break;
    case WORD_TAB: /* of a run; those of properties are places of stops */
        if (d->properties == PROPERTIES_NONE)
            docx_put_text(d, SPAN(" "));
        break;
    case WORD_BR:
    case WORD_CR:
        docx_put_break(d);
        break;
    case WORD_NO_BREAK_HYPHEN:
        docx_put_text(d, SPAN("-"));
        break;
    case WORD_SYM:
        docx_put_symbol(d, e);
        break;
    default:
        set_property(d, word, e);
    }
    return true;
}

static bool on_start(void *context, const struct xml_element *e)
{
    struct docx *d = context;
    enum word word = find_word(e->name);
    bool fallback = e->space == XML_CHOICE && strcmp(e->name, "Fallback") == 0;
    if (d->skip || fallback || (e->space == XML_WORD && word == WORD_CHANGE)) {
        d->skip++; /* the same again for old programs; what properties were before a change */
        return true;
    }
    if (e->space == XML_WORD && word != WORD_NONE)
        return begin_word(d, word, e) && !d->document->fault;
    if (word == WORD_T && (e->space == XML_MATH || e->space == XML_DRAWING))
        d->text++;
    else if (e->space == XML_OTHER && strcmp(e->name, "textpath") == 0)
        document_note(d->document, _("艺术字未用"), xml_attribute(e, "string"));
    return !d->document->fault;
}

static void end_word(struct docx *d, enum word word)
{
    switch (word) {
    case WORD_P:
        docx_end_paragraph(d);
        break;
    case WORD_TBL:
        docx_end_table(d);
        break;
    case WORD_TR:
        docx_end_row(d);
        break;
    case WORD_TC:
        docx_end_cell(d);
        break;
    case WORD_BOX:
        document_box_end(d->document);
        break;
    case WORD_P_PR:
    case WORD_R_PR:
    case WORD_TR_PR:
    case WORD_TC_PR:
        end_properties(d, word);
        break;
    case WORD_DEL_TEXT:
        d->text--;
        break;
    case WORD_DEL:
    case WORD_MOVE_FROM:
        if (d->properties == PROPERTIES_NONE && d->deleted)
            d->deleted--;
        break;
    case WORD_RT:
        d->reading--;
        break;
    default:
        break;
    }
}

static void on_end(void *context, enum xml_space space, const char *name)
{
    struct docx *d = context;
    if (d->skip) {
        d->skip--;
        return;
    }
    enum word word = find_word(name);
    if (word == WORD_T && (space == XML_WORD || space == XML_MATH || space == XML_DRAWING))
        d->text--;
    else if (space == XML_WORD)
        end_word(d, word);
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
