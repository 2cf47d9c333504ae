/* SPDX-License-Identifier: MIT */
/* Finding a thing of one breakdown again in another, after a reload. */
#ifndef UI_AGAIN_H
#define UI_AGAIN_H

#include "breakdown/breakdown.h"
#include "ui/link.h"

/* The same thing; of a task that is gone its section; of what is gone altogether nothing. */
struct link again_link(const struct breakdown *old, const struct breakdown *now, struct link link);

#endif
