/* SPDX-License-Identifier: MIT */
/* A ruler for the eye: does this terminal draw “ ” — … one or two columns wide? */
#ifndef UI_PANE_RULER_H
#define UI_PANE_RULER_H

#include "ui/pane.h"

extern const struct pane_ops pane_ruler;

#endif
