/* SPDX-License-Identifier: MIT */
#include "command/find.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "command/message.h"
#include "command/out.h"
#include "sheet/json.h"

void find_prepare(struct job *job)
{
    if (!job->search)
        job->search = search_new(job->breakdown, job->index);
    if (!job->search_leaders)
        job->search_leaders = search_new_leaders(job->index->leaders);
}

uint32_t find_leader_tasks(const struct job *job, uint32_t leader_idx)
{
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    uint32_t count = 0;
    leaders_tasks(job->index->leaders, leader_idx, tasks);
    for (uint32_t i = 0; i < job->breakdown->tasks_count; i++)
        count += tasks[i];
    free(tasks);
    return count;
}

/* Where several breakdowns are open, a leader's name alone does not say which. */
static void put_leader(struct job *job, uint32_t leader_idx)
{
    const struct breakdown *b = job->breakdown;
    const struct leader *leader = &job->index->leaders->items[leader_idx];
    if (b->volumes_count > 1)
        buf_printf(&job->out, "%.*s:", TEXT_ARG(b->volumes[leader->volume_idx].name));
    buf_printf(&job->out, "%.*s\t%.*s\t%u\n", TEXT_ARG(leader->forms[LEADER_NAME]),
               TEXT_ARG(leader->forms[LEADER_TITLE]), find_leader_tasks(job, leader_idx));
}

void find_line(struct job *job, struct meaning meaning)
{
    const struct breakdown *b = job->breakdown;
    struct buf *out = &job->out;
    switch (meaning.kind) {
    case MEANS_LEADER:
        put_leader(job, meaning.idx);
        break;
    case MEANS_UNIT:
        buf_text(out, b->units[meaning.idx].name);
        for (enum bond bond = BOND_LEAD; bond <= BOND_VIA; bond++)
            buf_printf(out, "\t%u", job->index->counts[meaning.idx].tasks[bond]);
        buf_char(out, '\n');
        break;
    case MEANS_SECTION: {
        const struct section *section = &b->sections[meaning.idx];
        if (b->volumes_count > 1)
            buf_printf(out, "%.*s:", TEXT_ARG(b->volumes[section->volume_idx].name));
        buf_printf(out, "%.*s\t%.*s\n", TEXT_ARG(section->id), TEXT_ARG(section->heading));
        break;
    }
    case MEANS_TASK: {
        const struct task *task = &b->tasks[meaning.idx];
        buf_printf(out, "%.*s\t%.*s\n", TEXT_ARG(task->id), TEXT_ARG(b->parts[task->parts.from].text));
        break;
    }
    case MEANS_PART:
        buf_printf(out, "%.*s\t%.*s\n", TEXT_ARG(b->parts[meaning.idx].id), TEXT_ARG(b->parts[meaning.idx].text));
        break;
    }
}

json_t *find_json(const struct job *job, struct meaning meaning)
{
    const struct breakdown *b = job->breakdown;
    if (meaning.kind == MEANS_UNIT)
        return json_unit(b, job->index, meaning.idx);
    if (meaning.kind == MEANS_SECTION)
        return json_section_head(b, &b->sections[meaning.idx]);
    if (meaning.kind != MEANS_LEADER) {
        bool part = meaning.kind == MEANS_PART;
        uint32_t task_idx = part ? b->parts[meaning.idx].task_idx : meaning.idx;
        return json_task(b, &b->tasks[task_idx], part ? meaning.idx : NO_IDX);
    }
    const struct leader *leader = &job->index->leaders->items[meaning.idx];
    json_t *object = json_object();
    json_object_set_new(object, "name", json_text(leader->forms[LEADER_NAME]));
    json_object_set_new(object, "title", json_text_or_null(leader->forms[LEADER_TITLE]));
    json_object_set_new(object, "section",
                        leader->section_idx == NO_IDX ? json_null() : json_text(b->sections[leader->section_idx].id));
    json_object_set_new(object, "tasks", json_integer(find_leader_tasks(job, meaning.idx)));
    return object;
}

static void list_json(struct job *job, struct text query, const struct resolution *found)
{
    static const char *const keys[] = { [MEANS_LEADER] = "leaders",
                                        [MEANS_UNIT] = "units",
                                        [MEANS_SECTION] = "sections",
                                        [MEANS_TASK] = "tasks",
                                        [MEANS_PART] = "tasks" };
    json_t *object = json_object();
    json_object_set_new(object, "format", json_integer(JSON_FORMAT));
    json_object_set_new(object, "query", json_text(query));
    for (uint32_t i = 0; i < found->count; i++) {
        const char *key = keys[found->meanings[i].kind];
        if (!json_object_get(object, key))
            json_object_set_new(object, key, json_array());
        json_array_append_new(json_object_get(object, key), find_json(job, found->meanings[i]));
    }
    json_put(object, &job->out);
}

static void list(struct job *job, struct text query, const struct resolution *found)
{
    job->to_stdout = true;
    if (job->format == FORMAT_JSON) {
        list_json(job, query, found);
        return;
    }
    job->format = FORMAT_TEXT;
    for (uint32_t i = 0; i < found->count; i++)
        find_line(job, found->meanings[i]);
}

bool find_meaning(struct job *job, struct text query, unsigned kinds, const char *what, struct meaning *meaning)
{
    find_prepare(job);
    struct resolver resolver = { job->breakdown, job->index->leaders, job->search, job->search_leaders };
    struct resolution found = resolve(&resolver, query, kinds);
    *meaning = found.meanings[0];
    if (found.sure)
        return true;
    if (!found.total)
        message(_("没有找到%s“%.*s”"), what, TEXT_ARG(query));
    else if (found.near)
        message(_("没有%s正好叫“%.*s”，是不是："), what, TEXT_ARG(query));
    else
        message(_("“%.*s”可以是 %u 个，请写得再细些："), TEXT_ARG(query), found.total);
    if (found.total)
        list(job, query, &found);
    return false;
}

bool find_subject(struct job *job, struct text query, struct sheet_subject *subject)
{
    struct meaning meaning;
    *subject = (struct sheet_subject){ SHEET_ALL, 0 };
    if (text_equal(query, TEXT("all")) || text_equal(query, TEXT("全部")))
        return true;
    if (!find_meaning(job, query, MEAN_ALL, _("领导、部分、任务或单位"), &meaning))
        return false;
    static const enum sheet_kind kinds[] = { [MEANS_LEADER] = SHEET_LEADER,
                                             [MEANS_UNIT] = SHEET_UNIT,
                                             [MEANS_SECTION] = SHEET_SECTION,
                                             [MEANS_TASK] = SHEET_TASK,
                                             [MEANS_PART] = SHEET_PART };
    *subject = (struct sheet_subject){ kinds[meaning.kind], meaning.idx };
    if (meaning.kind == MEANS_LEADER) {
        uint32_t section_idx = resolve_section(job->index->leaders, meaning.idx);
        if (section_idx != NO_IDX)
            *subject = (struct sheet_subject){ SHEET_SECTION, section_idx };
    }
    return true;
}
