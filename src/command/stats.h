/* SPDX-License-Identifier: MIT */
/* What the statistics count, gathered once; a file for each form in which they are given out. */
#ifndef COMMAND_STATS_H
#define COMMAND_STATS_H

#include "breakdown/listsize.h"
#include "breakdown/pairs.h"
#include "breakdown/workload.h"
#include "command/command.h"

struct statistics {
    struct tally tasks, livelihood;
    struct workload *sections, *leaders; /* by their index */
    uint32_t named_count;                /* leaders whom tasks name */
    struct pairs pairs;
    uint32_t pairs_unit_idx; /* --unit: the pairs are this unit's alone; else NO_IDX */
    struct listsizes sizes;
    uint32_t standings[STANDINGS_COUNT]; /* units by how they stand */
    uint32_t *due;                       /* tasks that have a deadline, the earliest first */
    uint32_t due_count;
};

void stats_text(struct job *job, const struct statistics *stats);
void stats_json(struct job *job, const struct statistics *stats);
void stats_tsv(struct job *job, const struct statistics *stats);
void stats_html(struct job *job, const struct statistics *stats);

/* 袁家军　省长, or the heading where there is no leader; in job->arena. */
struct text stats_section_name(struct job *job, const struct section *section);
/* 张三　副县长. */
struct text stats_leader_name(struct job *job, const struct leader *leader);
/* The heads of a workload's numbers and of a pair's, for _(); NULL at the end. */
extern const char *const stats_workload_heads[];
extern const char *const stats_pair_heads[];
/* Who works with whom, or one unit's partners, and how many; a pair, or of one unit's the other; what is left out, a line each. */
void stats_pairs_title(const struct job *job, const struct statistics *stats, struct buf *out);
void stats_pair_name(const struct job *job, const struct statistics *stats, const struct pair *pair, struct buf *out);
void stats_pairs_rest(const struct statistics *stats, struct buf *out);
/* How the units stand, and that this adds up to all of them. */
void stats_standings(const struct job *job, const struct statistics *stats, struct buf *out);
/*
 * The deadlines month by month: how many tasks from *at on are of one month, 0 at the end; *at goes behind them, and name
 * becomes the month's: 2024年6月, for programs 2024-06.
 */
uint32_t stats_month(const struct job *job, const struct statistics *stats, uint32_t *at, bool for_programs,
                     struct buf *name);

#endif
