/* SPDX-License-Identifier: MIT */
/* The list of units: all of them in one of several orders, or the hits of a query, best first. */
#ifndef UI_PANE_UNITS_H
#define UI_PANE_UNITS_H

#include "ui/pane.h"
#include "ui/prompt.h"

extern const struct pane_ops pane_units;
/* Typing what a unit is called. */
extern const struct prompt pane_units_search;

#endif
