/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/mem.h"
#include "breakdown/differ.h"

static void pair(struct differ *differ, uint32_t old_idx, uint32_t new_idx)
{
    differ->unit_to_new[old_idx] = new_idx;
    differ->unit_to_old[new_idx] = old_idx;
}

/* The unit of the other breakdown that has this one's short name or full name as any of its names; NO_IDX if none. */
static uint32_t renamed_in(const struct breakdown *other, const struct unit *unit)
{
    uint32_t found = unit_find(other, unit->name);
    return found == NO_IDX && !text_empty(unit->full) ? unit_find(other, unit->full) : found;
}

static void pair_units(struct differ *differ)
{
    const struct breakdown *old = differ->old, *new = differ->new;
    for (uint32_t i = 0; i < old->units_count; i++) {
        uint32_t name_idx = names_find(&new->names, text_span(old->units[i].name));
        if (name_idx != NO_IDX && new->names.items[name_idx].unit_idx != NO_IDX)
            pair(differ, i, new->names.items[name_idx].unit_idx);
    }
    for (uint32_t i = 0; i < old->units_count; i++) {
        uint32_t found = differ->unit_to_new[i] == NO_IDX ? renamed_in(new, &old->units[i]) : NO_IDX;
        if (found != NO_IDX && differ->unit_to_old[found] == NO_IDX)
            pair(differ, i, found);
    }
    /* The new name may be what the old registry had as an alias. */
    for (uint32_t i = 0; i < new->units_count; i++) {
        uint32_t found = differ->unit_to_old[i] == NO_IDX ? renamed_in(old, &new->units[i]) : NO_IDX;
        if (found != NO_IDX && differ->unit_to_new[found] == NO_IDX)
            pair(differ, found, i);
    }
}

static bool same_aliases(const struct differ *differ, const struct unit *a, const struct unit *b)
{
    if (a->aliases.count != b->aliases.count)
        return false;
    for (uint32_t i = 0; i < a->aliases.count; i++)
        if (!text_equal(differ->old->texts[a->aliases.from + i], differ->new->texts[b->aliases.from + i]))
            return false;
    return true;
}

static bool same_members(const struct differ *differ, const struct unit *a, const struct unit *b)
{
    if (a->members_given.count != b->members_given.count || a->member_kinds != b->member_kinds)
        return false;
    for (uint32_t i = 0; i < a->members_given.count; i++)
        if (differ->unit_to_new[differ->old->members[a->members_given.from + i]] !=
            differ->new->members[b->members_given.from + i])
            return false;
    return true;
}

static void add(struct diff *diff, size_t *cap, enum diff_registry_kind kind, uint32_t old_idx, uint32_t new_idx)
{
    MEM_GROW(diff->registry, (size_t)diff->registry_count + 1, *cap);
    diff->registry[diff->registry_count++] = (struct diff_registry){ kind, old_idx, new_idx };
}

static void compare(struct differ *differ, size_t *cap, uint32_t old_idx, uint32_t new_idx)
{
    const struct unit *a = &differ->old->units[old_idx], *b = &differ->new->units[new_idx];
    if (a->undefined && b->undefined)
        return;
    if (!text_equal(a->name, b->name))
        add(differ->diff, cap, DIFF_REGISTRY_RENAMED, old_idx, new_idx);
    if (!text_equal(a->full, b->full))
        add(differ->diff, cap, DIFF_REGISTRY_FULL, old_idx, new_idx);
    if (!same_aliases(differ, a, b))
        add(differ->diff, cap, DIFF_REGISTRY_ALIASES, old_idx, new_idx);
    if (a->kind != b->kind || a->coverage != b->coverage || a->others != b->others)
        add(differ->diff, cap, DIFF_REGISTRY_KIND, old_idx, new_idx);
    if (!same_members(differ, a, b))
        add(differ->diff, cap, DIFF_REGISTRY_MEMBERS, old_idx, new_idx);
}

void diff_match_units(struct differ *differ)
{
    size_t cap = 0;
    pair_units(differ);
    for (uint32_t i = 0; i < differ->new->units_count; i++) {
        if (differ->unit_to_old[i] != NO_IDX)
            compare(differ, &cap, differ->unit_to_old[i], i);
        else if (!differ->new->units[i].undefined)
            add(differ->diff, &cap, DIFF_REGISTRY_ADDED, NO_IDX, i);
    }
    for (uint32_t i = 0; i < differ->old->units_count; i++)
        if (differ->unit_to_new[i] == NO_IDX && !differ->old->units[i].undefined)
            add(differ->diff, &cap, DIFF_REGISTRY_REMOVED, i, NO_IDX);
}
