/* SPDX-License-Identifier: MIT */
/*
 * One hash for tables.  Not cryptographic: whoever wants two texts of one
 * hash can make them.  The same bytes give the same number on the same machine only.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/span.h"

uint64_t hash_of(struct span bytes);

#endif
