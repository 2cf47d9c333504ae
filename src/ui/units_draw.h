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
    uint32_t *rows; /* unit indices */
    uint32_t count;
    struct scroll scroll;
    enum order order;
};

enum { UNITS_HEAD_ROWS = 2 }; /* the order and the columns' heads */

/* The numbers by bond at the right of a row, the first so many of them, and their heads. */
void units_draw_counts(const struct app *app, struct grid *grid, struct area row, uint32_t unit_idx, int shown);
void units_draw_count_heads(struct grid *grid, struct area row, int shown);
enum { UNITS_COUNT_COLS = 5 };

void units_draw_head(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area);
void units_draw_rows(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     enum style selected);

#endif
