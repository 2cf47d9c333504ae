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

enum { REFS_MAX = 64 };

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
    for (uint32_t i = 0; i < part->notes.count; i++) {
        buf_string(&list, "（");
        buf_text(&list, b->texts[part->notes.from + i]);
        buf_string(&list, "）");
    }
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

static void put_rows(struct job *job, struct table *table, struct task_ref ref)
{
    const struct task *task = &job->breakdown->tasks[ref.task_idx];
    for (uint32_t i = 0; i < task->parts.count; i++)
        if (ref.part_idx == NO_IDX || ref.part_idx == task->parts.from + i)
            sheet_csv_part(job->breakdown, task->parts.from + i, TEXT(""), TEXT(""), table);
}

/* What is shown in one run. */
struct showing {
    struct job *job;
    struct table table;
    struct json json; /* open from the first task on */
};

static void put_json(struct showing *showing, const struct task *task, uint32_t part_idx)
{
    const struct breakdown *b = showing->job->breakdown;
    struct json *json = &showing->json;
    if (!json->out) {
        *json = json_answer(&showing->job->out);
        json_array(json, "tasks");
    }
    json_object(json, NULL);
    json_task(json, b, task, part_idx);
    json_object(json, "section");
    json_section_head(json, b, task_section(b, task));
    json_close(json);
    json_close(json);
}

static void put(struct showing *showing, struct task_ref ref)
{
    struct job *job = showing->job;
    const struct breakdown *b = job->breakdown;
    const struct task *task = &b->tasks[ref.task_idx];
    if (job->format == FORMAT_JSON) {
        put_json(showing, task, ref.part_idx);
    } else if (job->format == FORMAT_TSV) {
        if (!job->out.bytes)
            sheet_csv_head(&showing->table);
        put_rows(job, &showing->table, ref);
    } else {
        buf_string(&job->out, job->out.bytes ? "\n" : "");
        show_say(job, ref);
    }
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

static bool show_name(struct showing *showing, struct text name)
{
    struct job *job = showing->job;
    struct meaning meaning;
    if (!find_meaning(job, name, MEAN_ALL, _("领导、部分、任务或单位"), &meaning))
        return false;
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    mark_tasks(job, meaning, tasks);
    for (uint32_t i = 0; i < job->breakdown->tasks_count; i++)
        if (tasks[i])
            put(showing, (struct task_ref){ i, NO_IDX });
    free(tasks);
    return true;
}

int command_show(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    struct showing showing = { .job = job };
    showing.table = (struct table){ .out = &job->out,
                                    .dialect = TABLE_TSV,
                                    .for_spreadsheet = settings_number(&job->options->settings, SETTING_BOM) };
    for (uint32_t i = 0; i < job->args_count; i++) {
        struct task_ref refs[REFS_MAX];
        struct text what = job->args[i];
        uint32_t count = task_find(job->breakdown, what, refs, REFS_MAX);
        for (uint32_t k = 0; k < count && k < REFS_MAX; k++)
            put(&showing, refs[k]);
        bool number = !text_empty(what) && what.at[0] >= '0' && what.at[0] <= '9';
        if (!count && number)
            message(_("没有任务“%.*s”"), TEXT_ARG(what));
        if (!count && (number || !show_name(&showing, what)))
            status = STATUS_NOTHING;
    }
    if (showing.json.out) {
        json_close(&showing.json);
        json_close(&showing.json);
    }
    return status;
}
