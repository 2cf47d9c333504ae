/* SPDX-License-Identifier: MIT */
#include "ui/layout.h"

enum { WIDE_COLS = 100, WIDEST_COLS = 140 };

struct layout layout_make(int rows, int cols, bool banner)
{
    struct layout layout = { .footer_row = rows - 1, .body = { .row = 1, .rows = rows - 2, .cols = cols } };
    layout.too_small = rows < LAYOUT_ROWS_MIN || cols < LAYOUT_COLS_MIN;
    if (banner && layout.body.rows > 1)
        layout.body.rows--;
    return layout;
}

int layout_across(struct area area, int count, int least_cols, struct area panes[LAYOUT_ACROSS_MAX])
{
    panes[0] = area;
    if (count < 2 || area.cols < least_cols)
        return 1;
    panes[0].cols = area.cols >= WIDEST_COLS ? 56 : area.cols >= WIDE_COLS ? 40 : area.cols * 2 / 5;
    panes[1] = area;
    panes[1].col = area.col + panes[0].cols + 1;
    panes[1].cols = area.cols - panes[0].cols - 1;
    return 2;
}
