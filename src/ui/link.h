/* SPDX-License-Identifier: MIT */
/* What a line of a pane opens: a thing of the breakdown by its index, or a change between two of its volumes. */
#ifndef UI_LINK_H
#define UI_LINK_H

#include "text/lines.h"

enum link_kind { LINK_NONE, LINK_VOLUME, LINK_SECTION, LINK_TASK, LINK_UNIT, LINK_CHANGE };

static inline struct link link_to(enum link_kind kind, uint32_t idx)
{
    return (struct link){ (uint32_t)kind, idx };
}

static inline bool link_equal(struct link a, struct link b)
{
    return a.kind == b.kind && a.idx == b.idx;
}

#endif
