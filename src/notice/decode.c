/* SPDX-License-Identifier: MIT */
#include "notice/decode.h"

#include "text/charset.h"
#include "text/utf8.h"

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

const char *decode(struct span content, struct buf *out, struct span *utf8, uint32_t *damaged)
{
    *damaged = 0;
    if (span_starts(content, SPAN("\xFF\xFE")) || span_starts(content, SPAN("\xFE\xFF")))
        return *damaged = (uint32_t)charset_decode("UTF-16", content, out), *utf8 = buf_view(out), "UTF-16";
    bool marked = span_starts(content, SPAN("\xEF\xBB\xBF"));
    uint32_t invalid = invalid_utf8(content);
    if (invalid && !marked) {
        long bad = charset_decode("GB18030", content, out);
        if ((uint32_t)bad < invalid)
            return *damaged = (uint32_t)bad, *utf8 = buf_view(out), "GB18030";
        buf_clear(out);
    }
    *damaged = invalid;
    *utf8 = marked ? (struct span){ content.at + 3, content.bytes - 3 } : content;
    return "UTF-8";
}
