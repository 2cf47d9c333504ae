/* SPDX-License-Identifier: MIT */
/* What a line of a pane opens: a thing of the breakdown by its index, or a change between two of its volumes. */
#ifndef UI_LINK_H
#define UI_LINK_H

#include "breakdown/breakdown.h"
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

/* The section that a thing is or stands in; NO_IDX of what stands in none. */
static inline uint32_t link_section(const struct breakdown *b, struct link link)
{
    return link.kind == LINK_TASK ? b->tasks[link.idx].section_idx : link.kind == LINK_SECTION ? link.idx : NO_IDX;
}

#endif
