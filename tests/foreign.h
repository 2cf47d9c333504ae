/* SPDX-License-Identifier: MIT */
/*
 * What must never leave the program for a terminal, a printer or a document: the tests' own word on it, which asks no
 * table of the program's.
 */
#ifndef TESTS_FOREIGN_H
#define TESTS_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* Drives a terminal, is not seen, or turns the order of what is seen. Line breaks, TAB and form feed are asked apart. */
static inline bool foreign_char(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        { 0x00, 0x1F },     { 0x7F, 0x9F },     { 0xAD, 0xAD },       { 0x34F, 0x34F },     { 0x61C, 0x61C },
        { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 }, { 0x180B, 0x180E },   { 0x200B, 0x200F },   { 0x2028, 0x202E },
        { 0x2060, 0x206F }, { 0x3164, 0x3164 }, { 0xD800, 0xDFFF },   { 0xFDD0, 0xFDEF },   { 0xFEFF, 0xFEFF },
        { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE00FF }, { 0xE01F0, 0xE0FFF },
    };
    size_t i = 0;
    while (i < sizeof ranges / sizeof *ranges && c > ranges[i][1])
        i++;
    return (i < sizeof ranges / sizeof *ranges && c >= ranges[i][0]) || (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF;
}

/* The character at `at`, by the book (RFC 3629), and its length in bytes; false for what is none. */
static inline bool foreign_decode(struct span s, size_t at, uint32_t *c, size_t *bytes)
{
    unsigned char lead = (unsigned char)s.at[at];
    size_t more = lead < 0x80                   ? 0
                  : lead >= 0xC2 && lead < 0xE0 ? 1
                  : (lead & 0xF0) == 0xE0       ? 2
                  : lead >= 0xF0 && lead < 0xF5 ? 3
                                                : 9;
    static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };
    *bytes = 1;
    *c = more > 3 ? 0 : lead & (more ? 0x3Fu >> more : 0x7Fu);
    if (more > 3 || at + more >= s.bytes)
        return false;
    for (size_t i = 1; i <= more; i++) {
        if (((unsigned char)s.at[at + i] & 0xC0) != 0x80)
            return false;
        *c = *c << 6 | ((unsigned char)s.at[at + i] & 0x3F);
    }
    *bytes = more + 1;
    return *c >= least[more] && *c <= 0x10FFFF && !(*c >= 0xD800 && *c < 0xE000);
}

/* Where s has something foreign beside the characters of `also`, or is no UTF-8; s.bytes when it is clean. */
static inline size_t foreign_at(struct span s, const char *also)
{
    uint32_t c;
    for (size_t at = 0, bytes; at < s.bytes; at += bytes)
        if (!foreign_decode(s, at, &c, &bytes) || (foreign_char(c) && !(c && c < 0x80 && strchr(also, (int)c))))
            return at;
    return s.bytes;
}

#endif
