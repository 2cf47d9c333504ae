/* SPDX-License-Identifier: MIT */
#include "search/query.h"

#include "base/mem.h"
#include "search/sound.h"
#include "text/pinyin.h"

uint32_t query_chars(struct fold fold, uint32_t *chars)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < fold.count; i++) {
        uint32_t c = pinyin_toneless(fold.chars[i]);
        bool first = count == 0 || chars[count - 1] == ' ';
        if (c == ' ' && first)
            continue;
        if ((c == '\'' || c == 0x2019) && !first)
            continue;
        if (sound_silent(c) && c != ' ')
            continue;
        if (c == '.' && !first && chars[count - 1] >= 0x80) /* 艾力.买买提, not 2.7 */
            continue;
        chars[count++] = c;
    }
    return count;
}

/* Of a run of letters longer than a word can be, its beginning is looked for. */
static uint32_t cut(const uint32_t *chars, uint32_t count)
{
    uint32_t letters = 0;
    while (letters < count && chars[letters] < 0x80)
        letters++;
    return letters == count && count > MATCH_WORD_MAX ? MATCH_WORD_MAX : count;
}

void query_init(struct query *query, const uint32_t *chars, uint32_t count, const struct glyphs *glyphs, bool alike)
{
    uint32_t *kept = mem_array((size_t)count + 1, sizeof *kept), kept_count = 0, word_from = 0;
    *query = (struct query){ 0 };
    for (uint32_t i = 0; i <= count && query->words_count < QUERY_WORDS_MAX; i++) {
        if (i < count && chars[i] != ' ') {
            kept[kept_count++] = chars[i];
            continue;
        }
        if (kept_count > word_from && !alike) {
            struct match_word *word = &query->words[query->words_count++];
            match_word_init(word, kept + word_from, cut(kept + word_from, kept_count - word_from), glyphs, false);
            query->needed |= word->needed;
            word_from = kept_count;
        }
    }
    query->joined = query->words_count > 1 || (alike && kept_count > 0);
    if (query->joined)
        match_word_init(&query->words[query->words_count], kept, cut(kept, kept_count), glyphs, alike);
    free(kept);
}

void query_fini(struct query *query)
{
    for (uint32_t i = 0; i < query->words_count + query->joined; i++)
        match_word_fini(&query->words[i]);
    query->words_count = 0;
    query->joined = false;
    query->needed = 0;
}

static uint32_t quality(const struct roster_name *name, enum match_shape shape, enum match_mode mode, uint32_t matched)
{
    static const uint32_t field_rank[] = { [HIT_NAME] = 0, [HIT_ALIAS] = 1, [HIT_FULL] = 2 };
    uint32_t covered = matched >= name->match.count ? 8 : 8 * matched / name->match.count;
    return (uint32_t)shape * QUALITY_SHAPE_STEP + (uint32_t)mode * QUALITY_MODE_STEP + (8 - covered) * QUALITY_FIELDS +
           field_rank[name->field];
}

uint32_t query_quality(const struct roster_name *name, const struct match *match)
{
    return quality(name, match->shape, match->mode, match->matched_count);
}

/* All words in one name; QUALITIES_COUNT when one is not there. */
static uint32_t match_words(const struct match_word *words, uint32_t count, const struct roster_name *name)
{
    enum match_shape shape = MATCH_WHOLE;
    enum match_mode mode = MATCH_LITERAL;
    uint32_t matched = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct match match;
        if (!match_find(&words[i], &name->match, &match))
            return QUALITIES_COUNT;
        shape = match.shape > shape ? match.shape : shape;
        mode = match.mode > mode ? match.mode : mode;
        matched += match.matched_count;
    }
    return quality(name, shape, mode, matched);
}

uint32_t query_match(const struct query *query, const struct roster_name *name, uint64_t sign, bool *joined)
{
    uint32_t best = QUALITIES_COUNT;
    if (joined)
        *joined = false;
    if (query->words_count && (sign & query->needed) == query->needed)
        best = match_words(query->words, query->words_count, name);
    if (query->joined && (sign & query->words[query->words_count].needed) == query->words[query->words_count].needed) {
        uint32_t other = match_words(&query->words[query->words_count], 1, name);
        if (other < best) {
            best = other;
            if (joined)
                *joined = true;
        }
    }
    return best;
}
