/* SPDX-License-Identifier: MIT */
/*
 * What fengong-paper cannot read itself and other programs can: .doc, .xls, .wps, .rtf by LibreOffice into docx or xlsx,
 * PDF by pdftotext into text.  They are found at fixed places and run without a shell, in a folder of their own that
 * goes away, within a time.
 */
#ifndef DOCUMENT_CONVERT_H
#define DOCUMENT_CONVERT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/foreign.h"

/* Appends the content as docx or xlsx.  False: fault says why (no LibreOffice, a password, not that kind of file). */
bool convert_office(struct span content, enum foreign kind, struct buf *out, struct buf *fault);

/* Appends the PDF's text, pages parted by form feeds.  False: fault says why, which may be that it holds tables. */
bool convert_pdf(struct span content, struct buf *out, struct buf *fault);

#endif
