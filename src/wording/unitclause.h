/* SPDX-License-Identifier: MIT */
/*
 * What stands in a unit list and names nobody: when it is due (6月底前出台政策), how it goes on (年内持续推进), what holds for
 * others as well (以下除注明者外均同).  All stretches are of a key (wording/keyed.h).
 */
#ifndef WORDING_UNITCLAUSE_H
#define WORDING_UNITCLAUSE_H

#include "wording/keyed.h"

/* Does the stretch say when, not who: 长期, 6月底前出台政策, 2025年完成, 第三季度前? */
bool unitclause_when(const struct keyed *k, uint32_t from, uint32_t to);

/* Is it a clause by its words: 以下均同, 抓紧制定实施细则, 不再列出? */
bool unitclause_is(const struct keyed *k, uint32_t from, uint32_t to);

#endif
