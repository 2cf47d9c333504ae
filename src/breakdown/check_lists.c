/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/checker.h"
#include "wording/label.h"
#include "wording/unitlist.h"

static void check_lead(const struct breakdown *b, const struct part *part, struct place place, struct diags *diags)
{
    const struct section *section = &b->sections[b->tasks[part->task_idx].section_idx];
    if (part->duties.count && part_role_count(b, part, ROLE_LEAD))
        return;
    if (part->duties.count)
        diag_error(diags, place, _("%.*s 没有牵头单位：请在 lead 里补上"), TEXT_ARG(part->id));
    else if (section->kind == SECTION_GENERAL)
        diag_warning(diags, place, _("%.*s 没有责任单位：请在 units 里补上"), TEXT_ARG(part->id));
    else
        diag_error(diags, place, _("%.*s 没有责任单位：请在 units 里补上"), TEXT_ARG(part->id));
}

/* stamps: by unit, the part that named it last + 1. */
static void check_twice(const struct breakdown *b, uint32_t part_idx, uint32_t *stamps, struct diags *diags)
{
    const struct part *part = &b->parts[part_idx];
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        if (stamps[duty->unit_idx] == part_idx + 1)
            diag_error(diags, check_place(b, check_part_volume(b, part), mark_near(part->mark, duty->at)),
                       _("%.*s 里“%.*s”列了两次：请删去一个"), TEXT_ARG(part->id),
                       TEXT_ARG(b->units[duty->unit_idx].name));
        stamps[duty->unit_idx] = part_idx + 1;
    }
}

/* A wording proves itself: what it expands to are the units beside it, in their order. */
struct wording_check {
    const struct breakdown *b;
    const struct part *part;
    struct unitlist list;
    struct place place;
    struct diags *diags;
};

static bool names_unit(const struct breakdown *b, struct text name, uint32_t unit_idx)
{
    return text_equal(name, b->units[unit_idx].name) || unit_find(b, name) == unit_idx;
}

static bool list_has(const struct wording_check *check, uint32_t unit_idx)
{
    for (uint32_t i = 0; i < check->list.count; i++)
        if (names_unit(check->b, check->list.items[i].name, unit_idx))
            return true;
    return false;
}

static bool part_has(const struct wording_check *check, struct text name)
{
    for (uint32_t i = 0; i < check->part->duties.count; i++)
        if (names_unit(check->b, name, check->b->duties[check->part->duties.from + i].unit_idx))
            return true;
    return false;
}

/* One name on each side that the other lacks is one name written in two ways: one fault.  True when it was that. */
static bool check_one_differs(const struct wording_check *check)
{
    const struct breakdown *b = check->b;
    const struct unitlist_item *worded = NULL;
    const struct duty *listed = NULL;
    for (uint32_t i = 0; i < check->list.count; i++) {
        if (part_has(check, check->list.items[i].name))
            continue;
        if (worded)
            return false;
        worded = &check->list.items[i];
    }
    for (uint32_t i = 0; i < check->part->duties.count; i++) {
        const struct duty *duty = &b->duties[check->part->duties.from + i];
        if (list_has(check, duty->unit_idx))
            continue;
        if (listed)
            return false;
        listed = duty;
    }
    if (!worded || !listed)
        return false;
    if (b->units[listed->unit_idx].undefined) /* its name is said to be wrong already */
        return true;
    diag_error(check->diags, check->place, _("wording 里写“%.*s”，%.*s 的名单里写“%.*s”：请统一"),
               TEXT_ARG(worded->name), TEXT_ARG(check->part->id), TEXT_ARG(b->units[listed->unit_idx].name));
    return true;
}

/* Reports what only one side has; returns whether both have the same units. */
static bool check_same_units(const struct wording_check *check)
{
    bool same = true;
    if (check_one_differs(check))
        return false;
    for (uint32_t i = 0; i < check->list.count; i++) {
        if (part_has(check, check->list.items[i].name))
            continue;
        diag_error(check->diags, check->place, _("wording 里的“%.*s”不在 %.*s 的名单里：请改 wording 或名单"),
                   TEXT_ARG(check->list.items[i].name), TEXT_ARG(check->part->id));
        same = false;
    }
    for (uint32_t i = 0; i < check->part->duties.count; i++) {
        const struct duty *duty = &check->b->duties[check->part->duties.from + i];
        if (list_has(check, duty->unit_idx))
            continue;
        diag_error(check->diags, check->place, _("%.*s 名单里的“%.*s”不在 wording 里：请改 wording 或名单"),
                   TEXT_ARG(check->part->id), TEXT_ARG(check->b->units[duty->unit_idx].name));
        same = false;
    }
    return same;
}

static void check_same_order(const struct wording_check *check)
{
    for (uint32_t i = 0; i < check->list.count && i < check->part->duties.count; i++) {
        const struct duty *duty = &check->b->duties[check->part->duties.from + i];
        if (names_unit(check->b, check->list.items[i].name, duty->unit_idx))
            continue;
        /* Given roles put the leading units first wherever the wording has them. */
        if (!check->part->roles_given)
            diag_error(check->diags, check->place,
                       _("wording 的第%u个单位是“%.*s”，%.*s 的名单里是“%.*s”：次序应当一致"), (unsigned)i + 1,
                       TEXT_ARG(check->list.items[i].name), TEXT_ARG(check->part->id),
                       TEXT_ARG(check->b->units[duty->unit_idx].name));
        return;
    }
}

static void check_same_roles(const struct wording_check *check)
{
    for (uint32_t i = 0; i < check->list.count; i++) {
        const struct unitlist_item *item = &check->list.items[i];
        for (uint32_t k = 0; k < check->part->duties.count; k++) {
            const struct duty *duty = &check->b->duties[check->part->duties.from + k];
            if (names_unit(check->b, item->name, duty->unit_idx) && item->role != duty->role)
                diag_error(check->diags, check->place, _("wording 里“%.*s”是%.*s，%.*s 的名单里不是"),
                           TEXT_ARG(item->name), TEXT_ARG(role_name(item->role)), TEXT_ARG(check->part->id));
        }
    }
}

/* 责任单伟: a label by which nobody is told to do anything. */
static void check_label(const struct breakdown *b, const struct part *part, struct arena *arena, struct diags *diags)
{
    enum hint hint;
    struct buf word = { 0 };
    struct keyed label = keyed_make(arena, part->label);
    for (uint32_t i = 0; i < label.bytes; i++) /* 责 任 单 位 */
        if (label.key[i] != ' ')
            buf_char(&word, label.key[i]);
    label = keyed_make(arena, text_composed(buf_view(&word)));
    if (label.bytes && label_word(&label, 0, label.bytes, &hint) != LABEL_UNITS)
        diag_warning(diags, check_place(b, check_part_volume(b, part), mark_near(part->mark, part->label_at)),
                     _("%.*s 的 label “%.*s”不像名单的标签（如“责任单位”“牵头单位”）：请核对"), TEXT_ARG(part->id),
                     TEXT_ARG(part->label));
    buf_fini(&word);
}

/*
 * A registered name with brackets or quotes in it (市商务局（市粮食局）) is that unit and nothing to take apart: it is
 * put as a plain name that no unit has while the list is read.
 */
static void put_plain(const struct breakdown *b, const struct part *part, struct arena *arena, struct unitlist *list)
{
    static const char *const digits[] = { "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌" };
    enum { PLAIN_MAX = 8 };
    struct text plain[PLAIN_MAX], names[PLAIN_MAX], wording = part->wording;
    uint32_t count = 0;
    for (uint32_t i = 0; i < part->duties.count && count < PLAIN_MAX; i++) {
        struct text name = b->units[b->duties[part->duties.from + i].unit_idx].name;
        struct keyed key = keyed_make(arena, name);
        const char *at = memmem(wording.at, wording.bytes, name.at, name.bytes);
        if (!at || !(keyed_holds(&key, 0, key.bytes, "(|[|“|《")))
            continue;
        struct buf buf = { 0 };
        buf_text(&buf, text_slice(wording, 0, (size_t)(at - wording.at)));
        size_t from = buf.bytes;
        buf_printf(&buf, "省代称%s局", digits[count]);
        size_t to = buf.bytes;
        buf_text(&buf, text_slice(wording, (size_t)(at - wording.at) + name.bytes, wording.bytes));
        names[count] = name;
        plain[count++] = text_copy(arena, text_slice(text_composed(buf_view(&buf)), from, to));
        wording = text_copy(arena, text_composed(buf_view(&buf)));
        buf_fini(&buf);
    }
    unitlist_parse(arena, wording, list);
    for (uint32_t i = 0; i < list->count; i++)
        for (uint32_t k = 0; k < count; k++)
            if (text_equal(list->items[i].name, plain[k]))
                list->items[i].name = names[k];
}

static void check_wording(const struct breakdown *b, const struct part *part, struct arena *arena, struct diags *diags)
{
    struct wording_check check = { .b = b,
                                   .part = part,
                                   .place = check_place(b, check_part_volume(b, part),
                                                        mark_near(part->mark, part->wording_at)),
                                   .diags = diags };
    put_plain(b, part, arena, &check.list);
    if (check_same_units(&check))
        check_same_order(&check);
    if (check.list.roles_given && part->roles_given)
        check_same_roles(&check);
    if (check.list.open_ended && !part->open_ended)
        diag_warning(diags, check.place, _("wording 以“等”结尾：请写上 open: true"));
    if (!check.list.open_ended && part->open_ended)
        diag_warning(diags, check.place, _("open: true 表示名单以“等”结尾，wording 里却没有“等”"));
    if (check.list.notes_count)
        diag_warning(diags, check.place, _("wording 里的“%.*s”是说明：请移到 notes"), TEXT_ARG(check.list.notes[0]));
}

void check_lists(const struct breakdown *b, struct diags *diags)
{
    uint32_t *stamps = mem_array(b->units_count, sizeof *stamps);
    for (uint32_t i = 0; i < b->parts_count; i++) {
        const struct part *part = &b->parts[i];
        if (part->faulty)
            continue;
        check_lead(b, part, check_place(b, check_part_volume(b, part), mark_near(part->mark, part->text_at)), diags);
        check_twice(b, i, stamps, diags);
        struct arena arena = { 0 };
        check_label(b, part, &arena, diags);
        if (part->wording_given)
            check_wording(b, part, &arena, diags);
        arena_fini(&arena);
    }
    free(stamps);
}
