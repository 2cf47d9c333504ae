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

/*
 * What the program keeps for itself, in files that are this user's alone (mode 0600).  Writing is complete or not at
 * all, but does not wait for the disk: after a power cut the file may be damaged, which its reader must be able to tell.
 * Returns 0, or -1 with errno set.
 */
int file_write_private(const char *path, const struct span *pieces, size_t count);
/* Opens such a file: the descriptor, with its size in *bytes; -1 when there is none, or it is not this user's alone. */
int file_open_private(const char *path, unsigned long long *bytes);
bool file_read_exactly(int fd, void *at, size_t bytes);
/*
 * Is there a folder of this user's?  Makes it, and up to levels - 1 folders above it, where the one above those is this
 * user's: root with another's HOME leaves nothing there that would be in that user's way.
 */
bool file_private_folder(const char *path, int levels);

/* Writes all of content to fd.  Returns 0, or -1 with errno set. */
int file_write_fd(int fd, struct span content);

#endif
