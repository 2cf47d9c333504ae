/* SPDX-License-Identifier: MIT */
#include "breakdown/pairs.h"

#include <stdlib.h>

#include "base/hurry.h"
#include "base/mem.h"

/* What one unit shares with another, while that one unit is counted. */
struct shared {
    uint32_t parts, lead[2], livelihood;
    uint32_t last_part, last_lead; /* index + 1: a list may name a unit twice */
};

struct counter {
    const struct breakdown *b;
    const struct index *index;
    struct shared *with; /* by unit */
    uint32_t *met;       /* units with something in with[] */
    uint32_t met_count, max;
    struct pairs pairs;
};

static void counter_init(struct counter *counter, const struct index *index, uint32_t max)
{
    const struct breakdown *b = index->b;
    *counter = (struct counter){ .b = b, .index = index, .max = max };
    counter->with = mem_array(b->units_count, sizeof *counter->with);
    counter->met = mem_array(b->units_count, sizeof *counter->met);
}

static bool leads(const struct breakdown *b, const struct part *part, uint32_t unit_idx)
{
    for (uint32_t i = part->duties.from; i < slice_end(part->duties); i++)
        if (b->duties[i].unit_idx == unit_idx && b->duties[i].role == ROLE_LEAD)
            return true;
    return false;
}

static void count_part(struct counter *counter, uint32_t unit_idx, uint32_t part_idx)
{
    const struct breakdown *b = counter->b;
    const struct part *part = &b->parts[part_idx];
    bool livelihood = part_is_livelihood(b, part_idx), own_lead = leads(b, part, unit_idx);
    for (uint32_t i = part->duties.from; i < slice_end(part->duties); i++) {
        uint32_t other = b->duties[i].unit_idx;
        struct shared *shared = &counter->with[other];
        if (other == unit_idx)
            continue;
        if (!shared->last_part)
            counter->met[counter->met_count++] = other;
        if (shared->last_part != part_idx + 1) {
            shared->parts += !livelihood;
            shared->livelihood += livelihood;
            shared->lead[0] += own_lead && !livelihood;
        }
        shared->last_part = part_idx + 1;
        if (b->duties[i].role == ROLE_LEAD && !livelihood && shared->last_lead != part_idx + 1) {
            shared->lead[1]++;
            shared->last_lead = part_idx + 1;
        }
    }
}

static int strongest_first(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    if (a->parts != b->parts)
        return a->parts > b->parts ? -1 : 1;
    if (a->livelihood != b->livelihood)
        return a->livelihood > b->livelihood ? -1 : 1;
    for (int i = 0; i < 2; i++)
        if (a->unit_idx[i] != b->unit_idx[i])
            return a->unit_idx[i] < b->unit_idx[i] ? -1 : 1;
    return 0;
}

static void keep_strongest(struct pairs *pairs, uint32_t max)
{
    if (pairs->count)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, strongest_first);
    pairs->count = pairs->count < max ? pairs->count : max;
}

/*
 * A unit's duties lie far apart in a large file, and its memory is slow: what comes is fetched while others are counted,
 * first the duty, then its part.  That is half of the time.
 */
enum { AHEAD = 8 };
static void fetch(const struct breakdown *b, uint32_t duty_idx, uint32_t sooner_idx)
{
    __builtin_prefetch(&b->duties[duty_idx]);
    __builtin_prefetch(&b->parts[b->duties[sooner_idx].part_idx].duties);
}

/* A unit's pairs with all others, or with those behind it. */
static void add_unit(struct counter *counter, uint32_t unit_idx, bool behind_only)
{
    const struct breakdown *b = counter->b;
    struct pairs *pairs = &counter->pairs;
    uint32_t count, before = NO_IDX;
    const uint32_t *duties = index_list(&counter->index->duties, unit_idx, &count);
    for (uint32_t i = 0; i < count && !hurry_at(i); i++) {
        if (i + 2 * AHEAD < count)
            fetch(b, duties[i + 2 * AHEAD], duties[i + AHEAD]);
        uint32_t part_idx = b->duties[duties[i]].part_idx;
        bool too_long = b->parts[part_idx].duties.count > PAIR_LIST_MAX;
        if (part_idx != before && !too_long)
            count_part(counter, unit_idx, part_idx);
        counter->pairs.long_lists += part_idx != before && too_long;
        before = part_idx;
    }
    for (uint32_t i = 0; i < counter->met_count; i++) {
        uint32_t other = counter->met[i];
        struct shared *shared = &counter->with[other];
        if (other > unit_idx || !behind_only) {
            MEM_GROW(pairs->items, pairs->count + 1, pairs->cap);
            pairs->items[pairs->count++] = (struct pair){
                { unit_idx, other }, shared->parts, { shared->lead[0], shared->lead[1] }, shared->livelihood
            };
            pairs->total++;
            pairs->shared += shared->parts + shared->livelihood;
        }
        *shared = (struct shared){ 0 };
    }
    counter->met_count = 0;
    if (pairs->count > 2 * (size_t)counter->max) /* now and then, so that sorting costs little */
        keep_strongest(pairs, counter->max);
}

static struct pairs finish(struct counter *counter)
{
    keep_strongest(&counter->pairs, counter->max);
    free(counter->with);
    free(counter->met);
    return counter->pairs;
}

struct pairs pairs_strongest(const struct index *index, uint32_t max)
{
    struct counter counter;
    counter_init(&counter, index, max);
    for (uint32_t i = 0; i < index->b->units_count && !hurry(); i++)
        add_unit(&counter, i, true);
    counter.pairs.long_lists = 0; /* each once, not for each of its units */
    for (uint32_t i = 0; i < index->b->parts_count; i++)
        counter.pairs.long_lists += index->b->parts[i].duties.count > PAIR_LIST_MAX;
    return finish(&counter);
}

struct pairs pairs_of(const struct index *index, uint32_t unit_idx, uint32_t max)
{
    struct counter counter;
    counter_init(&counter, index, max);
    add_unit(&counter, unit_idx, false);
    return finish(&counter);
}

void pairs_fini(struct pairs *pairs)
{
    free(pairs->items);
    *pairs = (struct pairs){ 0 };
}
