/* SPDX-License-Identifier: MIT */
#include "breakdown/targets.h"

#include <stdlib.h>
#include <string.h>

#include "base/hurry.h"
#include "base/mem.h"
#include "breakdown/deadlines.h"
#include "text/pinyin.h"

/* A target while it is sorted: rank, then text, then value, then the order of the notice. */
struct ranked_target {
    uint32_t rank;
    struct text text;
    double value;
    struct target target;
};

static int by_standing(const void *left, const void *right)
{
    const struct ranked_target *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    int order = text_equal(a->text, b->text) ? 0 : pinyin_compare(a->text, b->text);
    if (order)
        return order;
    if (a->value < b->value || a->value > b->value)
        return a->value > b->value ? -1 : 1;
    return (a->target.nth > b->target.nth) - (a->target.nth < b->target.nth);
}

uint32_t target_leader(const struct leaders *leaders, uint32_t task_idx)
{
    /* The section's stand first, those whom the task names behind them. */
    uint32_t from = leaders->of_task_from[task_idx], to = leaders->of_task_from[task_idx + 1], named = from;
    uint32_t section_idx = leaders->b->tasks[task_idx].section_idx;
    while (named < to && (leaders->items[leaders->of_task[named]].section_idx == section_idx ||
                          (named == from && leaders->items[leaders->of_task[named]].section_idx != NO_IDX)))
        named++;
    return from == to ? NO_IDX : leaders->of_task[named < to ? named : from];
}

static struct ranked_target stand(const struct index *index, enum targets_order order, const struct target *target)
{
    const struct breakdown *b = index->b;
    uint32_t task_idx = b->parts[target->part_idx].task_idx;
    struct ranked_target standing = { .text = TEXT(""), .target = *target };
    switch (order) {
    case TARGETS_DUE:
        standing.rank = deadlines_of(b, task_idx);
        break;
    case TARGETS_LEADER:
        standing.rank = target_leader(index->leaders, task_idx);
        break;
    case TARGETS_VERB:
        standing.rank = text_empty(target->quantity.verb);
        standing.text = target->quantity.verb;
        break;
    case TARGETS_MEASURE:
        standing.rank = target->quantity.value < 0 ? 2 : text_empty(target->quantity.unit);
        standing.text = target->quantity.unit;
        standing.value = target->quantity.value;
        break;
    case TARGETS_NUMBER:
        standing.value = target->quantity.value;
        break;
    default:
        break;
    }
    return standing;
}

static void sort(const struct index *index, enum targets_order order, struct targets *targets)
{
    struct ranked_target *standings = mem_array(targets->count, sizeof *standings);
    for (uint32_t i = 0; i < targets->count; i++)
        standings[i] = stand(index, order, &targets->items[i]);
    if (targets->count)
        qsort(standings, targets->count, sizeof *standings, by_standing);
    for (uint32_t i = 0; i < targets->count; i++)
        targets->items[i] = standings[i].target;
    free(standings);
}

struct targets *targets_new(const struct index *index, const bool *tasks, enum targets_order order)
{
    const struct breakdown *b = index->b;
    struct targets *targets = mem_array(1, sizeof *targets);
    struct quantities found = { 0 };
    for (uint32_t i = 0; i < b->parts_count && !hurry_at(i); i++) {
        if (tasks && !tasks[b->parts[i].task_idx])
            continue;
        quantity_find(b->parts[i].text, &found);
        for (uint32_t k = 0; k < found.count; k++) {
            MEM_GROW(targets->items, targets->count + 1, targets->cap);
            targets->items[targets->count] = (struct target){ i, targets->count, found.items[k] };
            targets->count++;
        }
    }
    free(found.items);
    if (order != TARGETS_NOTICE)
        sort(index, order, targets);
    return targets;
}

void targets_free(struct targets *targets)
{
    if (!targets)
        return;
    free(targets->items);
    free(targets);
}

struct text target_figure(const struct breakdown *b, const struct target *target)
{
    return text_slice(b->parts[target->part_idx].text, target->quantity.from_bytes, target->quantity.to_bytes);
}

/* Does a list or another figure stand between a verb and what it is the verb of? */
static bool is_apart(struct text between)
{
    if (memmem(between.at, between.bytes, "、", sizeof "、" - 1) ||
        memmem(between.at, between.bytes, "和", sizeof "和" - 1))
        return true;
    for (size_t i = 0; i < between.bytes; i++)
        if (between.at[i] >= '0' && between.at[i] <= '9')
            return true;
    return false;
}

void target_phrase(const struct breakdown *b, const struct target *target, struct buf *out)
{
    struct text text = b->parts[target->part_idx].text, verb = target->quantity.verb, object = target->quantity.object;
    size_t from = target->quantity.from_bytes, to = target->quantity.to_bytes;
    if (!text_empty(object)) {
        size_t object_from = (size_t)(object.at - text.at), object_to = object_from + object.bytes;
        from = object_from < from ? object_from : from;
        to = object_to > to ? object_to : to;
    }
    if (!text_empty(verb)) {
        size_t verb_from = (size_t)(verb.at - text.at), verb_to = verb_from + verb.bytes;
        if (verb_to <= from && is_apart(text_slice(text, verb_to, from)))
            buf_text(out, verb);
        else
            from = verb_from < from ? verb_from : from;
        to = verb_to > to ? verb_to : to;
    }
    buf_text(out, text_slice(text, from, to));
}
