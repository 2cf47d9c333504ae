/* SPDX-License-Identifier: MIT */
/* A link among others that may be the same: a unit stands under each part that it leads. */
#ifndef UI_ANCHOR_H
#define UI_ANCHOR_H

#include "ui/link.h"

struct anchor {
    struct link link; /* of no kind: there is none */
    uint32_t nth;     /* of its like, from 0 */
};

/* What stands on a line where a link starts; nothing elsewhere, also behind the last. */
struct anchor anchor_at(const struct lines *lines, uint32_t line);
/* Where the anchor stands among lines made anew; the last of its like when they are fewer; else `otherwise`. */
uint32_t anchor_find(const struct lines *lines, struct anchor anchor, uint32_t otherwise);

#endif
