/* SPDX-License-Identifier: MIT */
#include "breakdown/workload.h"

#include <stdlib.h>

#include "base/hurry.h"
#include "base/mem.h"

/* By unit: of which workload (its number + 1) it was counted last, as named and as leading. */
struct seen {
    uint32_t named, leading;
};

static void add_task(const struct breakdown *b, uint32_t task_idx, uint32_t nth, struct seen *seen,
                     struct workload *workload)
{
    const struct task *task = &b->tasks[task_idx];
    tally_add(b, task, &workload->tally);
    for (uint32_t p = task->parts.from; p < slice_end(task->parts); p++) {
        struct slice duties = b->parts[p].duties;
        for (uint32_t d = duties.from; d < slice_end(duties); d++) {
            struct seen *unit = &seen[b->duties[d].unit_idx];
            workload->units += unit->named != nth + 1;
            unit->named = nth + 1;
            if (b->duties[d].role != ROLE_LEAD)
                continue;
            workload->leads += unit->leading != nth + 1;
            unit->leading = nth + 1;
        }
    }
}

void workload_sections(const struct breakdown *b, struct workload *by_section)
{
    struct seen *seen = mem_array(b->units_count, sizeof *seen);
    for (uint32_t s = 0; s < b->sections_count; s++) {
        by_section[s] = (struct workload){ 0 };
        for (uint32_t t = b->sections[s].tasks.from; t < slice_end(b->sections[s].tasks) && !hurry_at(t); t++)
            add_task(b, t, s, seen, &by_section[s]);
    }
    free(seen);
}

void workload_leaders(const struct leaders *leaders, struct workload *by_leader)
{
    const struct breakdown *b = leaders->b;
    struct seen *seen = mem_array(b->units_count, sizeof *seen);
    /* The tasks leader by leader: those of i are tasks[from[i]] up to tasks[from[i + 1]]. */
    uint32_t *from = mem_array((size_t)leaders->count + 2, sizeof *from), *tasks;
    for (uint32_t i = 0; i < leaders->of_task_from[b->tasks_count]; i++)
        from[leaders->of_task[i] + 2] += leaders->items[leaders->of_task[i]].named_count > 0;
    for (uint32_t i = 0; i < leaders->count; i++)
        from[i + 2] += from[i + 1];
    tasks = mem_array(from[leaders->count + 1], sizeof *tasks);
    for (uint32_t t = 0; t < b->tasks_count; t++)
        for (uint32_t i = leaders->of_task_from[t]; i < leaders->of_task_from[t + 1]; i++)
            if (leaders->items[leaders->of_task[i]].named_count)
                tasks[from[leaders->of_task[i] + 1]++] = t;
    for (uint32_t i = 0; i < leaders->count; i++) {
        by_leader[i] = (struct workload){ 0 };
        for (uint32_t k = from[i]; k < from[i + 1] && !hurry_at(k); k++)
            add_task(b, tasks[k], i, seen, &by_leader[i]);
    }
    free(tasks);
    free(from);
    free(seen);
}
