/* SPDX-License-Identifier: MIT */
/* The rows of a list that are in sight, a line each, with the selected one, what is marked, and where we are in it. */
#ifndef UI_ROWS_H
#define UI_ROWS_H

#include "text/lines.h"
#include "ui/scroll.h"

struct app;

/* The lines are the rows from scroll.top on, of count; the selected one is in style. */
void rows_draw(const struct app *app, const struct lines *lines, struct grid *grid, struct area area,
               struct scroll scroll, uint32_t count, enum style style);

#endif
