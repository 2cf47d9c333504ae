/* SPDX-License-Identifier: MIT */
#include "command/find.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "command/message.h"
#include "command/out.h"
#include "search/filter.h"
#include "sheet/json.h"

void find_prepare(struct job *job)
{
    if (!job->search)
        job->search = search_new(job->index);
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

uint32_t find_tasks(struct job *job, struct text words, bool *tasks)
{
    find_prepare(job);
    struct filter *filter = filter_new(job->index, job->search, job->search_leaders);
    uint32_t count = filter_query(filter, words, tasks);
    filter_free(filter);
    return count;
}

void find_put_id(struct job *job, struct text id)
{
    struct table table = out_table(job, TABLE_TSV);
    if (job->format == FORMAT_TSV)
        table_id(&table, id);
    else
        buf_text(&job->out, id);
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
        find_put_id(job, task->id);
        buf_printf(out, "\t%.*s\n", TEXT_ARG(b->parts[task->parts.from].text));
        break;
    }
    case MEANS_PART:
        find_put_id(job, b->parts[meaning.idx].id);
        buf_printf(out, "\t%.*s\n", TEXT_ARG(b->parts[meaning.idx].text));
        break;
    }
}

void find_json(struct json *json, const struct job *job, struct meaning meaning)
{
    const struct breakdown *b = job->breakdown;
    const struct leader *leader;
    switch (meaning.kind) {
    case MEANS_UNIT:
        json_unit(json, b, job->index, meaning.idx);
        break;
    case MEANS_SECTION:
        json_section_head(json, b, &b->sections[meaning.idx]);
        break;
    case MEANS_TASK:
        json_task(json, b, &b->tasks[meaning.idx], NO_IDX);
        break;
    case MEANS_PART:
        json_task(json, b, &b->tasks[b->parts[meaning.idx].task_idx], meaning.idx);
        break;
    case MEANS_LEADER:
        leader = &job->index->leaders->items[meaning.idx];
        json_text(json, "name", leader->forms[LEADER_NAME]);
        json_text_or_null(json, "title", leader->forms[LEADER_TITLE]);
        json_text_or_null(json, "section",
                          leader->section_idx == NO_IDX ? TEXT("") : b->sections[leader->section_idx].id);
        json_number(json, "tasks", find_leader_tasks(job, meaning.idx));
        break;
    }
}

/* By kind, a list for each that there is. */
static void list_json(struct job *job, struct text query, const struct resolution *found)
{
    static const struct {
        const char *key;
        unsigned kinds;
    } lists[] = { { "leaders", 1u << MEANS_LEADER },
                  { "units", 1u << MEANS_UNIT },
                  { "sections", 1u << MEANS_SECTION },
                  { "tasks", 1u << MEANS_TASK | 1u << MEANS_PART } };
    struct json json = json_answer(&job->out);
    json_text(&json, "query", query);
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        bool open = false;
        for (uint32_t i = 0; i < found->count; i++) {
            if (!(lists[k].kinds >> found->meanings[i].kind & 1))
                continue;
            if (!open)
                json_array(&json, lists[k].key);
            open = true;
            json_object(&json, NULL);
            find_json(&json, job, found->meanings[i]);
            json_close(&json);
        }
        if (open)
            json_close(&json);
    }
    json_close(&json);
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
    if (found.total > found.count)
        message(_("另有 %u 个，请写得再细些"), found.total - found.count);
    if (found.total)
        list(job, query, &found);
    return false;
}

bool find_targets(struct text query)
{
    return text_equal(query, TEXT("targets")) || text_equal(query, TEXT("指标")) || text_equal(query, TEXT("量化指标"));
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
