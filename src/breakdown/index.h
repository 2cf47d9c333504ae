/* SPDX-License-Identifier: MIT */
/*
 * The cross-index: what each unit owes.  Direct duties, and those through collectives: 各设区市政府 surely binds each
 * city, 相关设区市政府 may.  A unit owes a part once, by its strongest bond: a city that is named itself beside
 * 其他相关设区市政府 is not bound a second time.
 */
#ifndef BREAKDOWN_INDEX_H
#define BREAKDOWN_INDEX_H

#include "breakdown/breakdown.h"
#include "breakdown/leaders.h"

/* How a unit is bound, strongest first. */
enum bond { BOND_LEAD, BOND_SUPPORT, BOND_VIA, BOND_MAYBE, BONDS_COUNT };

struct owed {
    uint32_t part_idx;
    uint32_t via_idx; /* the collective, or NO_IDX for a direct duty */
    enum bond bond;
    enum role role; /* the direct duty's, or the collective's */
};

/* Counts of parts by bond; leaders' (and general) tasks and livelihood parts are never added up. */
struct counts {
    uint32_t tasks[BONDS_COUNT];
    uint32_t livelihood[BONDS_COUNT];
};

/* Lists of indices, one behind the other: those of i are items[from[i]] up to items[from[i + 1]], ascending. */
struct index_lists {
    uint32_t *items;
    uint32_t *from;
};

struct index {
    const struct breakdown *b;
    struct index_lists duties;      /* by unit: duties[] that name it */
    struct index_lists collectives; /* by unit: units[] that it is a member of, and that bind their members */
    struct counts *counts;          /* by unit */
    struct leaders *leaders;
};

struct index *index_new(const struct breakdown *b);
void index_free(struct index *index);

/*
 * All a unit owes, in document order: what names it and what names its collectives, merged when asked.  The caller frees
 * it.  (Held ready for each unit it would be duties times members: a file of 7 MB can make that 2^32.)
 */
struct owed *index_owed(const struct index *index, uint32_t unit_idx, uint32_t *count);
/* Is a unit a member of a collective that binds its members, all or some? */
bool index_is_member(const struct index *index, uint32_t unit_idx, uint32_t collective_idx);
/*
 * Fills unit_idxs (room for every unit) with all units in the order of the pinyin of their names; what has no reading
 * comes last.  Not part of the index: sorting 200,000 names takes longer than finding one.
 */
void index_sort_by_name(const struct breakdown *b, uint32_t *unit_idxs);
/* One number to rank units by: direct before collective, lead before support. */
uint32_t index_weight(const struct index *index, uint32_t unit_idx);
struct text bond_name(enum bond bond); /* 牵头, 参与, 经由集合单位, 可能涉及 */

/* One list of lists; how many of it are below a number. */
static inline const uint32_t *index_list(const struct index_lists *lists, uint32_t idx, uint32_t *count)
{
    *count = lists->from[idx + 1] - lists->from[idx];
    return lists->items + lists->from[idx];
}
uint32_t index_below(const uint32_t *list, uint32_t count, uint32_t least);

/* For the index's own files: the bond of a collective's members; counts, once there are lists. */
static inline enum bond index_bond_through(const struct unit *collective)
{
    return collective->coverage == COVERAGE_ALL ? BOND_VIA : BOND_MAYBE;
}
void index_count(struct index *index);

#endif
