/* SPDX-License-Identifier: MIT */
#include "search/near.h"

#include <string.h>

#include "search/query.h"

/* So long a word must be to be heard wrong, and to be written wrong: shorter ones are near everything. */
enum { HEARD_HAN_MIN = 2, HEARD_LETTERS_MIN = 4, SLIPPED_HAN_MIN = 3, SLIPPED_LETTERS_MIN = 3, BEGUN_LETTERS_MIN = 6 };

/* Longer ones are no name that goes on: they are sentences.  Each beginning is looked for in all names: not in too many. */
enum { GOING_ON_MAX = 24, GOING_ON_PLACES_MAX = 50000 };

struct seeker {
    const struct match_word *word;
    uint64_t signs[MATCH_WORD_MAX]; /* one of each set a name must have, but for a slip */
    int signs_count;
    int han, letters; /* how many characters of each */
    struct hit *near;
    uint32_t near_count;
};

static int count_bits(uint64_t bits)
{
    return __builtin_popcountll(bits);
}

/* Keeps a hit among the nearest, sorted; the same owner once. */
static void keep(struct seeker *seeker, struct hit hit)
{
    uint32_t at = seeker->near_count;
    while (at > 0 && seeker->near[at - 1].quality > hit.quality)
        at--;
    if (at == NEAR_MAX)
        return;
    if (seeker->near_count < NEAR_MAX)
        seeker->near_count++;
    memmove(seeker->near + at + 1, seeker->near + at, (seeker->near_count - 1 - at) * sizeof hit);
    seeker->near[at] = hit;
}

static bool heard(const struct seeker *seeker, const struct roster_name *name, struct match *match)
{
    if (seeker->han < HEARD_HAN_MIN && seeker->letters < HEARD_LETTERS_MIN)
        return false;
    return match_anchored(seeker->word, &name->match, match);
}

static bool slipped(const struct seeker *seeker, const struct roster_name *name, struct match *match)
{
    if (seeker->han < SLIPPED_HAN_MIN && seeker->letters < SLIPPED_LETTERS_MIN)
        return false;
    if (!match_slipped(seeker->word, &name->match, match))
        return false;
    return match->shape <= MATCH_CORE || seeker->han > SLIPPED_HAN_MIN || seeker->letters >= BEGUN_LETTERS_MIN;
}

/* What a homophone of a character, or what is written with a letter by those who hear it so, has of signs. */
static void collect_signs(struct seeker *seeker, const uint32_t *chars, uint32_t count)
{
    for (uint32_t j = 0; j < count && seeker->signs_count < MATCH_WORD_MAX; j++) {
        uint64_t signs = chars[j] == ' ' ? 0 : glyphs_sign(chars[j]);
        uint64_t alike = glyphs_sign_literal('n') | glyphs_sign_literal('l');
        signs |= signs & alike ? alike : 0;
        bool inside = j > 0 && chars[j] < 0x100 && chars[j - 1] < 0x100 && chars[j - 1] != ' ';
        if (inside && (chars[j] >= 0x80 || !strchr("bcdfjklpqstwxz", (int)chars[j])))
            continue;
        if (signs)
            seeker->signs[seeker->signs_count++] = signs;
    }
}

static bool may_be(const struct seeker *seeker, uint64_t sign)
{
    int missing = 0;
    for (int i = 0; i < seeker->signs_count && missing < 2; i++)
        missing += (sign & seeker->signs[i]) == 0;
    return missing < 2;
}

static void look_at(struct seeker *seeker, const struct roster *roster, uint32_t place)
{
    struct hit hit = { .idx = roster->owners[place], .quality = UINT32_MAX };
    for (uint32_t n = roster->names_from[place]; n < roster->names_from[place + 1]; n++) {
        const struct roster_name *name = &roster->names[n];
        struct match match;
        uint32_t quality;
        if (!may_be(seeker, roster->signs[n]))
            continue;
        if (heard(seeker, name, &match))
            quality = QUALITIES_COUNT + query_quality(name, &match);
        else if (slipped(seeker, name, &match))
            quality = 2 * QUALITIES_COUNT + query_quality(name, &match);
        else
            continue;
        roster_better(&hit, name, quality);
    }
    if (hit.quality < UINT32_MAX)
        keep(seeker, hit);
}

/* So much of a query says something by itself. */
static bool says_something(const uint32_t *chars, uint32_t count)
{
    uint32_t han = 0;
    for (uint32_t i = 0; i < count; i++)
        han += chars[i] >= 0x80;
    return han >= HEARD_HAN_MIN || count - han >= HEARD_LETTERS_MIN;
}

static void look_at_begun(struct seeker *seeker, const struct roster *roster, const struct query *query, uint32_t place)
{
    struct hit hit = { .idx = roster->owners[place], .quality = QUALITIES_COUNT };
    for (uint32_t n = roster->names_from[place]; n < roster->names_from[place + 1]; n++) {
        uint32_t quality = query_match(query, &roster->names[n], roster->signs[n], NULL);
        bool adjacent = quality_shape(quality) <= MATCH_INNER && quality_mode(quality) < MATCH_LETTERS;
        if (adjacent)
            roster_better(&hit, &roster->names[n], quality);
    }
    if (hit.quality == QUALITIES_COUNT)
        return;
    hit.quality += 3 * QUALITIES_COUNT;
    keep(seeker, hit);
}

/* Of one kind with the nearest: heard or slipped; and where that is a whole name or begins one, no less. */
static uint32_t of_one_kind(const struct hit *near, uint32_t count)
{
    uint32_t kept = 0;
    for (; kept < count; kept++) {
        bool other = near[kept].quality / QUALITIES_COUNT != near[0].quality / QUALITIES_COUNT;
        enum match_shape best = quality_shape(near[0].quality % QUALITIES_COUNT);
        enum match_shape shape = quality_shape(near[kept].quality % QUALITIES_COUNT);
        if (other || (best <= MATCH_CORE && shape > MATCH_CORE) || (best <= MATCH_PREFIX && shape > MATCH_PREFIX))
            break;
    }
    return kept;
}

/* Nothing is near all of it: what its longest beginning means (旅游局, 冯飞同志, 省财政厅厅长). */
static void find_begun(struct seeker *seeker, const struct roster *roster, const uint32_t *chars, uint32_t count)
{
    while (!seeker->near_count && count && says_something(chars, --count)) {
        struct query query;
        query_init(&query, chars, count, &roster->glyphs, false);
        for (uint32_t place = 0; place < roster->places_count; place++)
            look_at_begun(seeker, roster, &query, place);
        query_fini(&query);
    }
}

uint32_t near_find(const struct roster *roster, const uint32_t *chars, uint32_t count, struct hit near[NEAR_MAX])
{
    struct query query;
    query_init(&query, chars, count, &roster->glyphs, true);
    struct seeker seeker = { .word = &query.words[0], .near = near };
    if (query.joined && query.words[0].steps) {
        collect_signs(&seeker, chars, count);
        seeker.han = count_bits(query.words[0].others);
        seeker.letters = count_bits(query.words[0].letters);
        for (uint32_t place = 0; place < roster->places_count; place++)
            look_at(&seeker, roster, place);
    }
    query_fini(&query);
    if (!seeker.near_count && count <= GOING_ON_MAX && roster->places_count <= GOING_ON_PLACES_MAX)
        find_begun(&seeker, roster, chars, count);
    return of_one_kind(near, seeker.near_count);
}
