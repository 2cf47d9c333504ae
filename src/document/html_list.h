/* SPDX-License-Identifier: MIT */
/* Numbers of <ol>: HTML's type, start, reversed and value, and the list styles of CSS that Chinese pages use. */
#ifndef DOCUMENT_HTML_LIST_H
#define DOCUMENT_HTML_LIST_H

#include <stdbool.h>

#include "base/buf.h"
#include "document/ordinal.h"

struct html_list {
    bool ordered;
    enum ordinal ordinal; /* ORDINAL_NONE: no number is shown */
    long next;
    int step; /* 1, or -1 where it is reversed */
};

/* attributes: libxml2's, name and value by turns; may be NULL. */
void html_list_begin(struct html_list *list, bool ordered, const unsigned char **attributes);
/* Counts an item and appends what is shown before it: "1. ", "一、"; nothing in an unordered list. */
void html_list_item(struct html_list *list, const unsigned char **attributes, struct buf *label);

/* The value of an attribute, or NULL. */
const char *html_attribute(const unsigned char **attributes, const char *name);
/* The value of a property in a style attribute, without blanks at its ends; empty when it says nothing of it. */
struct span html_style(const unsigned char **attributes, const char *property);

#endif
