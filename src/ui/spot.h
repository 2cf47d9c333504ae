/* SPDX-License-Identifier: MIT */
/* Where a pane stands: what it needs to be found again as it was, after going elsewhere or after a reload. */
#ifndef UI_SPOT_H
#define UI_SPOT_H

#include "ui/anchor.h"

struct spot {
    struct link subject;  /* what is selected in it, or what its text is about */
    struct anchor anchor; /* the link that the cursor is on, in a text */
    uint32_t line, top;   /* of a text */
    unsigned page;        /* of several pages */
};

#endif
