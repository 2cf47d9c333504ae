/* SPDX-License-Identifier: MIT */
#include "ui/again.h"

#include <stdlib.h>

#include "base/mem.h"
#include "breakdown/key.h"
#include "breakdown/names.h"

struct again {
    const struct breakdown *old, *now;
    uint32_t *tasks; /* by old task: the one of now, or NO_IDX; NULL: grown */
};

/* What has the same number and the same text is the same: no key is needed to know. */
static void match_unchanged(const struct again *again, uint32_t *parts)
{
    const struct breakdown *old = again->old, *now = again->now;
    struct names ids = { 0 };
    for (uint32_t i = 0; i < now->parts_count; i++) {
        uint32_t item = names_put(&ids, now->parts[i].id);
        ids.items[item].unit_idx = i;
    }
    for (uint32_t i = 0; i < old->parts_count; i++) {
        uint32_t item = names_find(&ids, text_span(old->parts[i].id));
        uint32_t part = item == NO_IDX ? NO_IDX : ids.items[item].unit_idx;
        parts[i] = part != NO_IDX && text_equal(old->parts[i].text, now->parts[part].text) ? part : NO_IDX;
    }
    names_fini(&ids);
}

/*
 * The rest by key and number together.  A part that was reworded is taken for the same: nothing is lost by showing it.
 * That its number is nobody else's now, who is unchanged, needs no asking: numbers are unique.
 */
static void match_changed(const struct again *again, uint32_t *parts)
{
    const struct breakdown *old = again->old;
    uint32_t count = 0, nth = 0;
    for (uint32_t i = 0; i < old->parts_count; i++)
        count += parts[i] == NO_IDX;
    if (count == 0)
        return;
    struct key_ref *refs = mem_array(count, sizeof *refs);
    struct key_found *found = mem_array(count, sizeof *found);
    for (uint32_t i = 0; i < old->parts_count; i++)
        if (parts[i] == NO_IDX)
            refs[nth++] = (struct key_ref){ old->parts[i].id, part_key(old, i) };
    key_resolve(again->now, refs, count, found);
    nth = 0;
    for (uint32_t i = 0; i < old->parts_count; i++)
        if (parts[i] == NO_IDX)
            parts[i] = found[nth++].part_idx;
    free(refs);
    free(found);
}

struct again *again_new(const struct breakdown *old, const struct breakdown *now)
{
    struct again *again = mem_array(1, sizeof *again);
    uint32_t *parts = mem_array(old->parts_count, sizeof *parts);
    *again = (struct again){ old, now, mem_array(old->tasks_count, sizeof *again->tasks) };
    match_unchanged(again, parts);
    match_changed(again, parts);
    for (uint32_t t = 0; t < old->tasks_count; t++) {
        struct slice of = old->tasks[t].parts;
        again->tasks[t] = NO_IDX;
        for (uint32_t p = of.from; p < of.from + of.count && again->tasks[t] == NO_IDX; p++)
            if (parts[p] != NO_IDX)
                again->tasks[t] = now->parts[parts[p]].task_idx;
    }
    free(parts);
    return again;
}

struct again *again_new_grown(const struct breakdown *old, const struct breakdown *now)
{
    struct again *again = mem_array(1, sizeof *again);
    *again = (struct again){ old, now, NULL };
    return again;
}

void again_free(struct again *again)
{
    free(again->tasks);
    free(again);
}

const struct breakdown *again_old(const struct again *again)
{
    return again->old;
}

static struct link find_section(const struct again *again, uint32_t section_idx)
{
    const struct breakdown *now = again->now;
    if (!again->tasks)
        return section_idx < now->sections_count ? link_to(LINK_SECTION, section_idx) : (struct link){ 0 };
    const struct section *section = &again->old->sections[section_idx];
    if (section->volume_idx < now->volumes_count) {
        struct slice sections = now->volumes[section->volume_idx].sections;
        for (uint32_t s = sections.from; s < sections.from + sections.count; s++)
            if (text_equal(now->sections[s].id, section->id))
                return link_to(LINK_SECTION, s);
    }
    return (struct link){ 0 };
}

static struct link find_unit(const struct again *again, uint32_t unit_idx)
{
    uint32_t unit = unit_find(again->now, again->old->units[unit_idx].name);
    return unit == NO_IDX ? (struct link){ 0 } : link_to(LINK_UNIT, unit);
}

static struct link find_task(const struct again *again, uint32_t task_idx)
{
    uint32_t now_idx = again->tasks ? again->tasks[task_idx] : task_idx;
    return now_idx < again->now->tasks_count ? link_to(LINK_TASK, now_idx)
                                             : find_section(again, again->old->tasks[task_idx].section_idx);
}

struct link again_link(const struct again *again, struct link link)
{
    switch ((enum link_kind)link.kind) {
    case LINK_VOLUME:
        return link.idx < again->now->volumes_count ? link : (struct link){ 0 };
    case LINK_SECTION:
        return find_section(again, link.idx);
    case LINK_TASK:
        return find_task(again, link.idx);
    case LINK_UNIT:
        return find_unit(again, link.idx);
    case LINK_CHANGE: /* of other changes now */
    case LINK_NONE:
        break;
    }
    return (struct link){ 0 };
}
