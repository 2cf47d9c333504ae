/* SPDX-License-Identifier: MIT */
#include "ui/pane_task.h"

#include "ui/detail.h"

const struct pane_ops pane_task = DETAIL_OPS("task", CONTEXT_TASK);
