/* SPDX-License-Identifier: MIT */
#include "notice/decode.h"

#include <errno.h>
#include <iconv.h>

#include "text/utf8.h"

enum { CHUNK_BYTES = 16 * 1024 };

/* Returns how many bytes did not decode; -1 when the system does not know the encoding. */
static long convert(const char *encoding, struct span content, struct buf *out)
{
    iconv_t state = iconv_open("UTF-8", encoding);
    if (state == (iconv_t)-1)
        return -1;
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
        buf_string(out, "\xEF\xBF\xBD");
        damaged++;
        input.at++;
        left--;
        iconv(state, NULL, NULL, NULL, NULL);
    }
    iconv_close(state);
    return damaged;
}

static uint32_t invalid_utf8(struct span content)
{
    uint32_t count = 0;
    while (content.bytes > 0) {
        size_t valid = utf8_valid_bytes(content);
        if (valid == content.bytes)
            break;
        count++;
        content.at += valid + 1;
        content.bytes -= valid + 1;
    }
    return count;
}

const char *decode(struct span content, struct buf *out, uint32_t *damaged)
{
    *damaged = 0;
    if (span_starts(content, SPAN("\xFF\xFE")) || span_starts(content, SPAN("\xFE\xFF"))) {
        long bad = convert("UTF-16", content, out);
        if (bad >= 0)
            return *damaged = (uint32_t)bad, "UTF-16";
    }
    buf_clear(out);
    bool marked = span_starts(content, SPAN("\xEF\xBB\xBF"));
    uint32_t invalid = invalid_utf8(content);
    if (invalid && !marked) {
        long bad = convert("GB18030", content, out);
        if (bad >= 0 && (uint32_t)bad < invalid)
            return *damaged = (uint32_t)bad, "GB18030";
        buf_clear(out);
    }
    *damaged = invalid;
    buf_span(out, marked ? (struct span){ content.at + 3, content.bytes - 3 } : content);
    return "UTF-8";
}
