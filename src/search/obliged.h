/* SPDX-License-Identifier: MIT */
/* The units or leaders that a word of a filter means (单位:发改), and which tasks they answer for. */
#ifndef SEARCH_OBLIGED_H
#define SEARCH_OBLIGED_H

#include "breakdown/index.h"
#include "search/filter_prefix.h"

struct obliged {
    enum field field;  /* how they answer for them: FIELD_UNIT, _LEAD, _SUPPORT, _LEADER */
    bool *named;       /* by unit or leader; NULL: nobody is meant */
    uint32_t *members; /* by unit: how many of named are members of it, where it surely binds them all */
};

/* Takes named over. */
void obliged_init(struct obliged *obliged, const struct breakdown *b, enum field field, bool *named);
void obliged_fini(struct obliged *obliged);

/* Does one of them answer for the task? */
bool obliged_binds(const struct obliged *obliged, const struct index *index, uint32_t task_idx);

#endif
