/* SPDX-License-Identifier: MIT */
/* How wide text may run: a readable measure of 40 Han on any screen; all of it where nothing may be wrapped. */
#ifndef UI_MEASURE_H
#define UI_MEASURE_H

enum {
    MEASURE_COLS = 80,
    MEASURE_NONE = 4000 /* so wide that no line of a pane is wrapped or cut */
};

/* The columns that text takes of a pane: no more than `most`, for reading. */
static inline int measure_cols(int cols, int most)
{
    return cols < most || cols >= MEASURE_NONE / 2 ? cols : most;
}

#endif
