/* SPDX-License-Identifier: MIT */
/* A section that came, went, or has another heading, leader or title: its line in the list of changes, and both years' words. */
#ifndef UI_COMPARE_SECTION_H
#define UI_COMPARE_SECTION_H

#include "breakdown/diff.h"
#include "text/lines.h"

void compare_section_line(const struct breakdown *b, const struct diff_section *change, struct link link, int cols,
                          struct lines *lines);
void compare_section_lines(const struct breakdown *b, const struct diff_section *change, int cols, struct lines *lines);

#endif
