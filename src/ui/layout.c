/* SPDX-License-Identifier: MIT */
#include "ui/layout.h"

struct layout layout_make(int rows, int cols)
{
    struct layout l = { .divider_col = -1, .footer_row = rows - 1, .body_row = 1, .body_rows = rows - 2 };
    l.too_small = rows < LAYOUT_ROWS_MIN || cols < LAYOUT_COLS_MIN;
    l.two_panes = cols >= 60;
    if (!l.two_panes) {
        l.left_cols = l.right_cols = cols;
        return l;
    }
    l.left_cols = cols >= 140 ? 56 : cols >= 100 ? 40 : cols * 2 / 5;
    l.divider_col = l.left_cols;
    l.right_col = l.left_cols + 1;
    l.right_cols = cols - l.right_col;
    return l;
}
