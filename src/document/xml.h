/* SPDX-License-Identifier: MIT */
/*
 * XML as a stream of starts, ends and text.  Made for files from outside: no network, no entities but the five of XML
 * itself (a document type, which no Office file has, is refused), bounded depth, and no tree: memory does not grow with
 * the part.
 */
#ifndef DOCUMENT_XML_H
#define DOCUMENT_XML_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"
#include "document/package.h"

enum { XML_DEPTH_MAX = 1000 };

/* Whose element it is, in the transitional and the strict form of ISO/IEC 29500 alike. */
enum xml_space { XML_OTHER, XML_WORD, XML_SHEET, XML_DRAWING, XML_MATH, XML_CHOICE, XML_RELATION };

struct xml_element {
    enum xml_space space;
    const char *name; /* without prefix */
    int attributes_count;
    const unsigned char **attributes; /* libxml2's: name, prefix, URI, begin, end of each */
};

/* The value of an attribute, whatever its prefix; at is NULL when there is none. */
struct span xml_attribute(const struct xml_element *element, const char *name);
/* The same as a whole number; otherwise when there is none or it is not one. */
long xml_number(const struct xml_element *element, const char *name, long otherwise);
/* Does an attribute say 1 or true? */
bool xml_flag(const struct xml_element *element, const char *name);
/* The element's w:val: an on/off property that is there and does not say off (17.17.4). */
bool xml_is_on(const struct xml_element *element);

/* What is called while a part is read, but for what is NULL.  start() returns false to end it there, after saying why. */
struct xml_handler {
    bool (*start)(void *context, const struct xml_element *element);
    void (*end)(void *context, enum xml_space space, const char *name);
    void (*text)(void *context, struct span text);
};

/* Reads a part of the package.  False: fault says why, unless start() ended it. */
bool xml_read(struct package *package, const char *part, const struct xml_handler *handler, void *context,
              struct buf *fault);

#endif
