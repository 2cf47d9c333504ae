/* SPDX-License-Identifier: MIT */
/* A unit's sheet: what it leads, supports, owes through collectives, may owe; livelihood items apart. */
#include "base/i18n.h"

#include "sheet/build.h"
#include <stdlib.h>

static const char *const bond_headings[BONDS_COUNT] = {
    [BOND_LEAD] = N_("牵头的任务"),
    [BOND_SUPPORT] = N_("参与的任务"),
    [BOND_VIA] = N_("经由集合单位承担的任务"),
    [BOND_MAYBE] = N_("可能涉及的任务"),
};

static const char *const ordinals[] = { N_("一"), N_("二"), N_("三"), N_("四"), N_("五") };

static void add_names(struct sheet *sheet, const struct unit *unit)
{
    struct buf names = { 0 };
    if (!text_empty(unit->full) && !text_equal(unit->full, unit->name))
        build_remark(sheet, build_printf(sheet, _("全称：%.*s"), TEXT_ARG(unit->full)));
    if (unit->aliases.count) {
        texts_join(sheet->breakdown, unit->aliases, "、", &names);
        build_remark(sheet, build_printf(sheet, _("又名：%.*s"), (int)names.bytes, names.at));
        buf_fini(&names);
    }
    if (unit->coverage == COVERAGE_NONE)
        return;
    unit_member_names(sheet->breakdown, unit, &names);
    struct text members = text_take(&sheet->arena, &names);
    const char *others = _("通知未列出成员。");
    if (!text_empty(members))
        others = unit->others ? _("；通知未列出其他成员。") : _("。");
    const char *bound = unit->coverage == COVERAGE_ALL ? _("成员：") : _("成员（涉及其中一部分，通知未指明）：");
    build_remark(sheet, build_printf(sheet, "%s%.*s%s", text_empty(members) ? "" : bound, TEXT_ARG(members), others));
}

/* 重点工作：牵头40项，参与43项; what is none through collectives is not said. */
static void add_counts(struct sheet *sheet, const char *head, const uint32_t counts[BONDS_COUNT])
{
    struct buf line = { 0 };
    buf_printf(&line, _("%s：牵头%u项，参与%u项"), head, counts[BOND_LEAD], counts[BOND_SUPPORT]);
    if (counts[BOND_VIA])
        buf_printf(&line, _("，经由集合单位%u项"), counts[BOND_VIA]);
    if (counts[BOND_MAYBE])
        buf_printf(&line, _("，可能涉及%u项"), counts[BOND_MAYBE]);
    buf_string(&line, _("。"));
    build_remark(sheet, text_take(&sheet->arena, &line));
}

static void add_owed(struct sheet *sheet, const struct owed *owed)
{
    struct sheet_row *row = build_item(sheet, owed->part_idx);
    row->number = NUMBER_PART;
    row->bond = owed->bond & 7;
    row->via_idx = owed->via_idx;
    row->role = owed->role & 1;
}

/* One bond's tasks under the headings of their sections. */
static void add_bond(struct sheet *sheet, const struct owed *owed, uint32_t count, enum bond bond)
{
    const struct breakdown *b = sheet->breakdown;
    uint32_t section_idx = NO_IDX;
    for (uint32_t i = 0; i < count; i++) {
        if (owed[i].bond != bond || part_is_livelihood(b, owed[i].part_idx))
            continue;
        uint32_t here = b->tasks[b->parts[owed[i].part_idx].task_idx].section_idx;
        if (here != section_idx) {
            const struct section *section = &b->sections[here];
            struct text heading = build_bare_heading(section);
            if (b->volumes_count > 1)
                heading = build_printf(sheet, "%.*s　%.*s", TEXT_ARG(b->volumes[section->volume_idx].name),
                                       TEXT_ARG(heading));
            build_heading(sheet, 2, heading);
            section_idx = here;
        }
        add_owed(sheet, &owed[i]);
    }
}

static bool has_rule(const struct breakdown *b)
{
    for (uint32_t i = 0; i < b->volumes_count; i++)
        if (text_empty(b->volumes[i].lead_rule))
            return false;
    return true;
}

/* Does each task that the unit leads name its leader?  Then the notice does say who leads. */
static bool leads_named(const struct breakdown *b, const struct owed *owed, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (owed[i].bond == BOND_LEAD && text_empty(b->tasks[b->parts[owed[i].part_idx].task_idx].leader))
            return false;
    return true;
}

void build_unit(struct sheet *sheet, uint32_t unit_idx)
{
    const struct breakdown *b = sheet->breakdown;
    const struct unit *unit = &b->units[unit_idx];
    const struct counts *counts = &sheet->index->counts[unit_idx];
    sheet->title = build_printf(sheet, _("%.*s任务单"), TEXT_ARG(unit->name));
    if (b->volumes_count == 1)
        sheet->subtitle = b->volumes[0].title;
    add_names(sheet, unit);
    add_counts(sheet, _("重点工作"), counts->tasks);
    uint32_t count, livelihood = 0, heading_no = 0;
    struct owed *owed = index_owed(sheet->index, unit_idx, &count);
    for (enum bond bond = 0; bond < BONDS_COUNT; bond++)
        livelihood += counts->livelihood[bond];
    if (livelihood)
        add_counts(sheet, _("民生实事"), counts->livelihood);
    for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
        if (counts->tasks[bond] == 0)
            continue;
        build_heading(sheet, 1,
                      build_printf(sheet, _("%s、%s（%u项）"), _(ordinals[heading_no]), _(bond_headings[bond]),
                                   counts->tasks[bond]));
        heading_no++;
        add_bond(sheet, owed, count, bond);
    }
    if (livelihood)
        build_heading(sheet, 1, build_printf(sheet, _("%s、民生实事（%u项）"), _(ordinals[heading_no]), livelihood));
    for (uint32_t i = 0; i < count; i++)
        if (part_is_livelihood(b, owed[i].part_idx))
            add_owed(sheet, &owed[i]);
    if (!count)
        build_remark(sheet, text_of(_("没有任务。")));
    build_lead_remark(sheet);
    if (!sheet->lead_marked && !leads_named(b, owed, count) &&
        counts->tasks[BOND_LEAD] + counts->livelihood[BOND_LEAD] && !has_rule(b))
        build_remark(sheet, text_of(_("注：通知没有写明谁牵头的，列第一位者按牵头统计。")));
    free(owed);
}
