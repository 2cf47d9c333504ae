/* SPDX-License-Identifier: MIT */
#include "document/xml.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/text.h"

enum { SPACES_MAX = 8, TAG_VALUES_MAX = 5000 };

struct reading {
    xmlParserCtxtPtr parser;
    const struct xml_handler *handler;
    void *context;
    int depth;
    bool ended; /* by start() */
    bool in_tag;
    uint32_t tag_values;
    const char *refused;
    /* libxml2 keeps one copy of each URI of a document: comparing pointers is enough once it is known. */
    struct known {
        const xmlChar *uri;
        enum xml_space space;
    } known[SPACES_MAX];
    int known_count;
};

static enum xml_space space_of(const char *uri)
{
    static const struct {
        const char *tail;
        enum xml_space space;
    } spaces[] = {
        { "/wordprocessingml/2006/main", XML_WORD },  { "/wordprocessingml/main", XML_WORD },
        { "/spreadsheetml/2006/main", XML_SHEET },    { "/spreadsheetml/main", XML_SHEET },
        { "/drawingml/2006/main", XML_DRAWING },      { "/drawingml/main", XML_DRAWING },
        { "/officeDocument/2006/math", XML_MATH },    { "/officeDocument/math", XML_MATH },
        { "/markup-compatibility/2006", XML_CHOICE }, { "/package/2006/relationships", XML_RELATION },
    };
    for (size_t i = 0; uri && i < sizeof spaces / sizeof *spaces; i++)
        if (span_ends(span_of(uri), span_of(spaces[i].tail)))
            return spaces[i].space;
    return XML_OTHER;
}

static enum xml_space find_space(struct reading *r, const xmlChar *uri)
{
    for (int i = 0; i < r->known_count; i++)
        if (r->known[i].uri == uri)
            return r->known[i].space;
    enum xml_space space = space_of((const char *)uri);
    if (r->known_count < SPACES_MAX)
        r->known[r->known_count++] = (struct known){ uri, space };
    return space;
}

static void stop(struct reading *r, const char *why)
{
    if (why && !r->refused)
        r->refused = why;
    r->ended = true;
    xmlStopParser(r->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces_count,
                     const xmlChar **spaces, int attributes_count, int defaulted_count, const xmlChar **attributes)
{
    struct reading *r = context;
    (void)prefix, (void)spaces_count, (void)spaces, (void)defaulted_count;
    if (r->ended)
        return;
    if (++r->depth > XML_DEPTH_MAX) {
        stop(r, N_("嵌套太深"));
        return;
    }
    struct xml_element element = { find_space(r, uri), (const char *)name, attributes_count, attributes };
    if (r->handler->start && !r->handler->start(r->context, &element))
        stop(r, NULL);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reading *r = context;
    (void)prefix;
    if (r->ended)
        return;
    r->depth--;
    if (r->handler->end)
        r->handler->end(r->context, find_space(r, uri), (const char *)name);
}

static void on_text(void *context, const xmlChar *text, int bytes)
{
    struct reading *r = context;
    if (!r->ended && r->handler->text)
        r->handler->text(r->context, (struct span){ (const char *)text, (size_t)bytes });
}

static void on_document_type(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    stop(context, N_("含有文档类型声明（DTD、实体），拒绝读入"));
}

static bool reading_start(struct reading *r)
{
    static const xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_document_type,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .cdataBlock = on_text,
        .ignorableWhitespace = on_text,
    };
    xmlSAXHandler copy = sax;
    r->parser = xmlCreatePushParserCtxt(&copy, r, NULL, 0, NULL);
    if (r->parser)
        xmlCtxtUseOptions(r->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    return r->parser != NULL;
}

/* libxml2 compares each attribute of an element with all before it. */
static bool has_endless_tag(struct reading *r, struct span piece)
{
    for (size_t i = 0; i < piece.bytes; i++) {
        char c = piece.at[i];
        if (c == '<') {
            r->in_tag = true;
            r->tag_values = 0;
        } else if (c == '>') {
            r->in_tag = false;
        } else if (c == '=' && r->in_tag && ++r->tag_values > TAG_VALUES_MAX) {
            return true;
        }
    }
    return false;
}

static bool take(void *context, struct span piece)
{
    struct reading *r = context;
    if (has_endless_tag(r, piece))
        stop(r, N_("一个标签里的属性太多"));
    while (piece.bytes && !r->ended) {
        int bytes = piece.bytes > 1 << 20 ? 1 << 20 : (int)piece.bytes;
        if (xmlParseChunk(r->parser, piece.at, bytes, 0) != 0 && !r->ended)
            return false;
        piece.at += bytes;
        piece.bytes -= (size_t)bytes;
    }
    return !r->ended;
}

/* good: all bytes were there. */
static bool reading_end(struct reading *r, bool good, const char *part, struct buf *fault)
{
    bool well_formed = xmlParseChunk(r->parser, NULL, 0, 1) == 0;
    if (r->refused) {
        buf_printf(fault, "%s：", _(r->refused));
        text_clean_to(fault, span_of(part));
    } else if (!well_formed && !r->ended && !fault->bytes) {
        buf_string(fault, _("不是完好的 XML："));
        text_clean_to(fault, span_of(part));
    }
    xmlFreeParserCtxt(r->parser);
    return good && well_formed && !r->ended;
}

bool xml_read(struct package *package, const char *part, const struct xml_handler *handler, void *context,
              struct buf *fault)
{
    struct reading r = { .handler = handler, .context = context };
    if (!reading_start(&r))
        return false;
    bool good = package_read(package, part, take, &r, fault);
    return reading_end(&r, good, part, fault);
}

struct span xml_attribute(const struct xml_element *element, const char *name)
{
    for (int i = 0; i < element->attributes_count; i++) {
        const unsigned char **at = element->attributes + 5 * i;
        if (strcmp((const char *)at[0], name) == 0)
            return (struct span){ (const char *)at[3], (size_t)(at[4] - at[3]) };
    }
    return (struct span){ 0 };
}

long xml_number(const struct xml_element *element, const char *name, long otherwise)
{
    enum { LARGEST = 100000000 };
    struct span value = xml_attribute(element, name);
    bool negative = value.bytes && value.at[0] == '-';
    long number = 0;
    if (value.bytes <= (size_t)negative)
        return otherwise;
    for (size_t i = negative; i < value.bytes; i++) {
        if (value.at[i] < '0' || value.at[i] > '9')
            return otherwise;
        number = number * 10 + (value.at[i] - '0');
        if (number > LARGEST)
            number = LARGEST;
    }
    return negative ? -number : number;
}

bool xml_flag(const struct xml_element *element, const char *name)
{
    struct span value = xml_attribute(element, name);
    return span_equal(value, SPAN("1")) || span_equal(value, SPAN("true"));
}

bool xml_is_on(const struct xml_element *element)
{
    struct span value = xml_attribute(element, "val");
    return !value.at || !(span_equal(value, SPAN("0")) || span_equal(value, SPAN("false")) ||
                          span_equal(value, SPAN("off")) || span_equal(value, SPAN("none")));
}
