/* SPDX-License-Identifier: MIT */
/* What a filter asks of a task's deadline and of its targets (时限:, 有数:). */
#ifndef SEARCH_FILTER_FIELD_H
#define SEARCH_FILTER_FIELD_H

#include "breakdown/breakdown.h"
#include "wording/duedate.h"

/* Has the task a deadline in the period wanted; or, where that is none (.to 0), the folded word in what is said of it? */
bool filter_due(const struct breakdown *b, struct due_period wanted, struct text word, const struct task *task);

/* Has it a target in figures; with the folded word in it, or in what it is a target of, unless that is empty? */
bool filter_figures(const struct breakdown *b, struct text word, const struct task *task);

#endif
