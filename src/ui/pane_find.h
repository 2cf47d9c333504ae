/* SPDX-License-Identifier: MIT */
/* One box: whatever is typed is looked for among units, leaders and tasks at once. */
#ifndef UI_PANE_FIND_H
#define UI_PANE_FIND_H

#include "ui/pane.h"
#include "ui/prompt.h"

extern const struct prompt pane_find_prompt;

#endif
