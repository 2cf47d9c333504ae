/* SPDX-License-Identifier: MIT */
/*
 * One hash for tables: SipHash with one round a word and three at the end (Aumasson and Bernstein, "SipHash: a fast
 * short-input PRF", 2012), under a key that each process draws at random: whoever writes a file cannot choose names that
 * fall on each other.  Not the same in another process.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/span.h"

uint64_t hash_of(struct span bytes);
/* The same under a key that is given. */
uint64_t hash_keyed(const uint64_t key[2], struct span bytes);

#endif
