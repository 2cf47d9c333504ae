/* SPDX-License-Identifier: MIT */
/*
 * Heap memory that is there, or the program ends (base/die.h): no caller checks for NULL.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>
#include <stdlib.h>

void *mem_alloc(size_t bytes);
/* count * size zeroed bytes. */
void *mem_array(size_t count, size_t size);
void *mem_resize(void *old, size_t count, size_t size);
char *mem_copy_string(const char *string);
/*
 * Room for at least `need` elements: returns old, or a larger block, with *cap doubled at least.  Use through
 * MEM_GROW.
 */
void *mem_grow(void *old, size_t need, size_t *cap, size_t size);

#define MEM_GROW(array, need, cap) ((array) = mem_grow((array), (need), &(cap), sizeof *(array)))

/*
 * The linker (--wrap) leads the calls of libraries here that are linked into the program: curses uses what it gets without
 * looking.  The C library's own calls stay as they are.
 */
void *__wrap_malloc(size_t bytes);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t bytes);
char *__wrap_strdup(const char *string);

#endif
