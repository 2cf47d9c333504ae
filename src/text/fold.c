/* SPDX-License-Identifier: MIT */
#include "text/fold.h"

#include <stdlib.h>
#include <unicase.h>
#include <unigbrk.h>
#include <uninorm.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/variant_table.h"

uint32_t fold_simplified(uint32_t codepoint)
{
    if (codepoint < VARIANT_FIRST || codepoint > VARIANT_LAST)
        return codepoint;
    uint32_t bit = codepoint - VARIANT_FIRST;
    uint32_t word = variant_bits[bit / 32];
    if (!(word >> bit % 32 & 1))
        return codepoint;
    return variant_simplified[variant_before[bit / 32] + __builtin_popcount(word & ((UINT32_C(1) << bit % 32) - 1))];
}

/* The folded form of a character that folds alone whatever stands beside it; 0 for one that needs the full rules. */
static uint32_t fold_plain(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return fold_simplified(c);
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c >= 0xFF21 && c <= 0xFF3A ? c - 0xFF21 + 'a' : c - 0xFEE0;
    switch (c) {
    case 0x3000:
        return ' ';
    case 0x00B7: /* · — “ ” ‘ ’ 、。〇《》【】 */
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x3001:
    case 0x3002:
    case 0x3007:
    case 0x300A:
    case 0x300B:
    case 0x3010:
    case 0x3011:
        return c;
    default:
        return 0;
    }
}

/* Characters and where they came from, growing. */
struct chars {
    uint32_t *chars, *from, *to;
    uint32_t count;
    size_t cap;
};

static void chars_add(struct chars *out, uint32_t c, uint32_t from, uint32_t to)
{
    if (out->count == out->cap) {
        out->cap = out->cap ? 2 * out->cap : 64;
        out->chars = mem_resize(out->chars, out->cap, sizeof *out->chars);
        out->from = mem_resize(out->from, out->cap, sizeof *out->from);
        out->to = mem_resize(out->to, out->cap, sizeof *out->to);
    }
    out->chars[out->count] = c;
    out->from[out->count] = from;
    out->to[out->count++] = to;
}

static void chars_fini(struct chars *chars)
{
    free(chars->chars);
    free(chars->from);
    free(chars->to);
    *chars = (struct chars){ 0 };
}

/* The end of the grapheme cluster that begins at `at`. */
static uint32_t cluster_end(const struct chars *in, uint32_t at)
{
    const uint32_t *end = in->chars + in->count;
    const uint32_t *next = u32_grapheme_next(in->chars + at, end);
    return next ? (uint32_t)(next - in->chars) : in->count;
}

/* Folds each cluster of in once, as a whole; every folded character came from all of its cluster's bytes. */
static void fold_clusters(const struct chars *in, struct chars *out)
{
    for (uint32_t at = 0, next; at < in->count; at = next) {
        uint32_t room[64], *folded;
        size_t count = sizeof room / sizeof *room;
        next = cluster_end(in, at);
        folded = u32_casefold(in->chars + at, next - at, NULL, UNINORM_NFKC, room, &count);
        for (size_t i = 0; folded && i < count; i++)
            chars_add(out, fold_simplified(folded[i]), in->from[at], in->to[next - 1]);
        if (folded && folded != room)
            free(folded);
    }
}

/*
 * Folding a cluster may bring forth characters that form clusters with their neighbours (half-width letters of Korean
 * become parts of syllables), so it is repeated until nothing changes.  That is one extra round for ordinary text; the
 * limit guards against a library that never settles.
 */
static void fold_fully(struct chars *chars)
{
    for (int round = 0; round < 8; round++) {
        struct chars folded = { 0 };
        fold_clusters(chars, &folded);
        bool same = folded.count == chars->count &&
                    (folded.count == 0 || memcmp(folded.chars, chars->chars, folded.count * sizeof *folded.chars) == 0);
        chars_fini(chars);
        *chars = folded;
        if (same)
            return;
    }
}

/* Folds text into the caller's arrays of at least text.bytes elements; false when that needs the full rules. */
static bool fold_fast(struct text text, struct fold *fold)
{
    fold->count = 0;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        uint32_t folded = fold_plain(c);
        if (!folded)
            return false;
        fold->chars[fold->count] = folded;
        fold->from[fold->count] = (uint32_t)at;
        fold->to[fold->count++] = (uint32_t)(at + bytes);
    }
    return true;
}

static void chars_of(struct text text, struct chars *chars)
{
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        chars_add(chars, c, (uint32_t)at, (uint32_t)(at + bytes));
    }
}

struct fold fold_text(struct arena *arena, struct text text)
{
    struct fold fold;
    size_t count = utf8_count(text);
    uint32_t *room = arena_array(arena, 3 * count, sizeof *room);
    fold = (struct fold){ room, room + count, room + 2 * count, 0 };
    if (fold_fast(text, &fold))
        return fold;

    struct chars chars = { 0 };
    chars_of(text, &chars);
    fold_fully(&chars);
    room = arena_array(arena, 3 * (size_t)chars.count, sizeof *room);
    fold = (struct fold){ room, room + chars.count, room + 2 * (size_t)chars.count, chars.count };
    if (chars.count) {
        memcpy(fold.chars, chars.chars, chars.count * sizeof *room);
        memcpy(fold.from, chars.from, chars.count * sizeof *room);
        memcpy(fold.to, chars.to, chars.count * sizeof *room);
    }
    chars_fini(&chars);
    return fold;
}

void fold_to(struct buf *out, struct text text)
{
    size_t mark_bytes = out->bytes;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t folded = fold_plain(utf8_at(text, at, &bytes));
        if (!folded) {
            struct chars chars = { 0 };
            out->bytes = mark_bytes;
            chars_of(text, &chars);
            fold_fully(&chars);
            for (uint32_t i = 0; i < chars.count; i++)
                utf8_put(out, chars.chars[i]);
            chars_fini(&chars);
            return;
        }
        utf8_put(out, folded);
    }
}
