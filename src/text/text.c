/* SPDX-License-Identifier: MIT */
#include "text/text.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "text/utf8.h"

enum { MARKS_MAX = 4 };

/* Fillers and joiners that draw nothing although their category is a letter's, a mark's or none (Unicode: Default_Ignorable). */
static bool is_filler(ucs4_t c)
{
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F) ||
           c == 0x2065 || c == 0x3164 || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFF8) || c == 0x2800;
}

static bool is_variation(ucs4_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static bool is_noncharacter(ucs4_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* What must not reach a terminal or a page as it is: Cc, Cf, Zl, Zp, noncharacters, fillers, tags (all Cf). */
static bool is_dangerous(ucs4_t c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return true;
    if (c < 0xAD || (c >= 0x4E00 && c < 0xA000))
        return false;
    if (is_filler(c) || is_noncharacter(c) || (c >= 0xE0000 && c < 0xE1000 && !is_variation(c)))
        return true;
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp |
                                                   UC_CATEGORY_MASK_Cs);
}

static bool is_mark(ucs4_t c)
{
    if (c < 0x300 || (c >= 0x3400 && c < 0xA000))
        return false;
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me);
}

static void put_visible(struct buf *out, ucs4_t c)
{
    buf_printf(out, "‹U+%04X›", (unsigned)c);
}

/*
 * Cleans from the raw bytes at *at on as long as nothing needs a change; returns false at the first thing that does.
 * marks counts the marks behind the last base; a mark needs a base before it, or it would combine with a border.
 */
struct cleaner {
    int marks;
    bool based;
};

static bool passes(struct cleaner *cleaner, ucs4_t c)
{
    if (is_mark(c) || is_variation(c)) {
        if (!cleaner->based || cleaner->marks >= (is_variation(c) ? 1 : MARKS_MAX))
            return false;
        cleaner->marks++;
        return !is_filler(c);
    }
    if (is_dangerous(c))
        return false;
    cleaner->marks = 0;
    cleaner->based = true;
    return true;
}

/*
 * Bytes of the plain characters at the head of raw that nearly all text consists of: printable ASCII, Han and the
 * scripts between (U+4000-9FFF), full-width forms (U+FF00-FF7F).  None of them is dangerous, a mark or a filler.
 */
static size_t plain_head(struct span raw)
{
    const unsigned char *at = (const unsigned char *)raw.at, *end = at + raw.bytes;
    while (at < end) {
        if (*at >= 0x20 && *at < 0x7F)
            at++;
        else if (end - at >= 3 && ((*at >= 0xE4 && *at <= 0xE9) || (*at == 0xEF && (at[1] == 0xBC || at[1] == 0xBD))) &&
                 (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80)
            at += 3;
        else
            break;
    }
    return (size_t)((const char *)at - raw.at);
}

static size_t clean_head(struct span raw)
{
    struct cleaner cleaner = { 0 };
    size_t at = 0;
    while (at < raw.bytes) {
        size_t plain = plain_head((struct span){ raw.at + at, raw.bytes - at });
        if (plain) {
            cleaner = (struct cleaner){ .based = true };
            at += plain;
            continue;
        }
        ucs4_t c;
        int bytes = u8_mbtoucr(&c, (const uint8_t *)raw.at + at, raw.bytes - at);
        if (bytes <= 0 || !passes(&cleaner, c))
            break;
        at += (size_t)bytes;
    }
    return at;
}

void text_clean_to(struct buf *out, struct span raw)
{
    struct cleaner cleaner = { 0 };
    for (size_t at = 0; at < raw.bytes;) {
        ucs4_t c;
        /* u8_mbtouc() stands for an ill-formed stretch by U+FFFD and steps over its maximal subpart. */
        int bytes = u8_mbtouc(&c, (const uint8_t *)raw.at + at, raw.bytes - at);
        if (c == '\t' || c == '\n' || c == '\r') {
            if (!(c == '\n' && at && raw.at[at - 1] == '\r'))
                buf_char(out, ' ');
            cleaner = (struct cleaner){ .based = true };
        } else if (passes(&cleaner, c)) {
            utf8_put(out, c);
        } else {
            put_visible(out, c);
            cleaner = (struct cleaner){ .based = true };
        }
        at += (size_t)bytes;
    }
}

struct text text_clean(struct arena *arena, struct span raw)
{
    if (clean_head(raw) == raw.bytes)
        return (struct text){ raw.at, raw.bytes };
    struct buf out = { 0 };
    text_clean_to(&out, raw);
    struct text clean = text_copy(arena, (struct text){ out.at ? out.at : "", out.bytes });
    buf_fini(&out);
    return clean;
}

struct text text_of(const char *own)
{
    return (struct text){ own, strlen(own) };
}

struct text text_composed(struct span clean)
{
    return (struct text){ clean.at, clean.bytes };
}

struct text text_copy(struct arena *arena, struct text text)
{
    return (struct text){ arena_copy(arena, text.at, text.bytes), text.bytes };
}

struct text text_take(struct arena *arena, struct buf *made)
{
    struct text text = text_copy(arena, text_composed(buf_view(made)));
    buf_fini(made);
    return text;
}

struct text text_printf(struct arena *arena, const char *format, ...)
{
    struct buf composed = { 0 };
    va_list args;
    va_start(args, format);
    buf_vprintf(&composed, format, args);
    va_end(args);
    return text_take(arena, &composed);
}

struct span text_span(struct text text)
{
    return (struct span){ text.at, text.bytes };
}

void buf_text(struct buf *out, struct text text)
{
    buf_add(out, text.at, text.bytes);
}

bool text_equal(struct text a, struct text b)
{
    return span_equal(text_span(a), text_span(b));
}

int text_compare(struct text a, struct text b)
{
    size_t least = a.bytes < b.bytes ? a.bytes : b.bytes;
    int order = least ? memcmp(a.at, b.at, least) : 0;
    return order ? order : (a.bytes > b.bytes) - (a.bytes < b.bytes);
}

struct text text_slice(struct text text, size_t from_bytes, size_t to_bytes)
{
    return (struct text){ text.at + from_bytes, to_bytes - from_bytes };
}
