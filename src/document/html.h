/* SPDX-License-Identifier: MIT */
/*
 * A web page as plain text, as a browser would copy it: its blocks are paragraphs, numbers of lists are there, rows of
 * tables have TABs.  Scripts, what is hidden and the page's own title are left out; the latter two stand in the account.
 */
#ifndef DOCUMENT_HTML_H
#define DOCUMENT_HTML_H

#include "base/span.h"
#include "document/document.h"

/* content: bytes of any encoding, which form gets.  False: fault says why, or the document's own fault. */
bool html_read(struct span content, struct document *document, struct buf *form, struct buf *fault);

#endif
