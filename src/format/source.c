/* SPDX-License-Identifier: MIT */
#include "format/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Of a smaller file there is one piece; pieces are such that they stay in the processor's cache. */
enum { WHOLE_BELOW_BYTES = 256 * 1024, PIECE_BYTES = 64 * 1024 };

/* Pipes are read whole: they give their bytes once. */
static bool is_large_file(const char *path)
{
    struct stat st;
    return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= WHOLE_BELOW_BYTES;
}

int source_open(struct source *source, const char *path, size_t limit_bytes)
{
    *source = (struct source){ .path = path, .stream.fd = -1, .in_pieces = is_large_file(path) };
    if (!source->in_pieces) {
        int result = file_read_up_to(path, limit_bytes, &source->held, &source->stamp);
        source->content = buf_view(&source->held);
        return result;
    }
    if (file_stream_open(&source->stream, path, limit_bytes) < 0)
        return -1;
    source->stamp = source->stream.stamp;
    return 0;
}

size_t source_bytes(const struct source *source)
{
    return source->in_pieces ? (size_t)source->stamp.bytes : source->content.bytes;
}

/* What was read, but for the line that the next piece goes on with. */
static struct span cut_piece(struct source *source, bool at_end)
{
    struct buf *held = &source->held;
    const char *line_end = at_end ? NULL : memrchr(held->at, '\n', held->bytes);
    source->piece_bytes = line_end ? (size_t)(line_end + 1 - held->at) : held->bytes;
    return (struct span){ held->at, source->piece_bytes };
}

struct span source_next(struct source *source)
{
    struct buf *held = &source->held;
    if (!source->in_pieces || source->content.at) {
        bool given = source->given;
        source->given = true;
        return given ? (struct span){ "", 0 } : source->content;
    }
    buf_reserve(held, PIECE_BYTES);
    memmove(held->at, held->at + source->piece_bytes, held->bytes - source->piece_bytes);
    held->bytes -= source->piece_bytes;
    source->piece_bytes = 0;
    long got = source->fault ? -1 : file_stream_read(&source->stream, held->at + held->bytes, PIECE_BYTES);
    if (got < 0) {
        source->fault = source->fault ? source->fault : errno;
        return (struct span){ "", 0 };
    }
    held->bytes += (size_t)got;
    return cut_piece(source, got == 0);
}

int source_fault(const struct source *source)
{
    return source->fault;
}

bool source_read_whole(struct source *source)
{
    struct buf whole = { 0 };
    struct file_stamp stamp;
    if (!source->in_pieces || source->content.at)
        return true;
    if (!source->fault && file_read_up_to(source->path, (size_t)source->stamp.bytes, &whole, &stamp) < 0)
        source->fault = errno == EFBIG ? EBUSY : errno;
    else if (!source->fault && !file_stamp_equal(&stamp, &source->stamp))
        source->fault = EBUSY;
    buf_fini(source->fault ? &whole : &source->held);
    if (source->fault)
        return false;
    source->held = whole;
    source->content = buf_view(&source->held);
    return true;
}

void source_fini(struct source *source)
{
    if (source->in_pieces)
        file_stream_close(&source->stream);
    buf_fini(&source->held);
    *source = (struct source){ 0 };
}
