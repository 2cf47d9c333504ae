/* SPDX-License-Identifier: MIT */
/*
 * Who works with whom: two units that stand in one part's list have that part in common.  Only lists are walked, never units
 * by units; a list of more than PAIR_LIST_MAX names everybody, says nothing of any two of them, and is left out and counted.
 */
#ifndef BREAKDOWN_PAIRS_H
#define BREAKDOWN_PAIRS_H

#include "breakdown/index.h"

enum { PAIR_LIST_MAX = 100 };

struct pair {
    uint32_t unit_idx[2];
    uint32_t parts;      /* that they share, of the leaders' tasks */
    uint32_t lead[2];    /* and in how many of these either leads */
    uint32_t livelihood; /* livelihood parts that they share, counted apart as everywhere */
};

struct pairs {
    struct pair *items; /* strongest first: parts, livelihood parts, then in the order of the registry */
    uint32_t count;
    size_t cap;
    uint32_t total;      /* how many pairs there are, also those for which there was no room */
    uint64_t shared;     /* their parts added up */
    uint32_t long_lists; /* parts that were left out */
};

/* The strongest pairs, at most max; each once, the unit that the registry has first in front. */
struct pairs pairs_strongest(const struct index *index, uint32_t max);
/* The partners of one unit, which is always in front. */
struct pairs pairs_of(const struct index *index, uint32_t unit_idx, uint32_t max);
void pairs_fini(struct pairs *pairs);

#endif
