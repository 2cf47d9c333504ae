/* SPDX-License-Identifier: MIT */
/* What a line of a pane opens: a thing of the breakdown by its index. */
#ifndef UI_LINK_H
#define UI_LINK_H

#include "text/lines.h"

enum link_kind { LINK_NONE, LINK_VOLUME, LINK_SECTION, LINK_TASK, LINK_UNIT };

static inline struct link link_to(enum link_kind kind, uint32_t idx)
{
    return (struct link){ (uint32_t)kind, idx };
}

static inline bool link_equal(struct link a, struct link b)
{
    return a.kind == b.kind && a.idx == b.idx;
}

/* A link among others that may be the same: a unit stands under each part that it leads. */
struct anchor {
    struct link link; /* of no kind: there is none */
    uint32_t nth;     /* of its like, from 0 */
};

/* What stands on a line where a link starts; nothing elsewhere, also behind the last. */
struct anchor anchor_at(const struct lines *lines, uint32_t line);
/* Where the anchor stands among lines made anew; the last of its like when they are fewer; else `otherwise`. */
uint32_t anchor_find(const struct lines *lines, struct anchor anchor, uint32_t otherwise);

#endif
