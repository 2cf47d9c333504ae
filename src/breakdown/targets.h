/* SPDX-License-Identifier: MIT */
/* All targets in figures (量化指标) of a breakdown, as a list that can be sorted. */
#ifndef BREAKDOWN_TARGETS_H
#define BREAKDOWN_TARGETS_H

#include "breakdown/index.h"
#include "wording/quantity.h"

/* The orders of the list: the notice's is the first, and what every other falls back on. */
enum targets_order {
    TARGETS_NOTICE,
    TARGETS_DUE,     /* earliest first */
    TARGETS_LEADER,  /* whom the task names, or whose section it stands in */
    TARGETS_VERB,    /* by its pinyin */
    TARGETS_MEASURE, /* the unit of measure, and then the number */
    TARGETS_NUMBER,  /* most first; words (全覆盖) last */
    TARGETS_ORDERS_COUNT
};

struct target {
    uint32_t part_idx;
    uint32_t nth; /* in the order of the notice */
    struct quantity quantity;
};

struct targets {
    struct target *items;
    uint32_t count;
    size_t cap;
};

/* Those of the tasks that are set in tasks (NULL: of all); borrows the index's breakdown. */
struct targets *targets_new(const struct index *index, const bool *tasks, enum targets_order order);
void targets_free(struct targets *targets);

/* The figure with its unit as the text has it: 10万家以上. */
struct text target_figure(const struct breakdown *b, const struct target *target);
/* Appends the target in a phrase, in the notice's own words: 新增小微企业园200个, 研发投入较上年增长10%. */
void target_phrase(const struct breakdown *b, const struct target *target, struct buf *out);
/* The leader who answers for a task: whom it names itself, or its section's; NO_IDX: none. */
uint32_t target_leader(const struct leaders *leaders, uint32_t task_idx);

#endif
