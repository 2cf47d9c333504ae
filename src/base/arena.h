/* SPDX-License-Identifier: MIT */
/*
 * An arena: many small allocations, freed at once.  Zero-initialised is empty and ready.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *block;
    size_t used_bytes;
    size_t cap_bytes;
    size_t total_bytes; /* handed out in all */
};

/* Uninitialised memory aligned for any type; never NULL (dies when memory is out). */
void *arena_alloc(struct arena *arena, size_t bytes);
/* count * size zeroed bytes; dies on overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/*
 * Room for one more behind `count` items of `size` bytes, zeroed: the array itself, or one twice as long.  Only for an
 * array that grew by this from nothing (items NULL, count 0), and of whose copies one alone goes on growing.
 */
void *arena_more(struct arena *arena, void *items, size_t count, size_t size);
/* A copy of bytes with a NUL behind it. */
char *arena_copy(struct arena *arena, const char *at, size_t bytes);
void arena_fini(struct arena *arena);

#endif
