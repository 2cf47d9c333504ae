/* SPDX-License-Identifier: MIT */
/* The top line: what is open, and the tabs of the views. */
#ifndef UI_HEADER_H
#define UI_HEADER_H

#include "ui/action.h"
#include "ui/grid.h"

struct app;

void header_draw(const struct app *app, struct grid *grid);
/* What the tab that stands in this column does; ACTION_NONE where there is none. */
enum action header_tab_at(const struct app *app, int col);

#endif
