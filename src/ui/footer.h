/* SPDX-License-Identifier: MIT */
/* The bottom line: where we are or what there is to say, and the keys that work here and now. */
#ifndef UI_FOOTER_H
#define UI_FOOTER_H

#include "ui/grid.h"

struct app;

void footer_draw(const struct app *app, struct grid *grid, int row);

#endif
