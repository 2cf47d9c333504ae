/* SPDX-License-Identifier: MIT */
/*
 * Grid → curses.  Rows that changed since the last frame are handed over, and curses sends what differs on the
 * terminal: one update a frame, nothing when nothing changed.
 */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "ui/grid.h"

/* Shows grid, which has the terminal's size (term_rows(), term_cols()); cells beyond the terminal are left out. */
void paint_grid(const struct grid *grid);
/* The next frame repaints every cell: after Ctrl-L, a width switched, a foreign program on the terminal. */
void paint_forget(void);
/* Frees the kept frame. */
void paint_fini(void);

#endif
