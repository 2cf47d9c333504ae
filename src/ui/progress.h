/* SPDX-License-Identifier: MIT */
/* How far the reading of the files has come, in words: the footer's, and the commands' on standard error. */
#ifndef UI_PROGRESS_H
#define UI_PROGRESS_H

#include <stdint.h>

#include "base/buf.h"

enum reading {
    READING_NOT,
    READING_ON,      /* it goes on */
    READING_STOPPED, /* by the user, who may go on */
};

struct progress {
    enum reading reading;
    size_t bytes, all_bytes;
    uint32_t tasks;
    long long spent_ms; /* reading: how long the rest takes is told by it */
};

/* 读取 35% · 88/250兆 · 12345项 · 还要3秒; go_on_key, or NULL: with which a stopped reading goes on. */
void progress_put(const struct progress *progress, const char *go_on_key, struct buf *out);

#endif
