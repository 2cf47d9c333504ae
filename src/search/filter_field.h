/* SPDX-License-Identifier: MIT */
/* What a filter asks of a task's deadline, of its targets (时限:, 有数:) and of its number. */
#ifndef SEARCH_FILTER_FIELD_H
#define SEARCH_FILTER_FIELD_H

#include "breakdown/breakdown.h"
#include "wording/duedate.h"

/* Has the task a deadline in the period wanted; or, where that is none (.to 0), the folded word in what is said of it? */
bool filter_due(const struct breakdown *b, struct due_period wanted, struct text word, const struct task *task);

/* Has it a target in figures; with the folded word in it, or in what it is a target of, unless that is empty? */
bool filter_figures(const struct breakdown *b, struct text word, const struct task *task);

/*
 * Words that are a task's number: its id (2.7), the beginning of one (2.), its number as printed (7).  Whether a word (not
 * empty) can be one of any task is asked before: to look at all of them is dear.
 */
bool filter_may_be_number(struct text word);
bool filter_is_number_of(struct text word, const struct task *task);

#endif
