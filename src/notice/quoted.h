/* SPDX-License-Identifier: MIT */
/*
 * Cells in quotation marks, as spreadsheets copy and save them: "市财政局⏎市商务局" is one cell of two lines, "" in it one
 * mark.  And CSV, whose commas become TABs.
 */
#ifndef NOTICE_QUOTED_H
#define NOTICE_QUOTED_H

#include "base/buf.h"

/* Stands for a line's end inside a cell. */
#define QUOTED_LINE_END '\x1E'

/*
 * Appends the text with quoted cells opened; separator is ',' or ';' for CSV, '\t' otherwise.  Returns false, with
 * nothing appended, when there is nothing to open.
 */
bool quoted_open(struct span utf8, char separator, struct buf *out);

#endif
