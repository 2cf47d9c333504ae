/* SPDX-License-Identifier: MIT */
/* The inside of diff.h, shared by the diff*.c files only. */
#ifndef BREAKDOWN_DIFFER_H
#define BREAKDOWN_DIFFER_H

#include "breakdown/diff.h"

struct differ {
    const struct breakdown *old, *new;
    struct diff *diff;
    struct slice old_sections, new_sections, old_tasks, new_tasks; /* those of the volumes compared */
    /* By old index the new one and the other way round; NO_IDX for what has no other. */
    uint32_t *unit_to_new, *unit_to_old;
    uint32_t *section_to_new, *section_to_old;
    uint32_t *task_to_new, *task_to_old;
    struct text *old_texts, *new_texts; /* by task: the parts' texts, one after the other */
};

static inline void diff_pair(struct differ *differ, uint32_t old_idx, uint32_t new_idx)
{
    differ->task_to_new[old_idx] = new_idx;
    differ->task_to_old[new_idx] = old_idx;
}

/* diff_registry.c: pairs the units and reports what changed in the registry. */
void diff_match_units(struct differ *differ);
/* diff_section.c: pairs the sections and reports what changed in them and in the notices. */
void diff_match_sections(struct differ *differ);
/* diff_same.c: pairs the tasks that have the same text, best place first. */
void diff_match_same(struct differ *differ);
/* diff_match.c: pairs the tasks. */
void diff_match_tasks(struct differ *differ);

#endif
