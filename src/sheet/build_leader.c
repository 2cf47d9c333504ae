/* SPDX-License-Identifier: MIT */
/* The sheet of a leader whom the tasks themselves name, and of other tasks picked out all over the notice. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/build.h"

static void add_tasks(struct sheet *sheet, const struct section *section, const bool *tasks)
{
    const struct breakdown *b = sheet->breakdown;
    bool headed = false;
    for (uint32_t t = section->tasks.from; t < section->tasks.from + section->tasks.count; t++) {
        const struct task *task = &b->tasks[t];
        if (!tasks[t])
            continue;
        if (!headed)
            build_heading(sheet, 1, section->heading);
        headed = true;
        for (uint32_t i = 0; i < task->parts.count; i++)
            build_item(sheet, task->parts.from + i);
    }
}

void build_leader(struct sheet *sheet, uint32_t leader_idx)
{
    const struct breakdown *b = sheet->breakdown;
    const struct leaders *leaders = sheet->index->leaders;
    const struct leader *leader = &leaders->items[leader_idx];
    const struct volume *volume = &b->volumes[leader->volume_idx];
    struct text full = leader->forms[LEADER_FULL];
    bool *tasks = mem_array(b->tasks_count, sizeof *tasks);
    sheet->title =
        build_printf(sheet, _("%.*s重点工作任务单"), TEXT_ARG(text_empty(full) ? leader->forms[LEADER_NAME] : full));
    sheet->subtitle = volume->title;
    leaders_tasks(leaders, leader_idx, tasks);
    for (uint32_t i = 0; i < volume->sections.count; i++)
        add_tasks(sheet, &b->sections[volume->sections.from + i], tasks);
    free(tasks);
    build_lead_remark(sheet);
}

static void name_picked(struct sheet *sheet, const bool *tasks, struct text title)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < sheet->breakdown->tasks_count; i++)
        count += tasks[i];
    sheet->title =
        text_empty(title) ? build_printf(sheet, _("重点工作任务单（%u项）"), count) : text_copy(&sheet->arena, title);
}

void build_tasks(struct sheet *sheet, const bool *tasks, struct text what)
{
    const struct breakdown *b = sheet->breakdown;
    if (sheet->subject.idx) {
        name_picked(sheet, tasks, what);
    } else {
        sheet->picked_by = text_copy(&sheet->arena, what);
        sheet->title = build_printf(sheet, _("“%.*s”任务单"), TEXT_ARG(what));
    }
    if (b->volumes_count == 1)
        sheet->subtitle = b->volumes[0].title;
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        if (b->volumes_count > 1)
            build_heading(sheet, 1, b->volumes[v].title);
        for (uint32_t i = 0; i < b->volumes[v].sections.count; i++)
            add_tasks(sheet, &b->sections[b->volumes[v].sections.from + i], tasks);
    }
    build_lead_remark(sheet);
}
