/* SPDX-License-Identifier: MIT */
/*
 * The fewest bytes from one row, or one screen, to the next.  Text is written, blanks are written or erased, what is
 * equal is passed over or written again, whichever is shorter.  Cells' styles are those of pen_look_of().
 */
#ifndef TERM_REDRAW_H
#define TERM_REDRAW_H

#include "term/pen.h"

/* From `before` to `after`, which are of one size. Scrolls where that is shorter; changes `before` for that. */
void redraw(struct pen *pen, struct grid *before, const struct grid *after);

#endif
