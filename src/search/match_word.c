/* SPDX-License-Identifier: MIT */
/* Preparing a query's word: what each glyph can do for it. */
#include "base/mem.h"
#include "search/match.h"
#include "text/pinyin.h"

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || c == 0xFC;
}

/* ü stands as v in the table and is typed v, u or ü. */
static bool letter_equal(uint32_t typed, char letter)
{
    return typed == (uint32_t)letter || (letter == 'v' && (typed == 'u' || typed == 0xFC));
}

/*
 * Whether a letter at place j must begin a reading or stand in the name itself: the first of a run of letters, and the
 * consonants that are never inside a syllable.
 */
static bool must_begin(const uint32_t *chars, uint32_t j)
{
    return j == 0 || !is_letter(chars[j - 1]) || (chars[j] < 0x80 && strchr("bcdfjklpqstwxyz", (int)chars[j]));
}

static bool add_reading(struct match_step *step, const uint32_t *chars, uint32_t count, uint32_t j, uint16_t reading)
{
    int syllable_bytes, same = 0;
    const char *syllable = pinyin_syllable(reading, &syllable_bytes);
    uint64_t bit = UINT64_C(1) << j;
    while (same < syllable_bytes && j + (uint32_t)same < count &&
           letter_equal(chars[j + (uint32_t)same], syllable[same]))
        same++;
    if (same == 0)
        return false;
    step->initial[1] |= bit;
    if (same >= 2 && syllable[1] == 'h' && strchr("zcs", syllable[0]))
        step->initial[2] |= bit;
    if (same == syllable_bytes) {
        step->syllable[syllable_bytes] |= bit;
        step->syllable_max = syllable_bytes > step->syllable_max ? syllable_bytes : step->syllable_max;
    } else if (j + (uint32_t)same == count) {
        step->beginning |= bit;
    }
    return true;
}

/* False when the glyph can do nothing. */
static bool make_step(struct match_step *step, const struct glyph *glyph, const uint32_t *chars, uint32_t count)
{
    bool useful = false;
    *step = (struct match_step){ 0 };
    for (uint32_t j = 0; j < count; j++) {
        if (chars[j] == glyph->codepoint) {
            step->literal |= UINT64_C(1) << j;
            useful = true;
        } else if (is_letter(chars[j])) {
            for (int i = 0; i < glyph->readings_count; i++)
                useful |= add_reading(step, chars, count, j, glyph->readings[i]);
        }
    }
    return useful;
}

static void init_long(struct match_word *word, const uint32_t *chars, const struct glyphs *glyphs)
{
    word->mode_max = MATCH_LITERAL;
    word->long_ids = mem_array(word->count, sizeof *word->long_ids);
    for (uint32_t j = 0; j < word->count; j++) {
        word->long_ids[j] = glyphs_find(glyphs, chars[j]);
        word->needed |= glyphs_sign_literal(chars[j]);
        if (!word->long_ids[j]) { /* it occurs in no name */
            free(word->long_ids);
            word->long_ids = NULL;
            return;
        }
    }
}

void match_word_init(struct match_word *word, const uint32_t *chars, uint32_t count, const struct glyphs *glyphs)
{
    uint64_t useful_signs = 0;
    *word = (struct match_word){ .count = count, .mode_max = MATCH_LITERAL, .glyphs_count = glyphs->count };
    if (count > MATCH_WORD_MAX) {
        init_long(word, chars, glyphs);
        return;
    }
    for (uint32_t j = 0; j < count; j++) {
        uint32_t c = chars[j] == 0xFC ? 'u' : chars[j];
        useful_signs |= glyphs_sign_literal(chars[j]) | glyphs_sign_literal(c);
        if (!is_letter(chars[j]))
            word->needed |= glyphs_sign_literal(c);
        else if (chars[j] < 0x80 && must_begin(chars, j))
            word->needed |= glyphs_sign_literal(c);
        if (is_letter(chars[j]))
            word->mode_max = MATCH_LETTERS;
    }
    size_t cap = 0, used = 1;
    word->mode_min = word->mode_max;
    word->slots = mem_array(glyphs->count, sizeof *word->slots);
    MEM_GROW(word->steps, 1, cap);
    word->steps[0] = (struct match_step){ 0 };
    for (uint32_t id = 2; id < glyphs->count; id++) {
        if (!(glyphs->signs[id] & useful_signs))
            continue;
        MEM_GROW(word->steps, used + 1, cap);
        struct match_step *step = &word->steps[used];
        if (!make_step(step, &glyphs->items[id], chars, count))
            continue;
        word->slots[id] = (uint16_t)used++;
        if (step->literal)
            word->mode_min = MATCH_LITERAL;
        else if (step->syllable_max && word->mode_min > MATCH_SYLLABLES)
            word->mode_min = MATCH_SYLLABLES;
    }
}

void match_word_fini(struct match_word *word)
{
    free(word->slots);
    free(word->steps);
    free(word->long_ids);
    *word = (struct match_word){ 0 };
}
