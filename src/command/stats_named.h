/* SPDX-License-Identifier: MIT */
/* The part of the statistics that counts what tasks say of themselves: their leaders (责任领导), and when they are due. */
#ifndef COMMAND_STATS_NAMED_H
#define COMMAND_STATS_NAMED_H

#include "command/command.h"
#include "sheet/json.h"

/* A line of it. */
struct named_count {
    struct text name; /* 张三　副县长; 2024-09; 未写日期 */
    uint32_t tasks;
};

/* Leaders whom tasks name, in the order of the notice; months by date, what has no day last.  In job->arena. */
struct named_counts {
    struct named_count *leaders, *months;
    uint32_t leaders_count, months_count;
};

struct named_counts stats_named(struct job *job);
/* "leaders" and "due" of the JSON object: empty lists where no task says any. */
void stats_named_json(const struct named_counts *counts, struct json *json);

#endif
