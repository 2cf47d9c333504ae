/* SPDX-License-Identifier: MIT */
#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void (*before)(void);

void die_hook(void (*hook)(void))
{
    before = hook;
}

noreturn void die(const char *format, ...)
{
    void (*hook)(void) = before;
    before = NULL;
    if (hook)
        hook();
    va_list args;
    va_start(args, format);
    fputs("fengong: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    abort();
}
