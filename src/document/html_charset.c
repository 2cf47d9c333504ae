/* SPDX-License-Identifier: MIT */
#include "document/html_charset.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "notice/decode.h"
#include "text/charset.h"
#include "text/utf8.h"

enum { HEAD_BYTES = 4096, NAME_BYTES = 32 };

/* charset=… or encoding="…" near the beginning; "" when there is none. */
static void find_declared(struct span content, char name[NAME_BYTES])
{
    static const char *const words[] = { "charset", "encoding" };
    size_t limit = content.bytes < HEAD_BYTES ? content.bytes : HEAD_BYTES;
    *name = 0;
    for (size_t i = 0; i < limit; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
            size_t bytes = strlen(words[w]), at = i + bytes, n = 0;
            if (at >= limit || strncasecmp(content.at + i, words[w], bytes) != 0)
                continue;
            while (at < limit && strchr(" \t\r\n=\"'", content.at[at]))
                at++;
            while (at < limit && n < NAME_BYTES - 1 && content.at[at] > ' ' && !strchr("\"'>;/?", content.at[at]))
                name[n++] = content.at[at++];
            name[n] = 0;
            if (n)
                return;
        }
}

/* The importer's own decode() knows these better than a page does. */
static bool is_chinese_or_utf8(const char *name)
{
    return !*name || strncasecmp(name, "gb", 2) == 0 || strncasecmp(name, "utf", 3) == 0 ||
           strcasecmp(name, "hz-gb-2312") == 0 || strncasecmp(name, "x-gbk", 5) == 0 ||
           strncasecmp(name, "iso-8859", 8) == 0 || strncasecmp(name, "us-ascii", 8) == 0 ||
           strncasecmp(name, "windows-125", 11) == 0;
}

/* The parser would take one bad byte for a sign of another encoding. */
static void put_valid(struct buf *out, struct span utf8)
{
    while (utf8.bytes) {
        size_t valid = utf8_valid_bytes(utf8);
        size_t from = out->bytes;
        buf_add(out, utf8.at, valid);
        for (size_t i = from; i < out->bytes; i++)
            if ((unsigned char)out->at[i] < ' ' && !strchr("\t\r\n", out->at[i]))
                out->at[i] = ' ';
            else if (!out->at[i])
                out->at[i] = ' ';
        utf8.at += valid;
        utf8.bytes -= valid;
        if (!utf8.bytes)
            break;
        buf_string(out, "\xEF\xBF\xBD");
        utf8.at++;
        utf8.bytes--;
    }
}

void html_charset_decode(struct span content, struct buf *out, uint32_t *damaged, struct buf *name)
{
    char declared[NAME_BYTES];
    struct buf decoded = { 0 };
    struct span utf8;
    const char *used = declared;
    bool marked = span_starts(content, SPAN("\xEF\xBB\xBF")) || span_starts(content, SPAN("\xFF\xFE")) ||
                  span_starts(content, SPAN("\xFE\xFF"));
    long bad = -1;
    find_declared(content, declared);
    if (!marked && !is_chinese_or_utf8(declared) && utf8_valid_bytes(content) != content.bytes)
        bad = charset_decode(declared, content, &decoded);
    if (bad >= 0)
        *damaged = (uint32_t)bad, utf8 = buf_view(&decoded);
    else
        used = decode(content, &decoded, &utf8, damaged);
    put_valid(out, utf8);
    buf_fini(&decoded);
    buf_string(name, used);
}
