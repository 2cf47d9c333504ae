/* SPDX-License-Identifier: MIT */
/*
 * Whether a file has changed: told by the kernel (tidings.h), and looked at every two seconds where that does not tell all,
 * as of network file systems; else nobody wakes up for it.  Waits until a change has settled and,
 * where the system tells who writes, until nobody has the file open for writing.
 */
#ifndef SYSTEM_WATCH_H
#define SYSTEM_WATCH_H

#include <stdbool.h>

#include "base/file.h"
#include "system/tidings.h"

enum { WATCH_SETTLE_MS = 150, WATCH_GONE_MS = 1000, WATCH_LOOK_MS = 2000, WATCH_BUSY_MS = 50 };

struct watch {
    const char *path; /* borrowed; NULL: nothing is watched */
    struct tidings told;
    struct file_stamp stamp; /* of the state that was read last */
    bool looked;             /* once at least */
    bool is_gone, told_gone; /* when last looked at; and that was said */
    long long changed_ms;    /* of the last sign of a change; -1: none */
    long long busy_ms;       /* since when it has settled, but a writer has it open; -1: none has */
    bool busy_told;
    long long looked_ms;
};

/* stamp is that of the state that was read. A path that cannot be watched is looked at; a pipe was read once for all. */
void watch_init(struct watch *watch, const char *path, const struct file_stamp *stamp, long long now_ms);
/* To be polled for reading; -1 when there is none. */
int watch_fd(const struct watch *watch);
/* Milliseconds until watch_look() should be asked again; -1: never. */
int watch_wait_ms(const struct watch *watch, long long now_ms);
enum watched {
    WATCH_SAME,
    /* There is another file than was read, and it has settled: to be read now.  Once when there is none: reading says so. */
    WATCH_CHANGED,
    WATCH_BUSY, /* the same, but somebody has been writing it for FILE_PATIENCE_MS; said once, and waited on */
};
enum watched watch_look(struct watch *watch, long long now_ms);
/* Whether there is another file than was read, without waiting for it to settle: the caller reads it now. */
bool watch_take(struct watch *watch);
void watch_fini(struct watch *watch);

#endif
