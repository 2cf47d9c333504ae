/* SPDX-License-Identifier: MIT */
/* Statistics: pages of lines, and a cursor that steps from link to link. */
#ifndef UI_PANE_STATS_H
#define UI_PANE_STATS_H

#include "ui/pane.h"

/* Is the list of targets what the screen shows, so that it is what may be printed? */
bool pane_stats_has_targets(const struct app *app);
/* Does the way back lead to a list that is filtered too, so that the filter must stay? */
bool pane_stats_leads_back(const struct app *app);

#endif
