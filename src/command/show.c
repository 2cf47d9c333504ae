/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command.h"
#include "command/find.h"
#include "command/message.h"
#include "command/out.h"
#include "command/say.h"
#include "command/source.h"
#include "sheet/json.h"
#include "sheet/render.h"

static void put_names(struct job *job, const struct part *part, enum role role)
{
    if (!part_role_count(job->breakdown, part, role))
        return;
    struct buf line = { 0 };
    buf_text(&line, role_name(role));
    buf_string(&line, _("："));
    part_names(job->breakdown, part, role, &line);
    out_paragraph(job, role == ROLE_LEAD ? STYLE_LEAD : STYLE_SUPPORT, text_composed(buf_view(&line)));
    buf_fini(&line);
}

static void put_fact(struct job *job, const char *label, struct text text)
{
    if (text_empty(text))
        return;
    struct buf line = { 0 };
    buf_printf(&line, "%s%s", label, _("："));
    buf_text(&line, text);
    out_paragraph(job, STYLE_NORMAL, text_composed(buf_view(&line)));
    buf_fini(&line);
}

static void put_part(struct job *job, const struct part *part)
{
    const struct breakdown *b = job->breakdown;
    struct buf list = { 0 };
    buf_char(&job->out, '\n');
    out_paragraph(job, STYLE_NORMAL, part->text);
    if (!text_empty(part->label)) {
        buf_text(&list, part->label);
        buf_string(&list, "：");
    }
    part_wording(b, part, &list);
    for (uint32_t i = 0; i < part->notes.count; i++)
        buf_printf(&list, "（%.*s）", TEXT_ARG(b->texts[part->notes.from + i]));
    if (list.bytes)
        out_paragraph(job, STYLE_DIM, text_composed(buf_view(&list)));
    put_names(job, part, ROLE_LEAD);
    put_names(job, part, ROLE_SUPPORT);
    buf_fini(&list);
}

void show_say(struct job *job, struct task_ref ref)
{
    const struct breakdown *b = job->breakdown;
    const struct task *task = &b->tasks[ref.task_idx];
    struct buf head = { 0 };
    buf_text(&head, ref.part_idx == NO_IDX ? task->id : b->parts[ref.part_idx].id);
    buf_string(&head, "　");
    buf_text(&head, task_section(b, task)->heading);
    out_paragraph(job, STYLE_TITLE, text_composed(buf_view(&head)));
    out_paragraph(job, STYLE_DIM, task_volume(b, task)->title);
    buf_fini(&head);
    for (uint32_t i = 0; i < task->parts.count; i++)
        if (ref.part_idx == NO_IDX || ref.part_idx == task->parts.from + i)
            put_part(job, &b->parts[task->parts.from + i]);
    put_fact(job, _("牵头领导"), task->leader);
    put_fact(job, _("完成时限"), task->due);
    put_fact(job, _("联系人"), task->contact);
}

/* What the arguments name, in their order. */
struct shown {
    struct task_ref *refs;
    size_t count, cap;
};

static void add(struct shown *shown, uint32_t task_idx, uint32_t part_idx)
{
    MEM_GROW(shown->refs, shown->count + 1, shown->cap);
    shown->refs[shown->count++] = (struct task_ref){ task_idx, part_idx };
}

/* By number, in each volume; false when there is none. */
static bool add_numbered(struct job *job, struct text what, struct shown *shown)
{
    uint32_t max = job->breakdown->sections_count; /* each has a number once */
    struct task_ref *refs = arena_array(&job->arena, max, sizeof *refs);
    uint32_t count = task_find(job->breakdown, what, refs, max);
    for (uint32_t i = 0; i < count; i++)
        add(shown, refs[i].task_idx, refs[i].part_idx);
    return count > 0;
}

/* The tasks of what a name means: a leader's, a section's, those in which a unit is named. */
static void mark_tasks(const struct job *job, struct meaning meaning, bool *tasks)
{
    const struct breakdown *b = job->breakdown;
    uint32_t count;
    if (meaning.kind == MEANS_LEADER) {
        leaders_tasks(job->index->leaders, meaning.idx, tasks);
    } else if (meaning.kind == MEANS_SECTION) {
        for (uint32_t i = 0; i < b->sections[meaning.idx].tasks.count; i++)
            tasks[b->sections[meaning.idx].tasks.from + i] = true;
    } else if (meaning.kind == MEANS_UNIT) {
        struct owed *owed = index_owed(job->index, meaning.idx, &count);
        for (uint32_t i = 0; i < count; i++)
            tasks[b->parts[owed[i].part_idx].task_idx] |= owed[i].bond <= BOND_SUPPORT;
        free(owed);
    }
}

static bool add_named(struct job *job, struct text name, struct shown *shown)
{
    struct meaning meaning;
    if (!find_meaning(job, name, MEAN_ALL, _("领导、部分、任务或单位"), &meaning))
        return false;
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    size_t before = shown->count;
    mark_tasks(job, meaning, tasks);
    for (uint32_t i = 0; i < job->breakdown->tasks_count; i++)
        if (tasks[i])
            add(shown, i, NO_IDX);
    free(tasks);
    if (shown->count == before)
        message(_("没有写明“%.*s”的任务"), TEXT_ARG(name));
    return shown->count > before;
}

static bool add_argument(struct job *job, struct text what, struct shown *shown)
{
    if (add_numbered(job, what, shown))
        return true;
    if (text_empty(what) || what.at[0] < '0' || what.at[0] > '9')
        return add_named(job, what, shown);
    message(_("没有任务“%.*s”"), TEXT_ARG(what));
    return false;
}

static void put_rows(struct job *job, const struct shown *shown)
{
    const struct breakdown *b = job->breakdown;
    struct table table = out_table(job, TABLE_TSV);
    sheet_csv_head(&table);
    for (size_t k = 0; k < shown->count; k++) {
        struct slice parts = b->tasks[shown->refs[k].task_idx].parts;
        if (shown->refs[k].part_idx != NO_IDX)
            parts = (struct slice){ shown->refs[k].part_idx, 1 };
        for (uint32_t i = parts.from; i < slice_end(parts); i++)
            sheet_csv_part(b, i, TEXT(""), TEXT(""), &table);
    }
}

static void put_json(struct job *job, const struct shown *shown)
{
    const struct breakdown *b = job->breakdown;
    struct json json = json_answer(&job->out);
    json_array(&json, "tasks");
    for (size_t i = 0; i < shown->count; i++) {
        const struct task *task = &b->tasks[shown->refs[i].task_idx];
        json_object(&json, NULL);
        json_task(&json, b, task, shown->refs[i].part_idx);
        json_object(&json, "section");
        json_section_head(&json, b, task_section(b, task));
        json_close(&json);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void put_text(struct job *job, const struct shown *shown)
{
    for (size_t i = 0; i < shown->count; i++) {
        buf_string(&job->out, i ? "\n" : "");
        show_say(job, shown->refs[i]);
    }
}

int command_show(struct job *job)
{
    struct shown shown = { 0 };
    int status = source_load(job);
    if (status)
        return status;
    /* Of a name that is not sure there are candidates, and nothing else on the same output. */
    for (uint32_t i = 0; i < job->args_count && !job->to_stdout; i++)
        if (!add_argument(job, job->args[i], &shown))
            status = STATUS_NOTHING;
    if (shown.count && !job->to_stdout) {
        if (job->format == FORMAT_JSON)
            put_json(job, &shown);
        else if (job->format == FORMAT_TSV)
            put_rows(job, &shown);
        else
            put_text(job, &shown);
    }
    free(shown.refs);
    return status;
}
