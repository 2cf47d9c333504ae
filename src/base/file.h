/* SPDX-License-Identifier: MIT */
/*
 * Whole files: read one within a limit, write one so that a reader (or a crash, or a full disk) sees the old file or
 * the complete new one, never a half.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { FILE_LIMIT_BYTES = 64 * 1024 * 1024 };

/* Which state of a file was read: tells whether it has changed since. */
struct file_stamp {
    unsigned long long device, inode, bytes;
    long long seconds, nanoseconds;                 /* of its content */
    long long changed_seconds, changed_nanoseconds; /* of its name, its rights */
};

/*
 * Reads all of path ("-": standard input) into out.  Returns 0; -1 with errno set, where EISDIR, EFBIG (over
 * FILE_LIMIT_BYTES) and EINVAL (no regular file: a device, a socket) are ours.  A named pipe is read like standard
 * input when a writer has it open.  Standard input read a second time gives the same bytes.  *stamp, if asked, is that of the bytes read.
 */
int file_read(const char *path, struct buf *out, struct file_stamp *stamp);

/* The stamp of path now.  Returns 0, or -1 with errno set. */
int file_stamp(const char *path, struct file_stamp *stamp);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

/*
 * Writes content to path: a temporary file beside it, fsync, rename, fsync of the folder.  Keeps the mode of a file
 * that it replaces; follows a symbolic link to its target.  What is no regular file (/dev/stdout, a pipe) is written
 * to directly.  Returns 0, or -1 with errno set and path untouched.
 */
int file_write(const char *path, struct span content);

/* Writes all of content to fd.  Returns 0, or -1 with errno set. */
int file_write_fd(int fd, struct span content);

#endif
