/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum { CHUNK_BYTES = 65536 };

static void stamp_of(const struct stat *st, struct file_stamp *stamp)
{
    *stamp = (struct file_stamp){
        .device = (unsigned long long)st->st_dev,
        .inode = (unsigned long long)st->st_ino,
        .bytes = (unsigned long long)st->st_size,
        .seconds = (long long)st->st_mtim.tv_sec,
        .nanoseconds = (long long)st->st_mtim.tv_nsec,
        .changed_seconds = (long long)st->st_ctim.tv_sec,
        .changed_nanoseconds = (long long)st->st_ctim.tv_nsec,
    };
}

/* Reads on to the end, straight into out; expected_bytes is a guess that saves growing. */
static int read_fd(int fd, struct buf *out, size_t expected_bytes)
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
        if (out->bytes > FILE_LIMIT_BYTES) {
            errno = EFBIG;
            return -1;
        }
        room_bytes = (size_t)got < room_bytes ? room_bytes - (size_t)got : CHUNK_BYTES;
    }
}

/* open() without O_NONBLOCK hangs on a named pipe that nobody writes to. */
static int open_for_reading(const char *path, struct stat *st)
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
    else if (S_ISREG(st->st_mode) && st->st_size > FILE_LIMIT_BYTES)
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
static int read_standard(struct buf *out)
{
    static struct buf kept;
    static bool known;
    struct stat st;
    if (!known) {
        if (fstat(STDIN_FILENO, &st) == 0 && S_ISDIR(st.st_mode)) {
            errno = EISDIR;
            return -1;
        }
        if (read_fd(STDIN_FILENO, &kept, 0) < 0)
            return -1;
        known = true;
    }
    buf_span(out, buf_view(&kept));
    return 0;
}

int file_read(const char *path, struct buf *out, struct file_stamp *stamp)
{
    struct stat st = { 0 };
    int result, fault;
    if (strcmp(path, "-") == 0) {
        result = read_standard(out);
    } else {
        int fd = open_for_reading(path, &st);
        if (fd < 0)
            return -1;
        result = read_fd(fd, out, S_ISREG(st.st_mode) ? (size_t)st.st_size : 0);
        fault = errno;
        /* A file that grew or was replaced while it was read has another stamp than this one: it is read again. */
        close(fd);
        errno = fault;
    }
    if (stamp)
        stamp_of(&st, stamp);
    return result;
}

int file_stamp(const char *path, struct file_stamp *stamp)
{
    struct stat st;
    if (stat(path, &st) < 0)
        return -1;
    stamp_of(&st, stamp);
    return 0;
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->device == b->device && a->inode == b->inode && a->bytes == b->bytes && a->seconds == b->seconds &&
           a->nanoseconds == b->nanoseconds && a->changed_seconds == b->changed_seconds &&
           a->changed_nanoseconds == b->changed_nanoseconds;
}

int file_write_fd(int fd, struct span content)
{
    for (size_t done = 0; done < content.bytes;) {
        ssize_t put = write(fd, content.at + done, content.bytes - done);
        if (put < 0 && errno == EAGAIN) {
            /* Somebody who shares the terminal or the pipe with us made it so; its other end is slow. */
            struct pollfd wait = { .fd = fd, .events = POLLOUT };
            (void)poll(&wait, 1, -1);
            continue;
        }
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return -1;
        done += (size_t)put;
    }
    return 0;
}

static int write_in_place(const char *path, struct span content)
{
    int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int result = file_write_fd(fd, content);
    int fault = errno;
    if (close(fd) < 0 && result == 0)
        return -1;
    errno = fault;
    return result;
}

static int sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    /* Some file systems cannot sync a folder; the file itself is safe by then. */
    int result = fsync(fd) < 0 && errno != EINVAL && errno != EROFS ? -1 : 0;
    int fault = errno;
    close(fd);
    errno = fault;
    return result;
}

static int write_beside(const char *target, mode_t mode, struct span content)
{
    struct buf folder = { 0 }, temp = { 0 };
    const char *slash = strrchr(target, '/');
    if (slash)
        buf_add(&folder, target, slash == target ? 1 : (size_t)(slash - target));
    else
        buf_string(&folder, ".");
    buf_printf(&temp, "%s/.fengong-XXXXXX", folder.at);
    int result = -1, fault = 0;
    int fd = mkostemp(temp.at, O_CLOEXEC);
    if (fd < 0) {
        fault = errno;
    } else {
        fault = file_write_fd(fd, content) < 0 ? errno : 0;
        if (!fault && (fchmod(fd, mode) < 0 || fsync(fd) < 0))
            fault = errno;
        if (close(fd) < 0 && !fault)
            fault = errno;
        if (!fault && rename(temp.at, target) < 0)
            fault = errno;
        if (fault)
            unlink(temp.at);
        else if (sync_folder(folder.at) < 0)
            fault = errno;
        result = fault ? -1 : 0;
    }
    buf_fini(&folder);
    buf_fini(&temp);
    errno = fault;
    return result;
}

int file_write(const char *path, struct span content)
{
    struct stat st;
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = 0666 & ~mask;
    char *target = NULL;
    if (stat(path, &st) == 0) {
        if (S_ISDIR(st.st_mode)) {
            errno = EISDIR;
            return -1;
        }
        if (!S_ISREG(st.st_mode))
            return write_in_place(path, content);
        mode = st.st_mode & 07777;
        target = realpath(path, NULL);
        if (!target)
            return -1;
    } else if (errno != ENOENT) {
        return -1;
    }
    int result = write_beside(target ? target : path, mode, content);
    int fault = errno;
    free(target);
    errno = fault;
    return result;
}
