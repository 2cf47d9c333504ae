/* SPDX-License-Identifier: MIT */
/*
 * Sums and products of sizes.  What comes from a file may be as large as somebody wants it: no such number is added to
 * or multiplied by another but here.  What does not fit ends the program as memory that is out does; limits that a user
 * should hear of are asked before (breakdown/builder.h).
 */
#ifndef BASE_SIZE_H
#define BASE_SIZE_H

#include <stddef.h>
#include <stdint.h>

size_t size_sum(size_t a, size_t b);
size_t size_product(size_t a, size_t b);
/* count + more as a count of 32 bits, which an index of 32 bits stays below. */
uint32_t size_count(uint32_t count, size_t more);

#endif
