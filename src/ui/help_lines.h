/* SPDX-License-Identifier: MIT */
/* The help as lines: what signs and colours mean, then all keys in groups, by the action table and the keymap. */
#ifndef UI_HELP_LINES_H
#define UI_HELP_LINES_H

#include "text/lines.h"

struct app;

/* Only what holds the query, when there is one; a line that says so when nothing does. */
void help_lines(const struct app *app, struct text query, int cols, struct lines *lines);

#endif
