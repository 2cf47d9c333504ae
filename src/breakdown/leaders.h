/* SPDX-License-Identifier: MIT */
/*
 * The leaders (领导) of a breakdown: those who have a section, and those whom a task itself names (责任领导 of a county's
 * notice).  Derived once, like the index; by volume, in the order of the notice.
 */
#ifndef BREAKDOWN_LEADERS_H
#define BREAKDOWN_LEADERS_H

#include "breakdown/breakdown.h"

/*
 * How a leader is called: 冯飞, 常务副省长, 冯飞常务副省长, 常务副省长冯飞, 冯, 冯常务副省长.  Of several titles (县委常委、副县长)
 * the last is said with the surname, and with the name, too.  Forms may be empty.
 */
enum leader_form {
    LEADER_NAME,
    LEADER_TITLE,
    LEADER_FULL,
    LEADER_REVERSED,
    LEADER_SURNAME,
    LEADER_CALLED,
    LEADER_SHORT, /* only where there are several titles */
    LEADER_FORMS_COUNT
};

struct leader {
    struct text forms[LEADER_FORMS_COUNT];
    uint32_t volume_idx;
    uint32_t section_idx;    /* the first of theirs, or NO_IDX */
    uint32_t sections_count; /* how many are theirs */
    uint32_t named_count;    /* tasks outside these that name them */
};

struct leaders {
    const struct breakdown *b;
    struct leader *items;
    uint32_t count;
    size_t cap;
    uint32_t *of_task;      /* task by task: the section's (first whom the task names), then others it names */
    uint32_t *of_task_from; /* by task, and one more */
    size_t of_task_cap;
    struct arena arena;
};

struct leaders *leaders_new(const struct breakdown *b);
void leaders_free(struct leaders *leaders);

/* Sets tasks[task_idx] for each task of the leader's: of their sections, and those that name them. */
void leaders_tasks(const struct leaders *leaders, uint32_t leader_idx, bool *tasks);
/* May who is one of them have a title of the other's: one of several, or one that is nowhere said? */
bool leader_may_hold(const struct leader *leader, const struct leader *other);

#endif
