/* SPDX-License-Identifier: MIT */
#include "breakdown/names.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "breakdown/breakdown.h"

static uint32_t short_hash(struct span name)
{
    uint64_t hash = hash_of(name);
    return (uint32_t)(hash >> 32) ^ (uint32_t)hash;
}

/* The slot that holds the name, or the free one where it would go. */
static struct name_slot *slot_of(const struct names *names, struct span name, uint32_t hash)
{
    uint32_t mask = names->slots_count - 1;
    for (uint32_t at = hash & mask;; at = (at + 1) & mask) {
        struct name_slot *slot = &names->slots[at];
        if (!slot->item || (slot->hash == hash && span_equal(text_span(names->items[slot->item - 1].text), name)))
            return slot;
    }
}

uint32_t names_find(const struct names *names, struct span name)
{
    if (!names->count)
        return NO_IDX;
    uint32_t item = slot_of(names, name, short_hash(name))->item;
    return item ? item - 1 : NO_IDX;
}

static void rehash(struct names *names, uint32_t slots_count)
{
    struct names fresh = { .slots_count = slots_count };
    /* Cleared by writing: fresh zeroed pages that are read first are faulted in twice. */
    fresh.slots = mem_resize(NULL, fresh.slots_count, sizeof *fresh.slots);
    memset(fresh.slots, 0, fresh.slots_count * sizeof *fresh.slots);
    for (uint32_t i = 0; i < names->slots_count; i++) {
        if (!names->slots[i].item)
            continue;
        uint32_t at = names->slots[i].hash & (fresh.slots_count - 1);
        while (fresh.slots[at].item)
            at = (at + 1) & (fresh.slots_count - 1);
        fresh.slots[at] = names->slots[i];
    }
    free(names->slots);
    names->slots = fresh.slots;
    names->slots_count = fresh.slots_count;
}

/* Room for one more. */
static void make_room(struct names *names)
{
    if (names->count >= names->slots_count / 4 * 3)
        rehash(names, names->slots_count ? names->slots_count * 2 : 256);
}

static uint32_t add(struct names *names, struct name_slot *slot, struct text name, uint32_t hash)
{
    MEM_GROW(names->items, (size_t)names->count + 1, names->cap);
    names->items[names->count++] = (struct name){ name, NO_IDX, NO_IDX };
    *slot = (struct name_slot){ names->count, hash };
    return names->count - 1;
}

uint32_t names_put(struct names *names, struct text name)
{
    make_room(names);
    uint32_t hash = short_hash(text_span(name));
    struct name_slot *slot = slot_of(names, text_span(name), hash);
    return slot->item ? slot->item - 1 : add(names, slot, name, hash);
}

uint32_t names_put_raw(struct names *names, struct span raw, struct arena *arena)
{
    make_room(names);
    uint32_t hash = short_hash(raw);
    struct name_slot *slot = slot_of(names, raw, hash);
    if (slot->item)
        return slot->item - 1;
    struct text clean = text_clean(arena, raw);
    if (clean.at != raw.at)
        return names_put(names, clean);
    return add(names, slot, text_copy(arena, clean), hash);
}

void names_fini(struct names *names)
{
    free(names->items);
    free(names->slots);
    *names = (struct names){ 0 };
}
