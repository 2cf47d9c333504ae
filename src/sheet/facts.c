/* SPDX-License-Identifier: MIT */
/* The lines below a part's text: who leads, who takes part, and what else the notice says. */
#include "sheet/facts.h"
#include "base/i18n.h"

struct facts {
    const struct breakdown *b;
    const struct part *part;
    struct arena *arena;
    struct sheet_fact *items;
    uint32_t count;
};

static struct sheet_fact *add(struct facts *facts, struct text label, struct text text)
{
    struct sheet_fact *fact = &facts->items[facts->count++];
    *fact = (struct sheet_fact){ .label = label, .text = text };
    return fact;
}

/* The notes stand in （） behind the list, as in the notice. */
static struct text with_notes(struct facts *facts, struct buf *text)
{
    for (uint32_t i = 0; i < facts->part->notes.count; i++)
        buf_printf(text, "（%.*s）", TEXT_ARG(facts->b->texts[facts->part->notes.from + i]));
    return text_take(facts->arena, text);
}

static void add_first_leads(struct facts *facts)
{
    const struct part *part = facts->part;
    const struct unit *lead = &facts->b->units[facts->b->duties[part->duties.from].unit_idx];
    size_t head_bytes = part_lead_bytes(facts->b, part);
    struct buf text = { 0 }, buf = { 0 };
    part_wording(facts->b, part, &buf);
    struct text wording = text_composed(buf_view(&buf));
    buf_text(&text, text_slice(wording, 0, head_bytes));
    if (head_bytes)
        buf_string(&text, _("（牵头）"));
    buf_text(&text, text_slice(wording, head_bytes, wording.bytes));
    buf_fini(&buf);
    if (!head_bytes) {
        buf_string(&text, "（");
        buf_text(&text, lead->name);
        buf_string(&text, _("牵头）"));
    }
    struct sheet_fact *fact = add(facts, part->label, with_notes(facts, &text));
    fact->lead_to_bytes = (uint32_t)head_bytes;
}

/* Where the notice does not say that the first one leads, paper does not say so either. */
static bool has_rule(const struct breakdown *b, const struct part *part)
{
    return part->notes.count || !text_empty(task_volume(b, &b->tasks[part->task_idx])->lead_rule);
}

/* Is the first of the list marked as leading, since the notice's rule says so? */
static bool marks_first(const struct breakdown *b, const struct part *part)
{
    return !part->roles_given && part_role_count(b, part, ROLE_LEAD) && part_role_count(b, part, ROLE_SUPPORT) &&
           has_rule(b, part);
}

/* A target is answered for by who leads, where that is known. */
static bool add_leads_only(struct facts *facts)
{
    const struct breakdown *b = facts->b;
    const struct part *part = facts->part;
    struct buf text = { 0 };
    if (!part_role_count(b, part, ROLE_LEAD) ||
        (!part->roles_given && part_role_count(b, part, ROLE_SUPPORT) && !has_rule(b, part)))
        return false;
    part_names(b, part, ROLE_LEAD, &text);
    uint32_t bytes = (uint32_t)text.bytes;
    add(facts, text_of(_("牵头单位")), with_notes(facts, &text))->lead_to_bytes = bytes;
    return true;
}

static void add_units(struct facts *facts)
{
    const struct breakdown *b = facts->b;
    const struct part *part = facts->part;
    uint32_t leads = part_role_count(b, part, ROLE_LEAD);
    uint32_t supports = part_role_count(b, part, ROLE_SUPPORT);
    struct buf text = { 0 };
    if (part->roles_given && !part->wording_given) {
        struct text label = text_of(_("牵头单位"));
        part_names(b, part, ROLE_LEAD, &text);
        if (!supports) {
            uint32_t bytes = (uint32_t)text.bytes;
            add(facts, label, with_notes(facts, &text))->lead_to_bytes = bytes;
            return;
        }
        struct text names = text_take(facts->arena, &text);
        if (leads)
            add(facts, label, names)->lead_to_bytes = (uint32_t)names.bytes;
        part_names(b, part, ROLE_SUPPORT, &text);
        add(facts, text_of(_("参与单位")), with_notes(facts, &text));
    } else if (!marks_first(b, part)) {
        part_wording(b, part, &text);
        uint32_t wording_bytes = (uint32_t)text.bytes;
        struct sheet_fact *fact = add(facts, part->label, with_notes(facts, &text));
        if (leads && !supports)
            fact->lead_to_bytes = wording_bytes;
    } else {
        add_first_leads(facts);
    }
}

bool facts_mark_lead(const struct breakdown *b, uint32_t part_idx)
{
    return marks_first(b, &b->parts[part_idx]);
}

uint32_t facts_of_row(const struct sheet *sheet, const struct sheet_row *row, struct arena *arena,
                      struct sheet_fact items[FACTS_MAX])
{
    const struct breakdown *b = sheet->breakdown;
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    struct facts facts = { b, part, arena, items, 0 };
    struct text via = sheet_row_via(sheet, row), note = sheet_row_note(sheet, row);
    if (!text_empty(via)) {
        struct buf text = { 0 };
        struct text role = role_name((enum role)row->role);
        buf_printf(&text, "%.*s（%.*s）", TEXT_ARG(via), TEXT_ARG(role));
        add(&facts, text_of(_("经由")), text_take(arena, &text));
    }
    if (!text_empty(note))
        add(&facts, text_of(_("变化")), note);
    bool short_enough = sheet->targets && add_leads_only(&facts);
    if (!short_enough && (part->duties.count || !text_empty(part->wording)))
        add_units(&facts);
    if (!text_empty(task->leader))
        add(&facts, text_of(_("牵头领导")), task->leader);
    if (!text_empty(task->due))
        add(&facts, text_of(_("完成时限")), task->due);
    if (!text_empty(task->contact))
        add(&facts, text_of(_("联系人")), task->contact);
    return facts.count;
}
