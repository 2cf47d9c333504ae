/* SPDX-License-Identifier: MIT */
/*
 * A query, taken apart into words, and what it is worth to a name.
 *
 * Ranking.  A query is worth to a unit what it is worth to the best of the unit's names.  Smaller is better, compared in
 * this order:
 *   1. shape: the whole name; all but a head that people leave out (省, 省委, 浙江省); its beginning; its end; its
 *      middle; with gaps from end to end; with gaps (enum match_shape);
 *   2. mode: the characters themselves, whole syllables, single letters (initials, a syllable begun);
 *   3. coverage: how much of the name the query covers, in eighths;
 *   4. field: short name, alias, full name.
 *
 * Several words must all match the same name, in any order; the worst shape and mode count, and what they cover
 * together.  They may also be one word typed with blanks (fa zhan gai ge): the better reading counts.
 */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include "search/roster.h"
#include "text/fold.h"

/* A quality is a number with the places shape, mode, coverage, field. */
enum {
    QUERY_WORDS_MAX = 16,
    QUALITY_FIELDS = 3,
    QUALITY_MODE_STEP = 9 * QUALITY_FIELDS,
    QUALITY_SHAPE_STEP = 3 * QUALITY_MODE_STEP,
    QUALITIES_COUNT = 7 * QUALITY_SHAPE_STEP
};

static inline enum match_shape quality_shape(uint32_t quality)
{
    return (enum match_shape)(quality / QUALITY_SHAPE_STEP);
}

static inline enum match_mode quality_mode(uint32_t quality)
{
    return (enum match_mode)(quality % QUALITY_SHAPE_STEP / QUALITY_MODE_STEP);
}

/* The words, and all of them as one word where there are several. */
struct query {
    struct match_word words[QUERY_WORDS_MAX + 1];
    uint32_t words_count;
    bool joined; /* words[words_count] is there */
    uint64_t needed;
};

/*
 * The characters of a folded query as they are matched: letters without tone marks, apostrophes between syllables
 * (xi'an) and middle dots left out, words parted by one blank.  Fills room for fold.count and returns how many.
 */
uint32_t query_chars(struct fold fold, uint32_t *chars);

/* Takes query_chars() apart; alike: one word, without blanks, that sounds alike (search/match.h). */
void query_init(struct query *query, const uint32_t *chars, uint32_t count, const struct glyphs *glyphs, bool alike);
void query_fini(struct query *query);

/* What match is worth to a name. */
uint32_t query_quality(const struct roster_name *name, const struct match *match);
/*
 * The better of the two readings of a query in a name with that sign; *joined, if asked, says which it was.
 * QUALITIES_COUNT: nothing.
 */
uint32_t query_match(const struct query *query, const struct roster_name *name, uint64_t sign, bool *joined);

#endif
