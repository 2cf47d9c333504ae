/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/size.h"

void buf_reserve(struct buf *buf, size_t more_bytes)
{
    buf->at = mem_grow(buf->at, size_sum(buf->bytes, size_sum(more_bytes, 1)), &buf->cap_bytes, 1);
}

void buf_add(struct buf *buf, const char *at, size_t bytes)
{
    if (bytes >= buf->cap_bytes - buf->bytes)
        buf_reserve(buf, bytes);
    if (bytes)
        memcpy(buf->at + buf->bytes, at, bytes);
    buf->bytes += bytes;
    buf->at[buf->bytes] = '\0';
}

void buf_string(struct buf *buf, const char *string)
{
    buf_add(buf, string, strlen(string));
}

void buf_span(struct buf *buf, struct span span)
{
    buf_add(buf, span.at, span.bytes);
}

void buf_char(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void buf_fill(struct buf *buf, char c, size_t count)
{
    buf_reserve(buf, count);
    memset(buf->at + buf->bytes, c, count);
    buf->bytes += count;
    buf->at[buf->bytes] = '\0';
}

void buf_number(struct buf *buf, uint64_t number)
{
    char digits[20];
    size_t from = sizeof digits;
    do
        digits[--from] = (char)('0' + number % 10);
    while (number /= 10);
    buf_add(buf, digits + from, sizeof digits - from);
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
    /* What nearly always fits is formatted once. */
    enum { GUESS_BYTES = 64 };
    va_list again;
    va_copy(again, args);
    buf_reserve(buf, GUESS_BYTES);
    size_t room_bytes = buf->cap_bytes - buf->bytes;
    int bytes = vsnprintf(buf->at + buf->bytes, room_bytes, format, args);
    BUG_IF(bytes < 0);
    if ((size_t)bytes >= room_bytes) {
        buf_reserve(buf, (size_t)bytes);
        vsnprintf(buf->at + buf->bytes, (size_t)bytes + 1, format, again);
    }
    va_end(again);
    buf->bytes += (size_t)bytes;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}

bool buf_drain(struct buf *buf)
{
    if (!buf->drain || buf->bytes < BUF_PIECE_BYTES)
        return true;
    bool wanted = buf->drain->take(buf->drain, buf_view(buf));
    buf_clear(buf);
    return wanted;
}

void buf_clear(struct buf *buf)
{
    buf->bytes = 0;
    if (buf->at)
        buf->at[0] = '\0';
}

void buf_fini(struct buf *buf)
{
    free(buf->at);
    *buf = (struct buf){ 0 };
}

struct span buf_view(const struct buf *buf)
{
    return (struct span){ buf->at ? buf->at : "", buf->bytes };
}
