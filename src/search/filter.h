/* SPDX-License-Identifier: MIT */
/*
 * Filtering tasks by words: all words must match (blank = and), each in the task's text or number (2.7, 2., 7), or by
 * prefix:
 *   单位:发改 unit:     named, or surely bound through a collective
 *   牵头:经信 lead:     leads
 *   参与:财政 support:  supports, or is surely bound through a collective that does
 *   领导:冯飞 leader:   the section's leader, or one whom the task names
 *   时限:9月 due:       has a deadline in that period; 时限:9月前 by its end; or words of what is said
 *   有数: figures:      has a target in figures; 有数:亿元 one with that in it
 * Full-width colons will do.  Words match adjacent characters of the folded text, in pinyin as search/match.h has it;
 * unit and leader words as search_units() does.
 */
#ifndef SEARCH_FILTER_H
#define SEARCH_FILTER_H

#include "search/search.h"

struct filter;

/* Borrows all. */
struct filter *filter_new(const struct index *index, struct search *of_units, struct search *of_leaders);
void filter_free(struct filter *filter);
/* The same breakdown with more behind, and what belongs to that: only texts of what is new are folded. */
void filter_grow(struct filter *filter, const struct index *index, struct search *of_units, struct search *of_leaders);

/*
 * A query in pieces.  What the one before it let through, as far as it came, is made use of, so that a letter more costs
 * less.  filter_go_on() looks at more tasks, for about as long as so many characters take (a million are a millisecond
 * or two), and sets matches[task_idx] of each; false when it has come to the end.
 */
void filter_begin(struct filter *filter, struct text query);
bool filter_go_on(struct filter *filter, uint32_t work, bool *matches);
/* How many of the tasks looked at match. */
uint32_t filter_count(const struct filter *filter);

/* Sets matches[task_idx] for each task of the breakdown; returns how many match.  The empty query matches all. */
uint32_t filter_query(struct filter *filter, struct text query, bool *matches);

/* Where the last query's text words match in text (a part's text, a heading), in order; returns how many. */
uint32_t filter_stretches(struct filter *filter, struct text text, struct stretch *stretches, uint32_t max);

/* A word of the last query that looks like a prefix (部门:) and is none, and is in no task; empty when there is none. */
struct text filter_unknown(const struct filter *filter);

/* Whether a 单位:, 牵头: or 参与: word of the last query names the unit. */
bool filter_names_unit(const struct filter *filter, uint32_t unit_idx);

#endif
