/* SPDX-License-Identifier: MIT */
/* UTF-8 by character and by grapheme cluster.  The bytes are believed valid (struct text). */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdint.h>

#include "text/text.h"

/* What utf8_at() leaves: characters of two and four bytes, and what is cut. */
uint32_t utf8_other_at(struct text text, size_t at_bytes, size_t *bytes);

/*
 * The character at byte `at_bytes` (less than text.bytes); *bytes its length, at least 1.  Every loop over text is made
 * of this: ASCII and what has three bytes, Han among them, is read without a call.
 */
static inline uint32_t utf8_at(struct text text, size_t at_bytes, size_t *bytes)
{
    const unsigned char *at = (const unsigned char *)text.at + at_bytes;
    if (*at < 0x80) {
        *bytes = 1;
        return *at;
    }
    if ((*at & 0xF0) != 0xE0 || text.bytes - at_bytes < 3 || (at[1] & 0xC0) != 0x80 || (at[2] & 0xC0) != 0x80)
        return utf8_other_at(text, at_bytes, bytes);
    *bytes = 3;
    return (uint32_t)(*at & 0x0F) << 12 | (uint32_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
}

/* The character that ends before byte `at_bytes` (more than 0). */
uint32_t utf8_before(struct text text, size_t at_bytes, size_t *bytes);
/* Appends one character. */
void utf8_put(struct buf *out, uint32_t codepoint);
/* How many characters. */
size_t utf8_count(struct text text);
/* Byte offset of the next grapheme cluster boundary after at_bytes, and of the one before. */
size_t utf8_next_cluster(struct text text, size_t at_bytes);
size_t utf8_prev_cluster(struct text text, size_t at_bytes);
/* Length of the valid head of raw bytes; equal to raw.bytes when all is valid. */
size_t utf8_valid_bytes(struct span raw);
/* Han, for the purposes of input and line breaking: CJK ideographs of all blocks, 〇 and 々. */
bool utf8_is_han(uint32_t codepoint);
/* A blank of any kind: space, no-break and ideographic space, the typographer's spaces, tab. */
bool utf8_is_blank(uint32_t codepoint);
/* Full-width forms, ideographic space and the marks a Chinese keyboard makes of ASCII keys → the ASCII key; else itself. */
uint32_t utf8_ime_ascii(uint32_t codepoint);

#endif
