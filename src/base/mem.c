/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdint.h>
#include <string.h>

#include "base/die.h"
#include "base/size.h"

void *__real_malloc(size_t bytes);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t bytes);

static void *there(void *block)
{
    if (!block)
        die_no_memory();
    return block;
}

void *__wrap_malloc(size_t bytes)
{
    return there(__real_malloc(bytes ? bytes : 1));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return there(__real_calloc(count ? count : 1, size ? size : 1));
}

void *__wrap_realloc(void *old, size_t bytes)
{
    return there(__real_realloc(old, bytes ? bytes : 1));
}

char *__wrap_strdup(const char *string)
{
    return mem_copy_string(string);
}

void *mem_alloc(size_t bytes)
{
    return __wrap_malloc(bytes);
}

void *mem_array(size_t count, size_t size)
{
    return __wrap_calloc(count, size);
}

void *mem_resize(void *old, size_t count, size_t size)
{
    return __wrap_realloc(old, size_product(count, size));
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
