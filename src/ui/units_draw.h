/* SPDX-License-Identifier: MIT */
/* The list of units on the grid. */
#ifndef UI_UNITS_DRAW_H
#define UI_UNITS_DRAW_H

#include "ui/area.h"
#include "ui/order.h"
#include "ui/scroll.h"

struct app;

/* What the list shows. */
struct unit_list {
    uint32_t *rows;         /* unit indices */
    const struct hit *hits; /* beside rows while there is a query; else NULL */
    uint32_t count;
    struct scroll scroll;
    enum order order;
    struct buf query;
};

enum { UNITS_HEAD_ROWS = 2 }; /* the query and the columns' heads */

void units_draw_head(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     bool typing);
void units_draw_rows(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     enum style selected);

#endif
