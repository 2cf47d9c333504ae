/* SPDX-License-Identifier: MIT */
#include "document/docx_body.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"

struct docx_paragraph *docx_paragraph(struct docx *d)
{
    return d->paragraphs_count ? &d->paragraphs[d->paragraphs_count - 1] : NULL;
}

struct docx_table *docx_table(struct docx *d)
{
    return d->tables_count ? &d->tables[d->tables_count - 1] : NULL;
}

static void too_deep(struct docx *d)
{
    if (!d->document->fault)
        d->document->fault = N_("表格、文本框嵌套太深");
}

/* Text of the body, or of what stands in the account instead. */
void docx_put_text(struct docx *d, struct span text)
{
    const struct docx_paragraph *p = docx_paragraph(d);
    struct buf *aside = d->reading               ? &d->readings
                        : d->deleted             ? &d->deletion
                        : d->run_hidden          ? &d->hidden
                        : p && p->style.contents ? &d->contents
                                                 : NULL;
    if (!aside)
        document_text(d->document, text);
    else if (aside->bytes < DOCUMENT_TEXT_BYTES)
        buf_span(aside, text);
}

void docx_put_symbol(struct docx *d)
{
    struct span code = xml_attribute(d->element, "char");
    char hex[9] = { 0 };
    if (!code.at || code.bytes >= sizeof hex)
        return;
    memcpy(hex, code.at, code.bytes);
    unsigned long character = strtoul(hex, NULL, 16);
    struct buf text = { 0 };
    if (character >= ' ' && character < 0xd800)
        utf8_put(&text, (uint32_t)character);
    if (text.bytes)
        docx_put_text(d, buf_view(&text));
    else /* a picture of a symbol font: which it is only that font knows */
        document_note(d->document, _("符号字体的符号未用"), code);
    buf_fini(&text);
}

static void note_aside(struct docx *d, struct buf *aside, const char *what)
{
    if (aside->bytes)
        document_note(d->document, what, buf_view(aside));
    buf_clear(aside);
}

/* The level that a style has where it does not say so itself: the one that names the style. */
static long level_of_style(const struct numbering_abstract *abstract, const struct docx_style *style)
{
    for (int i = 0; style->id && i < NUMBERING_LEVELS; i++)
        if (abstract->levels[i].style && strcmp(abstract->levels[i].style, style->id) == 0)
            return i;
    return 0;
}

static void put_number(struct docx *d, const struct docx_paragraph *p)
{
    enum { LINKS_MAX = 4 };
    long id = p->num_id != STYLE_UNSAID ? p->num_id : p->style.num_id;
    struct numbering_num *num = id > 0 ? numbering_find(&d->numbering, id) : NULL;
    struct numbering_abstract *abstract = num ? numbering_abstract_find(&d->numbering, num->abstract_id) : NULL;
    for (int i = 0; i < LINKS_MAX && abstract && abstract->style_link; i++) {
        const struct docx_style *link = docx_styles_find(&d->styles, span_of(abstract->style_link));
        num = link ? numbering_find(&d->numbering, link->num_id) : NULL;
        abstract = num ? numbering_abstract_find(&d->numbering, num->abstract_id) : NULL;
    }
    if (!abstract)
        return;
    long level = p->level != STYLE_UNSAID         ? p->level
                 : p->style.level != STYLE_UNSAID ? p->style.level
                                                  : level_of_style(abstract, &p->style);
    if (level < 0 || level >= NUMBERING_LEVELS)
        return;
    struct buf label = { 0 };
    numbering_count(abstract, num, (int)level, &label);
    if (label.bytes)
        document_label(d->document, buf_view(&label));
    buf_fini(&label);
}

void docx_open_cell(struct docx *d)
{
    struct docx_table *t = docx_table(d);
    if (!t || t->cell_begun || t->row_deleted)
        return;
    if (!t->row_begun) {
        document_row_begin(d->document);
        if (t->cols_before) {
            document_cell_begin(d->document, t->cols_before, 1);
            document_cell_end(d->document);
        }
    }
    t->row_begun = t->cell_begun = true;
    if (t->cell_below)
        document_cell_below(d->document, t->cell_cols);
    else
        document_cell_begin(d->document, t->cell_cols, 1);
}

void docx_begin_paragraph(struct docx *d)
{
    if (d->paragraphs_count == DOCX_OPEN_MAX) {
        too_deep(d);
        return;
    }
    docx_open_cell(d);
    d->paragraphs[d->paragraphs_count++] =
        (struct docx_paragraph){ .num_id = STYLE_UNSAID, .level = STYLE_UNSAID, .style = d->plain };
    d->run_hidden = d->plain.hidden == 1;
}

void docx_end_paragraph(struct docx *d)
{
    struct docx_paragraph *p = docx_paragraph(d);
    const struct docx_table *t = docx_table(d);
    if (!p)
        return;
    if (!p->mark_deleted && !p->style.contents && !(t && t->row_deleted)) {
        put_number(d, p);
        document_paragraph(d->document);
    }
    note_aside(d, &d->deletion, _("修订中删去的文字未用"));
    note_aside(d, &d->hidden, _("隐藏的文字未用"));
    note_aside(d, &d->contents, _("目录未用"));
    note_aside(d, &d->readings, _("注音未用"));
    d->paragraphs_count--;
    d->run_hidden = false;
}

void docx_begin_table(struct docx *d)
{
    if (d->tables_count == DOCX_OPEN_MAX) {
        too_deep(d);
        return;
    }
    docx_open_cell(d);
    document_table_begin(d->document);
    d->tables[d->tables_count++] = (struct docx_table){ .cell_cols = 1 };
}

void docx_begin_row(struct docx *d)
{
    struct docx_table *t = docx_table(d);
    if (t)
        *t = (struct docx_table){ .cell_cols = 1 };
}

void docx_end_row(struct docx *d)
{
    struct docx_table *t = docx_table(d);
    if (!t)
        return;
    if (t->row_deleted)
        d->deleted--;
    else
        document_row_end(d->document);
    t->row_deleted = false;
}

void docx_end_table(struct docx *d)
{
    if (!d->tables_count)
        return;
    d->tables_count--;
    document_table_end(d->document);
}

void docx_begin_cell(struct docx *d)
{
    struct docx_table *t = docx_table(d);
    if (!t)
        return;
    t->cell_begun = t->cell_below = false;
    t->cell_cols = 1;
}

void docx_end_cell(struct docx *d)
{
    struct docx_table *t = docx_table(d);
    docx_open_cell(d);
    if (!t || !t->cell_begun)
        return;
    document_cell_end(d->document);
    t->cell_begun = false;
}

void docx_put_break(struct docx *d)
{
    const struct docx_paragraph *p = docx_paragraph(d);
    bool aside = d->reading || d->deleted || d->run_hidden || (p && p->style.contents);
    if (!aside)
        document_break(d->document);
}

void docx_begin_deletion(struct docx *d)
{
    struct docx_paragraph *p = docx_paragraph(d);
    struct docx_table *t = docx_table(d);
    if (d->properties == PROPERTIES_NONE) {
        d->deleted++;
    } else if (d->properties == PROPERTIES_PARAGRAPH && p) {
        p->mark_deleted = true;
    } else if (d->properties == PROPERTIES_ROW && t && !t->row_begun && !t->row_deleted) {
        t->row_deleted = true;
        d->deleted++;
    }
}

void docx_end_deletion(struct docx *d)
{
    if (d->properties == PROPERTIES_NONE && d->deleted)
        d->deleted--;
}
