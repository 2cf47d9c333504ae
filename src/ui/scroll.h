/* SPDX-License-Identifier: MIT */
/* A cursor in a list longer than its pane: which row is selected, which is the first shown. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/grid.h"

struct scroll {
    uint32_t cursor;
    uint32_t top;
};

/* Moves the cursor by delta rows, stopping at the ends of count rows. Returns whether it moved. */
bool scroll_move(struct scroll *scroll, long delta, uint32_t count);
/* Keeps the cursor inside count, the cursor's row inside the rows of the pane, and the pane full where it can be. */
void scroll_fit(struct scroll *scroll, uint32_t count, int rows);
/* Draws where we are on a divider of `rows` rows: a thumb, only when not everything is shown. */
void scroll_thumb(struct grid *grid, int row, int rows, int col, uint32_t top, uint32_t count, struct text glyph);

#endif
