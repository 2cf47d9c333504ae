/* SPDX-License-Identifier: MIT */
/* 以下均需各镇街落实，不再列出: a unit that the lists behind it leave out. */
#ifndef NOTICE_IMPLIED_H
#define NOTICE_IMPLIED_H

#include "notice/token.h"
#include "wording/unitlist.h"

/* Finds the clauses. */
void implied_read(struct notice *notice);

/* Does a remark of a list hold such a clause? */
bool implied_is(const struct notice *notice, struct text remark);

/* Adds to a list what the clauses before its line imply, as supporting units, with the clause as a note. */
void implied_add(struct notice *notice, struct unitlist *list, uint32_t line_idx, bool all_lead);

#endif
