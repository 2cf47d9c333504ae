/* SPDX-License-Identifier: MIT */
/*
 * Finding a unit by what people type: its short name, full name or an alias; whole, in part, abbreviated (characters in
 * order, not adjacent), in pinyin (initials, syllables, mixtures), in traditional characters, full-width letters, any
 * case; several words in any order.  Best first.
 */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "breakdown/breakdown.h"
#include "breakdown/index.h"
#include "text/lines.h"

struct search; /* the prepared names; remembers the last query so that one more letter looks only at its hits */

enum hit_field { HIT_NAME, HIT_FULL, HIT_ALIAS };

struct hit {
    uint32_t unit_idx;
    uint32_t quality;     /* smaller is better; equal for equally good answers */
    enum hit_field field; /* which of the unit's names matched */
    uint32_t alias_no;    /* HIT_ALIAS: which, from 0 */
};

/* Borrows both; index may be NULL: then no unit owes more than another. */
struct search *search_new(const struct breakdown *b, const struct index *index);
void search_free(struct search *search);

/*
 * The hits of a query, best first; the empty query hits every unit in registry order.  *hits is borrowed until the
 * next call.  Returns how many.
 */
uint32_t search_query(struct search *search, struct text query, const struct hit **hits);

/*
 * Sets units[unit_idx] for each unit that a word of another kind of query means: all that match with adjacent
 * characters when the word is typed as it is written (发改); those that match in the best way found when it is pinyin
 * or an abbreviation.  Leaves the last query and its hits alone.
 */
void search_units(struct search *search, struct text query, bool *units);

/*
 * Where the query that was last asked matched a hit's name: fills up to max stretches of that name's text (see
 * search_hit_text()), in order, and returns how many.
 */
uint32_t search_stretches(struct search *search, const struct hit *hit, struct stretch *stretches, uint32_t max);
struct text search_hit_text(const struct search *search, const struct hit *hit);

#endif
