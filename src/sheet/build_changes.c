/* SPDX-License-Identifier: MIT */
/* What changed from one year to the next, on paper: what is new, what is other, what is gone. */
#include "base/i18n.h"
#include "sheet/build.h"

static const char *const kind_words[] = {
    [DIFF_ADDED] = N_("新增"), [DIFF_REMOVED] = N_("删去"), [DIFF_CHANGED] = N_("改动")
};
static const char *const ordinals[] = { N_("一"), N_("二"), N_("三"), N_("四") };

static void put_units(const struct diff_task *change, struct buf *out)
{
    for (uint32_t i = 0; i < change->units_count; i++) {
        const struct diff_unit *unit = &change->units[i];
        struct text role = role_name(unit->role);
        buf_string(out, out->bytes ? "；" : "");
        switch (unit->kind) {
        case DIFF_UNIT_ADDED:
            buf_printf(out, _("增加%.*s（%.*s）"), TEXT_ARG(unit->name), TEXT_ARG(role));
            break;
        case DIFF_UNIT_REMOVED:
            buf_printf(out, _("不再有%.*s（原%.*s）"), TEXT_ARG(unit->name), TEXT_ARG(role));
            break;
        case DIFF_UNIT_LEADS:
            buf_printf(out, _("%.*s由参与改为牵头"), TEXT_ARG(unit->name));
            break;
        case DIFF_UNIT_SUPPORTS:
            buf_printf(out, _("%.*s由牵头改为参与"), TEXT_ARG(unit->name));
            break;
        }
    }
    if (change->changes & DIFF_UNITS && !change->units_count)
        buf_printf(out, "%s%s", out->bytes ? "；" : "", _("单位次序有变"));
}

static void put_field(const char *name, struct text before, struct text now, struct buf *out)
{
    if (!text_equal(before, now))
        buf_printf(out, "%s%s%.*s", out->bytes ? "；" : "", name, TEXT_ARG(before));
}

void sheet_change_said(const struct breakdown *old, const struct breakdown *b, const struct diff_task *change,
                       struct buf *out)
{
    const struct task *before = &old->tasks[change->old_task_idx], *now = &b->tasks[change->new_task_idx];
    if (change->changes & DIFF_MOVED)
        buf_printf(out, _("原为%.*s第%d项"), TEXT_ARG(task_section(old, before)->heading), before->no);
    put_units(change, out);
    put_field(_("原时限："), before->due, now->due, out);
    put_field(_("原牵头领导："), before->leader, now->leader, out);
    put_field(_("原联系人："), before->contact, now->contact, out);
    if (change->changes & (DIFF_LABEL | DIFF_NOTES | DIFF_WORDING))
        buf_printf(out, "%s%s", out->bytes ? "；" : "", _("名单的写法有变"));
}

/* What it was, with its words. */
static struct text what_it_was(struct sheet *sheet, const struct breakdown *old, const struct diff_task *change)
{
    struct buf said = { 0 };
    sheet_change_said(old, sheet->breakdown, change, &said);
    if (change->changes & DIFF_REWORDED) {
        buf_string(&said, said.bytes ? "；" : "");
        buf_string(&said, _("原文："));
        task_text(old, &old->tasks[change->old_task_idx], &said);
    }
    return text_take(&sheet->arena, &said);
}

static void add_now(struct sheet *sheet, const struct breakdown *old, const struct diff_task *change)
{
    const struct breakdown *b = sheet->breakdown;
    const struct task *task = &b->tasks[change->new_task_idx];
    for (uint32_t i = 0; i < task->parts.count; i++) {
        struct sheet_row *row = build_item(sheet, task->parts.from + i);
        row->number = NUMBER_PART;
        if (change->kind == DIFF_CHANGED && i == 0)
            row->said_idx = build_said(sheet, what_it_was(sheet, old, change));
    }
}

static void add_gone(struct sheet *sheet, const struct breakdown *old, const struct diff_task *change)
{
    const struct task *task = &old->tasks[change->old_task_idx];
    struct buf text = { 0 };
    buf_printf(&text, "%.*s　", TEXT_ARG(task->id));
    task_text(old, task, &text);
    for (uint32_t i = 0; i < task->parts.count && !task->inline_lists; i++) {
        const struct part *part = &old->parts[task->parts.from + i];
        if (!part->duties.count)
            continue;
        buf_printf(&text, "（%.*s：", TEXT_ARG(part->label));
        part_wording(old, part, &text);
        buf_string(&text, "）");
    }
    build_remark(sheet, text_take(&sheet->arena, &text));
}

struct text sheet_or_none(struct text text)
{
    return text_empty(text) ? text_of(_("无")) : text;
}

void sheet_section_said(const struct breakdown *old, const struct breakdown *b, const struct diff_section *change,
                        struct buf *out)
{
    const struct section *before = change->kind == DIFF_ADDED ? NULL : &old->sections[change->old_section_idx];
    const struct section *now = change->kind == DIFF_REMOVED ? NULL : &b->sections[change->new_section_idx];
    unsigned said = 0;
    if (!before || !now || text_equal(before->heading, now->heading))
        buf_text(out, (now ? now : before)->heading);
    else
        buf_printf(out, "%.*s → %.*s", TEXT_ARG(before->heading), TEXT_ARG(now->heading));
    if (!before || !now)
        return;
    const struct {
        const char *what;
        struct text before, now;
    } fields[] = { { _("序号"), before->no, now->no },
                   { _("领导"), before->leader, now->leader },
                   { _("职务"), before->title, now->title },
                   { _("主抓或牵头"), before->role, now->role } };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!text_equal(fields[i].before, fields[i].now))
            buf_printf(out, "%s%s %.*s → %.*s", said++ ? "，" : "：", fields[i].what,
                       TEXT_ARG(sheet_or_none(fields[i].before)), TEXT_ARG(sheet_or_none(fields[i].now)));
    if (!said && text_equal(before->heading, now->heading))
        buf_string(out, _("：上级标题有变"));
}

/* Who leads now stands before what is to be done. */
static void put_sections(struct sheet *sheet, const struct breakdown *old, const struct diff *diff, int *heads_count)
{
    if (diff->sections_count)
        build_heading(sheet, 1,
                      build_printf(sheet, _("%s、部分（%u个）"), _(ordinals[(*heads_count)++]), diff->sections_count));
    for (uint32_t i = 0; i < diff->sections_count; i++) {
        struct buf said = { 0 };
        sheet_section_said(old, sheet->breakdown, &diff->sections[i], &said);
        build_remark(sheet,
                     build_printf(sheet, "%s　%.*s", _(kind_words[diff->sections[i].kind]), (int)said.bytes, said.at));
        buf_fini(&said);
    }
}

void build_changes(struct sheet *sheet, const struct breakdown *old, const struct diff *diff)
{
    const struct breakdown *b = sheet->breakdown;
    static const enum diff_kind kinds[] = { DIFF_ADDED, DIFF_CHANGED, DIFF_REMOVED };
    const uint32_t counts[] = { diff->added_count, diff->changed_count, diff->removed_count };
    int heads_count = 0;
    sheet->title = text_of(_("重点工作责任分解变化单"));
    if (diff->old_volumes.count && diff->new_volumes.count)
        sheet->subtitle = build_printf(sheet, _("%.*s对照%.*s"), TEXT_ARG(b->volumes[diff->new_volumes.from].title),
                                       TEXT_ARG(old->volumes[diff->old_volumes.from].title));
    put_sections(sheet, old, diff, &heads_count);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (!counts[k])
            continue;
        build_heading(
            sheet, 1,
            build_printf(sheet, _("%s、%s（%u项）"), _(ordinals[heads_count++]), _(kind_words[kinds[k]]), counts[k]));
        for (uint32_t i = 0; i < diff->tasks_count; i++) {
            if (diff->tasks[i].kind != kinds[k])
                continue;
            if (kinds[k] == DIFF_REMOVED)
                add_gone(sheet, old, &diff->tasks[i]);
            else
                add_now(sheet, old, &diff->tasks[i]);
        }
    }
    if (!diff->tasks_count)
        build_remark(sheet, text_of(_("任务没有变化。")));
    build_lead_remark(sheet);
}
