/* SPDX-License-Identifier: MIT */
/*
 * What to do, in three lines on the very first screen: where nothing else stands, until the first key.  Who knows the
 * program is not kept from anything, and nothing need be remembered from one run to the next.
 */
#ifndef UI_GREETING_H
#define UI_GREETING_H

#include "ui/app.h"
#include "ui/grid.h"

/* The lines, in a pane that ends in enough blank rows.  False: there is none, and a word in the footer must do. */
bool greeting_draw(const struct app *app, struct grid *grid);
/* That word, for a screen whose footer has not room for all keys; else nothing. */
void greeting_word(const struct app *app, struct buf *out);

#endif
