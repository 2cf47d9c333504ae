/* SPDX-License-Identifier: MIT */
#include "notice/raw.h"

#include <string.h>

#include "base/mem.h"
#include "notice/punctuation.h"
#include "notice/quoted.h"
#include "text/radical.h"
#include "text/utf8.h"

/* What pages hide between characters: zero-width blanks, joiners, soft hyphens, byte order marks. */
static const char *const HIDDEN[] = { "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
                                      "\xEF\xBB\xBF", "\xE2\x81\xA0", "\xC2\xAD" };

static size_t hidden_at(struct span raw, size_t i)
{
    if ((unsigned char)raw.at[i] < 0xC2)
        return 0;
    for (size_t h = 0; h < sizeof HIDDEN / sizeof HIDDEN[0]; h++)
        if (raw.bytes - i >= strlen(HIDDEN[h]) && memcmp(raw.at + i, HIDDEN[h], strlen(HIDDEN[h])) == 0)
            return strlen(HIDDEN[h]);
    return 0;
}

/* Could a radical or a compatibility ideograph start here?  E2 BA–BF, EF A4–AB, F0 AF. */
static bool may_be_radical(struct span raw, size_t i)
{
    unsigned char a = (unsigned char)raw.at[i], b = i + 1 < raw.bytes ? (unsigned char)raw.at[i + 1] : 0;
    return (a == 0xE2 && b >= 0xBA) || (a == 0xEF && b >= 0xA4 && b <= 0xAB) || (a == 0xF0 && b == 0xAF);
}

/* Markdown's bold: pairs of **; a star alone marks who leads. */
static bool is_bold(struct span raw)
{
    uint32_t count = 0;
    for (const char *at = raw.at, *end = raw.at + raw.bytes; (at = memmem(at, (size_t)(end - at), "**", 2)); at += 2)
        count++;
    return count > 0 && count % 2 == 0 && !memmem(raw.at, raw.bytes, "***", 3);
}

static void visible(struct buf *out, struct span raw, uint32_t *radicals_count)
{
    bool bold = is_bold(raw);
    for (size_t i = 0; i < raw.bytes;) {
        size_t skip = hidden_at(raw, i), bytes = 1;
        if (bold && raw.at[i] == '*' && i + 1 < raw.bytes && raw.at[i + 1] == '*')
            skip = 2;
        if (skip) {
            i += skip;
            continue;
        }
        if (raw.at[i] == '\t') {
            buf_string(out, RAW_TAB);
        } else if (may_be_radical(raw, i) && utf8_valid_bytes((struct span){ raw.at + i, raw.bytes - i }) > 0) {
            uint32_t c = utf8_at((struct text){ raw.at, raw.bytes }, i, &bytes), unified = radical_unified(c);
            *radicals_count += unified != c;
            utf8_put(out, unified);
        } else {
            buf_char(out, raw.at[i]);
        }
        i += bytes;
    }
}

static struct raw_line *add(struct arena *arena, struct raw_lines *lines, struct span raw, bool full)
{
    struct buf seen = { 0 };
    bool tabs = memchr(raw.at, '\t', raw.bytes) != NULL;
    arena = tabs ? &lines->marked : arena;
    visible(&seen, raw, &lines->radicals_count);
    /* Most lines are clean as they stand. */
    struct text text = span_equal(buf_view(&seen), raw) ? text_clean(arena, raw)
                                                        : text_copy(arena, text_clean(arena, buf_view(&seen)));
    buf_fini(&seen);
    if (full) {
        struct buf made = { 0 };
        punctuation_full(text, &made);
        text = text_take(arena, &made);
    }
    MEM_GROW(lines->items, (size_t)lines->count + 1, lines->cap);
    lines->items[lines->count] = (struct raw_line){ .text = text, .tabs = tabs };
    return &lines->items[lines->count++];
}

/* The bytes of what ends a line at i; 0 when nothing does. */
static size_t line_end(struct span utf8, size_t i)
{
    switch (utf8.at[i]) {
    case '\r':
        return i + 1 < utf8.bytes && utf8.at[i + 1] == '\n' ? 2 : 1;
    case '\n':
    case '\f':
    case '\v':
    case QUOTED_LINE_END:
        return 1;
    case '\xC2': /* U+0085 */
        return i + 1 < utf8.bytes && utf8.at[i + 1] == '\x85' ? 2 : 0;
    case '\xE2': /* U+2028, U+2029 */
        return i + 2 < utf8.bytes && utf8.at[i + 1] == '\x80' && (utf8.at[i + 2] == '\xA8' || utf8.at[i + 2] == '\xA9')
                   ? 3
                   : 0;
    default:
        return 0;
    }
}

void raw_lines_read(struct arena *arena, struct span utf8, bool full, struct raw_lines *out)
{
    uint32_t no = 1, col = 1;
    bool in_cell = false;
    for (size_t i = 0, from = 0; i <= utf8.bytes; i++) {
        bool end = i == utf8.bytes;
        size_t bytes = end ? 0 : line_end(utf8, i);
        if (!end && !bytes)
            continue;
        if (i > from || !end) {
            struct raw_line *line = add(arena, out, (struct span){ utf8.at + from, i - from }, full);
            line->no = no;
            line->col = col;
            line->in_cell = line->goes_on = in_cell;
            col += (uint32_t)utf8_count(line->text) + 1;
        }
        if (end)
            break;
        in_cell = utf8.at[i] == QUOTED_LINE_END;
        if (utf8.at[i] == '\n' || utf8.at[i] == '\r' || in_cell)
            no++, col = 1;
        from = i + bytes;
        i += bytes - 1;
    }
}
