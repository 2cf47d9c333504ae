/* SPDX-License-Identifier: MIT */
#include "notice/lead_rule.h"

#include "base/i18n.h"
#include "wording/unitlist.h"

static const struct {
    const char *words, *mark;
} RULES[] = {
    { "逗号前|逗号之前|逗号以前", "," },
    { "分号前|分号之前|分号以前", ";" },
    { "顿号前|顿号之前|顿号以前", "、" },
};

/* The mark before which units lead; NULL when the rule goes by something else. */
static const char *mark_of(struct arena *arena, struct text rule)
{
    struct keyed k = keyed_make(arena, rule);
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0]; i++)
        if (keyed_holds(&k, 0, k.bytes, RULES[i].words))
            return RULES[i].mark;
    return NULL;
}

/* Where the mark stands outside brackets; the wording's end when it does not. */
static const char *mark_at(struct arena *arena, struct text wording, const char *mark)
{
    struct keyed k = keyed_make(arena, wording);
    for (uint32_t i = 0; i < k.bytes; i += keyed_step(&k, i)) {
        uint32_t close = k.key[i] == '(' || k.key[i] == '[' ? keyed_close(&k, i, k.bytes) : k.bytes;
        if (close < k.bytes)
            i = close;
        else if (keyed_starts(&k, i, k.bytes, mark))
            return wording.at + keyed_at(&k, i);
    }
    return wording.at + wording.bytes;
}

/* What stands before the mark leads.  False when there is no such mark. */
static bool lead_before(struct notice *notice, struct breakdown *b, struct part *part, const char *mark)
{
    const struct unitlist *list = notice->part_lists[part - b->parts];
    const char *at = mark_at(notice->arena, list->wording, mark);
    uint32_t leads = 0;
    for (uint32_t d = 0; d < part->duties.count; d++) {
        struct duty *duty = &b->duties[part->duties.from + d];
        for (uint32_t i = 0; i < list->count && list->items[i].wording.at < at; i++)
            if (text_equal(b->units[duty->unit_idx].name, list->items[i].name))
                duty->role = ROLE_LEAD;
        leads += duty->role == ROLE_LEAD;
    }
    /* One lead is the first of the list: units says as much. */
    part->roles_given = leads > 1;
    return at < list->wording.at + list->wording.bytes;
}

void lead_rule_apply(struct notice *notice, struct builder *builder, struct text rule)
{
    struct breakdown *b = builder->b;
    const char *common = mark_of(notice->arena, rule);
    const struct part *unmarked = NULL;
    uint32_t unmarked_count = 0;
    for (uint32_t i = 0; i < b->parts_count; i++) {
        struct part *part = &b->parts[i];
        const char *mark = common;
        for (uint32_t n = 0; n < part->notes.count; n++) {
            const char *own = mark_of(notice->arena, b->texts[part->notes.from + n]);
            mark = own ? own : mark;
        }
        if (!mark || part->duties.count < 2 || part->roles_given || role_all_lead(part->label))
            continue;
        if (!lead_before(notice, b, part, mark)) {
            unmarked = unmarked ? unmarked : part;
            unmarked_count++;
        }
    }
    if (unmarked)
        notice_doubt(notice, 0, _("%u 组名单里没有牵头规则所说的标点，算作全部牵头，第一组在 %.*s"), unmarked_count,
                     TEXT_ARG(b->tasks[unmarked->task_idx].id));
    struct keyed k = keyed_make(notice->arena, rule);
    if (keyed_holds(&k, 0, k.bytes, "加粗|黑体|粗体|字体|下划线|斜体"))
        notice_doubt(notice, 0, "%s", _("牵头规则看字体，文本里看不出来，先按列第一位者牵头，请逐项核对"));
}
