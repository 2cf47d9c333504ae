/* SPDX-License-Identifier: MIT */
/*
 * What the kernel tells of a file: that it is written, replaced, or reached by another way, since a name on the way to it
 * (a folder, a symbolic link) has come, gone or been moved.
 */
#ifndef SYSTEM_TIDINGS_H
#define SYSTEM_TIDINGS_H

#include <stdbool.h>

#include "base/buf.h"

struct tidings {
    int fd;           /* of inotify; -1: nothing is told */
    bool all;         /* nothing happens to the file without being told: else one has to look, too */
    struct buf names; /* on the way to the file, a 0 behind each */
};

void tidings_open(struct tidings *tidings, const char *path);
/* Takes what has been told; true when it may be about the file, or was more than could be kept. */
bool tidings_take(struct tidings *tidings);
void tidings_close(struct tidings *tidings);

#endif
