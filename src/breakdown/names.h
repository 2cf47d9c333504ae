/* SPDX-License-Identifier: MIT */
/*
 * The names of a registry and whose they are: a hash table, so that a file with 200,000 names loads in the time it
 * takes to read it.  A short name, a full name and an alias may be the same text; the short name then has it.
 * Borrows the texts it is given (they live in the breakdown's arena).
 */
#ifndef BREAKDOWN_NAMES_H
#define BREAKDOWN_NAMES_H

#include <stdint.h>

#include "text/text.h"

struct name {
    struct text text;
    uint32_t unit_idx;  /* the unit whose short name this is, or NO_IDX */
    uint32_t other_idx; /* the first unit whose full name or alias this is, or NO_IDX */
};

/* The hash stands beside the index so that a slot of another name costs no look at items. */
struct name_slot {
    uint32_t item; /* index into items + 1; 0 is free */
    uint32_t hash;
};

/* Zero-initialised is empty and ready. */
struct names {
    struct name *items; /* in the order they came */
    uint32_t count;
    size_t cap;
    struct name_slot *slots;
    uint32_t slots_count;
};

/* The index of a name in items, or NO_IDX.  Raw bytes do: they can only equal a name when they are clean. */
uint32_t names_find(const struct names *names, struct span name);
/* The index of a name, which is added, belonging to nobody, when it is not there. */
uint32_t names_put(struct names *names, struct text name);
/* The same with bytes from outside, which are cleaned and copied into arena when the name is new. */
uint32_t names_put_raw(struct names *names, struct span raw, struct arena *arena);
void names_fini(struct names *names);

#endif
