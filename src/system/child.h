/* SPDX-License-Identifier: MIT */
/*
 * Another program, run to its end: by an absolute name, without a shell, with an environment of our own, nothing on its
 * standard input, and a limit on its time and on what it says.  It and all that it starts are one process group, which
 * ends with it.
 */
#ifndef SYSTEM_CHILD_H
#define SYSTEM_CHILD_H

#include "base/buf.h"

enum child_end {
    CHILD_DONE,   /* exit status 0 */
    CHILD_ABSENT, /* there is no such program */
    CHILD_FAILED, /* another status, or killed */
    CHILD_LATE,   /* killed by us when its time was over */
    CHILD_LOUD    /* killed by us when it said too much */
};

struct child {
    const char *program;            /* absolute */
    const char *const *arguments;   /* with its own name first, NULL behind the last */
    const char *const *environment; /* NAME=value, NULL behind the last */
    int limit_ms;
    size_t limit_bytes; /* of its standard output */
};

/* Appends what it says on standard output.  Its standard error is not looked at. */
enum child_end child_run(const struct child *child, struct buf *said);

#endif
