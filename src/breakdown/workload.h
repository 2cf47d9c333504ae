/* SPDX-License-Identifier: MIT */
/* What a leader has on hand: tasks, duties, and how many different units these are shared out to. */
#ifndef BREAKDOWN_WORKLOAD_H
#define BREAKDOWN_WORKLOAD_H

#include "breakdown/leaders.h"
#include "breakdown/tally.h"

struct workload {
    struct tally tally;
    uint32_t units; /* different ones, collectives counted as one */
    uint32_t leads; /* of these, those that lead something of it */
};

/* Fills by_section, room for every section: livelihood parts, too. */
void workload_sections(const struct breakdown *b, struct workload *by_section);
/*
 * Fills by_leader, room for every leader: of those whom tasks name, these and the tasks of their sections; of the others,
 * whose load is that of their sections, nothing.
 */
void workload_leaders(const struct leaders *leaders, struct workload *by_leader);

#endif
