/* SPDX-License-Identifier: MIT */
/* A rectangle of the screen. */
#ifndef UI_AREA_H
#define UI_AREA_H

struct area {
    int row, col;
    int rows, cols; /* none: nothing of it is in sight */
};

/* What is left below the first rows of an area. */
static inline struct area area_below(struct area area, int rows)
{
    int taken = rows < area.rows ? rows : area.rows;
    return (struct area){ area.row + taken, area.col, area.rows - taken, area.cols };
}

#endif
