/* SPDX-License-Identifier: MIT */
#include "text/bare.h"

#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/die.h"
#include "text/utf8.h"

static void add(struct buf *out, uint32_t c, const char *at, size_t bytes)
{
    if (c < 0x80) {
        if (c >= 'A' && c <= 'Z')
            buf_char(out, (char)(c + ('a' - 'A')));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '+')
            buf_char(out, (char)c);
    } else if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
        buf_add(out, at, bytes);
    }
}

/* Does NFKC make of the character itself or, where full-width, its ASCII form, whatever stands beside it? */
static bool stands_alone(uint32_t c)
{
    return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) ||
           (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2018 && c <= 0x201D) || c == 0x00B7 || c == 0x2014;
}

/* The bytes at the text's head that need none of the rules; they are added. */
static size_t add_alone(struct buf *out, struct text text)
{
    size_t bytes;
    for (size_t at = 0; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        if (!stands_alone(c))
            return at;
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
        add(out, c, text.at + at, bytes);
    }
    return text.bytes;
}

void bare_to(struct buf *out, struct text text)
{
    size_t from_bytes = out->bytes, normal_bytes = 0, bytes;
    buf_reserve(out, text.bytes);
    if (add_alone(out, text) == text.bytes)
        return;
    /* A mark may join what stands before it: all of it anew. */
    out->bytes = from_bytes;
    uint8_t *normal = u8_normalize(UNINORM_NFKC, (const uint8_t *)text.at, text.bytes, NULL, &normal_bytes);
    if (!normal)
        die_no_memory();
    struct text whole = text_composed((struct span){ (const char *)normal, normal_bytes });
    for (size_t at = 0; at < whole.bytes; at += bytes) {
        uint32_t c = utf8_at(whole, at, &bytes);
        add(out, c, whole.at + at, bytes);
    }
    free(normal);
}
