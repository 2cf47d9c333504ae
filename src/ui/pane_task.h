/* SPDX-License-Identifier: MIT */
/* The text of the task or the section that is selected to its left. */
#ifndef UI_PANE_TASK_H
#define UI_PANE_TASK_H

#include "ui/pane.h"

extern const struct pane_ops pane_task;

#endif
