/* SPDX-License-Identifier: MIT */
/*
 * The characters that occur in a set of texts, numbered: texts become arrays of small numbers (of folded characters,
 * text/fold.h), so that a query decides once per distinct character, not once per occurrence, what it may match.
 */
#ifndef SEARCH_GLYPHS_H
#define SEARCH_GLYPHS_H

#include "text/text.h"

/* A distinct folded character. */
struct glyph {
    uint32_t codepoint;
    int readings_count;
    const uint16_t *readings; /* text/pinyin.h */
};

struct glyphs {
    struct glyph *items; /* by number; 0 is none, 1 stands for all beyond the 65,000th */
    uint64_t *signs;     /* by number: see glyphs_sign() */
    uint32_t count;
    size_t cap, signs_cap;
    uint16_t *by_shown;  /* the number by code point as shown */
    uint16_t *by_folded; /* by folded code point */
};

void glyphs_init(struct glyphs *glyphs);
void glyphs_fini(struct glyphs *glyphs);

/* Texts as numbers, one after the other; zero-initialised is empty. */
struct glyph_ids {
    uint16_t *ids;
    size_t count, cap;
};

/*
 * Appends the numbers of text's folded characters to out and returns how many.  *sign, if asked, gets the union of
 * their signs.
 */
uint32_t glyphs_add(struct glyphs *glyphs, struct text text, struct glyph_ids *out, uint64_t *sign);

/* The number of a folded character; 0 when it occurs nowhere. */
uint16_t glyphs_find(const struct glyphs *glyphs, uint32_t folded);

/*
 * A set of 64 bits that a text's characters leave behind: 26 for letters (a Latin letter itself, the initials of a Han
 * character), the rest shared by the other characters.  What a query surely needs must be in it.
 */
uint64_t glyphs_sign(uint32_t folded);
/* The sign of the letter or character alone, without readings. */
uint64_t glyphs_sign_literal(uint32_t folded);

#endif
