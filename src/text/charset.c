/* SPDX-License-Identifier: MIT */
#include "text/charset.h"

#include <errno.h>
#include <strings.h>

#include "text/gb18030.h"
#include "text/utf8.h"

enum { CHUNK_BYTES = 16 * 1024 };

static const struct span replacement = { "\xEF\xBF\xBD", 3 };

bool charset_is_gb(const char *name)
{
    static const char *const names[] = { "GB18030", "GBK", "GB2312", "EUC-CN", "EUCCN", "CP936" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

static long decode_gb(bool is_gbk, struct span content, struct buf *out)
{
    long damaged = 0;
    while (content.bytes) {
        uint32_t c;
        size_t used;
        if (gb18030_read(content, &c, &used) == GB18030_CHAR && !(is_gbk && used == 4)) {
            utf8_put(out, c);
        } else {
            buf_span(out, replacement);
            damaged++;
            used = 1;
        }
        content = (struct span){ content.at + used, content.bytes - used };
    }
    return damaged;
}

static uint32_t utf16_unit(struct span content, size_t at, bool is_big)
{
    unsigned char first = (unsigned char)content.at[at], second = (unsigned char)content.at[at + 1];
    return is_big ? first * 256u + second : second * 256u + first;
}

/* A mark at the beginning says the order of bytes; without one, it is the big end's first. */
static long decode_utf16(struct span content, struct buf *out)
{
    bool is_big = !span_starts(content, SPAN("\xFF\xFE"));
    size_t at = !is_big || span_starts(content, SPAN("\xFE\xFF")) ? 2 : 0;
    long damaged = 0;
    for (; at + 1 < content.bytes; at += 2) {
        uint32_t c = utf16_unit(content, at, is_big);
        if (c >= 0xd800 && c < 0xdc00 && at + 3 < content.bytes) {
            uint32_t low = utf16_unit(content, at + 2, is_big);
            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + low - 0xdc00;
                at += 2;
            }
        }
        bool broken = c >= 0xd800 && c < 0xe000;
        utf8_put(out, broken ? 0xfffd : c);
        damaged += broken;
    }
    if (at < content.bytes) {
        buf_span(out, replacement);
        damaged++;
    }
    return damaged;
}

static long decode_by_iconv(iconv_t state, struct span content, struct buf *out)
{
    char chunk[CHUNK_BYTES];
    /* iconv does not write through its input pointer, it only lacks the const. */
    union {
        const char *in;
        char *at;
    } input = { .in = content.at };
    size_t left = content.bytes;
    long damaged = 0;
    while (left > 0) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t result = iconv(state, &input.at, &left, &to, &room);
        buf_add(out, chunk, sizeof chunk - room);
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        buf_span(out, replacement);
        damaged++;
        input.at++;
        left--;
        iconv(state, NULL, NULL, NULL, NULL);
    }
    return damaged;
}

long charset_decode(const char *name, struct span content, struct buf *out)
{
    if (strcasecmp(name, "GB18030") == 0)
        return decode_gb(false, content, out);
    if (strcasecmp(name, "UTF-16") == 0)
        return decode_utf16(content, out);
    iconv_t state = iconv_open("UTF-8", name);
    if (state == (iconv_t)-1)
        return charset_is_gb(name) ? decode_gb(true, content, out) : -1;
    long damaged = decode_by_iconv(state, content, out);
    iconv_close(state);
    return damaged;
}

bool charset_writer_open(struct charset_writer *writer, const char *name)
{
    writer->kind = CHARSET_GB18030;
    if (strcasecmp(name, "GB18030") == 0)
        return true;
    writer->state = iconv_open(name, "UTF-8");
    writer->kind = writer->state != (iconv_t)-1 ? CHARSET_ICONV : charset_is_gb(name) ? CHARSET_GBK : CHARSET_NONE;
    return writer->kind != CHARSET_NONE;
}

/* One character; false when the encoding lacks it. */
static bool write_by_iconv(iconv_t state, struct span utf8, struct buf *out)
{
    char bytes[16], *to = bytes;
    union {
        const char *in;
        char *at;
    } input = { .in = utf8.at };
    size_t in_bytes = utf8.bytes, room = sizeof bytes;
    /* A positive result counts characters that iconv replaced by its own taste. */
    bool good = iconv(state, &input.at, &in_bytes, &to, &room) == 0;
    if (good)
        buf_add(out, bytes, sizeof bytes - room);
    else
        iconv(state, NULL, NULL, NULL, NULL);
    return good;
}

static bool write_gb(enum charset_kind kind, uint32_t c, struct buf *out)
{
    char bytes[GB18030_MAX_BYTES];
    size_t count = gb18030_write(c, bytes);
    if (count == 0 || (kind == CHARSET_GBK && count == 4))
        return false;
    buf_add(out, bytes, count);
    return true;
}

size_t charset_write(struct charset_writer *writer, struct span utf8, struct buf *out)
{
    struct text text = text_composed(utf8);
    size_t done = 0, bytes;
    for (; done < text.bytes; done += bytes) {
        uint32_t c = utf8_at(text, done, &bytes);
        if (writer->kind == CHARSET_ICONV ? !write_by_iconv(writer->state, (struct span){ text.at + done, bytes }, out)
                                          : !write_gb(writer->kind, c, out))
            break;
    }
    return done;
}
