/* SPDX-License-Identifier: MIT */
/* Moving about: to a thing, to a view, from one pane of a view to the next. */
#ifndef UI_GO_H
#define UI_GO_H

#include "ui/link.h"

struct app;
struct pane;

/* To the view that a thing stands in; `focus` says which of its panes gets the keys where there is room for several. */
void go_link(struct app *app, struct link link, unsigned focus);
/* The same, and there the cursor comes to stand on the thing that one comes from. */
void go_link_from(struct app *app, struct link link, unsigned focus, struct link from);
void go_view(struct app *app, struct pane *view);
/* Closes what lies over the rest; false when nothing does. */
bool go_off(struct app *app);
/* To the pane on the right, or back to the one on the left: that undoes the step to the right, if it was the last one. */
void go_right(struct app *app);
void go_left(struct app *app);

#endif
