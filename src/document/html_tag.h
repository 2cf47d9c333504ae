/* SPDX-License-Identifier: MIT */
/* A look at a page's tags before libxml2 reads them. */
#ifndef DOCUMENT_HTML_TAG_H
#define DOCUMENT_HTML_TAG_H

#include <stdbool.h>

#include "base/span.h"

/* Has some tag thousands of attributes?  libxml2 compares each with all before it: a million would take hours. */
bool html_tag_endless(struct span page);

#endif
