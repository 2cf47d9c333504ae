/* SPDX-License-Identifier: MIT */
/*
 * Grid → terminal.  What differs from the last frame goes out in one piece; nothing when nothing changed.
 */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "ui/grid.h"

/* Shows grid, which has the terminal's size (term_rows(), term_cols()); cells beyond the terminal are left out. */
void paint_grid(const struct grid *grid);
/* Bytes of ours to be sent in one piece with the next frame, before it. */
void paint_before(struct span bytes);
/* The next frame repaints every cell: after Ctrl-L, a width switched, a foreign program on the terminal. */
void paint_forget(void);
/* Frees the kept frame. */
void paint_fini(void);

#endif
