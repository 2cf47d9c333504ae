/* SPDX-License-Identifier: MIT */
/* The page of the unit that is selected to its left. */
#ifndef UI_PANE_UNIT_H
#define UI_PANE_UNIT_H

#include "ui/pane.h"

extern const struct pane_ops pane_unit;

#endif
