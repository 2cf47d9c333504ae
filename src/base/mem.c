/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdint.h>
#include <string.h>

#include "base/die.h"
#include "base/size.h"

void *mem_alloc(size_t bytes)
{
    void *block = malloc(bytes ? bytes : 1);
    if (!block)
        die_no_memory();
    return block;
}

void *mem_array(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        die_no_memory();
    return block;
}

void *mem_resize(void *old, size_t count, size_t size)
{
    size_t bytes = size_product(count, size);
    void *block = realloc(old, bytes ? bytes : 1);
    if (!block)
        die_no_memory();
    return block;
}

char *mem_copy_string(const char *string)
{
    size_t bytes = strlen(string) + 1;
    return memcpy(mem_alloc(bytes), string, bytes);
}

void *mem_grow(void *old, size_t need, size_t *cap, size_t size)
{
    if (need <= *cap)
        return old;
    size_t next = *cap > SIZE_MAX / 2 ? SIZE_MAX : *cap * 2;
    if (next < need)
        next = need;
    *cap = next < 8 ? 8 : next;
    return mem_resize(old, *cap, size);
}
