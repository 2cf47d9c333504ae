/* SPDX-License-Identifier: MIT */
/*
 * Finding the things of one breakdown again in another, after a reload.  A task is known by what it says (breakdown/key.h)
 * before it is known by its number, which moves when another is put in before it.
 */
#ifndef UI_AGAIN_H
#define UI_AGAIN_H

#include "breakdown/breakdown.h"
#include "ui/link.h"

struct again;

/* Borrows both. */
struct again *again_new(const struct breakdown *old, const struct breakdown *now);
/* now is old and more behind it: all but units stand at the same indices. */
struct again *again_new_grown(const struct breakdown *old, const struct breakdown *now);
void again_free(struct again *again);

/* The same thing; of a task that is gone its section; of what is gone altogether nothing. */
struct link again_link(const struct again *again, struct link link);
const struct breakdown *again_old(const struct again *again);

#endif
