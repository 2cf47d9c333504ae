/* SPDX-License-Identifier: MIT */
/*
 * A number as Excel shows it by its format code (ISO/IEC 29500-1, 18.8.31): General, digits, thousands, percent, dates
 * and times, sections by sign, literal text.  Colours and conditions say nothing in text; fractions and scientific
 * formats are shown as General.
 */
#ifndef DOCUMENT_XLSX_FORMAT_H
#define DOCUMENT_XLSX_FORMAT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"

/* Appends value; code empty: General.  since_1904: the workbook counts days from 1904. */
void xlsx_format_put(struct buf *out, struct span code, double value, bool since_1904);

/* The code of a built-in format; NULL for General and numbers that are none. */
const char *xlsx_format_builtin(long id);

#endif
