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

/* A table of them for people: rows of a name and numbers. */
enum { STATS_NUMBERS_MAX = 6 };
struct stats_row {
    enum { STATS_ROW, STATS_SUM, STATS_VOLUME } kind; /* the last: a volume's title, above its rows */
    struct text name;
    uint32_t numbers[STATS_NUMBERS_MAX]; /* as many as the table has heads */
    uint32_t full, hollow;               /* of its bar */
};
struct stats_table {
    const char *id;
    struct text title, chart_title; /* where there are bars; empty: the title */
    const char *name;               /* the names' head, for _(), as the numbers' */
    const char *const *heads; /* NULL at the end; NULL: it is the list of what one unit does alone, and has no rows */
    bool wide;                /* a name is two names */
    struct stats_row *rows;
    uint32_t rows_count;
    size_t rows_cap;
    uint32_t most;   /* that a bar shows */
    struct buf note; /* lines below it */
};

/* Makes one after the other, gives it to put, and forgets it. */
typedef void stats_put(struct job *job, const struct statistics *stats, const struct stats_table *table);
void stats_tables(struct job *job, const struct statistics *stats, stats_put *put);

/* Appends how many tasks a volume has, and that its sections' add up to them: 重点工作 193 项 = 9+51+…. */
void stats_sum(const struct breakdown *b, const struct volume *volume, struct buf *out);
/* 袁家军　省长; in job->arena. */
struct text stats_called(struct job *job, struct text name, struct text title);
struct text stats_leader_name(struct job *job, const struct leader *leader);
/*
 * The deadlines month by month: how many tasks from *at on are of one month, 0 at the end; *at goes behind them, and name
 * becomes the month's: 2024年6月, for programs 2024-06.
 */
uint32_t stats_month(const struct job *job, const struct statistics *stats, uint32_t *at, bool for_programs,
                     struct buf *name);

#endif
