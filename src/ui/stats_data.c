/* SPDX-License-Identifier: MIT */
#include "ui/stats_data.h"

#include <stdlib.h>

#include "base/mem.h"

const struct workload *stats_data_workloads(struct stats_data *data, const struct breakdown *b)
{
    if (!data->workloads) {
        data->workloads = mem_array(b->sections_count, sizeof *data->workloads);
        workload_sections(b, data->workloads);
    }
    return data->workloads;
}

void stats_data_drop(struct stats_data *data, enum stats_page page)
{
    if (page == STATS_TARGETS) {
        targets_free(data->targets);
        data->targets = NULL;
    } else if (page == STATS_PAIRS) {
        pairs_fini(&data->pairs);
        data->has_pairs = false;
    } else {
        free(data->workloads);
        data->workloads = NULL;
    }
}

void stats_data_fini(struct stats_data *data)
{
    for (enum stats_page page = 0; page < STATS_PAGES_COUNT; page++)
        stats_data_drop(data, page);
    free(data->named);
    *data = (struct stats_data){ 0 };
}
