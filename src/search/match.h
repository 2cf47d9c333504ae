/* SPDX-License-Identifier: MIT */
/*
 * One word of a query against one name (both folded, as numbers of search/glyphs.h).
 *
 * Each character of the name that takes part consumes from the word: itself; or, a Han character, one of its readings
 * whole; or the initial of one (a letter, or zh, ch, sh); and the last one any beginning of a reading.  ü may be typed
 * v, u, ü or yu (lyu, GB/T 28039).  The characters that take part are adjacent, or else in order with gaps (发改委).
 * Blanks and middle dots of a name (艾力·买买提, 张　三) may be left out.
 *
 * A word prepared to sound alike also takes homophones (省发改位) and what is hard to tell apart by ear: z/zh, c/ch,
 * s/sh, n/l, in/ing, en/eng, an/ang; match_slipped() forgives it one slip on top.
 */
#ifndef SEARCH_MATCH_H
#define SEARCH_MATCH_H

#include "search/glyphs.h"
#include "search/hit.h"

struct match {
    enum match_shape shape;
    enum match_mode mode;
    uint32_t from, to;      /* the characters from .. to, the last not included */
    uint32_t matched_count; /* how many of them take part (with gaps: about) */
};

enum { MATCH_WORD_MAX = 63, MATCH_HEADS_MAX = 3 };

/* What one glyph can do for a word: bit j says that it can consume from the word's character j on. */
struct match_step {
    uint64_t silent;      /* all bits: it may be passed over, too */
    uint64_t literal;     /* one character: itself */
    uint64_t syllable[7]; /* so many: a whole reading */
    uint64_t beginning;   /* all that is left of the word: the beginning of a reading */
    int syllable_max;     /* the longest reading there is one for */
    uint64_t initial[3];  /* one or two: the initial of a reading */
};

/* The same with one slip of the pen: a letter of a reading wrong, missing, too many, or two of them swapped. */
struct match_slip {
    uint64_t slipped[8]; /* so many of the word's characters */
};

struct match_word {
    uint32_t count;                     /* characters */
    uint32_t glyphs_count;              /* how many there were: a higher number must not come */
    uint64_t needed;                    /* signs that any name must have to match */
    enum match_mode mode_min, mode_max; /* what matches can need at all */
    uint16_t *slots;                    /* by glyph: index into steps; 0: can do nothing */
    struct match_step *steps;
    struct match_slip *slips; /* beside steps; only in a word that sounds alike */
    uint64_t letters, others; /* which of its characters are letters, and which Han and the like */
    uint64_t *begins;         /* by glyph, a bit each: it can be the first of a match */
    uint16_t first;           /* the only glyph that a match can begin with; 0: there are several */
    uint16_t *long_ids;       /* a word over MATCH_WORD_MAX: only literally, and NULL steps */
};

/* A name's characters, and where what stands behind its heads begins. */
struct match_name {
    const uint16_t *ids;
    uint32_t count;
    uint8_t heads[MATCH_HEADS_MAX];
    uint8_t heads_count;
};

/*
 * Prepares folded characters (at least one) for names over glyphs; later additions to glyphs do not match.  alike: what
 * sounds alike will do, and slips can be forgiven.
 */
void match_word_init(struct match_word *word, const uint32_t *chars, uint32_t count, const struct glyphs *glyphs,
                     bool alike);
void match_word_fini(struct match_word *word);

/* One step: what the front (the word's characters consumed so far, as bits) becomes behind a glyph. */
static inline uint64_t match_advance(const struct match_step *step, uint64_t front, enum match_mode mode,
                                     uint32_t count)
{
    uint64_t next = (front & step->literal) << 1 | (front & step->silent);
    if (mode >= MATCH_SYLLABLES)
        for (int chars = 1; chars <= step->syllable_max; chars++)
            next |= (front & step->syllable[chars]) << chars;
    if (mode >= MATCH_LETTERS) {
        next |= (front & step->initial[1]) << 1 | (front & step->initial[2]) << 2;
        if (front & step->beginning)
            next |= UINT64_C(1) << count;
    }
    return next;
}

/* Finds the heads of name.ids. */
void match_heads(struct match_name *name, const struct glyphs *glyphs);

/* The best match of word in name, by shape, then mode.  False when there is none. */
bool match_find(const struct match_word *word, const struct match_name *name, struct match *match);

/* The best adjacent match from the beginning, or from behind a head.  False when there is none. */
bool match_anchored(const struct match_word *word, const struct match_name *name, struct match *match);

/*
 * The same of a word that sounds alike, with one slip: a character wrong, too many, or two swapped.  False when there is
 * none.
 */
bool match_slipped(const struct match_word *word, const struct match_name *name, struct match *match);

/* The first adjacent match in ids from place `from` on; fills match->from and to.  False when there is none. */
bool match_adjacent(const struct match_word *word, const uint16_t *ids, uint32_t count, uint32_t from,
                    struct match *match);

/* Is there one? */
bool match_is_in(const struct match_word *word, const uint16_t *ids, uint32_t count);

/* Sets marks[i] for each character of name that takes part in match; leaves the others. */
void match_marks(const struct match_word *word, const struct match_name *name, const struct match *match, bool *marks);

#endif
