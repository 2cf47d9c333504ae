/* SPDX-License-Identifier: MIT */
/* How many parts each unit owes, by bond, without listing them. */
#include <stdlib.h>

#include "base/mem.h"
#include "breakdown/builder.h"
#include "breakdown/index.h"

/*
 * Counting.  Each unit is given what it owes itself and, in one sum, all that its collectives owe; where a part binds a
 * unit twice, the weaker bond is then taken back.  So a part costs what stands in its list, however many the members are,
 * unless it names several collectives: then the smaller ones' members are looked at (builder.h limits that).
 */
struct counting {
    const struct breakdown *b;
    struct index *index;
    struct counts *through; /* by collective: how many parts name it, under its bond */
    uint32_t *named;        /* by unit: part_idx + 1 of the last part that names it */
    enum bond *how;         /* by unit: how that part binds it itself */
    uint32_t *seen;         /* by unit: part_idx + 1 of the last part of several collectives that it is a member of */
    enum bond *best;        /* by unit: how that part binds it through them */
    uint32_t units[PART_UNITS_MAX], units_count;             /* that the part names, once each */
    uint32_t collectives[PART_UNITS_MAX], collectives_count; /* of those */
};

static uint32_t *count_at(struct counts *counts, bool livelihood, enum bond bond)
{
    return &(livelihood ? counts->livelihood : counts->tasks)[bond];
}

static void name_units(struct counting *c, uint32_t part_idx)
{
    const struct part *part = &c->b->parts[part_idx];
    c->units_count = c->collectives_count = 0;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &c->b->duties[part->duties.from + i];
        enum bond bond = duty->role == ROLE_LEAD ? BOND_LEAD : BOND_SUPPORT;
        if (c->named[duty->unit_idx] != part_idx + 1) {
            c->named[duty->unit_idx] = part_idx + 1;
            c->how[duty->unit_idx] = bond;
            c->units[c->units_count++] = duty->unit_idx;
            if (c->b->units[duty->unit_idx].coverage != COVERAGE_NONE)
                c->collectives[c->collectives_count++] = duty->unit_idx;
        } else if (bond < c->how[duty->unit_idx]) {
            c->how[duty->unit_idx] = bond;
        }
    }
}

/* Who is named is not bound through a collective as well. */
static void take_back_named(struct counting *c, bool livelihood)
{
    for (uint32_t i = 0; i < c->units_count; i++) {
        uint32_t unit_idx = c->units[i], belongs;
        index_list(&c->index->collectives, unit_idx, &belongs);
        for (uint32_t k = 0; belongs && k < c->collectives_count; k++)
            if (index_is_member(c->index, unit_idx, c->collectives[k]))
                --*count_at(&c->index->counts[unit_idx], livelihood,
                            index_bond_through(&c->b->units[c->collectives[k]]));
    }
}

/* Who is a member of several is bound by the strongest.  The largest collective is only asked who belongs to it. */
static void take_back_weaker(struct counting *c, uint32_t part_idx, bool livelihood)
{
    uint32_t largest = 0;
    for (uint32_t k = 1; k < c->collectives_count; k++)
        if (c->b->units[c->collectives[k]].members.count > c->b->units[c->collectives[largest]].members.count)
            largest = k;
    enum bond of_largest = index_bond_through(&c->b->units[c->collectives[largest]]);
    for (uint32_t k = 0; k < c->collectives_count; k++) {
        const struct unit *collective = &c->b->units[c->collectives[k]];
        enum bond bond = index_bond_through(collective);
        for (uint32_t m = 0; k != largest && m < collective->members.count; m++) {
            uint32_t unit_idx = c->b->members[collective->members.from + m];
            if (c->named[unit_idx] == part_idx + 1)
                continue;
            bool first = c->seen[unit_idx] != part_idx + 1;
            bool also = first && index_is_member(c->index, unit_idx, c->collectives[largest]);
            c->seen[unit_idx] = part_idx + 1;
            if (also)
                c->best[unit_idx] = of_largest;
            if (first && !also) {
                c->best[unit_idx] = bond;
                continue;
            }
            enum bond weaker = bond > c->best[unit_idx] ? bond : c->best[unit_idx];
            --*count_at(&c->index->counts[unit_idx], livelihood, weaker);
            if (bond < c->best[unit_idx])
                c->best[unit_idx] = bond;
        }
    }
}

static void count_part(struct counting *c, uint32_t part_idx)
{
    bool livelihood = part_is_livelihood(c->b, part_idx);
    name_units(c, part_idx);
    for (uint32_t i = 0; i < c->units_count; i++)
        ++*count_at(&c->index->counts[c->units[i]], livelihood, c->how[c->units[i]]);
    for (uint32_t i = 0; i < c->collectives_count; i++)
        ++*count_at(&c->through[c->collectives[i]], livelihood, index_bond_through(&c->b->units[c->collectives[i]]));
    if (c->collectives_count)
        take_back_named(c, livelihood);
    if (c->collectives_count > 1)
        take_back_weaker(c, part_idx, livelihood);
}

static void add_through(struct counting *c, uint32_t unit_idx)
{
    uint32_t count;
    const uint32_t *collectives = index_list(&c->index->collectives, unit_idx, &count);
    for (uint32_t i = 0; i < count; i++)
        for (enum bond bond = BOND_VIA; bond < BONDS_COUNT; bond++) {
            c->index->counts[unit_idx].tasks[bond] += c->through[collectives[i]].tasks[bond];
            c->index->counts[unit_idx].livelihood[bond] += c->through[collectives[i]].livelihood[bond];
        }
}

void index_count(struct index *index)
{
    const struct breakdown *b = index->b;
    index->counts = mem_array(b->units_count, sizeof *index->counts);
    struct counting *c = mem_array(1, sizeof *c);
    c->b = b;
    c->index = index;
    c->through = mem_array(b->units_count, sizeof *c->through);
    c->named = mem_array(b->units_count, sizeof *c->named);
    c->how = mem_array(b->units_count, sizeof *c->how);
    c->seen = mem_array(b->units_count, sizeof *c->seen);
    c->best = mem_array(b->units_count, sizeof *c->best);
    for (uint32_t i = 0; i < b->parts_count; i++)
        count_part(c, i);
    for (uint32_t i = 0; i < b->units_count; i++)
        add_through(c, i);
    free(c->through);
    free(c->named);
    free(c->how);
    free(c->seen);
    free(c->best);
    free(c);
}
