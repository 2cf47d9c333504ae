/* SPDX-License-Identifier: MIT */
/*
 * Where things stand on a screen of a given size.  From 100 columns side by side, from 60 with a narrower left pane,
 * below that one pane at a time; running text keeps a readable measure of 40 Han on any width.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <stdbool.h>

enum { LAYOUT_ROWS_MIN = 6, LAYOUT_COLS_MIN = 24, LAYOUT_MEASURE_COLS = 80 };

struct layout {
    bool too_small;
    bool two_panes;
    int body_row, body_rows;
    int left_col, left_cols;
    int divider_col; /* -1: none */
    int right_col, right_cols;
    int footer_row;
};

struct layout layout_make(int rows, int cols);

#endif
