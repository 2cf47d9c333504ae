/* SPDX-License-Identifier: MIT */
/*
 * Filtering tasks by words: all words must match (blank = and), each in the task's text or number, or by prefix:
 * 单位:发改 (named or bound through a collective), 牵头:经信 (leads), 领导:冯飞.  Words match as substrings of the folded
 * text or by pinyin initials of adjacent characters; unit words as search.h does.  Full-width colons do as well.
 */
#ifndef BREAKDOWN_FILTER_H
#define BREAKDOWN_FILTER_H

#include "breakdown/search.h"

struct filter;

struct filter *filter_new(const struct breakdown *b, const struct index *index, struct search *search);
void filter_free(struct filter *filter);

/* Sets matches[task_idx] for each task of the breakdown; returns how many match.  The empty query matches all. */
uint32_t filter_query(struct filter *filter, struct text query, bool *matches);

/* Where the last query's text words match in text (a part's text, a heading), in order; returns how many. */
uint32_t filter_stretches(struct filter *filter, struct text text, struct stretch *stretches, uint32_t max);

#endif
