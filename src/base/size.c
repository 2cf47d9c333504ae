/* SPDX-License-Identifier: MIT */
#include "base/size.h"

#include "base/die.h"

size_t size_sum(size_t a, size_t b)
{
    size_t sum;
    if (__builtin_add_overflow(a, b, &sum))
        die_no_memory();
    return sum;
}

size_t size_product(size_t a, size_t b)
{
    size_t product;
    if (__builtin_mul_overflow(a, b, &product))
        die_no_memory();
    return product;
}

uint32_t size_count(uint32_t count, size_t more)
{
    if (more >= UINT32_MAX - count)
        die_no_memory();
    return count + (uint32_t)more;
}
