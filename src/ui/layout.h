/* SPDX-License-Identifier: MIT */
/*
 * Where things stand on a screen of a given size.  From 140 columns on three panes stand side by side, from 100 two, from
 * 60 two with a narrower one on the left, below that there is one at a time.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <stdbool.h>

#include "ui/area.h"

enum {
    LAYOUT_ROWS_MIN = 6,
    LAYOUT_COLS_MIN = 24,
    LAYOUT_BESIDE_COLS = 60,
    LAYOUT_TALL_ROWS = 36,
    LAYOUT_ACROSS_MAX = 3
};

struct layout {
    bool too_small;
    struct area body; /* below the header, above banner and footer */
    int footer_row;
};

struct layout layout_make(int rows, int cols, bool banner);
/* How a view's panes want to stand. */
struct across {
    int count;      /* how many there are */
    int least_cols; /* they stand side by side from so many columns on */
    int first_cols; /* of the first; 0: as the screen allows */
};

/*
 * Lays panes side by side in an area, with a column for a divider before each but the first.  Returns how many find
 * room, at least one; only those of panes[] are set.
 */
int layout_across(struct area area, struct across across, struct area panes[LAYOUT_ACROSS_MAX]);

#endif
