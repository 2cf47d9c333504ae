/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/file_leftover.h"
#include "base/file_place.h"

enum { PIECE_BYTES = 1 << 20, NAMES_TRIED = 100 };

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

/* Whether a signal has come is asked between the pieces, so that nobody waits for a big file. */
static int write_pieces(int fd, struct span content)
{
    for (size_t done = 0; done < content.bytes;) {
        size_t bytes = content.bytes - done < PIECE_BYTES ? content.bytes - done : PIECE_BYTES;
        if (ending_waits()) {
            errno = EINTR;
            return -1;
        }
        if (file_write_fd(fd, (struct span){ content.at + done, bytes }) < 0)
            return -1;
        done += bytes;
    }
    return 0;
}

/* What is no regular file (a pipe, a device) takes the bytes as they come. */
static enum written write_in_place(const struct file_place *place, struct span content)
{
    struct stat st;
    int fd = openat(place->folder_fd, place->name, O_WRONLY | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return WRITE_FAILED;
    int fault = fstat(fd, &st) < 0 ? errno : S_ISREG(st.st_mode) ? EEXIST : 0;
    if (!fault && file_write_fd(fd, content) < 0)
        fault = errno;
    if (close(fd) < 0 && !fault)
        fault = errno;
    errno = fault;
    return fault ? WRITE_FAILED : WRITTEN;
}

/* Locks it, so that nobody takes it for a leftover; false when somebody has just done so. Locks may be unknown here. */
static bool is_kept(int fd)
{
    struct stat st;
    if (flock(fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
        return false;
    return fstat(fd, &st) < 0 || st.st_nlink > 0;
}

/* A new file beside the target. */
static int open_temporary(const struct file_place *place, char name[NAME_MAX + 1])
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    unsigned long seed = (unsigned long)getpid() * 1000003ul + (unsigned long)now.tv_nsec;
    for (int i = 0; i < NAMES_TRIED; i++) {
        file_leftover_name(place->name, seed + (unsigned long)i, name);
        int fd = openat(place->folder_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                        place->taken ? 0600 : 0666);
        if (fd < 0 && errno == EEXIST)
            continue;
        if (fd < 0 || is_kept(fd))
            return fd;
        close(fd);
    }
    errno = EEXIST;
    return -1;
}

/* Mode and owner of the file that is replaced. */
static enum written keep_owner(int fd, const struct stat *old)
{
    struct stat st;
    if (fstat(fd, &st) < 0)
        return WRITE_FAILED;
    if ((st.st_uid != old->st_uid || st.st_gid != old->st_gid) && fchown(fd, old->st_uid, old->st_gid) < 0)
        return WRITE_OWNER;
    return fchmod(fd, old->st_mode & 07777) < 0 ? WRITE_FAILED : WRITTEN;
}

static enum written give_name(const struct file_place *place, const char *temporary, enum write_when when)
{
    int fd = place->folder_fd;
    if (when == WRITE_NEW_ONLY) {
        struct stat st;
        if (linkat(fd, temporary, fd, place->name, 0) == 0) {
            unlinkat(fd, temporary, 0);
            return WRITTEN;
        }
        /* Some file systems know no hard links. */
        if (errno == EEXIST || fstatat(fd, place->name, &st, AT_SYMLINK_NOFOLLOW) == 0)
            return WRITE_TAKEN;
    }
    return renameat(fd, temporary, fd, place->name) < 0 ? WRITE_FAILED : WRITTEN;
}

static enum written write_beside(const struct file_place *place, struct span content, enum write_when when)
{
    char temporary[NAME_MAX + 1];
    file_leftover_remove(place->folder_fd, place->name);
    int fd = open_temporary(place, temporary);
    if (fd < 0)
        return WRITE_FAILED;
    enum written result = place->taken ? keep_owner(fd, &place->st) : WRITTEN;
    if (result == WRITTEN && (write_pieces(fd, content) < 0 || fsync(fd) < 0))
        result = WRITE_FAILED;
    if (result == WRITTEN)
        result = give_name(place, temporary, when);
    int fault = errno;
    if (result != WRITTEN)
        unlinkat(place->folder_fd, temporary, 0);
    if (close(fd) < 0 && result == WRITTEN)
        return WRITTEN_UNSURE;
    errno = fault;
    if (result != WRITTEN)
        return result;
    /* Some file systems cannot sync a folder; the file itself is safe by then. */
    if (fsync(place->folder_fd) < 0 && errno != EINVAL && errno != EROFS)
        return WRITTEN_UNSURE;
    return place->taken && place->st.st_nlink > 1 ? WRITTEN_APART : WRITTEN;
}

static enum written write_to(const struct file_place *place, struct span content, enum write_when when)
{
    if (place->own_fd >= 0)
        return file_write_fd(place->own_fd, content) < 0 ? WRITE_FAILED : WRITTEN;
    if (place->taken && when == WRITE_NEW_ONLY)
        return WRITE_TAKEN;
    if (place->taken && S_ISDIR(place->st.st_mode)) {
        errno = EISDIR;
        return WRITE_FAILED;
    }
    if (place->taken && !S_ISREG(place->st.st_mode))
        return write_in_place(place, content);
    sigset_t before;
    ending_hold(&before); /* until the temporary file is away */
    enum written result = write_beside(place, content, when);
    ending_release(&before);
    return result;
}

enum written file_write(const char *path, struct span content, enum write_when when)
{
    struct file_place place;
    enum written result = file_place_open(&place, path);
    if (result == WRITTEN) {
        result = write_to(&place, content, when);
        file_place_close(&place);
    }
    return result;
}
