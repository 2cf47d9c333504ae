/* SPDX-License-Identifier: MIT */
/*
 * Grid → curses.  Rows that changed since the last frame are handed over, curses writes what differs on the terminal:
 * one frame (term/frame.h), which is not sent here; none when nothing changed.
 */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "ui/grid.h"

/*
 * Writes grid, which has the terminal's size (term_rows(), term_cols()), with the cursor where the grid says, seen or
 * not.  Ambiguous characters are as wide as the grid says.  False when there is nothing to write.
 */
bool paint_grid(const struct grid *grid);
/* The next frame repaints every cell: after Ctrl-L, a foreign program on the terminal. */
void paint_forget(void);
/* Frees the kept frame. */
void paint_fini(void);

#endif
