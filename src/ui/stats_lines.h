/* SPDX-License-Identifier: MIT */
/* Statistics as lines, page by page; with the sum check in words. */
#ifndef UI_STATS_LINES_H
#define UI_STATS_LINES_H

#include "text/lines.h"
#include "ui/order.h"
#include "ui/stats_data.h"

struct app;

/* How many orders a page has, at least one. */
unsigned stats_orders(enum stats_page page);
/* Does the page show only what the filter leaves? */
bool stats_filtered(enum stats_page page);

/* May be cut short (base/hurry.h). */
void stats_lines(const struct app *app, struct stats_data *data, enum stats_page page, unsigned order, int cols,
                 struct lines *lines);
/* The page while it is being counted. */
void stats_lines_wait(enum stats_page page, unsigned order, int cols, struct lines *lines);
/* The columns of a page before the bars. */
int stats_lines_cols(enum stats_page page, int cols);

/* The pages, a file each for those that are not in stats_lines.c. */
void stats_table_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines);
int stats_pairs_cols(int cols);
void stats_pairs_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines);
void stats_lists_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines);
void stats_targets_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines);
void stats_due_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines);

/* For these: the most rows of a list; a number, in its last column (none is said dimly); a bar. */
enum { STATS_MARGIN = 1, STATS_NUMBER_COLS = 5, STATS_ROWS_MAX = 20000 };
/* The columns for an id and a blank behind it: with several volumes the year stands before. */
int stats_lines_id_cols(const struct app *app);
void stats_lines_number(struct lines *lines, int end_col, uint32_t number, enum style style);
void stats_lines_bar(const struct app *app, struct lines *lines, bool light, uint32_t value, uint32_t most, int room);

#endif
