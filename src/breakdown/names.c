/* SPDX-License-Identifier: MIT */
#include "breakdown/names.h"

#include <stdlib.h>

#include "base/mem.h"
#include "breakdown/breakdown.h"

static uint32_t hash_of(struct span name)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ name.bytes;
    size_t at = 0;
    for (; at + 8 <= name.bytes; at += 8) {
        uint64_t word;
        memcpy(&word, name.at + at, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    uint64_t tail = 0;
    if (at < name.bytes)
        memcpy(&tail, name.at + at, name.bytes - at);
    hash = (hash ^ tail) * 0xC4CEB9FE1A85EC53u;
    return (uint32_t)(hash >> 32) ^ (uint32_t)hash;
}

/* The slot that holds the name, or the free one where it would go. */
static uint32_t slot_of(const struct names *names, struct span name, uint32_t hash)
{
    uint32_t mask = names->slots_count - 1;
    for (uint32_t slot = hash & mask;; slot = (slot + 1) & mask) {
        if (!names->slots[slot])
            return slot;
        const struct name *item = &names->items[names->slots[slot] - 1];
        if (item->hash == hash && span_equal(text_span(item->text), name))
            return slot;
    }
}

uint32_t names_find(const struct names *names, struct span name)
{
    if (!names->count)
        return NO_IDX;
    uint32_t item = names->slots[slot_of(names, name, hash_of(name))];
    return item ? item - 1 : NO_IDX;
}

static void widen(struct names *names)
{
    uint32_t slots_count = names->slots_count ? names->slots_count * 2 : 256;
    free(names->slots);
    names->slots = mem_array(slots_count, sizeof *names->slots);
    names->slots_count = slots_count;
    for (uint32_t i = 0; i < names->count; i++) {
        uint32_t slot = names->items[i].hash & (slots_count - 1);
        while (names->slots[slot])
            slot = (slot + 1) & (slots_count - 1);
        names->slots[slot] = i + 1;
    }
}

uint32_t names_put(struct names *names, struct text name)
{
    if (names->count >= names->slots_count / 2)
        widen(names);
    uint32_t hash = hash_of(text_span(name));
    uint32_t slot = slot_of(names, text_span(name), hash);
    if (!names->slots[slot]) {
        MEM_GROW(names->items, names->count + 1, names->cap);
        names->items[names->count] = (struct name){ name, hash, NO_IDX, NO_IDX };
        names->slots[slot] = ++names->count;
    }
    return names->slots[slot] - 1;
}

void names_fini(struct names *names)
{
    free(names->items);
    free(names->slots);
    *names = (struct names){ 0 };
}
