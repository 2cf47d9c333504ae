/* SPDX-License-Identifier: MIT */
/* Words of a filter that are a task's number: its id (2.7), the beginning of one (2.), its number as printed (7). */
#ifndef SEARCH_FILTER_NUMBER_H
#define SEARCH_FILTER_NUMBER_H

#include "breakdown/breakdown.h"

/* Can a word (not empty) be one of any task?  To look at all of them is dear. */
bool filter_may_be_number(struct text word);
bool filter_is_number_of(struct text word, const struct task *task);

#endif
