/* SPDX-License-Identifier: MIT */
#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_NO_MEMORY = 3 };

static struct die_hook *hooks;
static const char *no_memory = "fengong: out of memory\n";

void die_hook_add(struct die_hook *hook)
{
    die_hook_remove(hook);
    hook->next = hooks;
    hooks = hook;
}

void die_hook_remove(struct die_hook *hook)
{
    for (struct die_hook **at = &hooks; *at; at = &(*at)->next) {
        if (*at == hook) {
            *at = hook->next;
            return;
        }
    }
}

static void run_hooks(void)
{
    while (hooks) {
        struct die_hook *hook = hooks;
        hooks = hook->next;
        hook->run();
    }
}

void die_no_memory_line(const char *line)
{
    no_memory = line;
}

noreturn void die_no_memory(void)
{
    run_hooks();
    (void)!write(STDERR_FILENO, no_memory, strlen(no_memory));
    _exit(STATUS_NO_MEMORY);
}

noreturn void die(const char *format, ...)
{
    run_hooks();
    va_list args;
    va_start(args, format);
    fputs("fengong: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    abort();
}
