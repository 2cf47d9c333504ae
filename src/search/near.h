/* SPDX-License-Identifier: MIT */
/*
 * What may have been meant where nothing matches: what sounds alike (省发改位, 省教育庭, sangwu), then what is one slip
 * of the pen away (省财攻厅, caizhegnting): only whole names, all but their heads, and beginnings, the rest would be chance.
 * Where nothing is, what the longest beginning of the query means (冯飞同志, 旅游局), among up to 50,000 names' owners.
 */
#ifndef SEARCH_NEAR_H
#define SEARCH_NEAR_H

#include "search/hit.h"
#include "search/roster.h"

enum { NEAR_MAX = 8 };

/* The nearest to a query's characters (query_chars()), best first, equally good ones in the order of the roster. */
uint32_t near_find(const struct roster *roster, const uint32_t *chars, uint32_t count, struct hit near[NEAR_MAX]);

#endif
