/* SPDX-License-Identifier: MIT */
/* The list of units on the grid. */
#ifndef UI_UNITS_DRAW_H
#define UI_UNITS_DRAW_H

#include "text/lines.h"
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

enum { UNITS_COUNT_COLS = 5 };
enum { UNITS_HEAD_ROWS = 2 }; /* the order and the columns' heads */

/* The columns of one number with a blank before: at least so many, more in a file whose numbers have more digits. */
int units_count_cols(const struct app *app, int least_cols);
/* Ends a row with the numbers by bond, the first so many of them, or with their heads. */
void units_put_counts(const struct app *app, struct lines *lines, int cols, uint32_t unit_idx, int shown);
void units_put_count_heads(const struct app *app, struct lines *lines, int cols, int shown);

void units_draw_head(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area);
void units_draw_rows(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     enum style selected);

#endif
