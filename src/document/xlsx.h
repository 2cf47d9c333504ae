/* SPDX-License-Identifier: MIT */
/*
 * An Excel workbook (ISO/IEC 29500-1, 18) as plain text: each sheet that is shown is a table, its values as Excel shows
 * them.  Hidden sheets, notes on cells, headers and footers are left out and stand in the account.
 */
#ifndef DOCUMENT_XLSX_H
#define DOCUMENT_XLSX_H

#include "document/document.h"
#include "document/package.h"

/* part: the main part of the package.  False: fault says why, or the document's own fault. */
bool xlsx_read(struct package *package, const char *part, struct document *document, struct buf *fault);

#endif
