/* SPDX-License-Identifier: MIT */
/* The proof-reader: what a schema cannot see.  All faults at once, with place and mend; prints nothing. */
#ifndef BREAKDOWN_CHECK_H
#define BREAKDOWN_CHECK_H

#include "breakdown/breakdown.h"

/* Adds errors and warnings of a loaded breakdown to diags. */
void breakdown_check(const struct breakdown *b, struct diags *diags);

#endif
