/* SPDX-License-Identifier: MIT */
/* What changed between two years as lines: the list of changes, and one change with both its texts. */
#ifndef UI_COMPARE_LINES_H
#define UI_COMPARE_LINES_H

#include "breakdown/diff.h"
#include "text/lines.h"

struct app;

/* The changes below the headings of their sections, or below each unit that is or was named in them. */
void compare_list_lines(const struct app *app, const struct diff *diff, bool by_unit, int cols, struct lines *lines);
/* What is needed to compare, when only one file is open. */
void compare_alone_lines(int cols, struct lines *lines);
/* One change: what it is, then each year's text behind a line that is a link to its task. */
void compare_change_lines(const struct app *app, const struct diff *diff, uint32_t change_idx, int cols,
                          struct lines *lines);

#endif
