/* SPDX-License-Identifier: MIT */
/* Statistics: three pages of lines, and a cursor that steps from link to link. */
#ifndef UI_PANE_STATS_H
#define UI_PANE_STATS_H

#include "ui/pane.h"

extern const struct pane_ops pane_stats;

#endif
