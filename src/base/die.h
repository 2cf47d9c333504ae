/* SPDX-License-Identifier: MIT */
/*
 * The end for bugs, with a message on standard error and abort(), and for want of memory, which is nobody's bug.  User
 * errors never come here, they are diagnostics (base/diag.h).  term/ sets a hook that gives the terminal back first.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stdnoreturn.h>

noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* One line on standard error and exit status 3. Takes no memory. */
noreturn void die_no_memory(void);
/* That line, in the user's language and encoding, with its line break; borrowed for good. */
void die_no_memory_line(const char *line);

/* Runs before the message; NULL for none.  Called at most once. */
void die_hook(void (*hook)(void));

/* A condition that only a bug can break; checked in every build. */
#define BUG_IF(condition)                                                                                              \
    do {                                                                                                               \
        if (condition)                                                                                                 \
            die("bug: %s:%d: %s", __FILE__, __LINE__, #condition);                                                     \
    } while (0)

#endif
