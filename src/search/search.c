/* SPDX-License-Identifier: MIT */
/*
 * Ranking.  A query is worth to a unit what it is worth to the best of the unit's names.  Smaller is better, compared in
 * this order:
 *   1. shape: the whole name; all but a head that people leave out (省, 省委, 浙江省); its beginning; its end; its
 *      middle; with gaps from end to end; with gaps (enum match_shape);
 *   2. mode: the characters themselves, whole syllables, single letters (initials, a syllable begun);
 *   3. coverage: how much of the name the query covers, in eighths;
 *   4. field: short name, alias, full name.
 * These make hit.quality.  Of equally good answers the unit that owes more stands first (index_weight()), then the
 * one that the registry has first.
 *
 * Several words must all match the same name, in any order; the worst shape and mode count, and what they cover
 * together.  They may also be one word typed with blanks (fa zhan gai ge): the better reading counts.
 */
#include "search/search.h"

#include "base/mem.h"
#include "search/glyphs.h"
#include "search/match.h"
#include "search/stretch.h"
#include "text/fold.h"

/* A quality is a number with the places shape, mode, coverage, field. */
enum {
    WORDS_MAX = 16,
    FIELDS = 3,
    MODE_STEP = 9 * FIELDS,
    SHAPE_STEP = 3 * MODE_STEP,
    QUALITIES_COUNT = 7 * SHAPE_STEP
};

/* A name of a unit, prepared. */
struct search_name {
    struct match_name match;
    uint32_t ids_from; /* until all are there, for ids[] moves */
    uint32_t alias_no;
    enum hit_field field;
};

/* A query, taken apart: the words, and all of them as one word where there are several. */
struct query {
    struct match_word words[WORDS_MAX + 1];
    uint32_t words_count;
    bool joined; /* words[words_count] is there */
    uint64_t needed;
};

struct search {
    const struct breakdown *b;
    const struct index *index;
    bool prepared;
    struct glyphs glyphs;
    struct glyph_ids ids;
    struct search_name *names; /* by place */
    uint64_t *signs;           /* of names */
    size_t names_count, names_cap, signs_cap;
    uint32_t *units;      /* by place: heaviest first, then registry order */
    uint32_t *names_from; /* by place, and one more */
    struct query query;   /* the last one */
    uint32_t *chars;      /* its folded characters */
    uint32_t chars_count;
    uint32_t *found; /* places of its hits */
    uint32_t found_count;
    struct hit *unsorted, *hits;
    uint32_t hits_count;
    bool asked;
};

struct search *search_new(const struct breakdown *b, const struct index *index)
{
    struct search *search = mem_array(1, sizeof *search);
    search->b = b;
    search->index = index;
    return search;
}

static void query_fini(struct query *query)
{
    for (uint32_t i = 0; i < query->words_count + query->joined; i++)
        match_word_fini(&query->words[i]);
    query->words_count = 0;
    query->joined = false;
    query->needed = 0;
}

void search_free(struct search *search)
{
    if (!search)
        return;
    query_fini(&search->query);
    if (search->prepared)
        glyphs_fini(&search->glyphs);
    free(search->ids.ids);
    free(search->names);
    free(search->signs);
    free(search->units);
    free(search->names_from);
    free(search->chars);
    free(search->found);
    free(search->unsorted);
    free(search->hits);
    free(search);
}

/* Units by weight, heaviest first, registry order among equals: two rounds of counting by 16 bits. */
static void order_units(struct search *search)
{
    uint32_t count = search->b->units_count;
    uint32_t *weights = mem_array(count, sizeof *weights), *other = mem_array(count, sizeof *other);
    uint32_t *starts = mem_array(65537, sizeof *starts), heaviest = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t weight = search->index ? index_weight(search->index, i) : 0;
        heaviest = weight > heaviest ? weight : heaviest;
        weights[i] = weight;
        search->units[i] = i;
    }
    for (int shift = 0; shift < 32 && heaviest >> shift; shift += 16) {
        memset(starts, 0, 65537 * sizeof *starts);
        for (uint32_t i = 0; i < count; i++)
            starts[0xFFFF - (weights[i] >> shift & 0xFFFF) + 1]++;
        for (uint32_t i = 0; i < 65536; i++)
            starts[i + 1] += starts[i];
        for (uint32_t i = 0; i < count; i++)
            other[starts[0xFFFF - (weights[search->units[i]] >> shift & 0xFFFF)]++] = search->units[i];
        memcpy(search->units, other, count * sizeof *other);
    }
    free(weights);
    free(other);
    free(starts);
}

static void add_name(struct search *search, struct text text, enum hit_field field, uint32_t alias_no)
{
    if (text_empty(text))
        return;
    MEM_GROW(search->names, search->names_count + 1, search->names_cap);
    MEM_GROW(search->signs, search->names_count + 1, search->signs_cap);
    struct search_name *name = &search->names[search->names_count];
    *name = (struct search_name){ .ids_from = (uint32_t)search->ids.count, .alias_no = alias_no, .field = field };
    name->match.count = glyphs_add(&search->glyphs, text, &search->ids, &search->signs[search->names_count++]);
    name->match.ids = search->ids.ids + name->ids_from;
    match_heads(&name->match, &search->glyphs);
}

/* Names are prepared when the first query comes: a program that starts need not wait for it. */
static void prepare(struct search *search)
{
    const struct breakdown *b = search->b;
    if (search->prepared)
        return;
    search->prepared = true;
    glyphs_init(&search->glyphs);
    search->units = mem_array((size_t)b->units_count + 1, sizeof *search->units);
    search->names_from = mem_array((size_t)b->units_count + 1, sizeof *search->names_from);
    search->found = mem_array((size_t)b->units_count + 1, sizeof *search->found);
    search->unsorted = mem_array((size_t)b->units_count + 1, sizeof *search->unsorted);
    search->hits = mem_array((size_t)b->units_count + 1, sizeof *search->hits);
    order_units(search);
    for (uint32_t place = 0; place < b->units_count; place++) {
        const struct unit *unit = &b->units[search->units[place]];
        search->names_from[place] = (uint32_t)search->names_count;
        add_name(search, unit->name, HIT_NAME, 0);
        for (uint32_t i = 0; i < unit->aliases.count; i++)
            add_name(search, b->texts[unit->aliases.from + i], HIT_ALIAS, i);
        if (!text_equal(unit->full, unit->name))
            add_name(search, unit->full, HIT_FULL, 0);
    }
    search->names_from[b->units_count] = (uint32_t)search->names_count;
    for (size_t i = 0; i < search->names_count; i++)
        search->names[i].match.ids = search->ids.ids + search->names[i].ids_from;
}

static uint32_t quality(const struct match_name *name, enum match_shape shape, enum match_mode mode, uint32_t matched,
                        enum hit_field field)
{
    static const uint32_t field_rank[] = { [HIT_NAME] = 0, [HIT_ALIAS] = 1, [HIT_FULL] = 2 };
    uint32_t covered = matched >= name->count ? 8 : 8 * matched / name->count;
    return (uint32_t)shape * SHAPE_STEP + (uint32_t)mode * MODE_STEP + (8 - covered) * FIELDS + field_rank[field];
}

/* All words in one name; QUALITIES_COUNT when one is not there. */
static uint32_t match_words(const struct match_word *words, uint32_t count, const struct search_name *name)
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
    return quality(&name->match, shape, mode, matched, name->field);
}

/* The better of the two readings of a query; *joined, if asked, says which it was. */
static uint32_t match_query(const struct query *query, const struct search_name *name, uint64_t sign, bool *joined)
{
    uint32_t best = QUALITIES_COUNT;
    if (joined)
        *joined = false;
    if ((sign & query->needed) == query->needed)
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

/* Words between blanks; an apostrophe that parts syllables (xi'an) is left out. */
static void query_init(struct query *query, const uint32_t *chars, uint32_t count, const struct glyphs *glyphs)
{
    uint32_t *kept = mem_array((size_t)count + 1, sizeof *kept), kept_count = 0, word_from = 0;
    for (uint32_t i = 0; i <= count && query->words_count < WORDS_MAX; i++) {
        if (i < count && chars[i] != ' ') {
            if ((chars[i] != '\'' && chars[i] != 0x2019) || i == 0)
                kept[kept_count++] = chars[i];
            continue;
        }
        if (kept_count > word_from) {
            struct match_word *word = &query->words[query->words_count++];
            match_word_init(word, kept + word_from, kept_count - word_from, glyphs);
            query->needed |= word->needed;
            word_from = kept_count;
        }
    }
    query->joined = query->words_count > 1;
    if (query->joined)
        match_word_init(&query->words[query->words_count], kept, kept_count, glyphs);
    free(kept);
}

/* What a query is worth to the unit at a place, and through which name; quality QUALITIES_COUNT: nothing. */
static struct hit match_place(const struct search *search, const struct query *query, uint32_t place)
{
    struct hit hit = { .unit_idx = search->units[place], .quality = QUALITIES_COUNT };
    for (uint32_t n = search->names_from[place]; n < search->names_from[place + 1]; n++) {
        uint32_t found = match_query(query, &search->names[n], search->signs[n], NULL);
        if (found < hit.quality) {
            hit.quality = found;
            hit.field = search->names[n].field;
            hit.alias_no = search->names[n].alias_no;
        }
    }
    return hit;
}

/* Looks at the places in from[] (NULL: all) and keeps those that match; in place order, which is by weight. */
static void find_places(struct search *search, const uint32_t *from, uint32_t count)
{
    uint32_t found_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = from ? from[i] : i;
        struct hit hit = match_place(search, &search->query, place);
        if (hit.quality < QUALITIES_COUNT) {
            search->unsorted[found_count] = hit;
            search->found[found_count++] = place; /* never ahead of the reading when from == found */
        }
    }
    search->found_count = found_count;
}

/* By quality, keeping the order among equals. */
static void sort_hits(struct search *search)
{
    uint32_t starts[QUALITIES_COUNT + 1] = { 0 };
    for (uint32_t i = 0; i < search->found_count; i++)
        starts[search->unsorted[i].quality + 1]++;
    for (uint32_t i = 0; i < QUALITIES_COUNT; i++)
        starts[i + 1] += starts[i];
    for (uint32_t i = 0; i < search->found_count; i++)
        search->hits[starts[search->unsorted[i].quality]++] = search->unsorted[i];
    search->hits_count = search->found_count;
}

static bool starts_with(const uint32_t *chars, uint32_t count, const uint32_t *head, uint32_t head_count)
{
    return count >= head_count && (head_count == 0 || memcmp(chars, head, head_count * sizeof *chars) == 0);
}

uint32_t search_query(struct search *search, struct text text, const struct hit **hits)
{
    struct arena arena = { 0 };
    prepare(search);
    struct fold fold = fold_text(&arena, text);
    bool longer = search->asked && search->query.words_count > 0 &&
                  starts_with(fold.chars, fold.count, search->chars, search->chars_count);
    if (!longer || fold.count != search->chars_count) {
        query_fini(&search->query);
        query_init(&search->query, fold.chars, fold.count, &search->glyphs);
        if (search->query.words_count == 0) {
            for (uint32_t i = 0; i < search->b->units_count; i++)
                search->hits[i] = (struct hit){ .unit_idx = i };
            search->hits_count = search->b->units_count;
        } else {
            /* One more letter only narrows what was found: the last character may consume any beginning. */
            find_places(search, longer ? search->found : NULL, longer ? search->found_count : search->b->units_count);
            sort_hits(search);
        }
        search->asked = true;
        search->chars = mem_resize(search->chars, (size_t)fold.count + 1, sizeof *search->chars);
        if (fold.count)
            memcpy(search->chars, fold.chars, fold.count * sizeof *fold.chars);
        search->chars_count = fold.count;
    }
    arena_fini(&arena);
    *hits = search->hits;
    return search->hits_count;
}

void search_units(struct search *search, struct text text, bool *units)
{
    struct arena arena = { 0 };
    struct query query = { 0 };
    uint32_t best = QUALITIES_COUNT;
    prepare(search);
    struct fold fold = fold_text(&arena, text);
    query_init(&query, fold.chars, fold.count, &search->glyphs);
    uint32_t count = query.words_count ? search->b->units_count : 0;
    uint16_t *qualities = mem_array(count, sizeof *qualities);
    for (uint32_t place = 0; place < count; place++) {
        qualities[place] = (uint16_t)match_place(search, &query, place).quality;
        best = qualities[place] < best ? qualities[place] : best;
    }
    uint32_t limit = best - best % MODE_STEP + MODE_STEP;
    if (best % SHAPE_STEP < MODE_STEP && best < MATCH_GAPPED_WHOLE * SHAPE_STEP)
        limit = MATCH_GAPPED_WHOLE * SHAPE_STEP;
    for (uint32_t place = 0; place < count; place++)
        if (qualities[place] < QUALITIES_COUNT && qualities[place] < limit)
            units[search->units[place]] = true;
    free(qualities);
    query_fini(&query);
    arena_fini(&arena);
}

struct text search_hit_text(const struct search *search, const struct hit *hit)
{
    const struct unit *unit = &search->b->units[hit->unit_idx];
    switch (hit->field) {
    case HIT_FULL:
        return unit->full;
    case HIT_ALIAS:
        return search->b->texts[unit->aliases.from + hit->alias_no];
    case HIT_NAME:
    default:
        return unit->name;
    }
}

uint32_t search_stretches(struct search *search, const struct hit *hit, struct stretch *stretches, uint32_t max)
{
    struct arena arena = { 0 };
    struct glyph_ids ids = { 0 };
    struct search_name name = { 0 };
    struct text text = search_hit_text(search, hit);
    uint32_t count = 0;
    uint64_t sign;
    bool joined;
    if (!search->asked || search->query.words_count == 0)
        return 0;
    struct fold fold = fold_text(&arena, text);
    name.match.count = glyphs_add(&search->glyphs, text, &ids, &sign);
    name.match.ids = ids.ids;
    name.field = hit->field;
    match_heads(&name.match, &search->glyphs);
    bool *marks = mem_array((size_t)name.match.count + 1, sizeof *marks);
    if (match_query(&search->query, &name, sign, &joined) < QUALITIES_COUNT)
        for (uint32_t i = joined ? search->query.words_count : 0; i < search->query.words_count + joined; i++) {
            struct match match;
            if (match_find(&search->query.words[i], &name.match, &match))
                match_marks(&search->query.words[i], &name.match, &match, marks);
        }
    count = stretch_collect(&fold, marks, stretches, max);
    free(marks);
    free(ids.ids);
    arena_fini(&arena);
    return count;
}
