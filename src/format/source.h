/* SPDX-License-Identifier: MIT */
/*
 * One file's bytes, and how to name it in messages.  A large file is read piece by piece and never lies in memory whole;
 * a fault needs all of it once more to show its cause.
 */
#ifndef FORMAT_SOURCE_H
#define FORMAT_SOURCE_H

#include "base/buf.h"
#include "base/file.h"

struct source {
    const char *path;    /* borrowed */
    struct span content; /* all of it; empty while the file is read in pieces */
    struct file_stamp stamp;
    /* The rest is source.c's. */
    struct buf held; /* content, or the piece at hand, is of it; empty: content is the caller's */
    struct file_stream stream;
    bool in_pieces, given; /* given: content, which is one piece */
    size_t piece_bytes;    /* of held: given with the last piece */
    int fault;             /* errno of reading on: EBUSY: the file is another by now */
};

/*
 * Opens a file ("-": standard input).  Returns 0, or -1 with errno set as file_read() does, EFBIG over limit_bytes;
 * source_fini() either way.
 */
int source_open(struct source *source, const char *path, size_t limit_bytes);
size_t source_bytes(const struct source *source);
/*
 * The next piece, whole lines where they are not too long; borrowed until the next call.  Empty at the end, or where
 * reading on failed: then source_fault() says why.
 */
struct span source_next(struct source *source);
/* The errno with which reading on has failed, 0 when it has not; EBUSY: the file has become another. */
int source_fault(const struct source *source);
/* Makes content all of the file.  False when that cannot be: source_fault() says why. */
bool source_read_whole(struct source *source);
void source_fini(struct source *source);

#endif
