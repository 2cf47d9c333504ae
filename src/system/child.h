/* SPDX-License-Identifier: MIT */
/*
 * Another program, run to its end: by an absolute name, without a shell, its input from memory, with a limit on its time
 * and on what it says.  It and all that it starts are one process group, which ends with it.  Whether it may be started
 * at all is the caller's question (base/capability.h).
 */
#ifndef SYSTEM_CHILD_H
#define SYSTEM_CHILD_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"

enum child_end {
    CHILD_DONE,   /* exit status 0 */
    CHILD_ABSENT, /* there is no such program */
    CHILD_FAILED, /* another status, killed, or not to be started */
    CHILD_LATE,   /* killed by us when its time was over */
    CHILD_LOUD,   /* killed by us when it said too much */
    CHILD_STOPPED /* killed by us when somebody did not want it any more, or a signal came that ends this program */
};

struct child {
    const char *program;            /* absolute */
    const char *const *arguments;   /* with its own name first, NULL behind the last */
    const char *const *environment; /* NAME=value, NULL behind the last; NULL: ours, with LC_ALL=C */
    struct span input;              /* its standard input */
    int limit_ms;
    size_t limit_bytes;    /* of its standard output and error together; 0: none */
    struct buf *complaint; /* its standard error is appended; NULL: not looked at */
    /* Told all the while what complaint has got by now.  False: no more.  NULL: nobody is. */
    bool (*hears)(void *context, struct span complaint);
    void *context;
};

/* Asked all the while that any of them runs: is it not wanted any more?  NULL: nobody asks. */
void child_ask(bool (*stop)(void *context), void *context);

/*
 * Appends what it says on standard output.  A signal that ends this program ends the other one first, and does its work
 * on this one when child_run() returns.
 */
enum child_end child_run(const struct child *child, struct buf *said);

#endif
