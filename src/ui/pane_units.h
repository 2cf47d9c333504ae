/* SPDX-License-Identifier: MIT */
/* The list of units: all of them, in one of several orders. */
#ifndef UI_PANE_UNITS_H
#define UI_PANE_UNITS_H

#include "ui/pane.h"

extern const struct pane_ops pane_units;

#endif
