/* SPDX-License-Identifier: MIT */
#include "breakdown/deadlines.h"

#include <stdlib.h>

#include "base/hurry.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "wording/duedate.h"

struct deadline {
    uint32_t day, task_idx;
};

static int earliest_first(const void *left, const void *right)
{
    const struct deadline *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return (a->task_idx > b->task_idx) - (a->task_idx < b->task_idx);
}

uint32_t deadlines_of(const struct breakdown *b, uint32_t task_idx)
{
    const struct task *task = &b->tasks[task_idx];
    if (text_empty(task->due))
        return DUE_NONE;
    uint32_t day = duedate_first(task->due, task_volume(b, task)->year);
    return day == UINT32_MAX ? DUE_UNCLEAR : day;
}

uint32_t deadlines_list(const struct breakdown *b, const bool *tasks, uint32_t *task_idxs)
{
    struct deadline *deadlines = NULL;
    size_t cap = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < b->tasks_count && !hurry_at(i); i++) {
        if (text_empty(b->tasks[i].due) || (tasks && !tasks[i]))
            continue;
        MEM_GROW(deadlines, count + 1, cap);
        deadlines[count++] = (struct deadline){ deadlines_of(b, i), i };
    }
    if (count)
        qsort(deadlines, count, sizeof *deadlines, earliest_first);
    for (uint32_t i = 0; i < count; i++)
        task_idxs[i] = deadlines[i].task_idx;
    free(deadlines);
    return count;
}

bool deadlines_same_month(uint32_t a, uint32_t b)
{
    return a == b || (a < DUE_UNCLEAR && b < DUE_UNCLEAR && a / 100 == b / 100);
}

void deadlines_month(uint32_t day, struct buf *out)
{
    if (day == DUE_NONE)
        buf_string(out, _("没有写时限"));
    else if (day == DUE_UNCLEAR)
        buf_string(out, _("时限不是日期"));
    else if (day / 10000)
        buf_printf(out, _("%u年%u月"), day / 10000, day / 100 % 100);
    else
        buf_printf(out, _("%u月"), day / 100 % 100);
}
