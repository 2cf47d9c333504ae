/* SPDX-License-Identifier: MIT */
/* Statistics as lines: by leader, by unit, leader by unit; with the sum check in words. */
#ifndef UI_STATS_LINES_H
#define UI_STATS_LINES_H

#include "text/lines.h"
#include "ui/order.h"

struct app;

enum stats_page { STATS_LEADERS, STATS_UNITS, STATS_TABLE, STATS_PAGES_COUNT };

void stats_lines(const struct app *app, enum stats_page page, enum order order, int cols, struct lines *lines);
/* A number, in its last column; none is said dimly. */
void stats_lines_number(struct lines *lines, int end_col, uint32_t number, enum style style);
/* The columns of a page before the bars. */
int stats_lines_cols(enum stats_page page, int cols);

#endif
