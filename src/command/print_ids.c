/* SPDX-License-Identifier: MIT */
/* The tasks whose IDs stand in a file: what was marked on the screen, or chosen by another program. */
#include <string.h>

#include "base/i18n.h"
#include "breakdown/key.h"
#include "command/message.h"
#include "command/print.h"
#include "command/source.h"

/* By id as it is shown: of large files many are asked for. */
static struct names index_ids(const struct breakdown *b)
{
    struct names ids = { 0 };
    for (uint32_t i = 0; i < b->tasks_count; i++) {
        uint32_t item = names_put(&ids, b->tasks[i].id); /* items may move */
        ids.items[item].unit_idx = i;
    }
    return ids;
}

/* As it is shown, or in whatever way one writes it; NO_IDX after a message. */
static uint32_t find_task(const struct breakdown *b, const struct names *ids, struct text id, unsigned line_no)
{
    struct task_ref refs[2];
    uint32_t item = names_find(ids, text_span(id));
    if (item != NO_IDX)
        return ids->items[item].unit_idx;
    uint32_t count = task_find(b, id, refs, 2);
    if (count == 1)
        return refs[0].task_idx;
    message(count ? _("第%u行“%.*s”可以是几份文件里的，请写成 2020:2.7 这样") : _("第%u行：没有任务“%.*s”"), line_no,
            TEXT_ARG(id));
    return NO_IDX;
}

/* An ID and, behind a TAB, the key of the task that it means; NO_IDX after a message. */
static uint32_t read_line(struct job *job, const struct names *ids, struct span line, unsigned line_no)
{
    const char *tab = memchr(line.at, '\t', line.bytes);
    struct span id = { line.at, tab ? (size_t)(tab - line.at) : line.bytes };
    struct span key = { tab ? tab + 1 : "", tab ? line.bytes - id.bytes - 1 : 0 };
    uint32_t task_idx = find_task(job->breakdown, ids, text_clean(&job->arena, span_trim(id)), line_no);
    if (task_idx == NO_IDX || !key.bytes)
        return task_idx;
    if (span_equal(span_trim(key), span_of(task_key(job->breakdown, task_idx).text)))
        return task_idx;
    message(_("第%u行：编号%.*s现在是另一项任务"), line_no, TEXT_ARG(job->breakdown->tasks[task_idx].id));
    return NO_IDX;
}

/* Sets the tasks of the lines; false after messages about all that are not sure, or when there are none. */
static bool pick(struct job *job, struct span content, bool *tasks)
{
    struct names ids = index_ids(job->breakdown);
    bool good = true, any = false;
    unsigned line_no = 0;
    for (struct span rest = content; rest.bytes;) {
        struct span line = span_trim(span_line(&rest));
        line_no++;
        uint32_t task_idx = line.bytes ? read_line(job, &ids, line, line_no) : NO_IDX;
        good = good && (task_idx != NO_IDX || !line.bytes);
        if (task_idx != NO_IDX)
            tasks[task_idx] = any = true;
    }
    if (good && !any)
        message(_("没有列出任务"));
    names_fini(&ids);
    return good && any;
}

const bool *print_ids(struct job *job, int *status)
{
    struct buf content = { 0 };
    bool *tasks = arena_array(&job->arena, job->breakdown->tasks_count, sizeof *tasks), good = false;
    *status = source_read(job->options->ids, &content);
    if (!*status) {
        good = pick(job, buf_view(&content), tasks);
        *status = good ? STATUS_DONE : STATUS_NOTHING;
    }
    buf_fini(&content);
    return good ? tasks : NULL;
}
