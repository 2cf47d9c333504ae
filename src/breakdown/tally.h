/* SPDX-License-Identifier: MIT */
/*
 * The counts of a breakdown, made so that they can be added up against each other: every duty is counted once by
 * section, once by unit, once by role.
 */
#ifndef BREAKDOWN_TALLY_H
#define BREAKDOWN_TALLY_H

#include "breakdown/breakdown.h"

struct tally {
    uint32_t tasks;   /* numbered items */
    uint32_t parts;   /* their parts */
    uint32_t lead;    /* duties of those who lead */
    uint32_t support; /* and of those who support */
    uint32_t led;     /* parts that somebody leads: lead - led duties are shared leads (共同牵头) */
};

/* Adds a task to a tally. */
void tally_add(const struct breakdown *b, const struct task *task, struct tally *tally);
/* Adds one tally to another. */
void tally_join(struct tally *sum, const struct tally *one);
/* Sums over the livelihood sections of all volumes, or over the others. */
struct tally tally_all(const struct breakdown *b, bool livelihood);

/*
 * Appends how many tasks the sections of a volume have, livelihood apart, as terms of a sum: 9+51+19+10+31+26+9+19+19;
 * of many the first and the last: 9+51+…+19（63个部分）.
 */
void tally_terms(const struct breakdown *b, const struct volume *volume, struct buf *out);

#endif
