/* SPDX-License-Identifier: MIT */
/*
 * Characters that look like a common Han character and are another: Kangxi radicals, the supplement of radicals,
 * compatibility ideographs.  Text copied from a PDF is full of them: ⺠政局 is not found by 民政局.
 */
#ifndef TEXT_RADICAL_H
#define TEXT_RADICAL_H

#include <stdint.h>

/* The common character; codepoint itself when it is none of these. */
uint32_t radical_unified(uint32_t codepoint);

#endif
