/* SPDX-License-Identifier: MIT */
/* Statistics as lines, page by page; with the sum check in words. */
#ifndef UI_STATS_LINES_H
#define UI_STATS_LINES_H

#include "breakdown/pairs.h"
#include "breakdown/targets.h"
#include "breakdown/workload.h"
#include "text/lines.h"
#include "ui/order.h"

struct app;

enum stats_page {
    STATS_LEADERS,
    STATS_UNITS,
    STATS_TABLE,
    STATS_PAIRS,
    STATS_LISTS,
    STATS_TARGETS,
    STATS_DUE,
    STATS_PAGES_COUNT
};

/* What takes long to find out about a large file, kept from one set of lines to the next. */
struct stats_data {
    struct targets *targets; /* in an order, of what the filter leaves; NULL: not asked for */
    enum targets_order targets_order;
    struct pairs pairs;
    bool has_pairs;
    struct workload *workloads; /* by section; NULL: not asked for */
    uint32_t *named; /* leaders whom tasks name, as their lines stand, from line named_line on */
    uint32_t named_count, named_line;
};
void stats_data_fini(struct stats_data *data);

/* How many orders a page has, at least one; the name of one, for the user. */
unsigned stats_orders(enum stats_page page);
const char *stats_order_name(enum stats_page page, unsigned order);
/* Does the page show only what the filter leaves? */
bool stats_filtered(enum stats_page page);

void stats_lines(const struct app *app, struct stats_data *data, enum stats_page page, unsigned order, int cols,
                 struct lines *lines);
/* The columns of a page before the bars. */
int stats_lines_cols(enum stats_page page, int cols);

/* The pages, a file each for those that are not in stats_lines.c. */
void stats_table_lines(const struct app *app, enum order order, int cols, struct lines *lines);
int stats_pairs_cols(int cols);
void stats_pairs_lines(const struct app *app, struct stats_data *data, int cols, struct lines *lines);
void stats_lists_lines(const struct app *app, int cols, struct lines *lines);
void stats_targets_lines(const struct app *app, struct stats_data *data, enum targets_order order, int cols,
                         struct lines *lines);
void stats_due_lines(const struct app *app, int cols, struct lines *lines);

/* For these: the most rows of a list; a number, in its last column (none is said dimly); a bar; a line of our own words. */
enum { STATS_MARGIN = 1, STATS_NUMBER_COLS = 5, STATS_ROWS_MAX = 20000 };
/* The columns for an id and a blank behind it: with several volumes the year stands before. */
int stats_lines_id_cols(const struct app *app);
void stats_lines_number(struct lines *lines, int end_col, uint32_t number, enum style style);
void stats_lines_bar(const struct app *app, struct lines *lines, bool light, uint32_t value, uint32_t most, int room);
void stats_lines_say(struct lines *lines, int cols, struct text text, enum style style);

#endif
