/* SPDX-License-Identifier: MIT */
#include "wording/keyed.h"

#include <string.h>

#include "text/fold.h"
#include "text/utf8.h"

static uint32_t key_char(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F)
        return ' ';
    switch (c) {
    case 0x3010: /* 【〔〖［ */
    case 0x3014:
    case 0x3016:
        return '[';
    case 0x3011:
    case 0x3015:
    case 0x3017:
        return ']';
    case 0xFE50:
        return ',';
    case 0xFE51:
        return 0x3001;
    case 0xFE52:
        return '.';
    case 0xFE54:
        return ';';
    case 0xFE55:
    case 0x2236:
    case 0xFE30:
        return ':';
    case 0xFE56:
        return '?';
    case 0xFE57:
        return '!';
    case 0xFE59:
        return '(';
    case 0xFE5A:
        return ')';
    case 0x2022:
    case 0x2027:
    case 0x30FB:
        return 0xB7;
    case 0xFF64: /* half-width 、 。 */
        return 0x3001;
    case 0xFF61:
        return 0x3002;
    default:
        return c < 0x2E80 ? c : fold_simplified(c);
    }
}

/* ⒈ ⑴ ㈠ are several characters in one; true when c was one of them. */
static bool put_number(struct buf *key, uint32_t c)
{
    static const char HAN[] = "一二三四五六七八九十";
    if (c >= 0x2488 && c <= 0x249B)
        buf_printf(key, "%u.", c - 0x2487);
    else if (c >= 0x2474 && c <= 0x2487)
        buf_printf(key, "(%u)", c - 0x2473);
    else if (c >= 0x3220 && c <= 0x3229)
        buf_printf(key, "(%.3s)", HAN + 3 * (c - 0x3220));
    else
        return false;
    return true;
}

struct keyed keyed_make(struct arena *arena, struct text text)
{
    struct buf key = { 0 };
    uint32_t *at = arena_alloc(arena, (2 * text.bytes + 8) * sizeof *at);
    for (size_t i = 0, step; i < text.bytes; i += step) {
        size_t from = key.bytes;
        uint32_t c = utf8_at(text, i, &step);
        if (!put_number(&key, c))
            utf8_put(&key, key_char(c));
        for (size_t j = from; j < key.bytes; j++)
            at[j] = (uint32_t)i;
    }
    at[key.bytes] = (uint32_t)text.bytes;
    struct keyed k = { text, arena_copy(arena, key.at ? key.at : "", key.bytes), (uint32_t)key.bytes, at };
    buf_fini(&key);
    return k;
}

struct text keyed_text(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    return text_slice(k->text, k->at[from], k->at[to]);
}

static bool starts(const struct keyed *k, uint32_t from, uint32_t to, const char *literal, size_t bytes)
{
    return to >= from && to - from >= bytes && memcmp(k->key + from, literal, bytes) == 0;
}

static bool ends(const struct keyed *k, uint32_t from, uint32_t to, const char *literal, size_t bytes)
{
    return to >= from && to - from >= bytes && memcmp(k->key + to - bytes, literal, bytes) == 0;
}

bool keyed_starts(const struct keyed *k, uint32_t from, uint32_t to, const char *literal)
{
    return starts(k, from, to, literal, strlen(literal));
}

bool keyed_ends(const struct keyed *k, uint32_t from, uint32_t to, const char *literal)
{
    return ends(k, from, to, literal, strlen(literal));
}

bool keyed_holds(const struct keyed *k, uint32_t from, uint32_t to, const char *literal)
{
    return to > from && memmem(k->key + from, to - from, literal, strlen(literal));
}

bool keyed_equals(const struct keyed *k, uint32_t from, uint32_t to, const char *literal)
{
    return to >= from && to - from == strlen(literal) && keyed_starts(k, from, to, literal);
}

/* Calls for each literal between '|'. */
#define EACH_LITERAL(list, at, length)                                                                                 \
    for (const char *at = (list); at; at = strchr(at, '|'), at = at ? at + 1 : NULL)                                   \
        for (size_t length = strcspn(at, "|"), once = 1; once; once = 0)

uint32_t keyed_starts_any(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    /* Asked at every character of a notice: one pass over the literals, without measuring each. */
    const char *key = k->key + from, *end = k->key + to;
    for (const char *one = literals; from < to;) {
        const char *at = key;
        while (*one && *one != '|' && at < end && *at == *one)
            at++, one++;
        if (*one == '\0' || *one == '|')
            return (uint32_t)(at - key);
        one = strchr(one, '|');
        if (!one)
            return 0;
        one++;
    }
    return 0;
}

uint32_t keyed_ends_any(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    EACH_LITERAL(literals, one, bytes)
    if (ends(k, from, to, one, bytes))
        return (uint32_t)bytes;
    return 0;
}

bool keyed_holds_any(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    EACH_LITERAL(literals, one, bytes)
    if (to > from && memmem(k->key + from, to - from, one, bytes))
        return true;
    return false;
}

bool keyed_equals_any(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    EACH_LITERAL(literals, one, bytes)
    if (to - from == bytes && starts(k, from, to, one, bytes))
        return true;
    return false;
}

void keyed_trim(const struct keyed *k, uint32_t *from, uint32_t *to)
{
    while (*from < *to && k->key[*from] == ' ')
        ++*from;
    while (*to > *from && k->key[*to - 1] == ' ')
        --*to;
}

void keyed_trim_marks(const struct keyed *k, uint32_t *from, uint32_t *to)
{
    for (uint32_t bytes; keyed_trim(k, from, to), (bytes = keyed_ends_any(k, *from, *to, "。|、|,|;|.|:")) > 0;)
        *to -= bytes;
    for (uint32_t bytes; keyed_trim(k, from, to), (bytes = keyed_starts_any(k, *from, *to, "。|、|,|;|:")) > 0;)
        *from += bytes;
}

uint32_t keyed_step(const struct keyed *k, uint32_t i)
{
    uint32_t to = i + 1;
    while (to < k->bytes && ((unsigned char)k->key[to] & 0xC0) == 0x80)
        to++;
    return to - i;
}

uint32_t keyed_back(const struct keyed *k, uint32_t i)
{
    uint32_t from = i - 1;
    while (from > 0 && ((unsigned char)k->key[from] & 0xC0) == 0x80)
        from--;
    return i - from;
}

uint32_t keyed_count(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t count = 0;
    for (uint32_t i = from; i < to; i++)
        count += ((unsigned char)k->key[i] & 0xC0) != 0x80;
    return count;
}

bool keyed_han(const struct keyed *k, uint32_t i)
{
    size_t bytes;
    return i < k->bytes && utf8_is_han(utf8_at((struct text){ k->key, k->bytes }, i, &bytes));
}

bool keyed_han_before(const struct keyed *k, uint32_t i)
{
    return i > 0 && keyed_han(k, i - keyed_back(k, i));
}

uint32_t keyed_close(const struct keyed *k, uint32_t open, uint32_t to)
{
    uint32_t depth = 0;
    for (uint32_t i = open; i < to; i++) {
        if (k->key[i] == '(' || k->key[i] == '[')
            depth++;
        else if ((k->key[i] == ')' || k->key[i] == ']') && --depth == 0)
            return i;
    }
    return to;
}
