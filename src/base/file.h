/* SPDX-License-Identifier: MIT */
/*
 * Whole files: read one within a limit and as it once was, write one so that a reader (or a crash, or a full disk) sees
 * the old file or the complete new one; never a half, never a mixture.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { FILE_LIMIT_BYTES = 64 * 1024 * 1024, FILE_PATIENCE_MS = 2000 };

/* Which state of a file was read: tells whether it has changed since. */
struct file_stamp {
    unsigned long long device, inode, bytes;
    long long seconds, nanoseconds;                 /* of its content */
    long long changed_seconds, changed_nanoseconds; /* of its name, its rights */
};

/*
 * Reads all of path ("-": standard input) into out.  Returns 0; -1 with errno set, where EISDIR, EFBIG (over
 * FILE_LIMIT_BYTES), EINVAL (no regular file: a device, a socket) and EBUSY are ours.  A named pipe is read like
 * standard input when a writer has it open.  Standard input or a pipe read a second time gives the same bytes.  *stamp,
 * if asked, is that of the bytes read.
 *
 * A regular file that somebody is writing is waited for: until no writer has it open, where the system tells that, or
 * until it has rested for a while, and it is read again when it has changed meanwhile; after FILE_PATIENCE_MS: EBUSY.
 */
int file_read(const char *path, struct buf *out, struct file_stamp *stamp);
/* The same with a limit of the caller's. */
int file_read_up_to(const char *path, size_t limit_bytes, struct buf *out, struct file_stamp *stamp);

/* The same of a regular file and nothing else (EINVAL), as it is now: it waits for nobody. */
int file_read_now(const char *path, size_t limit_bytes, struct buf *out);

/* A regular file that is read piece by piece, and must stay what it was when it was opened. */
struct file_stream {
    int fd;
    struct file_stamp stamp;
};
/* Waits as file_read() does until the file has rested.  Returns 0, or -1 with errno set. */
int file_stream_open(struct file_stream *stream, const char *path, size_t limit_bytes);
/*
 * Reads on, up to room_bytes.  Returns how many bytes, 0 at the end; -1 with errno set, EBUSY when the file has changed
 * since it was opened or is being written: what was read of it is then no file that ever was.
 */
long file_stream_read(struct file_stream *stream, char *out, size_t room_bytes);
void file_stream_close(struct file_stream *stream);

/*
 * From now on a pipe that was not read before is refused (EINVAL): one that has come in the place of a file might never
 * say anything, and a screen waits for nobody.
 */
void file_close_pipes(void);

/* The stamp of path now.  Returns 0, or -1 with errno set. */
int file_stamp(const char *path, struct file_stamp *stamp);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);
/* Has a writer the file open?  False also where the system does not tell. */
bool file_is_written(const char *path);
/* Is it on a file system of this machine alone, whose kernel knows of all that happens there?  False where unsure. */
bool file_is_local(const char *path);

enum write_when { WRITE_OVER, WRITE_NEW_ONLY };

/* Up to WRITTEN_APART the content is there under path. */
enum written {
    WRITTEN,
    WRITTEN_UNSURE,     /* but the system has not confirmed that it would survive a power cut */
    WRITTEN_APART,      /* but the file that was there has other names (hard links), which still have the old content */
    WRITE_TAKEN,        /* WRITE_NEW_ONLY: there is something */
    WRITE_FOREIGN_LINK, /* a symbolic link that somebody else has put there */
    WRITE_DANGLING_LINK, /* a symbolic link to nothing */
    WRITE_OWNER,         /* the file that is there belongs to somebody, and could not be given back to him */
    WRITE_FAILED,        /* errno says why; EINTR: a signal that ends the program */
};

/*
 * Writes content to path: a temporary file beside it, fsync, rename, fsync of the folder, which is looked up once.
 * Keeps mode, owner and group of a file that it replaces; see base/file_place.h for symbolic links.  What is no regular
 * file (/dev/stdout, a pipe) is written to directly.  When it fails, path is untouched; what a killed program left
 * beside the same target is removed.
 */
enum written file_write(const char *path, struct span content, enum write_when when);

/*
 * The same, piece by piece.  The signals that end the program wait until file_writer_end(), unless one comes: then what
 * was written is removed at once, and the signal does its work.
 */
struct file_writer;
struct file_writer *file_writer_new(const char *path, enum write_when when);
/* False when it cannot be written any more; why, file_writer_end() says. */
bool file_writer_add(struct file_writer *writer, struct span piece);
/* With keep, what was added is there under its path from now on, else path is untouched.  Frees the writer. */
enum written file_writer_end(struct file_writer *writer, bool keep);

/* Writes all of content to fd.  Returns 0, or -1 with errno set. */
int file_write_fd(int fd, struct span content);

/*
 * A file without a name that holds content, to be read from its beginning: in a pipe's place, which would need somebody
 * who goes on writing.  Returns the fd, above standard error and closed on exec; -1 with errno set.
 */
int file_nameless(struct span content);

#endif
