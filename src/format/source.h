/* SPDX-License-Identifier: MIT */
/*
 * One file's bytes, and how to name it in messages.  Of a file that source_read() has read, the memory of what is parsed
 * already can be given back to the system; a fault needs it once more to show its cause, and has it read again.
 */
#ifndef FORMAT_SOURCE_H
#define FORMAT_SOURCE_H

#include "base/buf.h"
#include "base/file.h"

/* A whole country's year is a quarter of it. */
enum { SOURCE_LIMIT_BYTES = 1024 * 1024 * 1024 };

struct source {
    const char *path; /* borrowed */
    struct span content;
    struct file_stamp stamp;
    struct buf held; /* what source_read() has read: content is of it.  Empty: content is the caller's */
    size_t given_back_bytes;
};

/* Reads a file ("-": standard input).  Returns 0, or -1 with errno set as file_read() does, EFBIG over SOURCE_LIMIT_BYTES; source_fini() either way. */
int source_read(struct source *source, const char *path);
/* Gives back the memory of held content before to_bytes, or leaves it; it reads as zeros from here on. */
void source_give_back(struct source *source, size_t to_bytes);
/* Makes all of content readable again.  False when the file is another by now. */
bool source_read_again(struct source *source);
void source_fini(struct source *source);

#endif
