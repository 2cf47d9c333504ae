/* SPDX-License-Identifier: MIT */
#include "wording/keyed.h"

#include <string.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/utf8.h"

/* Marks by turns with what stands for them in a key. */
static const struct text MARKS = TEXT("【[〔[〖[】]〕]〗]﹐,﹑、﹒.﹔;﹕:∶:︰:﹖?﹗!﹙(﹚)•·‧·・·､、｡。");

static uint32_t key_char(uint32_t c)
{
    enum { HAN = 0x3400, HAN_END = 0xFE00 };
    if (c < 0x80)
        return c;
    if (c >= 0xFF01 && c <= 0xFF5E) /* full-width */
        return c - 0xFEE0;
    if (c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F)
        return ' ';
    for (size_t i = 0, mark, stand_in; (c < HAN || c >= HAN_END) && i < MARKS.bytes; i += mark + stand_in) {
        bool same = utf8_at(MARKS, i, &mark) == c;
        uint32_t other = utf8_at(MARKS, i + mark, &stand_in);
        if (same)
            return other;
    }
    return c < 0x2E80 ? c : fold_simplified(c);
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

struct bends {
    struct keyed_bend *items;
    size_t count, cap;
    uint32_t ahead; /* the text of the key, modulo 2^32 */
};

static void bend_to(struct bends *bends, size_t key, size_t text)
{
    uint32_t ahead = (uint32_t)(text - key);
    if (ahead == bends->ahead)
        return;
    bends->ahead = ahead;
    MEM_GROW(bends->items, bends->count + 1, bends->cap);
    bends->items[bends->count++] = (struct keyed_bend){ (uint32_t)key, (uint32_t)text };
}

struct keyed keyed_make(struct arena *arena, struct text text)
{
    struct buf key = { 0 };
    struct bends bends = { 0 };
    for (size_t i = 0, step; i < text.bytes; i += step) {
        size_t from = key.bytes;
        uint32_t c = utf8_at(text, i, &step);
        if (!put_number(&key, c))
            utf8_put(&key, key_char(c));
        bend_to(&bends, from, i);
        /* （20） is longer than ⒇: what is over comes of it, too. */
        for (size_t over = from + step; over < key.bytes; over++)
            bend_to(&bends, over, i);
    }
    bend_to(&bends, key.bytes, text.bytes);
    struct keyed_bend *kept = NULL;
    if (bends.count) {
        kept = arena_array(arena, bends.count, sizeof *kept);
        memcpy(kept, bends.items, bends.count * sizeof *kept);
    }
    struct keyed k = { text, arena_copy(arena, key.at ? key.at : "", key.bytes), (uint32_t)key.bytes,
                       (uint32_t)bends.count, kept };
    free(bends.items);
    buf_fini(&key);
    return k;
}

uint32_t keyed_at(const struct keyed *k, uint32_t i)
{
    uint32_t low = 0, high = k->bends_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (k->bends[middle].key <= i)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t at = low ? k->bends[low - 1].text + (i - k->bends[low - 1].key) : i;
    while (at > 0 && at < k->text.bytes && ((unsigned char)k->text.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

uint32_t keyed_find(const struct keyed *k, uint32_t at)
{
    uint32_t low = 0, high = k->bytes;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (keyed_at(k, middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct text keyed_slice(const struct keyed *k, uint32_t from, uint32_t to)
{
    return text_slice(k->text, keyed_at(k, from), keyed_at(k, to));
}

struct text keyed_text(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    return keyed_slice(k, from, to);
}

struct text keyed_squeezed(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    if (!keyed_holds(k, from, to, " "))
        return keyed_slice(k, from, to);
    struct buf out = { 0 };
    for (uint32_t i = from; i < to; i += keyed_step(k, i))
        if (k->key[i] != ' ')
            buf_text(&out, keyed_slice(k, i, i + keyed_step(k, i)));
    return text_take(arena, &out);
}

/*
 * Lists of literals are asked at every character of a notice: one search for the character that a literal starts or ends
 * with skips all others at once.
 */

static bool is_literal_end(char c)
{
    return c == '\0' || c == '|';
}

/* The literals that start with the character at key, in order: call with the list, then behind the last one. */
static const char *next_start(const char *literals, const char *at, const char *needle, size_t bytes)
{
    /* needle: '|' and the character. */
    if (at == literals && strncmp(at, needle + 1, bytes - 1) == 0)
        return at;
    const char *found = strstr(at, needle);
    return found ? found + 1 : NULL;
}

/* Puts '|' and the key's character at i into needle; its bytes. */
static size_t needle_of(const struct keyed *k, uint32_t i, uint32_t bytes, char needle[8])
{
    needle[0] = '|';
    memcpy(needle + 1, k->key + i, bytes);
    needle[bytes + 1] = '\0';
    return bytes + 1;
}

uint32_t keyed_starts(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    char needle[8];
    if (from >= to)
        return 0;
    uint32_t step = keyed_step(k, from);
    if (step > 4 || from + step > to || k->key[from] == '|' || k->key[from] == '\0')
        return 0;
    size_t bytes = needle_of(k, from, step, needle);
    const char *key = k->key + from, *end = k->key + to;
    for (const char *one = literals; (one = next_start(literals, one, needle, bytes));) {
        const char *at = key, *c = one;
        while (!is_literal_end(*c) && at < end && *at == *c)
            at++, c++;
        if (is_literal_end(*c))
            return (uint32_t)(at - key);
        one = c;
    }
    return 0;
}

uint32_t keyed_ends(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    char needle[8];
    if (from >= to)
        return 0;
    uint32_t back = keyed_back(k, to);
    if (back > 4 || to - back < from || k->key[to - back] == '|' || k->key[to - back] == '\0')
        return 0;
    needle_of(k, to - back, back, needle);
    for (const char *found = literals; (found = strstr(found, needle + 1));) {
        const char *behind = found + back, *one = found;
        if (is_literal_end(*behind)) {
            while (one > literals && one[-1] != '|')
                one--;
            size_t bytes = (size_t)(behind - one);
            if (to - from >= bytes && memcmp(k->key + to - bytes, one, bytes) == 0)
                return (uint32_t)bytes;
        }
        found = behind;
    }
    return 0;
}

bool keyed_holds(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    for (const char *one = literals; to > from && one;) {
        const char *end = strchrnul(one, '|');
        if (memmem(k->key + from, to - from, one, (size_t)(end - one)))
            return true;
        one = *end ? end + 1 : NULL;
    }
    return false;
}

bool keyed_equals(const struct keyed *k, uint32_t from, uint32_t to, const char *literals)
{
    for (const char *one = literals; to > from && one;) {
        const char *end = strchrnul(one, '|');
        if (to - from == (size_t)(end - one) && memcmp(k->key + from, one, to - from) == 0)
            return true;
        one = *end ? end + 1 : NULL;
    }
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
    for (uint32_t bytes; keyed_trim(k, from, to), (bytes = keyed_ends(k, *from, *to, "。|、|,|;|.|:")) > 0;)
        *to -= bytes;
    for (uint32_t bytes; keyed_trim(k, from, to), (bytes = keyed_starts(k, *from, *to, "。|、|,|;|:")) > 0;)
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

uint32_t keyed_open(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t depth = 0;
    for (uint32_t i = to; i-- > from + 1;) {
        depth += k->key[i] == ')' || k->key[i] == ']';
        if ((k->key[i] == '(' || k->key[i] == '[') && --depth == 0)
            return i;
    }
    return from;
}
