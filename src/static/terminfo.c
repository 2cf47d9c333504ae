/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "static/embedded.h"
#include "static/wrap.h"

/* Of the kind that was last asked for, when the system did not know it. */
static const char *lent;

/* Curses looks into TERMINFO for a description; programs that we start must not. Returns what to give back. */
static char *lend(void)
{
    const char *before = getenv("TERMINFO");
    char *kept = before ? mem_copy_string(before) : NULL;
    if (lent)
        setenv("TERMINFO", lent, 1);
    return kept;
}

static void give_back(char *kept)
{
    if (kept)
        setenv("TERMINFO", kept, 1);
    else
        unsetenv("TERMINFO");
    free(kept);
}

int __wrap_setupterm(const char *kind, int fd, int *found)
{
    lent = NULL;
    int result = __real_setupterm(kind, fd, found);
    for (const struct embedded_terminal *each = embedded_terminals; result != 0 && each->kind; each++)
        if (strcmp(each->kind, kind) == 0) {
            lent = each->description;
            char *kept = lend();
            result = __real_setupterm(kind, fd, found);
            give_back(kept);
        }
    return result;
}

void *__wrap_newterm(const char *kind, FILE *out, FILE *in)
{
    char *kept = lend();
    void *screen = __real_newterm(kind, out, in);
    give_back(kept);
    return screen;
}
