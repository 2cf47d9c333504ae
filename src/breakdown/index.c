/* SPDX-License-Identifier: MIT */
#include "breakdown/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/size.h"
#include "text/pinyin.h"

/* from[i + 1] holds how many i has: makes it where they begin, and room for them; *fill says where each goes next. */
static uint32_t *lists_begin(struct index_lists *lists, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        lists->from[i + 1] = size_count(lists->from[i + 1], lists->from[i]);
    lists->items = mem_array(lists->from[count], sizeof *lists->items);
    uint32_t *fill = mem_array(count, sizeof *fill);
    if (count)
        memcpy(fill, lists->from, count * sizeof *fill);
    return fill;
}

static void list_duties(struct index *index, const struct breakdown *b)
{
    index->duties.from = mem_array((size_t)b->units_count + 1, sizeof *index->duties.from);
    for (uint32_t i = 0; i < b->duties_count; i++)
        index->duties.from[b->duties[i].unit_idx + 1]++;
    uint32_t *fill = lists_begin(&index->duties, b->units_count);
    for (uint32_t i = 0; i < b->duties_count; i++)
        index->duties.items[fill[b->duties[i].unit_idx]++] = i;
    free(fill);
}

static void list_collectives(struct index *index, const struct breakdown *b)
{
    index->collectives.from = mem_array((size_t)b->units_count + 1, sizeof *index->collectives.from);
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; b->units[i].coverage != COVERAGE_NONE && k < b->units[i].members.count; k++)
            index->collectives.from[b->members[b->units[i].members.from + k] + 1]++;
    uint32_t *fill = lists_begin(&index->collectives, b->units_count);
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; b->units[i].coverage != COVERAGE_NONE && k < b->units[i].members.count; k++)
            index->collectives.items[fill[b->members[b->units[i].members.from + k]]++] = i;
    free(fill);
}

static int by_idx(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

uint32_t index_below(const uint32_t *list, uint32_t count, uint32_t least)
{
    uint32_t from = 0;
    for (uint32_t to = count; from < to;) {
        uint32_t middle = from + (to - from) / 2;
        if (list[middle] < least)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

bool index_is_member(const struct index *index, uint32_t unit_idx, uint32_t collective_idx)
{
    uint32_t count;
    const uint32_t *collectives = index_list(&index->collectives, unit_idx, &count);
    uint32_t at = index_below(collectives, count, collective_idx);
    return at < count && collectives[at] == collective_idx;
}

/* The duties that concern a unit, its own and its collectives', in document order. */
static uint32_t *duties_of(const struct index *index, uint32_t unit_idx, uint32_t *count)
{
    uint32_t belongs, more;
    const uint32_t *collectives = index_list(&index->collectives, unit_idx, &belongs);
    const uint32_t *own = index_list(&index->duties, unit_idx, count);
    uint32_t total = *count;
    for (uint32_t i = 0; i < belongs; i++) {
        index_list(&index->duties, collectives[i], &more);
        total = size_count(total, more);
    }
    uint32_t *all = mem_array(total, sizeof *all), at = *count;
    if (at)
        memcpy(all, own, at * sizeof *all);
    for (uint32_t i = 0; i < belongs; i++) {
        const uint32_t *theirs = index_list(&index->duties, collectives[i], &more);
        if (more)
            memcpy(all + at, theirs, more * sizeof *all);
        at += more;
    }
    if (belongs)
        qsort(all, total, sizeof *all, by_idx);
    *count = total;
    return all;
}

struct owed *index_owed(const struct index *index, uint32_t unit_idx, uint32_t *count)
{
    const struct breakdown *b = index->b;
    uint32_t duties_count, owed_count = 0;
    uint32_t *duties = duties_of(index, unit_idx, &duties_count);
    struct owed *owed = mem_array(duties_count, sizeof *owed);
    for (uint32_t i = 0; i < duties_count; i++) {
        const struct duty *duty = &b->duties[duties[i]];
        struct owed now = { duty->part_idx, NO_IDX, duty->role == ROLE_LEAD ? BOND_LEAD : BOND_SUPPORT, duty->role };
        if (duty->unit_idx != unit_idx) {
            now.via_idx = duty->unit_idx;
            now.bond = index_bond_through(&b->units[duty->unit_idx]);
        }
        if (owed_count == 0 || owed[owed_count - 1].part_idx != now.part_idx)
            owed[owed_count++] = now;
        else if (now.bond < owed[owed_count - 1].bond)
            owed[owed_count - 1] = now;
    }
    free(duties);
    *count = owed_count;
    return owed;
}

struct read_name {
    uint64_t head; /* the first four characters' order: decides nearly always */
    struct text name;
    uint32_t unit_idx;
};

static int by_key(const void *left, const void *right)
{
    const struct read_name *a = left, *b = right;
    if (a->head != b->head)
        return a->head < b->head ? -1 : 1;
    int order = pinyin_compare(a->name, b->name);
    return order ? order : (a->unit_idx > b->unit_idx) - (a->unit_idx < b->unit_idx);
}

void index_sort_by_name(const struct breakdown *b, uint32_t *unit_idxs)
{
    struct read_name *sorted = mem_array(b->units_count, sizeof *sorted);
    for (uint32_t i = 0; i < b->units_count; i++) {
        size_t at = 0;
        sorted[i] = (struct read_name){ 0, b->units[i].name, i };
        for (int k = 0; k < 4; k++)
            sorted[i].head = sorted[i].head << 16 | pinyin_order(b->units[i].name, &at);
    }
    if (b->units_count)
        qsort(sorted, b->units_count, sizeof *sorted, by_key);
    for (uint32_t i = 0; i < b->units_count; i++)
        unit_idxs[i] = sorted[i].unit_idx;
    free(sorted);
}

struct index *index_new(const struct breakdown *b)
{
    struct index *index = mem_array(1, sizeof *index);
    index->b = b;
    list_duties(index, b);
    list_collectives(index, b);
    index_count(index);
    index->leaders = leaders_new(b);
    return index;
}

void index_free(struct index *index)
{
    if (!index)
        return;
    free(index->duties.items);
    free(index->duties.from);
    free(index->collectives.items);
    free(index->collectives.from);
    free(index->counts);
    leaders_free(index->leaders);
    free(index);
}

uint32_t index_weight(const struct index *index, uint32_t unit_idx)
{
    /* Each bond outweighs the next, but a unit with many supporting duties still passes one with a single lead. */
    static const uint32_t weights[BONDS_COUNT] = { 16, 8, 2, 1 };
    const struct counts *counts = &index->counts[unit_idx];
    uint32_t weight = 0;
    /* Most of a large registry owes nothing: its counts are pages that nobody has touched. */
    if (index->duties.from[unit_idx] == index->duties.from[unit_idx + 1] &&
        index->collectives.from[unit_idx] == index->collectives.from[unit_idx + 1])
        return 0;
    for (int bond = 0; bond < BONDS_COUNT; bond++)
        weight += weights[bond] * (counts->tasks[bond] + counts->livelihood[bond]);
    return weight;
}

struct text bond_name(enum bond bond)
{
    static const char *const names[] = { N_("牵头"), N_("参与"), N_("经由集合单位"), N_("可能涉及") };
    return text_of(_(names[bond]));
}
