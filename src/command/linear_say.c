/* SPDX-License-Identifier: MIT */
/* What each station of the linear interface says: the short answer first, then the lines, then what can be chosen. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/tally.h"
#include "command/find.h"
#include "command/linear.h"
#include "command/say.h"

/* Those whose tasks have the words that the station is about. */
static void go_filter(struct linear *linear, uint32_t idx)
{
    (void)idx;
    linear_go(linear, STATION_FILTER, 0, linear->stations[linear->stations_count - 1].words);
}

static void ask_filter(struct linear *linear, uint32_t idx)
{
    (void)idx;
    linear_filter(linear, TEXT(""));
}

static void print(struct linear *linear, uint32_t idx)
{
    (void)idx;
    linear_print_here(linear);
}

static const enum station_kind stations[] = { [MEANS_LEADER] = STATION_LEADER,
                                              [MEANS_UNIT] = STATION_UNIT,
                                              [MEANS_SECTION] = STATION_SECTION,
                                              [MEANS_TASK] = STATION_TASK,
                                              [MEANS_PART] = STATION_PART };

void linear_open(struct linear *linear, struct meaning meaning)
{
    linear_go(linear, stations[meaning.kind], meaning.idx, TEXT(""));
}

/* 牵头 19，参与 33，经由 2，可能 1: those that there are; the first two always. */
static void put_counts(const uint32_t *counts, struct buf *out)
{
    buf_printf(out, _("牵头 %u，参与 %u"), counts[BOND_LEAD], counts[BOND_SUPPORT]);
    if (counts[BOND_VIA])
        buf_printf(out, _("，经由 %u"), counts[BOND_VIA]);
    if (counts[BOND_MAYBE])
        buf_printf(out, _("，可能 %u"), counts[BOND_MAYBE]);
}

/* 省经信厅：牵头 19，参与 33 */
static void put_unit(const struct job *job, uint32_t unit_idx, struct buf *out)
{
    const struct counts *counts = &job->index->counts[unit_idx];
    buf_text(out, job->breakdown->units[unit_idx].name);
    buf_string(out, _("："));
    put_counts(counts->tasks, out);
    for (enum bond bond = 0; bond < BONDS_COUNT; bond++)
        if (counts->livelihood[bond]) {
            buf_string(out, _("；民生实事 "));
            put_counts(counts->livelihood, out);
            break;
        }
}

static void put_volume(const struct breakdown *b, uint32_t volume_idx, struct buf *out)
{
    if (b->volumes_count > 1)
        buf_printf(out, "%.*s ", TEXT_ARG(b->volumes[volume_idx].name));
}

static void put_leader(const struct job *job, uint32_t leader_idx, struct buf *out)
{
    const struct leader *leader = &job->index->leaders->items[leader_idx];
    put_volume(job->breakdown, leader->volume_idx, out);
    buf_text(out, leader->forms[LEADER_NAME]);
    if (!text_empty(leader->forms[LEADER_TITLE]))
        buf_printf(out, "　%.*s", TEXT_ARG(leader->forms[LEADER_TITLE]));
    buf_printf(out, _("：%u 项"), find_leader_tasks(job, leader_idx));
}

static void put_section(const struct job *job, uint32_t section_idx, struct buf *out)
{
    const struct section *section = &job->breakdown->sections[section_idx];
    put_volume(job->breakdown, section->volume_idx, out);
    buf_printf(out, _("%.*s：%u 项"), TEXT_ARG(section->heading), section->tasks.count);
}

static void put_task(const struct job *job, uint32_t task_idx, bool with_leader, struct buf *out)
{
    const struct breakdown *b = job->breakdown;
    const struct task *task = &b->tasks[task_idx];
    const struct section *section = task_section(b, task);
    buf_printf(out, "%.*s　", TEXT_ARG(task->id));
    if (with_leader && !text_empty(section->leader))
        buf_printf(out, "%.*s　", TEXT_ARG(section->leader));
    buf_text(out, task_title(b, task));
}

static void say_tasks(struct linear *linear, const bool *tasks, bool with_leader)
{
    for (uint32_t i = 0; i < linear->job->breakdown->tasks_count; i++) {
        if (!tasks[i])
            continue;
        put_task(linear->job, i, with_leader, &linear->job->out);
        linear_line(linear, "%s", "");
    }
}

static void say_home(struct linear *linear, const struct station *station)
{
    static const struct {
        enum station_kind kind;
        void (*act)(struct linear *linear, uint32_t idx);
        const char *name;
    } ways[] = {
        { STATION_LEADERS, NULL, N_("领导") },        { STATION_UNITS, NULL, N_("单位") },
        { STATION_HOME, ask_filter, N_("筛选任务") }, { STATION_STATS, NULL, N_("统计") },
        { STATION_CHANGES, NULL, N_("比较两份") },    { STATION_HOME, print, N_("打印、存成文件") },
        { STATION_HELP, NULL, N_("帮助") },
    };
    const struct job *job = linear->job;
    const struct breakdown *b = job->breakdown;
    (void)station;
    for (uint32_t i = 0; i < b->volumes_count; i++)
        linear_line(linear, "%.*s", TEXT_ARG(b->volumes[i].title));
    linear_line(linear, _("领导 %u 位，重点工作 %u 项，民生实事 %u 项，单位 %u 个。"), job->index->leaders->count,
                tally_all(b, false).tasks, tally_all(b, true).tasks, b->units_count);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (ways[i].act)
            linear_choice(linear, ways[i].act, 0);
        else
            linear_way(linear, ways[i].kind, 0);
        linear_line(linear, "%s", _(ways[i].name));
    }
}

static void say_help(struct linear *linear, const struct station *station)
{
    (void)station;
    linear_help(linear);
}

static void say_leaders(struct linear *linear, const struct station *station)
{
    const struct job *job = linear->job;
    (void)station;
    for (uint32_t i = 0; i < job->index->leaders->count; i++) {
        linear_way(linear, STATION_LEADER, i);
        put_leader(job, i, &linear->job->out);
        linear_line(linear, "%s", "");
    }
    for (uint32_t i = 0; i < job->breakdown->sections_count; i++) {
        if (job->breakdown->sections[i].kind == SECTION_LEADER)
            continue;
        linear_way(linear, STATION_SECTION, i);
        put_section(job, i, &linear->job->out);
        linear_line(linear, "%s", "");
    }
}

static void say_units(struct linear *linear, const struct station *station)
{
    (void)station;
    linear_line(linear, _("单位 %u 个，可以直接写名称、简称或拼音。"), linear->job->breakdown->units_count);
    for (uint32_t i = 0; i < linear->job->breakdown->units_count; i++) {
        linear_way(linear, STATION_UNIT, i);
        put_unit(linear->job, i, &linear->job->out);
        linear_line(linear, "%s", "");
    }
}

static void say_leader(struct linear *linear, const struct station *station)
{
    struct job *job = linear->job;
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    leaders_tasks(job->index->leaders, station->idx, tasks);
    put_leader(job, station->idx, &job->out);
    linear_line(linear, "%s", "");
    say_tasks(linear, tasks, false);
    free(tasks);
}

static void say_section(struct linear *linear, const struct station *station)
{
    struct job *job = linear->job;
    struct slice tasks = job->breakdown->sections[station->idx].tasks;
    put_section(job, station->idx, &job->out);
    linear_line(linear, "%s", "");
    for (uint32_t i = tasks.from; i < slice_end(tasks); i++) {
        put_task(job, i, false, &job->out);
        linear_line(linear, "%s", "");
    }
}

static void say_unit(struct linear *linear, const struct station *station)
{
    put_unit(linear->job, station->idx, &linear->job->out);
    linear_line(linear, "%s", "");
    unit_say(linear->job, station->idx);
}

/* 2.7　冯飞：牵头 省发展改革委，参与 13 个 */
static void say_task_short(struct linear *linear, uint32_t task_idx, const struct part *part)
{
    struct job *job = linear->job;
    const struct breakdown *b = job->breakdown;
    const struct task *task = &b->tasks[task_idx];
    const struct section *section = task_section(b, task);
    buf_printf(&job->out, "%.*s　%.*s%s", TEXT_ARG(part ? part->id : task->id),
               TEXT_ARG(text_empty(section->leader) ? section->heading : section->leader), _("："));
    if (!part && task->parts.count == 1)
        part = &b->parts[task->parts.from];
    if (!part) {
        linear_line(linear, _("%u 个分项"), task->parts.count);
        return;
    }
    if (part_role_count(b, part, ROLE_LEAD))
        buf_string(&job->out, _("牵头 "));
    part_names(b, part, ROLE_LEAD, &job->out);
    if (part_role_count(b, part, ROLE_SUPPORT))
        buf_printf(&job->out, _("，参与 %u 个"), part_role_count(b, part, ROLE_SUPPORT));
    linear_line(linear, "%s", "");
}

/* Where one can go from a task: its units, its neighbours, all of the part it stands in. */
static void say_ways(struct linear *linear, uint32_t task_idx)
{
    struct job *job = linear->job;
    const struct breakdown *b = job->breakdown;
    const struct slice siblings = task_section(b, &b->tasks[task_idx])->tasks;
    linear_way(linear, STATION_TASK_UNITS, task_idx);
    linear_line(linear, "%s", _("逐个看它的单位"));
    if (task_idx + 1 < slice_end(siblings)) {
        linear_way(linear, STATION_TASK, task_idx + 1);
        linear_line(linear, _("下一项 %.*s"), TEXT_ARG(b->tasks[task_idx + 1].id));
    }
    if (task_idx > siblings.from) {
        linear_way(linear, STATION_TASK, task_idx - 1);
        linear_line(linear, _("上一项 %.*s"), TEXT_ARG(b->tasks[task_idx - 1].id));
    }
    linear_way(linear, STATION_SECTION, b->tasks[task_idx].section_idx);
    put_section(job, b->tasks[task_idx].section_idx, &job->out);
    linear_line(linear, "%s", "");
}

static void say_task(struct linear *linear, const struct station *station)
{
    say_task_short(linear, station->idx, NULL);
    show_say(linear->job, (struct task_ref){ station->idx, NO_IDX });
    say_ways(linear, station->idx);
}

static void say_part(struct linear *linear, const struct station *station)
{
    const struct part *part = &linear->job->breakdown->parts[station->idx];
    say_task_short(linear, part->task_idx, part);
    show_say(linear->job, (struct task_ref){ part->task_idx, station->idx });
    say_ways(linear, part->task_idx);
}

static void say_task_units(struct linear *linear, const struct station *station)
{
    const struct breakdown *b = linear->job->breakdown;
    const struct task *task = &b->tasks[station->idx];
    for (uint32_t i = task->parts.from; i < slice_end(task->parts); i++) {
        const struct part *part = &b->parts[i];
        linear_line(linear, _("%.*s：牵头 %u 个，参与 %u 个%s"), TEXT_ARG(part->id),
                    part_role_count(b, part, ROLE_LEAD), part_role_count(b, part, ROLE_SUPPORT),
                    part->open_ended ? _("，等") : "");
        for (uint32_t k = part->duties.from; k < slice_end(part->duties); k++) {
            linear_way(linear, STATION_UNIT, b->duties[k].unit_idx);
            buf_printf(&linear->job->out, "%.*s　", TEXT_ARG(role_name((enum role)b->duties[k].role)));
            put_unit(linear->job, b->duties[k].unit_idx, &linear->job->out);
            linear_line(linear, "%s", "");
        }
    }
}

static void say_filter(struct linear *linear, const struct station *station)
{
    struct job *job = linear->job;
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    linear_line(linear, _("筛选“%.*s”：%u 项"), TEXT_ARG(station->words), find_tasks(job, station->words, tasks));
    say_tasks(linear, tasks, true);
    free(tasks);
}

static void put_meaning(const struct job *job, struct meaning meaning, struct buf *out)
{
    const struct breakdown *b = job->breakdown;
    switch (meaning.kind) {
    case MEANS_LEADER:
        put_leader(job, meaning.idx, out);
        break;
    case MEANS_UNIT:
        put_unit(job, meaning.idx, out);
        break;
    case MEANS_SECTION:
        put_section(job, meaning.idx, out);
        break;
    case MEANS_TASK:
        put_task(job, meaning.idx, true, out);
        break;
    case MEANS_PART:
        buf_printf(out, "%.*s　%.*s", TEXT_ARG(b->parts[meaning.idx].id), TEXT_ARG(part_title(&b->parts[meaning.idx])));
        break;
    }
}

/* Whom and what the words may mean, and how many tasks have them. */
static void say_found(struct linear *linear, const struct station *station)
{
    struct job *job = linear->job;
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    uint32_t count = find_tasks(job, station->words, tasks);
    struct resolver resolver = { job->breakdown, job->index->leaders, job->search, job->search_leaders };
    struct resolution found = resolve(&resolver, station->words, MEAN_ALL);
    free(tasks);
    if (!found.total && !count)
        linear_line(linear, _("没有找到“%.*s”"), TEXT_ARG(station->words));
    else if (!found.total)
        linear_line(linear, _("没有单位、领导叫“%.*s”"), TEXT_ARG(station->words));
    else if (found.near)
        linear_line(linear, _("没有单位、领导正好叫“%.*s”，是不是："), TEXT_ARG(station->words));
    else
        linear_line(linear, _("“%.*s”可以是 %u 个："), TEXT_ARG(station->words), found.total);
    for (uint32_t i = 0; i < found.count; i++) {
        linear_way(linear, stations[found.meanings[i].kind], found.meanings[i].idx);
        put_meaning(job, found.meanings[i], &job->out);
        linear_line(linear, "%s", "");
    }
    if (found.total > found.count)
        linear_line(linear, _("另有 %u 个，请写得再细些"), found.total - found.count);
    if (count) {
        linear_choice(linear, go_filter, 0);
        linear_line(linear, _("有“%.*s”的任务：%u 项"), TEXT_ARG(station->words), count);
    }
}

static void say_stats(struct linear *linear, const struct station *station)
{
    (void)station;
    stats_say(linear->job);
}

static void say_changes(struct linear *linear, const struct station *station)
{
    struct job *job = linear->job;
    uint32_t count = job->breakdown->volumes_count;
    (void)station;
    if (count < 2) {
        linear_line(linear, "%s", _("比较要一起打开两份：fengong --linear -f 旧的 -f 新的"));
        return;
    }
    struct sheet *sheet = sheet_new(job->breakdown, job->index, (struct sheet_subject){ SHEET_CHANGES, count - 1 });
    linear_sheet(linear, sheet);
    sheet_free(sheet);
}

void linear_say(struct linear *linear, const struct station *station)
{
    static void (*const say[STATIONS_COUNT])(struct linear * linear, const struct station *station) = {
        [STATION_HOME] = say_home,     [STATION_HELP] = say_help,       [STATION_LEADERS] = say_leaders,
        [STATION_UNITS] = say_units,   [STATION_LEADER] = say_leader,   [STATION_SECTION] = say_section,
        [STATION_UNIT] = say_unit,     [STATION_TASK] = say_task,       [STATION_PART] = say_part,
        [STATION_FILTER] = say_filter, [STATION_FOUND] = say_found,     [STATION_TASK_UNITS] = say_task_units,
        [STATION_STATS] = say_stats,   [STATION_CHANGES] = say_changes,
    };
    if (say[station->kind])
        say[station->kind](linear, station);
    else
        linear_print_say(linear, station);
}
