/* SPDX-License-Identifier: MIT */
/* Names of units that are probably the same body written in two ways. */
#ifndef BREAKDOWN_NEAR_NAME_H
#define BREAKDOWN_NEAR_NAME_H

#include <stdint.h>

#include "text/text.h"

/* A name's characters, prepared for comparing. */
struct near_name {
    const uint32_t *chars; /* folded, from the level on: 浙江省税务局 → 省税务局 */
    uint32_t count;
    uint64_t set; /* one bit for each character, several characters to a bit */
};

struct near_name near_name_of(struct arena *arena, struct text name);

/*
 * Is one the other's abbreviation: same level, same last character, its other characters in order but scattered in the
 * other's (省发改委, 省发展改革委)?  A word that stands whole in the longer name says nothing (市建设局 is not 市建设工程
 * 管理局), nor does a longer name that names a smaller place (杭州市政府, 杭州市余杭区政府).
 */
bool near_name_abbreviates(struct near_name a, struct near_name b);

/* Are they one name but for its writing (溫州, 温州) and the province before its level? */
bool near_name_equal(struct near_name a, struct near_name b);

/* Are they apart by one character put in, left out or exchanged, or by two that changed places, in four or more? */
bool near_name_one_off(struct near_name a, struct near_name b);

#endif
