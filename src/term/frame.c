/* SPDX-License-Identifier: MIT */
#include "term/frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/buf.h"

/* More than a frame of the largest screen with every cell in another look. */
enum { MEMORY_NEEDED_BYTES = 64 * 1024 * 1024 };

static struct {
    int out_fd;        /* the terminal */
    int memory_fd;     /* where curses writes; -1: to the terminal */
    FILE *file;        /* of curses */
    struct buf bytes;  /* bytes of ours and frames */
    size_t sent_bytes; /* of them */
    volatile sig_atomic_t cut;
} state = { .out_fd = -1, .memory_fd = -1 };

/* -1 where there is none: then frames go in pieces, as curses makes them. */
static int open_memory(void)
{
#ifdef MFD_CLOEXEC
    /* A limit for files holds for memory too. */
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= MEMORY_NEEDED_BYTES)
        return memfd_create("fengong-frame", MFD_CLOEXEC);
#endif
    return -1;
}

FILE *frame_open(int out_fd)
{
    state.out_fd = out_fd;
    state.memory_fd = open_memory();
    int fd = state.memory_fd >= 0 ? state.memory_fd : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    state.file = fd < 0 ? NULL : fdopen(fd, "w");
    if (fd >= 0 && !state.file)
        close(fd);
    return state.file;
}

/* Curses writes by the descriptor, which stands behind the last byte. */
static void take_frame(bool keep)
{
    off_t bytes = state.memory_fd < 0 ? 0 : lseek(state.memory_fd, 0, SEEK_CUR);
    if (bytes <= 0)
        return;
    if (keep) {
        buf_reserve(&state.bytes, (size_t)bytes);
        ssize_t got = pread(state.memory_fd, state.bytes.at + state.bytes.bytes, (size_t)bytes, 0);
        if (got > 0)
            state.bytes.bytes += (size_t)got;
    }
    (void)lseek(state.memory_fd, 0, SEEK_SET);
}

void frame_add(struct span bytes)
{
    take_frame(true);
    buf_span(&state.bytes, bytes);
}

static void forget(void)
{
    buf_clear(&state.bytes);
    state.sent_bytes = 0;
}

bool frame_send(void)
{
    take_frame(true);
    while (frame_waits()) {
        sig_atomic_t was_cut = state.cut;
        state.cut = 1;
        ssize_t put = write(state.out_fd, state.bytes.at + state.sent_bytes, state.bytes.bytes - state.sent_bytes);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && errno == EAGAIN) {
            state.cut = was_cut;
            return true;
        }
        if (put < 0) {
            forget();
            return false;
        }
        state.sent_bytes += (size_t)put;
    }
    forget();
    state.cut = 0;
    return true;
}

bool frame_waits(void)
{
    return state.sent_bytes < state.bytes.bytes;
}

bool frame_await(int timeout_ms)
{
    struct pollfd wait = { .fd = state.out_fd, .events = POLLOUT };
    while (frame_send()) {
        if (!frame_waits())
            return true;
        int ready = poll(&wait, 1, timeout_ms);
        if (ready == 0 || (ready < 0 && errno != EINTR))
            return false;
    }
    return false;
}

void frame_drop(void)
{
    take_frame(false);
    bool was_cut = state.cut;
    forget();
    if (was_cut)
        buf_string(&state.bytes, "\030"); /* CAN: ends a sequence, or a string */
}

bool frame_is_cut(void)
{
    return state.cut != 0;
}

void frame_close(void)
{
    if (state.file)
        fclose(state.file);
    buf_fini(&state.bytes);
    state.file = NULL;
    state.sent_bytes = 0;
    state.cut = 0;
    state.out_fd = state.memory_fd = -1;
}
