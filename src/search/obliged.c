/* SPDX-License-Identifier: MIT */
#include "search/obliged.h"

#include <stdlib.h>

#include "base/mem.h"

/* By unit: how many of the units meant are members of it, where it surely binds them all. */
static uint32_t *named_members(const struct breakdown *b, const bool *named)
{
    uint32_t *counts = mem_array(b->units_count, sizeof *counts);
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; b->units[i].coverage == COVERAGE_ALL && k < b->units[i].members.count; k++)
            counts[i] += named[b->members[b->units[i].members.from + k]];
    return counts;
}

/* Does a duty come before another of the same lead in one list?  A list may name it twice. */
static bool first_lead(const struct duty *duties, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (duties[k].unit_idx == duties[i].unit_idx && duties[k].role == ROLE_LEAD)
            return false;
    return duties[i].role == ROLE_LEAD;
}

/* Does the collective bind one of the units meant that does not lead the part itself? */
static bool binds_another(const struct obliged *obliged, const struct index *index, const struct part *part,
                          uint32_t collective_idx, uint32_t members_count)
{
    const struct duty *duties = index->b->duties + part->duties.from;
    uint32_t leads = 0;
    for (uint32_t i = 0; members_count && i < part->duties.count; i++)
        leads += obliged->named[duties[i].unit_idx] && first_lead(duties, i) &&
                 index_is_member(index, duties[i].unit_idx, collective_idx);
    return members_count > leads;
}

/* Is one of the units meant bound by the part, as the field says? */
static bool part_binds(const struct obliged *obliged, const struct index *index, const struct part *part)
{
    const uint32_t *members = obliged->members;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &index->b->duties[part->duties.from + i];
        bool role = obliged->field == FIELD_UNIT || (duty->role == ROLE_LEAD) == (obliged->field == FIELD_LEAD);
        if (obliged->named[duty->unit_idx] && role)
            return true;
        if (obliged->field != FIELD_LEAD && members[duty->unit_idx] &&
            (obliged->field == FIELD_UNIT ||
             binds_another(obliged, index, part, duty->unit_idx, members[duty->unit_idx])))
            return true;
    }
    return false;
}

void obliged_init(struct obliged *obliged, const struct breakdown *b, enum field field, bool *named)
{
    *obliged = (struct obliged){ .field = field, .named = named };
    if (field != FIELD_LEADER)
        obliged->members = named_members(b, named);
}

void obliged_fini(struct obliged *obliged)
{
    free(obliged->named);
    free(obliged->members);
}

bool obliged_binds(const struct obliged *obliged, const struct index *index, uint32_t task_idx)
{
    const struct leaders *leaders = index->leaders;
    const struct slice parts = index->b->tasks[task_idx].parts;
    bool bound = false;
    if (obliged->field == FIELD_LEADER)
        for (uint32_t i = leaders->of_task_from[task_idx]; i < leaders->of_task_from[task_idx + 1]; i++)
            bound |= obliged->named[leaders->of_task[i]];
    else
        for (uint32_t i = parts.from; i < slice_end(parts) && !bound; i++)
            bound = part_binds(obliged, index, &index->b->parts[i]);
    return bound;
}
