/* SPDX-License-Identifier: MIT */
#include "ui/pane_unit.h"

#include "ui/detail.h"

const struct pane_ops pane_unit = DETAIL_OPS("unit", CONTEXT_PAGE);
