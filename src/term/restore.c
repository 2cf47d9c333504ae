/* SPDX-License-Identifier: MIT */
#include "term/restore.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

enum { RESTORE_MAX_BYTES = 512, RESTORE_WAIT_MS = 500 };

static char bytes[RESTORE_MAX_BYTES];
static size_t bytes_count;

struct piece restore_last_row(int rows)
{
    struct piece last = { 0 };
    if (!piece_capability("rmcup")) {
        piece_add(&last, piece_capability("cup"), rows - 1, 0);
        piece_add(&last, piece_capability("el"), 0, 0);
    }
    return last;
}

static void add(struct span span)
{
    if (span.bytes > sizeof bytes - bytes_count)
        return;
    memcpy(bytes + bytes_count, span.at, span.bytes);
    bytes_count += span.bytes;
}

void restore_prepare(struct span first, int rows)
{
    static const char *const names[] = { "sgr0", "rmkx", "cnorm", "rmcup" };
    bytes_count = 0;
    add(first);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct piece piece = { 0 };
        piece_add(&piece, piece_capability(names[i]), 0, 0);
        add((struct span){ piece.at, piece.bytes });
    }
    struct piece last = restore_last_row(rows);
    add((struct span){ last.at, last.bytes });
    add(SPAN("\r\n"));
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
