/* SPDX-License-Identifier: MIT */
/*
 * Tasks by when they are due (完成时限).  Only what a notice says counts: where it names no day (长期坚持) none is guessed, and
 * the task stands behind all that have one.
 */
#ifndef BREAKDOWN_DEADLINES_H
#define BREAKDOWN_DEADLINES_H

#include "breakdown/breakdown.h"

enum {
    DUE_UNCLEAR = UINT32_MAX - 1, /* what is said names no day */
    DUE_NONE = UINT32_MAX         /* nothing is said */
};

/* The first day on which something of a task is due, as 20200630. */
uint32_t deadlines_of(const struct breakdown *b, uint32_t task_idx);
/*
 * Fills task_idxs (room for every task) with the tasks that have a deadline and are set in tasks (NULL: all), the earliest
 * first, those of one day in the order of the notice, the unclear ones last.  Returns how many.
 */
uint32_t deadlines_list(const struct breakdown *b, const bool *tasks, uint32_t *task_idxs);
/* Do two days lie in one month, or are both unclear, or both unsaid? */
bool deadlines_same_month(uint32_t a, uint32_t b);
/* Appends the month of a day: 2020年6月, 6月 in a notice without a year, and what is said of the others. */
void deadlines_month(uint32_t day, struct buf *out);

#endif
