/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/size.h"

struct arena_block {
    struct arena_block *older;
    alignas(max_align_t) char data[];
};

enum { BLOCK_BYTES = 32 * 1024 };

static void *take(struct arena *arena, size_t bytes, size_t align)
{
    if (bytes > SIZE_MAX / 2)
        die_no_memory();
    size_t from = (arena->used_bytes + align - 1) / align * align;
    if (!arena->block || from > arena->cap_bytes || arena->cap_bytes - from < bytes) {
        size_t cap = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
        struct arena_block *block = mem_alloc(sizeof *block + cap);
        block->older = arena->block;
        arena->block = block;
        arena->cap_bytes = cap;
        from = 0;
    }
    arena->used_bytes = from + bytes;
    arena->total_bytes += bytes;
    return arena->block->data + from;
}

void *arena_alloc(struct arena *arena, size_t bytes)
{
    return take(arena, bytes, alignof(max_align_t));
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = size_product(count, size);
    return memset(arena_alloc(arena, bytes), 0, bytes);
}

void *arena_more(struct arena *arena, void *items, size_t count, size_t size)
{
    if (count & (count - 1))
        return items;
    void *more = arena_array(arena, count ? size_product(count, 2) : 1, size);
    if (count)
        memcpy(more, items, count * size);
    return more;
}

char *arena_copy(struct arena *arena, const char *at, size_t bytes)
{
    char *copy = take(arena, size_sum(bytes, 1), 1);
    if (bytes)
        memcpy(copy, at, bytes);
    copy[bytes] = '\0';
    return copy;
}

void arena_fini(struct arena *arena)
{
    for (struct arena_block *block = arena->block; block;) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
    *arena = (struct arena){ 0 };
}
