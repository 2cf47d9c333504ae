/* SPDX-License-Identifier: MIT */
/*
 * Grid → terminal.  What differs from the last frame goes out in one piece; nothing when nothing changed.  Composing a
 * frame and sending it are two steps, so that the first one can be made while the terminal's answer is awaited.
 */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "ui/grid.h"

/*
 * Composes the frame that shows grid, which has the terminal's size (term_rows(), term_cols()).  Takes the grid's cells
 * for itself and leaves others in their place, to be drawn all anew.  A frame composed before and not sent is dropped.
 */
void paint_grid(struct grid *grid);
/* Sends what was composed. */
void paint_send(void);
/* Bytes of ours to be sent in one piece with the next frame, before it. */
void paint_before(struct span bytes);
/* The next frame repaints every cell: after Ctrl-L, a width switched, a foreign program on the terminal. */
void paint_forget(void);
/* Frees the kept frame. */
void paint_fini(void);

#endif
