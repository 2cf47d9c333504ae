/* SPDX-License-Identifier: MIT */
#include "document/html.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "document/html_charset.h"
#include "document/html_list.h"
#include "document/html_tag.h"

enum { LISTS_MAX = 64, DEPTH_MAX = 1000, NOTE_BYTES = 1024 * 1024 };

/* What an element does to the text. */
enum role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_BREAK,
    ROLE_CELL,
    ROLE_DELETED,
    ROLE_ITEM,
    ROLE_ORDERED,
    ROLE_PRE,
    ROLE_ROW,
    ROLE_SKIP,
    ROLE_TABLE,
    ROLE_TITLE,
    ROLE_UNORDERED,
};

/* In the order of the alphabet: looked up by halves. */
static const struct element {
    const char *name;
    enum role role;
} elements[] = {
    { "address", ROLE_BLOCK }, { "article", ROLE_BLOCK },  { "aside", ROLE_BLOCK },      { "blockquote", ROLE_BLOCK },
    { "body", ROLE_BLOCK },    { "br", ROLE_BREAK },       { "caption", ROLE_BLOCK },    { "center", ROLE_BLOCK },
    { "dd", ROLE_BLOCK },      { "del", ROLE_DELETED },    { "div", ROLE_BLOCK },        { "dl", ROLE_BLOCK },
    { "dt", ROLE_BLOCK },      { "fieldset", ROLE_BLOCK }, { "figcaption", ROLE_BLOCK }, { "figure", ROLE_BLOCK },
    { "footer", ROLE_BLOCK },  { "form", ROLE_BLOCK },     { "h1", ROLE_BLOCK },         { "h2", ROLE_BLOCK },
    { "h3", ROLE_BLOCK },      { "h4", ROLE_BLOCK },       { "h5", ROLE_BLOCK },         { "h6", ROLE_BLOCK },
    { "header", ROLE_BLOCK },  { "hr", ROLE_BLOCK },       { "iframe", ROLE_SKIP },      { "legend", ROLE_BLOCK },
    { "li", ROLE_ITEM },       { "main", ROLE_BLOCK },     { "nav", ROLE_BLOCK },        { "noscript", ROLE_SKIP },
    { "object", ROLE_SKIP },   { "ol", ROLE_ORDERED },     { "option", ROLE_SKIP },      { "p", ROLE_BLOCK },
    { "pre", ROLE_PRE },       { "rp", ROLE_SKIP },        { "rt", ROLE_SKIP },          { "script", ROLE_SKIP },
    { "section", ROLE_BLOCK }, { "select", ROLE_SKIP },    { "style", ROLE_SKIP },       { "svg", ROLE_SKIP },
    { "table", ROLE_TABLE },   { "td", ROLE_CELL },        { "template", ROLE_SKIP },    { "textarea", ROLE_SKIP },
    { "th", ROLE_CELL },       { "title", ROLE_TITLE },    { "tr", ROLE_ROW },           { "ul", ROLE_UNORDERED },
};

struct html {
    struct document *document;
    htmlParserCtxtPtr parser;
    struct html_list lists[LISTS_MAX];
    uint32_t lists_count;
    uint32_t depth;
    uint32_t skip, hidden, deleted, title, links; /* depth inside */
    uint32_t pre;
    struct buf label; /* of the list's item, before its first text */
    struct buf hidden_text, deleted_text, title_text, links_text;
    bool space, line_end; /* blanks are to come before the next character; a line's end among them */
    bool behind_wide;     /* the last character is no ASCII */
};

static int by_name(const void *name, const void *element)
{
    return strcmp(name, ((const struct element *)element)->name);
}

static enum role role_of(const char *name)
{
    const struct element *element =
        bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
    return element ? element->role : ROLE_INLINE;
}

static bool is_hidden(const xmlChar **attributes)
{
    struct span display = html_style(attributes, "display"), visibility = html_style(attributes, "visibility");
    return html_attribute(attributes, "hidden") || span_starts(display, SPAN("none")) ||
           span_starts(visibility, SPAN("hidden"));
}

/* Links to what stands elsewhere, said in HTML or by a role (WAI-ARIA, DPUB-ARIA): menus, contents, an index. */
static bool is_links(const char *name, const xmlChar **attributes)
{
    static const char *const roles[] = { "navigation", "doc-toc", "doc-index" };
    const char *role = html_attribute(attributes, "role");
    for (size_t i = 0; role && i < sizeof roles / sizeof *roles; i++)
        if (strcmp(role, roles[i]) == 0)
            return true;
    return strcmp(name, "nav") == 0;
}

static void block(struct html *h)
{
    document_block(h->document);
    h->space = h->line_end = h->behind_wide = false;
}

static void put(struct html *h, struct span text)
{
    if (h->label.bytes) {
        document_text(h->document, buf_view(&h->label));
        buf_clear(&h->label);
    }
    document_text(h->document, text);
}

/* Blanks between two characters of Chinese that only a line's end in the source made are none. */
static void put_space(struct html *h, bool before_wide)
{
    bool wanted = h->space && !document_at_start(h->document) && !(h->line_end && h->behind_wide && before_wide);
    h->space = h->line_end = false;
    if (wanted)
        document_text(h->document, SPAN(" "));
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

static void put_flowing(struct html *h, struct span text)
{
    while (text.bytes) {
        size_t blank = 0, word = 0;
        for (; blank < text.bytes && is_blank(text.at[blank]); blank++)
            h->line_end |= text.at[blank] == '\n' || text.at[blank] == '\r';
        h->space |= blank > 0;
        text.at += blank;
        text.bytes -= blank;
        while (word < text.bytes && !is_blank(text.at[word]))
            word++;
        if (!word)
            return;
        put_space(h, (unsigned char)*text.at >= 0x80);
        put(h, (struct span){ text.at, word });
        h->behind_wide = (unsigned char)text.at[word - 1] >= 0x80;
        text.at += word;
        text.bytes -= word;
    }
}

static void put_as_set(struct html *h, struct span text)
{
    while (text.bytes) {
        struct span line = span_line(&text);
        if (line.bytes)
            put(h, line);
        if (line.at + line.bytes < text.at)
            document_break(h->document);
    }
}

static void put_aside(struct buf *aside, struct span text)
{
    if (aside->bytes + text.bytes <= NOTE_BYTES)
        buf_span(aside, text);
}

static void on_text(void *context, const xmlChar *at, int bytes)
{
    struct html *h = context;
    struct span text = { (const char *)at, (size_t)bytes };
    if (h->skip)
        return;
    if (h->title)
        put_aside(&h->title_text, text);
    else if (h->links)
        put_aside(&h->links_text, text);
    else if (h->hidden)
        put_aside(&h->hidden_text, text);
    else if (h->deleted)
        put_aside(&h->deleted_text, text);
    else if (h->pre)
        put_as_set(h, text);
    else
        put_flowing(h, text);
}

static uint32_t span_attribute(const xmlChar **attributes, const char *name)
{
    const char *value = html_attribute(attributes, name);
    long number = value ? strtol(value, NULL, 10) : 1;
    return number < 0 || number > USHRT_MAX ? 1 : (uint32_t)number;
}

static void begin_item(struct html *h, const xmlChar **attributes)
{
    block(h);
    buf_clear(&h->label);
    if (h->lists_count)
        html_list_item(&h->lists[h->lists_count - 1], attributes, &h->label);
}

static void begin_list(struct html *h, bool ordered, const xmlChar **attributes)
{
    block(h);
    if (h->lists_count < LISTS_MAX)
        html_list_begin(&h->lists[h->lists_count++], ordered, attributes);
}

static void begin(struct html *h, enum role role, const xmlChar **attributes)
{
    switch (role) {
    case ROLE_BLOCK:
        block(h);
        break;
    case ROLE_BREAK:
        document_break(h->document);
        h->space = h->line_end = h->behind_wide = false;
        break;
    case ROLE_TABLE:
        block(h);
        document_table_begin(h->document);
        break;
    case ROLE_ROW:
        block(h);
        document_row_begin(h->document);
        break;
    case ROLE_CELL:
        block(h);
        document_cell_begin(h->document, span_attribute(attributes, "colspan"), span_attribute(attributes, "rowspan"));
        break;
    case ROLE_ORDERED:
    case ROLE_UNORDERED:
        begin_list(h, role == ROLE_ORDERED, attributes);
        break;
    case ROLE_ITEM:
        begin_item(h, attributes);
        break;
    case ROLE_PRE:
        block(h);
        h->pre++;
        break;
    case ROLE_DELETED:
        h->deleted++;
        break;
    case ROLE_TITLE:
        h->title++;
        break;
    case ROLE_INLINE:
    case ROLE_SKIP:
        break;
    }
}

static void end(struct html *h, enum role role)
{
    if (role != ROLE_INLINE && role != ROLE_BREAK && role != ROLE_DELETED && role != ROLE_TITLE)
        block(h);
    switch (role) {
    case ROLE_TABLE:
        document_table_end(h->document);
        break;
    case ROLE_ROW:
        document_row_end(h->document);
        break;
    case ROLE_CELL:
        document_cell_end(h->document);
        break;
    case ROLE_ORDERED:
    case ROLE_UNORDERED:
        h->lists_count -= h->lists_count > 0;
        break;
    case ROLE_ITEM:
        buf_clear(&h->label);
        break;
    case ROLE_PRE:
        h->pre -= h->pre > 0;
        break;
    case ROLE_DELETED:
        h->deleted -= h->deleted > 0;
        break;
    case ROLE_TITLE:
        h->title -= h->title > 0;
        break;
    default:
        break;
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct html *h = context;
    enum role role = role_of((const char *)name);
    if (++h->depth > DEPTH_MAX && !h->document->fault)
        h->document->fault = N_("嵌套太深");
    if (h->document->fault) {
        xmlStopParser(h->parser);
        return;
    }
    if (h->skip || role == ROLE_SKIP) {
        h->skip++;
        return;
    }
    if (h->hidden || (is_hidden(attributes) && role != ROLE_BREAK)) {
        h->hidden++;
        return;
    }
    if (h->links || is_links((const char *)name, attributes)) {
        block(h);
        h->links++;
        return;
    }
    begin(h, role, attributes);
}

static void on_end(void *context, const xmlChar *name)
{
    struct html *h = context;
    h->depth -= h->depth > 0;
    if (h->skip) {
        h->skip--;
    } else if (h->hidden) {
        if (--h->hidden == 0)
            put_aside(&h->hidden_text, SPAN(" "));
    } else if (h->links) {
        h->links--;
        put_aside(&h->links_text, SPAN(" "));
    } else {
        end(h, role_of((const char *)name));
    }
}

static void note(struct html *h, const char *what, struct buf *text)
{
    if (span_trim(buf_view(text)).bytes)
        document_note(h->document, what, buf_view(text));
    buf_fini(text);
}

static bool parse(struct html *h, struct span utf8)
{
    static const htmlSAXHandler sax = {
        .startElement = on_start, .endElement = on_end, .characters = on_text, .ignorableWhitespace = on_text
    };
    if (utf8.bytes > INT_MAX || !(h->parser = htmlNewParserCtxt()))
        return false;
    *h->parser->sax = sax;
    h->parser->userData = h;
    htmlCtxtReadMemory(h->parser, utf8.at, (int)utf8.bytes, NULL, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC);
    xmlFreeDoc(h->parser->myDoc);
    h->parser->myDoc = NULL;
    htmlFreeParserCtxt(h->parser);
    return true;
}

bool html_read(struct span content, struct document *document, struct buf *form, struct buf *fault)
{
    struct html h = { .document = document };
    struct buf utf8 = { 0 };
    uint32_t damaged;
    buf_string(form, "HTML ");
    html_charset_decode(content, &utf8, &damaged, form);
    bool endless = html_tag_endless(buf_view(&utf8));
    bool good = !endless && parse(&h, buf_view(&utf8));
    if (damaged) {
        struct buf line = { 0 };
        buf_printf(&line, _("%u 个字节不是 %s，已用 � 代替"), damaged, form->at);
        document_note(document, line.at, SPAN(""));
        buf_fini(&line);
    }
    if (!good)
        buf_string(fault, endless ? _("一个标签里的属性太多") : _("网页太大"));
    note(&h, _("网页标题未用"), &h.title_text);
    note(&h, _("网页里隐藏的文字未用"), &h.hidden_text);
    note(&h, _("网页的导航、目录、索引未用"), &h.links_text);
    note(&h, _("网页里标明删去的文字未用"), &h.deleted_text);
    buf_fini(&h.label);
    buf_fini(&utf8);
    return good;
}
