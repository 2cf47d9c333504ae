/* SPDX-License-Identifier: MIT */
/*
 * When a task is due, read from what the notice says (完成时限): 2020年6月30日, 9月底前, 年底, 上半年, 三季度, 10月中旬, 明年
 * 3月.  What is said stays as it is written; this is for sorting and filtering.
 */
#ifndef WORDING_DUEDATE_H
#define WORDING_DUEDATE_H

#include "text/text.h"

/* Days as 20200630; from and to both belong to it. */
struct due_period {
    uint32_t from, to;
};

/*
 * Fills up to max periods, in the order of the text, and returns how many; the last day of one is the deadline.  year is
 * the notice's, for what says none (0: then such days are of the year 0).  长期坚持 and the like say none.
 */
uint32_t duedate_read(struct text text, int year, struct due_period *periods, uint32_t max);

/* The earliest deadline in text; UINT32_MAX where there is none: it sorts last. */
uint32_t duedate_first(struct text text, int year);

#endif
