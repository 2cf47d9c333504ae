/* SPDX-License-Identifier: MIT */
/* The last two volumes compared: a list of changes by leader or by unit, and beside it the one selected in both years. */
#ifndef UI_PANE_COMPARE_H
#define UI_PANE_COMPARE_H

#include "breakdown/diff.h"
#include "ui/pane.h"

/* What changed; NULL while it is not there: not asked for yet, being counted, one volume. No line links to a change then. */
const struct diff *pane_compare_diff(const struct app *app);

#endif
