/* SPDX-License-Identifier: MIT */
/* Names of provinces and of prefecture-level cities: 杭州海关 has its place, 能源局 lacks one. */
#ifndef WORDING_PLACE_H
#define WORDING_PLACE_H

#include "wording/keyed.h"

/* Is the stretch the name of a prefecture-level city, without its 市? */
bool place_is_city(const struct keyed *k, uint32_t from, uint32_t to);

/* Does the stretch start with the name of a province or of such a city? */
bool place_starts(const struct keyed *k, uint32_t from, uint32_t to);

#endif
