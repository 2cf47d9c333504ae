/* SPDX-License-Identifier: MIT */
/* Is there a table in the text of a PDF?  It has no cells any more, and rows that run into each other name wrong units. */
#ifndef DOCUMENT_PDF_TABLE_H
#define DOCUMENT_PDF_TABLE_H

#include <stdint.h>

#include "base/span.h"

/* The number, from 1, of the first page with a table, of text as "pdftotext -layout" sets it; 0: none. */
uint32_t pdf_table_page(struct span laid_out);

#endif
