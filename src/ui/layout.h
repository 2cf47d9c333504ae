/* SPDX-License-Identifier: MIT */
/*
 * Where things stand on a screen of a given size.  From 100 columns on panes stand side by side, from 60 with a narrower
 * one on the left, below that there is one at a time.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <stdbool.h>

#include "ui/area.h"

enum { LAYOUT_ROWS_MIN = 6, LAYOUT_COLS_MIN = 24, LAYOUT_BESIDE_COLS = 60, LAYOUT_ACROSS_MAX = 2 };

struct layout {
    bool too_small;
    struct area body; /* below the header, above banner and footer */
    int footer_row;
};

struct layout layout_make(int rows, int cols, bool banner);
/*
 * Lays `count` panes side by side in an area of at least `least_cols`, with a column for a divider before each but the
 * first.  Returns how many find room, at least one; only those of panes[] are set.
 */
int layout_across(struct area area, int count, int least_cols, struct area panes[LAYOUT_ACROSS_MAX]);

#endif
