/* SPDX-License-Identifier: MIT */
/* The pages of the statistics, and what has been found out for them. */
#ifndef UI_STATS_DATA_H
#define UI_STATS_DATA_H

#include "breakdown/pairs.h"
#include "breakdown/targets.h"
#include "breakdown/workload.h"

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
    uint32_t *named;            /* leaders whom tasks name, as their lines stand, from line named_line on */
    uint32_t named_count, named_line;
};
void stats_data_fini(struct stats_data *data);
/* What a page has found out, which was cut short or is no longer so. */
void stats_data_drop(struct stats_data *data, enum stats_page page);
/* By section, counted when they are first asked for. */
const struct workload *stats_data_workloads(struct stats_data *data, const struct breakdown *b);

#endif
