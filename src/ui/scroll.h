/* SPDX-License-Identifier: MIT */
/* A cursor in a list longer than its pane: which row is selected, which is the first shown. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/action.h"
#include "ui/area.h"
#include "ui/grid.h"

struct scroll {
    uint32_t cursor;
    uint32_t top;
};

/* Moves the cursor by delta rows, stopping at the ends of count rows. Returns whether it moved. */
bool scroll_move(struct scroll *scroll, long delta, uint32_t count);
/* Moves it as an action says, in a pane of so many rows. False when the action is none that moves up or down. */
bool scroll_act(struct scroll *scroll, enum action action, uint32_t count, int rows);
/* Keeps the cursor inside count, the cursor's row inside the rows of the pane, and the pane full where it can be. */
void scroll_fit(struct scroll *scroll, uint32_t count, int rows);
/* Draws where we are beside the rows of an area, in a column: a thumb, only when not everything is shown. */
void scroll_thumb(struct grid *grid, struct area area, int col, uint32_t top, uint32_t count);

#endif
