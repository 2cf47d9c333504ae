/* SPDX-License-Identifier: MIT */
#include "term/frame.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

/* More than a frame of the largest screen with every cell in another look. */
enum { MEMORY_NEEDED_BYTES = 64 * 1024 * 1024 };

static struct {
    int out_fd;      /* the terminal */
    int memory_fd;   /* where curses writes; -1: to the terminal */
    FILE *file;      /* of curses */
    struct buf sent; /* bytes of ours, then the frame */
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
    int fd = state.memory_fd >= 0 ? state.memory_fd : fcntl(out_fd, F_DUPFD_CLOEXEC, 0);
    state.file = fd < 0 ? NULL : fdopen(fd, "w");
    if (fd >= 0 && !state.file)
        close(fd);
    return state.file;
}

void frame_before(struct span bytes)
{
    buf_span(&state.sent, bytes);
}

/* Curses writes by the descriptor, which stands behind the last byte. */
static void take_frame(void)
{
    off_t bytes = state.memory_fd < 0 ? 0 : lseek(state.memory_fd, 0, SEEK_CUR);
    if (bytes <= 0)
        return;
    buf_reserve(&state.sent, (size_t)bytes);
    ssize_t got = pread(state.memory_fd, state.sent.at + state.sent.bytes, (size_t)bytes, 0);
    if (got > 0)
        state.sent.bytes += (size_t)got;
    (void)lseek(state.memory_fd, 0, SEEK_SET);
}

bool frame_send(void)
{
    take_frame();
    bool good = !state.sent.bytes || file_write_fd(state.out_fd, buf_view(&state.sent)) == 0;
    buf_clear(&state.sent);
    return good;
}

void frame_close(void)
{
    if (state.file)
        fclose(state.file);
    buf_fini(&state.sent);
    state.file = NULL;
    state.out_fd = state.memory_fd = -1;
}
