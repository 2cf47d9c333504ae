/* SPDX-License-Identifier: MIT */
/* From matched characters back to stretches of the shown text (struct stretch, text/lines.h). */
#ifndef SEARCH_STRETCH_H
#define SEARCH_STRETCH_H

#include <stdbool.h>

#include "text/fold.h"
#include "text/lines.h"

/*
 * The stretches of the shown text behind the marked characters of its fold (marks[fold->count]), in order, neighbours
 * joined.  Fills up to max and returns how many.
 */
uint32_t stretch_collect(const struct fold *fold, const bool *marks, struct stretch *stretches, uint32_t max);

#endif
