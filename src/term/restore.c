/* SPDX-License-Identifier: MIT */
#include "term/restore.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { RESTORE_MAX_BYTES = 512, RESTORE_WAIT_MS = 500 };

static char bytes[RESTORE_MAX_BYTES];
static size_t bytes_count;

void restore_prepare(struct span span)
{
    bytes_count = span.bytes < sizeof bytes ? span.bytes : sizeof bytes;
    memcpy(bytes, span.at, bytes_count);
}

void restore_send(int fd)
{
    struct pollfd wait = { .fd = fd, .events = POLLOUT };
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0 || poll(&wait, 1, RESTORE_WAIT_MS) <= 0)
        return;
    fcntl(fd, F_SETFL, flags | O_NONBLOCK);
    ssize_t done = write(fd, bytes, bytes_count);
    (void)done;
    fcntl(fd, F_SETFL, flags);
}
