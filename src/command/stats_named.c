/* SPDX-License-Identifier: MIT */
#include "command/stats_named.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/json.h"
#include "wording/duedate.h"

static struct text in_arena(struct job *job, struct buf *buf)
{
    struct text text = text_copy(&job->arena, text_composed(buf_view(buf)));
    buf_fini(buf);
    return text;
}

static void count_leaders(struct job *job, struct named_counts *counts)
{
    const struct leaders *leaders = job->index->leaders;
    uint32_t *tasks = mem_array(leaders->count, sizeof *tasks);
    for (uint32_t i = 0; i < leaders->of_task_from[job->breakdown->tasks_count]; i++)
        tasks[leaders->of_task[i]]++;
    counts->leaders = arena_array(&job->arena, leaders->count, sizeof *counts->leaders);
    for (uint32_t i = 0; i < leaders->count; i++) {
        const struct leader *leader = &leaders->items[i];
        struct buf name = { 0 };
        if (!leader->named_count)
            continue;
        buf_text(&name, leader->forms[LEADER_NAME]);
        if (!text_empty(leader->forms[LEADER_TITLE]))
            buf_printf(&name, "　%.*s", TEXT_ARG(leader->forms[LEADER_TITLE]));
        counts->leaders[counts->leaders_count++] = (struct named_count){ in_arena(job, &name), tasks[i] };
    }
    free(tasks);
}

static int by_month(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void count_months(struct job *job, struct named_counts *counts)
{
    const struct breakdown *b = job->breakdown;
    uint32_t *months = mem_array((size_t)b->tasks_count + 1, sizeof *months), count = 0;
    for (uint32_t i = 0; i < b->tasks_count; i++) {
        uint32_t day = duedate_first(b->tasks[i].due, task_volume(b, &b->tasks[i])->year);
        if (!text_empty(b->tasks[i].due))
            months[count++] = day == UINT32_MAX ? day : day / 100;
    }
    qsort(months, count, sizeof *months, by_month);
    counts->months = arena_array(&job->arena, count, sizeof *counts->months);
    for (uint32_t from = 0, to; from < count; from = to) {
        struct buf name = { 0 };
        for (to = from; to < count && months[to] == months[from]; to++)
            ;
        if (months[from] == UINT32_MAX)
            buf_string(&name, _("未写日期"));
        else
            buf_printf(&name, "%04u-%02u", months[from] / 100, months[from] % 100);
        counts->months[counts->months_count++] = (struct named_count){ in_arena(job, &name), to - from };
    }
    free(months);
}

struct named_counts stats_named(struct job *job)
{
    struct named_counts counts = { 0 };
    count_leaders(job, &counts);
    count_months(job, &counts);
    return counts;
}

static void put_list(struct json *json, const char *key, const struct named_count *counts, uint32_t count)
{
    json_array(json, key);
    for (uint32_t i = 0; i < count; i++) {
        json_object(json, NULL);
        json_text(json, "name", counts[i].name);
        json_number(json, "tasks", counts[i].tasks);
        json_close(json);
    }
    json_close(json);
}

void stats_named_json(const struct named_counts *counts, struct json *json)
{
    put_list(json, "leaders", counts->leaders, counts->leaders_count);
    put_list(json, "due", counts->months, counts->months_count);
}
