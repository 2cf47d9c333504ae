/* SPDX-License-Identifier: MIT */
#include "search/glyphs.h"

#include "base/mem.h"
#include "text/fold.h"
#include "text/pinyin.h"
#include "text/utf8.h"

enum { GLYPHS_MAX = 65000, GLYPH_OTHERS = 1, GLYPH_COMPLEX = 0xFFFF, CODE_POINTS = 0x110000 };

uint64_t glyphs_sign_literal(uint32_t folded)
{
    if (folded >= 'a' && folded <= 'z')
        return UINT64_C(1) << (folded - 'a');
    return UINT64_C(1) << (26 + folded * UINT32_C(2654435761) % UINT32_C(2147483647) % 38);
}

uint64_t glyphs_sign(uint32_t folded)
{
    return glyphs_sign_literal(folded) | pinyin_initials(folded);
}

void glyphs_init(struct glyphs *glyphs)
{
    *glyphs = (struct glyphs){ 0 };
    /* Zeroed memory of this size costs only the pages that are touched. */
    glyphs->by_shown = mem_array(CODE_POINTS, sizeof *glyphs->by_shown);
    glyphs->by_folded = mem_array(CODE_POINTS, sizeof *glyphs->by_folded);
    MEM_GROW(glyphs->items, 2, glyphs->cap);
    MEM_GROW(glyphs->signs, 2, glyphs->signs_cap);
    glyphs->items[0] = glyphs->items[1] = (struct glyph){ UINT32_MAX, 0, NULL };
    glyphs->signs[0] = glyphs->signs[1] = 0;
    glyphs->count = 2;
}

void glyphs_fini(struct glyphs *glyphs)
{
    free(glyphs->items);
    free(glyphs->signs);
    free(glyphs->by_shown);
    free(glyphs->by_folded);
    *glyphs = (struct glyphs){ 0 };
}

uint16_t glyphs_find(const struct glyphs *glyphs, uint32_t folded)
{
    uint16_t id = folded < CODE_POINTS ? glyphs->by_folded[folded] : 0;
    return id == GLYPH_OTHERS ? 0 : id;
}

static uint16_t glyph_number(struct glyphs *glyphs, uint32_t folded)
{
    uint16_t *id = &glyphs->by_folded[folded];
    if (*id)
        return *id;
    if (glyphs->count >= GLYPHS_MAX)
        return *id = GLYPH_OTHERS;
    MEM_GROW(glyphs->items, glyphs->count + 1, glyphs->cap);
    MEM_GROW(glyphs->signs, glyphs->count + 1, glyphs->signs_cap);
    struct glyph glyph = { folded, 0, NULL };
    glyph.readings_count = pinyin_readings(folded, &glyph.readings);
    glyphs->items[glyphs->count] = glyph;
    glyphs->signs[glyphs->count] = glyphs_sign(folded);
    return *id = (uint16_t)glyphs->count++;
}

/* Characters that fold one to one whatever stands beside them; all others are left to fold_text(). */
static bool stands_alone(uint32_t c)
{
    return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xFF01 && c <= 0xFF5E) ||
           (c >= 0x3000 && c <= 0x3011) || c == 0x201C || c == 0x201D || c == 0xB7 || c == 0x2014;
}

static uint16_t learn_shown(struct glyphs *glyphs, uint32_t c)
{
    struct arena arena = { 0 };
    struct buf shown = { 0 };
    uint16_t id = GLYPH_COMPLEX;
    if (stands_alone(c)) {
        utf8_put(&shown, c);
        struct fold fold = fold_text(&arena, text_composed(buf_view(&shown)));
        if (fold.count == 1)
            id = glyph_number(glyphs, fold.chars[0]);
        buf_fini(&shown);
        arena_fini(&arena);
    }
    return glyphs->by_shown[c] = id;
}

/* UTF-8 believed valid; the three-byte form of Han first. */
static inline uint32_t decode(struct text text, size_t at, size_t *bytes)
{
    const unsigned char *byte = (const unsigned char *)text.at + at;
    if ((byte[0] & 0xF0) == 0xE0 && text.bytes - at >= 3) {
        *bytes = 3;
        return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
    }
    return utf8_at(text, at, bytes);
}

static uint32_t add_complex(struct glyphs *glyphs, struct text text, struct glyph_ids *out, uint64_t *sign)
{
    struct arena arena = { 0 };
    struct fold fold = fold_text(&arena, text);
    MEM_GROW(out->ids, out->count + fold.count, out->cap);
    for (uint32_t i = 0; i < fold.count; i++) {
        uint16_t id = glyph_number(glyphs, fold.chars[i]);
        *sign |= glyphs->signs[id];
        out->ids[out->count + i] = id;
    }
    out->count += fold.count;
    arena_fini(&arena);
    return fold.count;
}

uint32_t glyphs_add(struct glyphs *glyphs, struct text text, struct glyph_ids *out, uint64_t *sign)
{
    uint64_t all = 0, unasked;
    uint32_t count = 0;
    sign = sign ? sign : &unasked;
    *sign = 0;
    MEM_GROW(out->ids, out->count + text.bytes, out->cap);
    uint16_t *ids = out->ids + out->count;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = decode(text, at, &bytes);
        uint16_t id = glyphs->by_shown[c];
        if (!id)
            id = learn_shown(glyphs, c);
        if (id == GLYPH_COMPLEX)
            return add_complex(glyphs, text, out, sign);
        all |= glyphs->signs[id];
        ids[count++] = id;
    }
    out->count += count;
    *sign = all;
    return count;
}
