/* SPDX-License-Identifier: MIT */
#include "ui/layout.h"

enum { WIDE_COLS = 100, WIDEST_COLS = 140, TEXT_COLS = 84 };

struct layout layout_make(int rows, int cols, bool banner)
{
    struct layout layout = { .footer_row = rows - 1, .body = { .row = 1, .rows = rows - 2, .cols = cols } };
    layout.too_small = rows < LAYOUT_ROWS_MIN || cols < LAYOUT_COLS_MIN;
    if (banner && layout.body.rows > 1)
        layout.body.rows--;
    return layout;
}

/* The columns of the panes but the last, which has what is left: a list, and beside it text of a readable measure. */
static void split(int cols, struct across across, int count, int out[LAYOUT_ACROSS_MAX])
{
    out[0] = across.first_cols ? across.first_cols : cols >= WIDEST_COLS ? 56 : cols >= WIDE_COLS ? 40 : cols * 2 / 5;
    if (count < 3)
        return;
    out[0] = cols / 4 > 48 ? 48 : cols / 4 < 38 ? 38 : cols / 4;
    out[1] = (cols - out[0] - 2) / 2;
    out[1] = out[1] > TEXT_COLS ? TEXT_COLS : out[1];
}

int layout_across(struct area area, struct across across, struct area panes[LAYOUT_ACROSS_MAX])
{
    int count = area.cols < across.least_cols ? 1 : area.cols >= WIDEST_COLS ? 3 : 2;
    int cols[LAYOUT_ACROSS_MAX] = { 0 };
    count = count < across.count ? count : across.count;
    split(area.cols, across, count, cols);
    for (int i = 0; i < count; i++) {
        panes[i] = area;
        if (i + 1 < count)
            panes[i].cols = cols[i];
        area.col += cols[i] + 1;
        area.cols -= cols[i] + 1;
    }
    return count;
}
