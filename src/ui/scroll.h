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

/* What a click met: nothing that can be selected; what it has selected; what was selected already; what opens at once. */
enum pointed { POINTED_NOTHING, POINTED_OTHER, POINTED_AGAIN, POINTED_OPENS };

/* Moves the cursor by delta rows, stopping at the ends of count rows. Returns whether it moved. */
bool scroll_move(struct scroll *scroll, long delta, uint32_t count);
/* By how many rows an action moves up (less than 0) or down in a pane of so many rows; 0: it does not. */
int scroll_delta(enum action action, int rows);
/* Moves it as an action says, in a pane of so many rows. False when the action is none that moves up or down. */
bool scroll_act(struct scroll *scroll, enum action action, uint32_t count, int rows);
/* A click on a row of a list of count rows (less than 0: above it) takes the cursor there. */
enum pointed scroll_point(struct scroll *scroll, int row, uint32_t count);
/* Keeps the cursor inside count, the cursor's row inside the rows of the pane, and the pane full where it can be. */
void scroll_fit(struct scroll *scroll, uint32_t count, int rows);
/* Draws where we are beside the rows of an area, in a column: a thumb, only when not everything is shown. */
void scroll_thumb(struct grid *grid, struct area area, int col, uint32_t top, uint32_t count);

#endif
