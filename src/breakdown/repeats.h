/* SPDX-License-Identifier: MIT */
/* Tasks of one section that have the same number. */
#ifndef BREAKDOWN_REPEATS_H
#define BREAKDOWN_REPEATS_H

#include "breakdown/breakdown.h"

/*
 * For each task of the section the index (in the section) of the one before it with the same number, or NO_IDX;
 * earlier has room for all.  By sorting: numbers may repeat at will.
 */
void repeats_find(const struct breakdown *b, const struct section *section, uint32_t *earlier);

#endif
