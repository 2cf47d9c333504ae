/* SPDX-License-Identifier: MIT */
/* Whole numbers as notices write them, and how tasks are numbered. */
#ifndef BREAKDOWN_NUMBER_H
#define BREAKDOWN_NUMBER_H

#include "breakdown/breakdown.h"

/* The value of 12, 十二, 二十, 三百零五, up to six digits; 0 when text is no such number. */
unsigned number_of(struct text text);

/*
 * For each task of the section the index (in the section) of the one before it with the same number, or NO_IDX;
 * earlier has room for all.  By sorting: numbers may repeat at will.
 */
void number_repeats(const struct breakdown *b, const struct section *section, uint32_t *earlier);

#endif
