/* SPDX-License-Identifier: MIT */
#include "text/utf8.h"

#include <unigbrk.h>
#include <unistr.h>

uint32_t utf8_other_at(struct text text, size_t at_bytes, size_t *bytes)
{
    ucs4_t c;
    *bytes = (size_t)u8_mbtouc(&c, (const uint8_t *)text.at + at_bytes, text.bytes - at_bytes);
    return c;
}

uint32_t utf8_before(struct text text, size_t at_bytes, size_t *bytes)
{
    const uint8_t *start = (const uint8_t *)text.at;
    ucs4_t c = 0xFFFD;
    const uint8_t *before = u8_prev(&c, start + at_bytes, start);
    *bytes = before ? (size_t)(start + at_bytes - before) : 1;
    return c;
}

void utf8_put(struct buf *out, uint32_t codepoint)
{
    uint8_t bytes[6];
    int count = u8_uctomb(bytes, codepoint, sizeof bytes);
    if (count > 0)
        buf_add(out, (const char *)bytes, (size_t)count);
}

size_t utf8_count(struct text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.bytes; i++)
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return count;
}

size_t utf8_next_cluster(struct text text, size_t at_bytes)
{
    const uint8_t *start = (const uint8_t *)text.at;
    if (at_bytes >= text.bytes)
        return text.bytes;
    const uint8_t *next = u8_grapheme_next(start + at_bytes, start + text.bytes);
    return next ? (size_t)(next - start) : text.bytes;
}

size_t utf8_prev_cluster(struct text text, size_t at_bytes)
{
    const uint8_t *start = (const uint8_t *)text.at;
    if (at_bytes == 0)
        return 0;
    const uint8_t *before = u8_grapheme_prev(start + at_bytes, start);
    return before ? (size_t)(before - start) : 0;
}

size_t utf8_valid_bytes(struct span raw)
{
    const uint8_t *fault = u8_check((const uint8_t *)raw.at, raw.bytes);
    return fault ? (size_t)(fault - (const uint8_t *)raw.at) : raw.bytes;
}

bool utf8_is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007 || c == 0x3005;
}

uint32_t utf8_ime_ascii(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + '!';
    switch (c) {
    case 0x3000: /* ideographic space */
        return ' ';
    case 0x3001: /* 、: the key of / while Chinese punctuation is on */
        return '/';
    case 0x3002: /* 。 */
        return '.';
    case 0x3010: /* 【 】 */
        return '[';
    case 0x3011:
        return ']';
    case 0x300A: /* 《 》 */
        return '<';
    case 0x300B:
        return '>';
    case 0x2018: /* ‘ ’ */
    case 0x2019:
        return '\'';
    case 0x201C: /* “ ” */
    case 0x201D:
        return '"';
    case 0xFFE5: /* ￥ */
        return '$';
    case 0x00B7: /* · */
        return '`';
    default:
        return c;
    }
}

bool utf8_is_blank(uint32_t codepoint)
{
    return codepoint == ' ' || codepoint == '\t' || codepoint == 0xA0 || (codepoint >= 0x2000 && codepoint <= 0x200A) ||
           codepoint == 0x202F || codepoint == 0x205F || codepoint == 0x3000;
}
