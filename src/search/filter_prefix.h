/* SPDX-License-Identifier: MIT */
/* What a word of a filter looks at, by the prefix before its colon: the one table of them. */
#ifndef SEARCH_FILTER_PREFIX_H
#define SEARCH_FILTER_PREFIX_H

#include "text/text.h"

enum field { FIELD_UNIT, FIELD_LEADER, FIELD_LEAD, FIELD_SUPPORT, FIELD_DUE, FIELD_FIGURES, FIELD_TEXT };

/* The prefix that folded text begins with, and its bytes with the colon; FIELD_TEXT and 0 when there is none. */
enum field filter_prefix(struct text text, size_t *bytes);

/* 部门:财政 is meant as a prefix: a short word before a colon. */
bool filter_prefix_like(struct text text);

#endif
