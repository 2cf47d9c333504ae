/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/ending.h"
#include "base/file_leftover.h"
#include "base/file_place.h"
#include "base/mem.h"

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

int file_nameless(struct span content)
{
    FILE *file = tmpfile();
    if (!file)
        return -1;
    int fd = fcntl(fileno(file), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    fclose(file);
    if (fd < 0 || (file_write_fd(fd, content) == 0 && lseek(fd, 0, SEEK_SET) == 0))
        return fd;
    int fault = errno;
    close(fd);
    errno = fault;
    return -1;
}

/* `fd` is a new file beside the target, one of our own open files, or what stands there and is no regular file. */
struct file_writer {
    struct file_place place;
    enum write_when when;
    int fd; /* -1: nothing is written any more */
    bool beside;
    char temporary[NAME_MAX + 1]; /* where it is beside */
    sigset_t before;
    enum written result; /* the first thing that went wrong, with its errno */
    int fault;
    struct file_writer *next; /* the one that was begun before */
};

static struct file_writer *unfinished; /* those that have a temporary file */

static void take_away(struct file_writer *writer)
{
    unlinkat(writer->place.folder_fd, writer->temporary, 0);
}

static void take_all_away(void)
{
    for (; unfinished; unfinished = unfinished->next)
        take_away(unfinished);
}

static struct die_hook taking_away = { .run = take_all_away };

static void begin(struct file_writer *writer)
{
    writer->next = unfinished;
    unfinished = writer;
    die_hook_add(&taking_away);
}

static void finish(struct file_writer *writer)
{
    struct file_writer **at = &unfinished;
    while (*at != writer)
        at = &(*at)->next;
    *at = writer->next;
    if (!unfinished)
        die_hook_remove(&taking_away);
}

static void fail(struct file_writer *writer, enum written result, int fault)
{
    writer->result = result;
    writer->fault = fault;
}

/* What is no regular file (a pipe, a device) takes the bytes as they come. */
static void open_in_place(struct file_writer *writer)
{
    struct stat st;
    const struct file_place *place = &writer->place;
    writer->fd = openat(place->folder_fd, place->name, O_WRONLY | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    if (writer->fd < 0 || fstat(writer->fd, &st) < 0)
        fail(writer, WRITE_FAILED, errno);
    else if (S_ISREG(st.st_mode))
        fail(writer, WRITE_FAILED, EEXIST);
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

static void open_beside(struct file_writer *writer)
{
    const struct file_place *place = &writer->place;
    ending_hold(&writer->before); /* until the temporary file is away */
    writer->beside = true;
    file_leftover_remove(place->folder_fd, place->name);
    writer->fd = open_temporary(place, writer->temporary);
    if (writer->fd < 0) {
        fail(writer, WRITE_FAILED, errno);
        return;
    }
    begin(writer);
    enum written result = place->taken ? keep_owner(writer->fd, &place->st) : WRITTEN;
    if (result != WRITTEN)
        fail(writer, result, errno);
}

struct file_writer *file_writer_new(const char *path, enum write_when when)
{
    struct file_writer *writer = mem_array(1, sizeof *writer);
    struct file_place *place = &writer->place;
    writer->when = when;
    writer->fd = -1;
    writer->result = file_place_open(place, path);
    writer->fault = errno;
    if (writer->result != WRITTEN)
        return writer;
    if (place->own_fd >= 0)
        writer->fd = place->own_fd;
    else if (place->taken && when == WRITE_NEW_ONLY)
        fail(writer, WRITE_TAKEN, 0);
    else if (place->taken && S_ISDIR(place->st.st_mode))
        fail(writer, WRITE_FAILED, EISDIR);
    else if (place->taken && !S_ISREG(place->st.st_mode))
        open_in_place(writer);
    else
        open_beside(writer);
    return writer;
}

/* Closes what was written to; what has no name yet never gets one. */
static void leave(struct file_writer *writer, bool named)
{
    if (writer->fd >= 0 && writer->place.own_fd < 0 && close(writer->fd) < 0 && writer->result == WRITTEN)
        fail(writer, named ? WRITTEN_UNSURE : WRITE_FAILED, errno);
    if (writer->fd >= 0 && writer->beside) {
        if (!named)
            take_away(writer);
        finish(writer);
    }
    if (writer->beside)
        ending_release(&writer->before);
    writer->fd = -1;
    writer->beside = false;
}

/* Whether a signal has come is asked between the pieces, so that nobody waits for a big file. */
bool file_writer_add(struct file_writer *writer, struct span piece)
{
    while (piece.bytes && writer->result == WRITTEN) {
        size_t bytes = piece.bytes < PIECE_BYTES ? piece.bytes : PIECE_BYTES;
        bool ends = writer->beside && ending_waits();
        if (ends || file_write_fd(writer->fd, (struct span){ piece.at, bytes }) < 0)
            fail(writer, WRITE_FAILED, ends ? EINTR : errno);
        if (ends)
            leave(writer, false);
        piece = (struct span){ piece.at + bytes, piece.bytes - bytes };
    }
    return writer->result == WRITTEN;
}

/* The new file is safe on the disk, then it has its name, then that is safe. */
static void settle(struct file_writer *writer)
{
    struct file_place *place = &writer->place;
    if (fsync(writer->fd) < 0) {
        fail(writer, WRITE_FAILED, errno);
        return;
    }
    writer->result = give_name(place, writer->temporary, writer->when);
    writer->fault = errno;
    if (writer->result != WRITTEN)
        return;
    leave(writer, true);
    /* Some file systems cannot sync a folder; the file itself is safe by then. */
    if (writer->result == WRITTEN && fsync(place->folder_fd) < 0 && errno != EINVAL && errno != EROFS)
        writer->result = WRITTEN_UNSURE;
    else if (writer->result == WRITTEN && place->taken && place->st.st_nlink > 1)
        writer->result = WRITTEN_APART;
}

enum written file_writer_end(struct file_writer *writer, bool keep)
{
    if (keep && writer->beside && writer->result == WRITTEN)
        settle(writer);
    leave(writer, false);
    enum written result = writer->result;
    int fault = writer->fault;
    file_place_close(&writer->place);
    free(writer);
    errno = fault;
    return result;
}

enum written file_write(const char *path, struct span content, enum write_when when)
{
    struct file_writer *writer = file_writer_new(path, when);
    file_writer_add(writer, content);
    return file_writer_end(writer, true);
}
