/* SPDX-License-Identifier: MIT */
#include "term/restore.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { RESTORE_MAX_BYTES = 512 };

/* With CAN, which ends a sequence cut short, in front. */
static char bytes[1 + RESTORE_MAX_BYTES] = "\030";
static size_t bytes_count;

void restore_prepare(struct span span)
{
    bytes_count = span.bytes < RESTORE_MAX_BYTES ? span.bytes : RESTORE_MAX_BYTES;
    memcpy(bytes + 1, span.at, bytes_count);
}

struct span restore_bytes(void)
{
    return (struct span){ bytes + 1, bytes_count };
}

void restore_send(int fd, bool cut)
{
    struct pollfd wait = { .fd = fd, .events = POLLOUT };
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0)
        return;
    if (poll(&wait, 1, RESTORE_WAIT_MS) <= 0) {
        tcflush(fd, TCOFLUSH);
        cut = true;
    }
    fcntl(fd, F_SETFL, flags | O_NONBLOCK);
    ssize_t done = write(fd, bytes + !cut, bytes_count + cut);
    (void)done;
    fcntl(fd, F_SETFL, flags);
}
