/* SPDX-License-Identifier: MIT */
#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_NO_MEMORY = 3 };

static void (*before)(void);
static const char *no_memory = "fengong: out of memory\n";

void die_hook(void (*hook)(void))
{
    before = hook;
}

static void run_hook(void)
{
    void (*hook)(void) = before;
    before = NULL;
    if (hook)
        hook();
}

void die_no_memory_line(const char *line)
{
    no_memory = line;
}

noreturn void die_no_memory(void)
{
    run_hook();
    (void)!write(STDERR_FILENO, no_memory, strlen(no_memory));
    _exit(STATUS_NO_MEMORY);
}

noreturn void die(const char *format, ...)
{
    run_hook();
    va_list args;
    va_start(args, format);
    fputs("fengong: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    abort();
}
