/* SPDX-License-Identifier: MIT */
#include "term/frame.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"

/* More than a frame of the largest screen with every cell in another look. */
enum { MEMORY_NEEDED_BYTES = 64 * 1024 * 1024 };

static struct {
    int out_fd;        /* the terminal */
    int memory_fd;     /* -1: none */
    FILE *file;        /* curses' own: a duplicate of out_fd */
    struct buf before; /* bytes that leave in one piece: those of ours, then the frame */
} state = { .out_fd = -1, .memory_fd = -1 };

FILE *frame_open(int out_fd)
{
    int fd = fcntl(out_fd, F_DUPFD_CLOEXEC, 0);
    state.file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!state.file) {
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    state.out_fd = out_fd;
#ifdef MFD_CLOEXEC
    /* A limit for files holds for memory too, and would kill. */
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= MEMORY_NEEDED_BYTES)
        state.memory_fd = memfd_create("fengong-frame", MFD_CLOEXEC);
#endif
    return state.file;
}

void frame_before(struct span bytes)
{
    buf_span(&state.before, bytes);
}

void frame_begin(void)
{
    if (state.memory_fd >= 0) {
        (void)dup3(state.memory_fd, fileno(state.file), O_CLOEXEC);
    } else {
        (void)file_write_fd(state.out_fd, buf_view(&state.before));
        buf_clear(&state.before);
    }
}

void frame_end(void)
{
    if (state.memory_fd < 0)
        return;
    (void)dup3(state.out_fd, fileno(state.file), O_CLOEXEC);
    off_t bytes = lseek(state.memory_fd, 0, SEEK_CUR);
    if (bytes <= 0)
        return;
    struct buf *frame = &state.before;
    buf_reserve(frame, (size_t)bytes);
    ssize_t got = pread(state.memory_fd, frame->at + frame->bytes, (size_t)bytes, 0);
    if (got > 0)
        frame->bytes += (size_t)got;
    (void)file_write_fd(state.out_fd, buf_view(frame));
    (void)lseek(state.memory_fd, 0, SEEK_SET);
    buf_clear(frame);
}

void frame_close(void)
{
    if (state.file)
        fclose(state.file);
    if (state.memory_fd >= 0)
        close(state.memory_fd);
    buf_fini(&state.before);
    state.file = NULL;
    state.out_fd = state.memory_fd = -1;
}
