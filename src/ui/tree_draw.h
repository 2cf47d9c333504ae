/* SPDX-License-Identifier: MIT */
/* The rows of the leader tree on the grid. */
#ifndef UI_TREE_DRAW_H
#define UI_TREE_DRAW_H

#include "ui/area.h"
#include "ui/grid.h"
#include "ui/tree.h"

struct app;

/* "筛选: 数字化▏ 12/193", in the first row of an area. */
void tree_draw_filter(const struct app *app, struct grid *grid, struct area area, bool typing);
void tree_draw_rows(const struct app *app, const struct tree *tree, struct grid *grid, struct area area,
                    enum style selected);

#endif
