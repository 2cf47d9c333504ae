/* SPDX-License-Identifier: MIT */
/*
 * What a name means: THE resolver, for every place that takes one (print, unit, show, --leader, --unit, --goto, the
 * field behind ":").  A leader (name, title, both, surname), a unit, a section (2, 二, 民生) or an ID, as people type
 * them.
 *
 * What acts on the answer prints a sheet or opens a page, so that only a sure match counts: the name itself, or all but
 * its head, in characters, syllables or initials; its beginning in characters or syllables; a stretch of its characters.
 * What is scattered over a name, sounds like it, or is a slip away from it is a candidate, never an answer; so are
 * answers of which one is as good as the other.
 */
#ifndef SEARCH_RESOLVE_H
#define SEARCH_RESOLVE_H

#include "search/search.h"

enum meaning_kind { MEANS_LEADER, MEANS_UNIT, MEANS_SECTION, MEANS_TASK, MEANS_PART };

struct meaning {
    enum meaning_kind kind;
    uint32_t idx;
};

enum { MEANINGS_MAX = 24 };

/* Bits: what may be meant; MEAN_SURELY: candidates are not wanted, only what is sure. */
enum { MEAN_LEADERS = 1, MEAN_UNITS = 2, MEAN_IDS = 4, MEAN_ALL = 7, MEAN_SURELY = 8 };

struct resolution {
    bool sure;      /* meanings[0] is it, and nothing else */
    bool near;      /* the candidates are not what was typed, only near it */
    uint32_t count; /* of meanings: the best, at most MEANINGS_MAX */
    uint32_t total; /* equally good ones in all */
    struct meaning meanings[MEANINGS_MAX];
};

/* Borrows what it is made of; the searches are asked aside. */
struct resolver {
    const struct breakdown *b;
    const struct leaders *leaders;
    struct search *of_units, *of_leaders;
};

struct resolution resolve(const struct resolver *resolver, struct text what, unsigned kinds);

/* The leader's part, when all their tasks stand in it; else NO_IDX. */
uint32_t resolve_section(const struct leaders *leaders, uint32_t leader_idx);

#endif
