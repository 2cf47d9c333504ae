/* SPDX-License-Identifier: MIT */
/* The bottom line: where we are or what there is to say, and the keys that work here and now. */
#ifndef UI_FOOTER_H
#define UI_FOOTER_H

#include "ui/grid.h"

struct app;

/* greets: the keys that a newcomer needs have no other place on this screen (ui/greeting.h). */
void footer_draw(const struct app *app, struct grid *grid, int row, bool greets);

#endif
