/* SPDX-License-Identifier: MIT */
/*
 * The end for bugs, with a message on standard error and abort(), and for want of memory, which is nobody's bug.  User
 * errors never come here, they are diagnostics (base/diag.h).  Hooks give the terminal back and
 * take temporary files away first.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stdnoreturn.h>

noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* One line on standard error and exit status 3. Takes no memory. */
noreturn void die_no_memory(void);
/* That line, in the user's language and encoding, with its line break; borrowed for good. */
void die_no_memory_line(const char *line);

/* What is put right before the message: the terminal, a temporary file. */
struct die_hook {
    void (*run)(void); /* takes no memory; called at most once */
    struct die_hook *next;
};

/* The last one added runs first. Borrowed until it is removed; adding what is there and removing what is not do nothing. */
void die_hook_add(struct die_hook *hook);
void die_hook_remove(struct die_hook *hook);

/* A condition that only a bug can break; checked in every build. */
#define BUG_IF(condition)                                                                                              \
    do {                                                                                                               \
        if (condition)                                                                                                 \
            die("bug: %s:%d: %s", __FILE__, __LINE__, #condition);                                                     \
    } while (0)

#endif
