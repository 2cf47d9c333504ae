/* SPDX-License-Identifier: MIT */
#include "sheet/build.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/facts.h"

struct sheet_row *build_row(struct sheet *sheet, enum sheet_row_kind kind)
{
    MEM_GROW(sheet->rows, sheet->rows_count + 1, sheet->rows_cap);
    struct sheet_row *row = &sheet->rows[sheet->rows_count++];
    *row = (struct sheet_row){ .kind = kind, .bond = BONDS_COUNT, .part_idx = NO_IDX, .said_idx = NO_IDX };
    row->via_idx = NO_IDX;
    return row;
}

uint32_t build_said(struct sheet *sheet, struct text text)
{
    MEM_GROW(sheet->said, sheet->said_count + 1, sheet->said_cap);
    sheet->said[sheet->said_count] = text;
    return sheet->said_count++;
}

void build_heading(struct sheet *sheet, int level, struct text text)
{
    struct sheet_row *row = build_row(sheet, SHEET_HEADING);
    row->level = (unsigned)level & 0xffffff;
    row->said_idx = build_said(sheet, text);
}

void build_remark(struct sheet *sheet, struct text text)
{
    build_row(sheet, SHEET_REMARK)->said_idx = build_said(sheet, text);
}

struct sheet_row *build_item(struct sheet *sheet, uint32_t part_idx)
{
    const struct breakdown *b = sheet->breakdown;
    const struct part *part = &b->parts[part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    struct sheet_row *row = build_row(sheet, SHEET_ITEM);
    row->part_idx = part_idx;
    row->number = part_idx == task->parts.from ? NUMBER_NO : NUMBER_NONE;
    sheet->lead_marked = sheet->lead_marked || facts_mark_lead(b, part_idx);
    return row;
}

void build_lead_remark(struct sheet *sheet)
{
    if (!sheet->lead_marked)
        return;
    struct text rule = { 0 };
    for (uint32_t i = 0; i < sheet->breakdown->volumes_count && text_empty(rule); i++)
        rule = sheet->breakdown->volumes[i].lead_rule;
    build_remark(sheet, text_empty(rule)
                            ? text_of(_("注：列在第一位的单位为牵头单位，以“（牵头）”标明。"))
                            : build_printf(sheet, _("注：通知规定“%.*s”，本单以“（牵头）”标明。"), TEXT_ARG(rule)));
}

static void add_task(struct sheet *sheet, const struct task *task)
{
    for (uint32_t i = 0; i < task->parts.count; i++)
        build_item(sheet, task->parts.from + i);
}

static void add_section(struct sheet *sheet, const struct section *section)
{
    for (uint32_t i = 0; i < section->tasks.count; i++)
        add_task(sheet, &sheet->breakdown->tasks[section->tasks.from + i]);
}

/* The headings above a general section that were not yet said for the one before it; returns the section's level. */
static int add_under(struct sheet *sheet, const struct section *section, const struct section *before, int level)
{
    const struct text *texts = sheet->breakdown->texts;
    bool same = before != NULL;
    for (uint32_t i = 0; i < section->under.count; i++) {
        struct text heading = texts[section->under.from + i];
        same = same && i < before->under.count && text_equal(heading, texts[before->under.from + i]);
        if (!same)
            build_heading(sheet, level + (int)i, heading);
    }
    return level + (int)section->under.count;
}

void build_all(struct sheet *sheet)
{
    const struct breakdown *b = sheet->breakdown;
    bool several = b->volumes_count > 1;
    sheet->title = several || b->volumes_count == 0 ? text_of(_("重点工作责任分解汇总")) : b->volumes[0].title;
    if (!several && b->volumes_count)
        sheet->subtitle = b->volumes[0].issuer;
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        const struct section *before = NULL;
        if (several)
            build_heading(sheet, 1, b->volumes[v].title);
        for (uint32_t i = 0; i < b->volumes[v].sections.count; i++) {
            const struct section *section = &b->sections[b->volumes[v].sections.from + i];
            int level = add_under(sheet, section, before, several ? 2 : 1);
            build_heading(sheet, level, section->heading);
            add_section(sheet, section);
            before = section;
        }
    }
    build_lead_remark(sheet);
}

struct text build_bare_heading(const struct section *section)
{
    struct text heading = section->heading;
    struct span ordinal = text_span(section->no);
    if (ordinal.bytes && span_starts(text_span(heading), ordinal)) {
        heading = text_slice(heading, ordinal.bytes, heading.bytes);
        if (span_starts(text_span(heading), SPAN("、")))
            heading = text_slice(heading, sizeof "、" - 1, heading.bytes);
    }
    return heading;
}

void build_section(struct sheet *sheet, uint32_t section_idx)
{
    const struct breakdown *b = sheet->breakdown;
    const struct section *section = &b->sections[section_idx];
    struct text heading = build_bare_heading(section);
    struct span word = SPAN("责任分解"); /* 十方面民生实事责任分解: a sheet of tasks is one */
    if (heading.bytes > word.bytes && span_ends(text_span(heading), word))
        heading = text_slice(heading, 0, heading.bytes - word.bytes);
    sheet->title = build_printf(sheet, _("%.*s任务单"), TEXT_ARG(heading));
    sheet->subtitle = b->volumes[section->volume_idx].title;
    for (uint32_t i = 0; i < section->under.count; i++)
        build_heading(sheet, 1 + (int)i, b->texts[section->under.from + i]);
    add_section(sheet, section);
    build_lead_remark(sheet);
}

/* Title, subtitle and heading of a sheet with one task, or one part of it, whose id is given. */
static void head_of_one(struct sheet *sheet, const struct task *task, struct text id)
{
    const struct breakdown *b = sheet->breakdown;
    const struct section *section = task_section(b, task);
    const char *kind = section->kind == SECTION_LIVELIHOOD ? _("民生实事") : _("重点工作");
    sheet->title = build_printf(sheet, _("%s任务单（%.*s）"), kind, TEXT_ARG(id));
    sheet->subtitle = task_volume(b, task)->title;
    build_heading(sheet, 1, section->heading);
}

void build_task(struct sheet *sheet, uint32_t task_idx)
{
    const struct task *task = &sheet->breakdown->tasks[task_idx];
    head_of_one(sheet, task, task->id);
    add_task(sheet, task);
    build_lead_remark(sheet);
}

void build_part(struct sheet *sheet, uint32_t part_idx)
{
    const struct part *part = &sheet->breakdown->parts[part_idx];
    head_of_one(sheet, &sheet->breakdown->tasks[part->task_idx], part->id);
    build_item(sheet, part_idx)->number = NUMBER_PART;
    build_lead_remark(sheet);
}
