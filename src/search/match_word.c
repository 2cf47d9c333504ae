/* SPDX-License-Identifier: MIT */
/* Preparing a query's word: what each glyph can do for it. */
#include "base/mem.h"
#include "search/match.h"
#include "search/sound.h"
#include "text/pinyin.h"

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || c == 0xFC;
}

/*
 * Whether a letter at place j must begin a reading or stand in the name itself: the first of a run of letters, and the
 * consonants that are never inside a syllable (y is in lyu and nyu).
 */
static bool must_begin(const uint32_t *chars, uint32_t j)
{
    if (j == 0 || !is_letter(chars[j - 1]))
        return true;
    if (chars[j] == 'y' && (chars[j - 1] == 'l' || chars[j - 1] == 'n'))
        return false;
    return chars[j] < 0x80 && strchr("bcdfjklpqstwxyz", (int)chars[j]);
}

static void join(uint64_t *into, const uint64_t *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        into[i] |= from[i];
}

static void add_sound(struct match_step *step, struct match_slip *slip, const struct sound *sound)
{
    join(step->syllable, sound->step.syllable, 7);
    join(step->initial, sound->step.initial, 3);
    step->beginning |= sound->step.beginning;
    if (sound->step.syllable_max > step->syllable_max)
        step->syllable_max = sound->step.syllable_max;
    if (slip)
        join(slip->slipped, sound->slip.slipped, 8);
}

/* False when the glyph can do nothing. */
static bool make_step(struct match_step *step, struct match_slip *slip, const struct glyph *glyph,
                      const uint32_t *chars, uint32_t count, struct sounds *sounds)
{
    bool useful = false;
    *step = (struct match_step){ 0 };
    if (slip)
        *slip = (struct match_slip){ 0 };
    if (sound_silent(glyph->codepoint)) {
        step->silent = UINT64_MAX;
        useful = true;
    }
    for (uint32_t j = 0; j < count; j++)
        if (chars[j] == glyph->codepoint) {
            step->literal |= UINT64_C(1) << j;
            useful = true;
        }
    for (int i = 0; i < glyph->readings_count; i++) {
        const struct sound *sound = sounds_get(sounds, glyph->readings[i]);
        if (!sound->useful)
            continue;
        add_sound(step, slip, sound);
        useful = true;
    }
    return useful;
}

static bool can_begin(const struct match_step *step)
{
    uint64_t any = step->silent | step->literal | step->beginning | step->initial[1] | step->initial[2];
    for (int i = 1; i < 7; i++)
        any |= step->syllable[i];
    return any & 1;
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

/* What any name must have, and what a glyph must have one of to be of use. */
static uint64_t look_at_chars(struct match_word *word, const uint32_t *chars)
{
    uint64_t useful_signs = 0;
    for (uint32_t j = 0; j < word->count; j++) {
        uint32_t c = chars[j] == 0xFC ? 'u' : chars[j];
        useful_signs |= glyphs_sign_literal(chars[j]) | glyphs_sign_literal(c);
        if (!is_letter(chars[j])) {
            word->needed |= glyphs_sign_literal(c);
            word->others |= UINT64_C(1) << j;
            continue;
        }
        if (chars[j] < 0x80 && must_begin(chars, j))
            word->needed |= glyphs_sign_literal(c);
        word->letters |= UINT64_C(1) << j;
        word->mode_max = MATCH_LETTERS;
    }
    return useful_signs;
}

void match_word_init(struct match_word *word, const uint32_t *chars, uint32_t count, const struct glyphs *glyphs,
                     bool alike)
{
    *word = (struct match_word){ .count = count, .mode_max = MATCH_LITERAL, .glyphs_count = glyphs->count };
    if (count > MATCH_WORD_MAX) {
        init_long(word, chars, glyphs);
        return;
    }
    uint64_t useful_signs = look_at_chars(word, chars);
    if (alike) {
        useful_signs = UINT64_MAX;
        word->needed = 0;
        if (word->mode_max == MATCH_LITERAL)
            word->mode_max = MATCH_SYLLABLES;
    }
    struct sounds *sounds = sounds_new(chars, count, alike);
    size_t cap = 0, slips_cap = 0, used = 1;
    word->mode_min = word->mode_max;
    word->slots = mem_array(glyphs->count, sizeof *word->slots);
    word->begins = mem_array(glyphs->count / 64 + 1, sizeof *word->begins);
    MEM_GROW(word->steps, 1, cap);
    word->steps[0] = (struct match_step){ 0 };
    if (alike) {
        MEM_GROW(word->slips, 1, slips_cap);
        word->slips[0] = (struct match_slip){ 0 };
    }
    for (uint32_t id = 2; id < glyphs->count; id++) {
        if (!(glyphs->signs[id] & useful_signs) && !sound_silent(glyphs->items[id].codepoint))
            continue;
        MEM_GROW(word->steps, used + 1, cap);
        if (alike)
            MEM_GROW(word->slips, used + 1, slips_cap);
        struct match_step *step = &word->steps[used];
        if (!make_step(step, alike ? &word->slips[used] : NULL, &glyphs->items[id], chars, count, sounds))
            continue;
        word->slots[id] = (uint16_t)used++;
        if (can_begin(step))
            word->begins[id / 64] |= UINT64_C(1) << id % 64;
        if (step->literal)
            word->mode_min = MATCH_LITERAL;
        else if (step->syllable_max && word->mode_min > MATCH_SYLLABLES)
            word->mode_min = MATCH_SYLLABLES;
    }
    sounds_free(sounds);
    /* What is no letter is met by itself alone; where it is in no text, by a number that no glyph has. */
    if (!alike && word->others & 1) {
        uint16_t itself = glyphs_find(glyphs, chars[0]);
        word->first = itself ? itself : UINT16_MAX;
    }
}

void match_word_fini(struct match_word *word)
{
    free(word->slots);
    free(word->begins);
    free(word->steps);
    free(word->slips);
    free(word->long_ids);
    *word = (struct match_word){ 0 };
}
