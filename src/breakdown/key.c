/* SPDX-License-Identifier: MIT */
#include "breakdown/key.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/sha256.h"
#include "text/bare.h"

static struct task_key key_of_bare(const struct buf *bare)
{
    static const char letters[] = "abcdefghjkmnpqrstvwxyz", all[] = "0123456789abcdefghjkmnpqrstvwxyz";
    uint8_t digest[SHA256_BYTES];
    struct task_key key = { { 0 } };
    uint64_t number = 0;
    sha256(buf_view(bare), digest);
    for (int i = 0; i < 8; i++)
        number = number << 8 | digest[i];
    key.text[0] = letters[number % (sizeof letters - 1)];
    number /= sizeof letters - 1;
    for (int i = 1; i < KEY_CHARS; i++, number /= sizeof all - 1)
        key.text[i] = all[number % (sizeof all - 1)];
    return key;
}

struct task_key key_of_text(struct text text)
{
    struct buf bare = { 0 };
    bare_to(&bare, text);
    struct task_key key = key_of_bare(&bare);
    buf_fini(&bare);
    return key;
}

struct task_key part_key(const struct breakdown *b, uint32_t part_idx)
{
    return key_of_text(b->parts[part_idx].text);
}

struct task_key task_key(const struct breakdown *b, uint32_t task_idx)
{
    const struct task *task = &b->tasks[task_idx];
    struct buf bare = { 0 };
    for (uint32_t i = 0; i < task->parts.count; i++)
        bare_to(&bare, b->parts[task->parts.from + i].text);
    struct task_key key = key_of_bare(&bare);
    buf_fini(&bare);
    return key;
}

/* ---- parts in the order of their keys ---- */

struct keyed_part {
    struct task_key key;
    uint32_t part_idx;
};

static int by_key(const void *left, const void *right)
{
    const struct keyed_part *a = left, *b = right;
    int order = memcmp(a->key.text, b->key.text, KEY_CHARS);
    return order ? order : (a->part_idx > b->part_idx) - (a->part_idx < b->part_idx);
}

static struct keyed_part *sort_parts(const struct breakdown *b)
{
    struct keyed_part *sorted = mem_array(b->parts_count, sizeof *sorted);
    struct buf bare = { 0 };
    for (uint32_t i = 0; i < b->parts_count; i++) {
        buf_clear(&bare);
        bare_to(&bare, b->parts[i].text);
        sorted[i] = (struct keyed_part){ key_of_bare(&bare), i };
    }
    buf_fini(&bare);
    qsort(sorted, b->parts_count, sizeof *sorted, by_key);
    return sorted;
}

static bool same_key(const struct keyed_part *part, struct task_key key)
{
    return memcmp(part->key.text, key.text, KEY_CHARS) == 0;
}

/* The slice of sorted that has the key. */
static struct slice parts_of(const struct keyed_part *sorted, uint32_t sorted_count, struct task_key key)
{
    uint32_t from = 0, to = sorted_count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (memcmp(sorted[middle].key.text, key.text, KEY_CHARS) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    struct slice slice = { from, 0 };
    while (from + slice.count < sorted_count && same_key(&sorted[from + slice.count], key))
        slice.count++;
    return slice;
}

static uint32_t volume_of(const struct breakdown *b, uint32_t part_idx)
{
    return b->sections[b->tasks[b->parts[part_idx].task_idx].section_idx].volume_idx;
}

void key_each_twice(const struct breakdown *b, void (*with)(void *context, uint32_t part_idx, uint32_t earlier_idx),
                    void *context)
{
    struct keyed_part *sorted = sort_parts(b);
    /* Volumes stand one behind the other, and so do their parts within one key. */
    for (uint32_t i = 1; i < b->parts_count; i++)
        if (same_key(&sorted[i], sorted[i - 1].key) &&
            volume_of(b, sorted[i].part_idx) == volume_of(b, sorted[i - 1].part_idx))
            with(context, sorted[i].part_idx, sorted[i - 1].part_idx);
    free(sorted);
}

/* ---- references ---- */

/* The id without its volume: 2020:2.7 → 2.7. */
static struct text short_id(struct text id)
{
    const char *colon = id.bytes ? memrchr(id.at, ':', id.bytes) : NULL;
    return colon ? text_slice(id, (size_t)(colon + 1 - id.at), id.bytes) : id;
}

/* Several volumes have that id. */
#define SEVERAL_IDX (NO_IDX - 1)

static void put_id(struct names *ids, struct text id, uint32_t part_idx)
{
    uint32_t whole = names_put(ids, id), bare = names_put(ids, short_id(id));
    if (ids->items[whole].unit_idx == NO_IDX)
        ids->items[whole].unit_idx = part_idx;
    if (ids->items[bare].other_idx == NO_IDX)
        ids->items[bare].other_idx = part_idx;
    else if (ids->items[bare].other_idx != part_idx)
        ids->items[bare].other_idx = SEVERAL_IDX;
}

/* By id: in a names' items unit_idx is the part of that id, other_idx the one of it without the volume. */
static struct names index_ids(const struct breakdown *b)
{
    struct names ids = { 0 };
    for (uint32_t i = 0; i < b->tasks_count; i++)
        if (b->tasks[i].parts.count)
            put_id(&ids, b->tasks[i].id, b->tasks[i].parts.from);
    for (uint32_t i = 0; i < b->parts_count; i++)
        put_id(&ids, b->parts[i].id, i);
    return ids;
}

static uint32_t part_of_id(const struct names *ids, struct text id)
{
    uint32_t whole = names_find(ids, text_span(id)), bare = names_find(ids, text_span(short_id(id)));
    if (whole != NO_IDX && ids->items[whole].unit_idx != NO_IDX)
        return ids->items[whole].unit_idx;
    return bare == NO_IDX || ids->items[bare].other_idx == SEVERAL_IDX ? NO_IDX : ids->items[bare].other_idx;
}

static struct key_found by_key_and_id(const struct breakdown *b, const struct keyed_part *sorted,
                                      const struct names *ids, const struct key_ref *ref)
{
    struct slice parts = parts_of(sorted, b->parts_count, ref->key);
    uint32_t bearer = part_of_id(ids, ref->id);
    for (uint32_t i = 0; i < parts.count; i++)
        if (sorted[parts.from + i].part_idx == bearer)
            return (struct key_found){ KEY_SAME, bearer };
    if (parts.count == 1)
        return (struct key_found){ KEY_RENUMBERED, sorted[parts.from].part_idx };
    return (struct key_found){ parts.count ? KEY_SEVERAL : KEY_GONE, NO_IDX };
}

void key_resolve(const struct breakdown *b, const struct key_ref *refs, uint32_t count, struct key_found *found)
{
    struct keyed_part *sorted = sort_parts(b);
    struct names ids = index_ids(b);
    bool *taken = mem_array(b->parts_count, sizeof *taken);
    for (uint32_t i = 0; i < count; i++) {
        found[i] = by_key_and_id(b, sorted, &ids, &refs[i]);
        if (found[i].part_idx != NO_IDX)
            taken[found[i].part_idx] = true;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t bearer = found[i].fate == KEY_GONE ? part_of_id(&ids, refs[i].id) : NO_IDX;
        if (bearer != NO_IDX && !taken[bearer])
            found[i] = (struct key_found){ KEY_REWORDED, bearer };
    }
    free(taken);
    free(sorted);
    names_fini(&ids);
}
