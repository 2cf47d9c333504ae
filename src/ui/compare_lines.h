/* SPDX-License-Identifier: MIT */
/* What changed between two years as lines: the list of changes, and one change with both its texts. */
#ifndef UI_COMPARE_LINES_H
#define UI_COMPARE_LINES_H

#include "breakdown/diff.h"
#include "text/lines.h"
#include "ui/link.h"

struct app;

/*
 * A change is a task's or, from diff->tasks_count on, a section's.  What it was and what it is now, as links to a task or
 * a section of either year; of no kind where there is none.
 */
struct compare_sides {
    struct link old, now;
};
struct compare_sides compare_sides(const struct diff *diff, uint32_t change_idx);
uint32_t compare_count(const struct diff *diff);

struct compare_options {
    bool by_unit;     /* below each unit that is or was named in them; else below the headings of their sections */
    bool only_marked; /* changes of what is marked, and those that name a marked unit */
};

void compare_list_lines(const struct app *app, const struct diff *diff, struct compare_options options, int cols,
                        struct lines *lines);
/* That it takes longer. */
void compare_wait_lines(int cols, struct lines *lines);
/* What is needed to compare, when only one file is open. */
void compare_alone_lines(int cols, struct lines *lines);
/* One change: what it is, then each year's text behind a line that is a link to its task. */
void compare_change_lines(const struct app *app, const struct diff *diff, uint32_t change_idx, int cols,
                          struct lines *lines);

#endif
