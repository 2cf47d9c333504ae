/* SPDX-License-Identifier: MIT */
/*
 * A Word document (ISO/IEC 29500-1, 17) as plain text: what a reader of the accepted document sees in its body, numbers
 * included.  Tracked deletions, hidden text, tables of contents, headers, footers, notes and comments are left out and
 * stand in the account.
 */
#ifndef DOCUMENT_DOCX_H
#define DOCUMENT_DOCX_H

#include "document/document.h"
#include "document/package.h"

/* part: the main part of the package.  False: fault says why, or the document's own fault. */
bool docx_read(struct package *package, const char *part, struct document *document, struct buf *fault);

#endif
