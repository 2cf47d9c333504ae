/* SPDX-License-Identifier: MIT */
/*
 * Filtering tasks by words: all words must match (blank = and), each in the task's text or number (2.7, 2., 7), or by
 * prefix: 单位:发改 (named or surely bound through a collective), 牵头:经信 (leads), 领导:冯飞; unit:, lead:, leader: do as
 * well, and so do full-width colons.  Words match adjacent characters of the folded text, in pinyin as search/match.h
 * has it; unit words as search_units() does.
 */
#ifndef SEARCH_FILTER_H
#define SEARCH_FILTER_H

#include "search/search.h"

struct filter;

struct filter *filter_new(const struct breakdown *b, const struct index *index, struct search *search);
void filter_free(struct filter *filter);

/* Sets matches[task_idx] for each task of the breakdown; returns how many match.  The empty query matches all. */
uint32_t filter_query(struct filter *filter, struct text query, bool *matches);

/* Where the last query's text words match in text (a part's text, a heading), in order; returns how many. */
uint32_t filter_stretches(struct filter *filter, struct text text, struct stretch *stretches, uint32_t max);

/* Whether a 单位: or 牵头: word of the last query names the unit. */
bool filter_names_unit(const struct filter *filter, uint32_t unit_idx);

#endif
