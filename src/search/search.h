/* SPDX-License-Identifier: MIT */
/*
 * Finding a unit or a leader by what people type.  A unit: its short name, full name or an alias; a leader: name,
 * title, both, surname; whole, in part, abbreviated (characters in order, not adjacent), in pinyin (initials,
 * syllables, mixtures), in traditional characters, full-width letters, any case; several words in any order.  Best
 * first.  Where nothing better matches, what sounds alike and what is one slip away stands among the hits.
 */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "breakdown/breakdown.h"
#include "breakdown/index.h"
#include "breakdown/leaders.h"
#include "search/hit.h"
#include "text/lines.h"

struct search; /* the prepared names; remembers the last query so that one more letter looks only at its hits */

/* For units, and for leaders in the order of the notice; borrow what they are made of. */
struct search *search_new(const struct index *index);
struct search *search_new_leaders(const struct leaders *leaders);
void search_free(struct search *search);

/*
 * The hits of a query, best first; the empty query hits everything in official order.  After a name that is met whole
 * (or all but its head), in letters at least, those with gaps are left out: they are chance.  *hits is borrowed until
 * the next call.  Returns how many.
 */
uint32_t search_query(struct search *search, struct text query, const struct hit **hits);

/* The same for another question in between, with near hits or without; leaves the last query and its hits alone. */
uint32_t search_aside(struct search *search, struct text query, bool near, const struct hit **hits);

/* How a hit's name was matched; of a near one: how it would be. */
enum match_shape search_shape(const struct hit *hit);
enum match_mode search_mode(const struct hit *hit);
/* A hit that is not what was typed: it sounds alike, or is one slip away. */
bool search_near(const struct hit *hit);

/*
 * Sets units[unit_idx] for each unit that a word of another kind of query means: all that match with adjacent
 * characters when the word is typed as it is written (发改); those that match in the best way found when it is pinyin
 * or an abbreviation.  Leaves the last query and its hits alone.  Leaders the same.
 */
void search_units(struct search *search, struct text query, bool *units);

/*
 * Where the query that was last asked matched a hit's name: fills up to max stretches of that name's text (see
 * search_hit_text()), in order, and returns how many; 0 for a hit that is near.
 */
uint32_t search_stretches(struct search *search, const struct hit *hit, struct stretch *stretches, uint32_t max);
struct text search_hit_text(const struct search *search, const struct hit *hit);

#endif
