/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

#include "base/clock.h"
#include "base/file.h"
#include "base/file_stat.h"
#include "base/mem.h"

/*
 * A file has rested when its content is older than one tick of the clock that dates it, and no writer has it open; where
 * the system does not tell who has it open, it must have rested for longer than a writer's pause.
 */
enum { CHUNK_BYTES = 65536, TICK_MS = 10, PAUSE_MS = 100, POLL_MS = 5 };

/* Reads on to the end, straight into out; expected_bytes is a guess that saves growing. */
static int read_fd(int fd, size_t limit_bytes, struct buf *out, size_t expected_bytes)
{
    size_t room_bytes = expected_bytes < CHUNK_BYTES ? CHUNK_BYTES : expected_bytes + 1;
    for (;;) {
        buf_reserve(out, room_bytes);
        ssize_t got = read(fd, out->at + out->bytes, room_bytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        out->bytes += (size_t)got;
        out->at[out->bytes] = '\0';
        if (got == 0)
            return 0;
        if (out->bytes > limit_bytes) {
            errno = EFBIG;
            return -1;
        }
        room_bytes = (size_t)got < room_bytes ? room_bytes - (size_t)got : CHUNK_BYTES;
    }
}

/* open() without O_NONBLOCK hangs on a named pipe that nobody writes to. */
static int open_for_reading(const char *path, size_t limit_bytes, struct stat *st)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int fault = 0;
    if (fstat(fd, st) < 0)
        fault = errno;
    else if (S_ISDIR(st->st_mode))
        fault = EISDIR;
    else if (!S_ISREG(st->st_mode) && !S_ISFIFO(st->st_mode))
        fault = EINVAL;
    else if (S_ISREG(st->st_mode) && (unsigned long long)st->st_size > limit_bytes)
        fault = EFBIG;
    else if (fcntl(fd, F_SETFL, 0) < 0)
        fault = errno;
    if (fault) {
        close(fd);
        errno = fault;
        return -1;
    }
    return fd;
}

/* A pipe gives its bytes once, but the files of a screen are read again whenever one of them changes. */
struct kept {
    struct kept *next;
    char *path;
    struct buf bytes;
};

static struct kept *kept_pipes;
static bool pipes_closed;

static const struct kept *kept_find(const char *path)
{
    const struct kept *kept = kept_pipes;
    while (kept && strcmp(kept->path, path) != 0)
        kept = kept->next;
    return kept;
}

/* Reads a pipe; the next time there are the same bytes. */
static int read_pipe(int fd, const char *path, size_t limit_bytes, struct buf *out)
{
    size_t before_bytes = out->bytes;
    if (pipes_closed) {
        errno = EINVAL;
        return -1;
    }
    if (read_fd(fd, limit_bytes, out, 0) < 0)
        return -1;
    struct kept *kept = mem_array(1, sizeof *kept);
    *kept = (struct kept){ .next = kept_pipes, .path = mem_copy_string(path) };
    buf_add(&kept->bytes, out->at + before_bytes, out->bytes - before_bytes);
    kept_pipes = kept;
    return 0;
}

void file_close_pipes(void)
{
    pipes_closed = true;
}

static int read_standard(size_t limit_bytes, struct buf *out)
{
    struct stat st;
    if (fstat(STDIN_FILENO, &st) == 0 && S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    return read_pipe(STDIN_FILENO, "-", limit_bytes, out);
}

enum writers { WRITERS_NONE, WRITERS_SOME, WRITERS_UNKNOWN };

#ifdef __linux__
static bool is_local(const struct statfs *fs)
{
    switch ((unsigned long)fs->f_type) {
    case EXT4_SUPER_MAGIC:
    case XFS_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case TMPFS_MAGIC:
    case OVERLAYFS_SUPER_MAGIC:
        return true;
    default:
        return false;
    }
}

bool file_is_local(const char *path)
{
    struct statfs fs;
    return statfs(path, &fs) == 0 && is_local(&fs);
}
#else
bool file_is_local(const char *path)
{
    (void)path;
    return false;
}
#endif

/* A read lease is given only while nobody has the file open for writing, and only to the file's owner (and root). */
static enum writers writers_of(int fd)
{
#ifdef F_SETLEASE
    struct statfs fs;
    if (fstatfs(fd, &fs) < 0 || !is_local(&fs)) /* elsewhere (NFS) a lease is refused for other reasons, too */
        return WRITERS_UNKNOWN;
    /* A writer that opens it now breaks the lease: the signal for that is one that is ignored. */
    if (fcntl(fd, F_SETSIG, SIGURG) == 0 && fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(fd, F_SETLEASE, F_UNLCK);
        return WRITERS_NONE;
    }
    return errno == EAGAIN ? WRITERS_SOME : WRITERS_UNKNOWN;
#else
    (void)fd;
    return WRITERS_UNKNOWN;
#endif
}

bool file_is_written(const char *path)
{
    struct stat st;
    int fd = open_for_reading(path, SIZE_MAX, &st);
    bool is_written = fd >= 0 && S_ISREG(st.st_mode) && writers_of(fd) == WRITERS_SOME;
    if (fd >= 0)
        close(fd);
    return is_written;
}

/* since_ms: how long it is known to be as it is; the date of a file on another machine may lie in the future. */
static bool has_rested(int fd, const struct stat *st, long long since_ms)
{
    enum writers writers = writers_of(fd);
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    long long age_ms =
        (long long)(now.tv_sec - st->st_mtim.tv_sec) * 1000 + (now.tv_nsec - st->st_mtim.tv_nsec) / 1000000;
    long long rested_ms = age_ms > since_ms ? age_ms : since_ms;
    return writers != WRITERS_SOME && rested_ms > (writers == WRITERS_NONE ? TICK_MS : PAUSE_MS);
}

static bool same_content(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
           a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* Waits until fd, a regular file that is *st, has rested; for as long as patience lasts since begin_ms. */
static bool await_rest(int fd, struct stat *st, long long begin_ms)
{
    long long now = clock_ms();
    for (long long since_ms = now; now - begin_ms <= FILE_PATIENCE_MS; now = clock_ms()) {
        struct stat after;
        if (has_rested(fd, st, now - since_ms))
            return true;
        poll(NULL, 0, POLL_MS);
        if (fstat(fd, &after) < 0)
            return false;
        if (!same_content(st, &after))
            since_ms = clock_ms();
        *st = after;
    }
    errno = EBUSY;
    return false;
}

/* Reads fd, a regular file, as it once was. */
static int read_steady(int fd, size_t limit_bytes, struct stat *st, struct buf *out)
{
    size_t before_bytes = out->bytes;
    for (long long begin_ms = clock_ms(); await_rest(fd, st, begin_ms);) {
        struct stat after;
        out->bytes = before_bytes;
        if (lseek(fd, 0, SEEK_SET) < 0 || read_fd(fd, limit_bytes, out, (size_t)st->st_size) < 0 ||
            fstat(fd, &after) < 0)
            return -1;
        if (same_content(st, &after) && writers_of(fd) != WRITERS_SOME)
            return 0;
        *st = after;
    }
    return -1;
}

int file_stream_open(struct file_stream *stream, const char *path, size_t limit_bytes)
{
    struct stat st = { 0 };
    *stream = (struct file_stream){ .fd = open_for_reading(path, limit_bytes, &st) };
    if (stream->fd < 0)
        return -1;
    int fault = S_ISREG(st.st_mode) ? 0 : EINVAL;
    if (!fault && !await_rest(stream->fd, &st, clock_ms()))
        fault = errno;
    file_stamp_of(&st, &stream->stamp);
    if (fault)
        file_stream_close(stream);
    errno = fault;
    return fault ? -1 : 0;
}

long file_stream_read(struct file_stream *stream, char *out, size_t room_bytes)
{
    struct stat st;
    struct file_stamp now;
    ssize_t got;
    do
        got = read(stream->fd, out, room_bytes);
    while (got < 0 && errno == EINTR);
    if (got < 0 || fstat(stream->fd, &st) < 0)
        return -1;
    file_stamp_of(&st, &now);
    if (!file_stamp_equal(&now, &stream->stamp) || (got == 0 && writers_of(stream->fd) == WRITERS_SOME)) {
        errno = EBUSY;
        return -1;
    }
    return got;
}

void file_stream_close(struct file_stream *stream)
{
    if (stream->fd >= 0)
        close(stream->fd);
    stream->fd = -1;
}

int file_read(const char *path, struct buf *out, struct file_stamp *stamp)
{
    return file_read_up_to(path, FILE_LIMIT_BYTES, out, stamp);
}

int file_read_up_to(const char *path, size_t limit_bytes, struct buf *out, struct file_stamp *stamp)
{
    struct stat st = { 0 };
    const struct kept *kept = kept_find(path);
    int result = 0;
    if (kept) {
        buf_span(out, buf_view(&kept->bytes));
    } else if (strcmp(path, "-") == 0) {
        result = read_standard(limit_bytes, out);
    } else {
        int fd = open_for_reading(path, limit_bytes, &st);
        if (fd < 0)
            return -1;
        result = S_ISREG(st.st_mode) ? read_steady(fd, limit_bytes, &st, out) : read_pipe(fd, path, limit_bytes, out);
        int fault = errno;
        close(fd);
        errno = fault;
    }
    if (stamp)
        file_stamp_of(&st, stamp);
    return result;
}

int file_read_now(const char *path, size_t limit_bytes, struct buf *out)
{
    struct stat st;
    int fd = open_for_reading(path, limit_bytes, &st);
    if (fd < 0)
        return -1;
    int fault = S_ISREG(st.st_mode) ? 0 : EINVAL;
    if (!fault && read_fd(fd, limit_bytes, out, (size_t)st.st_size) < 0)
        fault = errno;
    close(fd);
    errno = fault;
    return fault ? -1 : 0;
}
