/* SPDX-License-Identifier: MIT */
/* Several files that are watched together (watch.h), so that those changed together are read once. */
#ifndef SYSTEM_WATCHES_H
#define SYSTEM_WATCHES_H

#include <poll.h>
#include <stdint.h>

#include "system/watch.h"

enum { WATCHES_MAX = 16 }; /* that are watched; further ones are read again with them */

/* A file to be watched, and the state of it that was read. */
struct watched_file {
    const char *path;
    struct file_stamp stamp;
};

/* Zero-initialised there are none. */
struct watches {
    struct watch items[WATCHES_MAX];
    uint32_t count;
};

void watches_init(struct watches *watches, const struct watched_file *files, uint32_t files_count, long long now_ms);
void watches_fini(struct watches *watches);
/* Fills fds (room for WATCHES_MAX) with what is to be polled; returns how many. */
uint32_t watches_poll(const struct watches *watches, struct pollfd *fds);
/* Milliseconds until watches_look() should be asked again; -1: never. */
int watches_wait_ms(const struct watches *watches, long long now_ms);
/* True when one has changed; *busy: of one it is to be said that it is being written. */
bool watches_look(struct watches *watches, bool *busy, long long now_ms);
/* True when one is another than was read, without waiting for it to settle: the caller reads them now. */
bool watches_take(struct watches *watches);

#endif
