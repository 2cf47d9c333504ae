/* SPDX-License-Identifier: MIT */
#include "notice/punctuation.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

struct punctuated {
    struct text text;
    uint32_t *partner; /* by byte: of a bracket, the other one's offset + 1; 0 without */
    bool *chinese;     /* by byte of an opening bracket: a Han character inside or beside the pair */
    size_t quotes_count, singles_count;
};

static bool is_chinese(uint32_t c)
{
    return utf8_is_han(c) || (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0x2014 ||
           c == 0x2026 || c == 0x201C || c == 0x201D;
}

static bool is_latin(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '\\' ||
           c == '_' || c == '@';
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* The character before and behind byte i, blanks left out; 0 at an end. */
static uint32_t before(struct text text, size_t i)
{
    for (size_t bytes; i > 0; i -= bytes) {
        uint32_t c = utf8_before(text, i, &bytes);
        if (c != ' ')
            return c;
    }
    return 0;
}

static uint32_t after(struct text text, size_t i)
{
    for (size_t bytes; i < text.bytes; i += bytes) {
        uint32_t c = utf8_at(text, i, &bytes);
        if (c != ' ')
            return c;
    }
    return 0;
}

/* Brackets in pairs, in one pass: for each pair, whether Chinese is inside or beside it. */
static void pair_brackets(struct punctuated *p)
{
    size_t *stack = NULL, *han_before = NULL, depth = 0, cap = 0, han_cap = 0, han = 0;
    for (size_t i = 0, bytes; i < p->text.bytes; i += bytes) {
        uint32_t c = utf8_at(p->text, i, &bytes);
        han += is_chinese(c);
        p->quotes_count += c == '"';
        p->singles_count += c == '\'';
        if (c == '(' || c == 0xFF08) {
            size_t need = depth + 1;
            MEM_GROW(stack, need, cap);
            MEM_GROW(han_before, need, han_cap);
            stack[depth] = i;
            han_before[depth++] = han;
        } else if ((c == ')' || c == 0xFF09) && depth > 0) {
            size_t open = stack[--depth], open_bytes;
            utf8_at(p->text, open, &open_bytes);
            p->partner[open] = (uint32_t)i + 1;
            p->partner[i] = (uint32_t)open + 1;
            uint32_t left = before(p->text, open);
            p->chinese[open] = han > han_before[depth] || is_chinese(left) ||
                               (!is_latin(left) && is_chinese(after(p->text, i + bytes)));
        }
    }
    free(stack);
    free(han_before);
}

/* Stands a mark between Chinese?  Beside one Chinese character it does, between two letters or digits never. */
static bool in_chinese(struct text text, size_t i, size_t to)
{
    uint32_t left = before(text, i), right = after(text, to);
    if (is_latin(left) && is_latin(right))
        return false;
    return is_chinese(left) || is_chinese(right);
}

static uint32_t full_mark(const struct punctuated *p, uint32_t c, size_t i)
{
    switch (c) {
    case ',':
    case ':':
    case ';':
    case '?':
    case '!':
        return in_chinese(p->text, i, i + 1) ? c + 0xFEE0 : c;
    case '(':
    case ')': {
        size_t open = c == '(' ? i : p->partner[i] - 1u;
        if (!p->partner[i])
            return in_chinese(p->text, i, i + 1) ? c + 0xFEE0 : c;
        return p->chinese[open] ? c + 0xFEE0 : c;
    }
    case '.': {
        uint32_t left = before(p->text, i), right = after(p->text, i + 1);
        return utf8_is_han(left) && (right == 0 || utf8_is_han(right) || right == ')' || right == 0xFF09) ? 0x3002 : c;
    }
    default:
        return c;
    }
}

static bool has_chinese(struct text text)
{
    for (size_t i = 0, bytes; i < text.bytes; i += bytes)
        if (is_chinese(utf8_at(text, i, &bytes)))
            return true;
    return false;
}

/* ... and -- between Chinese; the bytes taken, 0 when it is nothing of the kind. */
static size_t long_mark(struct text text, size_t i, struct buf *out)
{
    size_t to = i;
    while (to < text.bytes && to < i + 8 && text.at[to] == text.at[i])
        to++;
    bool dots = text.at[i] == '.', han = utf8_is_han(before(text, i));
    if (!han || to - i < (dots ? 3 : 2) || to - i > 6 || is_digit(after(text, to)))
        return 0;
    buf_string(out, dots ? "……" : "——");
    return to - i;
}

void punctuation_full(struct text paragraph, struct buf *out)
{
    if (!has_chinese(paragraph)) {
        buf_text(out, paragraph);
        return;
    }
    struct punctuated p = { paragraph, mem_array(paragraph.bytes + 1, sizeof *p.partner),
                            mem_array(paragraph.bytes + 1, sizeof *p.chinese), 0, 0 };
    pair_brackets(&p);
    bool open = false, open_single = false;
    for (size_t i = 0, bytes; i < paragraph.bytes; i += bytes) {
        uint32_t c = utf8_at(paragraph, i, &bytes), full = c;
        size_t taken = c == '.' || c == '-' ? long_mark(paragraph, i, out) : 0;
        if (taken) {
            bytes = taken;
            continue;
        }
        /* An odd quote cannot be paired: it stays for a human to see. */
        if (c == '"' && p.quotes_count % 2 == 0) {
            open = !open;
            full = open ? 0x201C : 0x201D;
        } else if (c == '\'' && p.singles_count % 2 == 0 &&
                   (!is_latin(before(paragraph, i)) || !is_latin(after(paragraph, i + 1)))) {
            open_single = !open_single;
            full = open_single ? 0x2018 : 0x2019;
        } else if (c < 0x80) {
            full = full_mark(&p, c, i);
        }
        utf8_put(out, full);
        /* A full-width mark carries its own room: the blank typed behind a half-width one goes. */
        if (full != c && (full == 0xFF0C || full == 0xFF1A || full == 0xFF1B) && i + 2 < paragraph.bytes &&
            paragraph.at[i + 1] == ' ' && is_chinese(after(paragraph, i + 1)) && paragraph.at[i + 2] != ' ')
            bytes = 2;
    }
    free(p.partner);
    free(p.chinese);
}
