/* SPDX-License-Identifier: MIT */
/* What was found, on the grid. */
#ifndef UI_FOUND_DRAW_H
#define UI_FOUND_DRAW_H

#include "ui/area.h"
#include "ui/found.h"

enum { FOUND_HEAD_ROWS = 1 }; /* the field */

void found_draw_head(const struct app *app, const struct found *found, struct grid *grid, struct area area);
void found_draw_rows(const struct app *app, const struct found *found, struct grid *grid, struct area area);

#endif
