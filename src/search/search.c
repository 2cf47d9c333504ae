/* SPDX-License-Identifier: MIT */
/*
 * Of equally good answers (search/query.h) the unit that owes more stands first (index_weight()), then the one that the
 * registry has first.
 */
#include "search/search.h"

#include "base/mem.h"
#include "search/glyphs.h"
#include "search/near.h"
#include "search/query.h"
#include "search/stretch.h"
#include "text/fold.h"

/* A query and its answer. */
struct inquiry {
    struct query query;
    uint32_t *chars; /* its characters: query_chars() */
    uint32_t chars_count;
    uint32_t *found; /* places of its hits */
    uint32_t found_count;
    struct hit *unsorted, *hits;
    uint32_t hits_count;
    bool asked;
    bool near; /* what is near is wanted, too */
};

struct search {
    const struct breakdown *b;
    const struct index *index;
    const struct leaders *leaders; /* NULL: of units */
    bool prepared;
    struct roster roster;
    struct inquiry last, aside;
};

struct search *search_new(const struct index *index)
{
    struct search *search = mem_array(1, sizeof *search);
    search->b = index->b;
    search->index = index;
    return search;
}

struct search *search_new_leaders(const struct leaders *leaders)
{
    struct search *search = mem_array(1, sizeof *search);
    search->b = leaders->b;
    search->leaders = leaders;
    return search;
}

static void inquiry_fini(struct inquiry *inquiry)
{
    query_fini(&inquiry->query);
    free(inquiry->chars);
    free(inquiry->found);
    free(inquiry->unsorted);
    free(inquiry->hits);
}

void search_free(struct search *search)
{
    if (!search)
        return;
    inquiry_fini(&search->last);
    inquiry_fini(&search->aside);
    roster_fini(&search->roster);
    free(search);
}

/* Names are prepared when the first query comes: a program that starts need not wait for it. */
static void prepare(struct search *search)
{
    if (search->prepared)
        return;
    search->prepared = true;
    if (search->leaders)
        roster_fill_leaders(&search->roster, search->leaders);
    else
        roster_fill_units(&search->roster, search->index);
}

static void make_room(const struct search *search, struct inquiry *inquiry)
{
    size_t room = (size_t)search->roster.places_count + 1;
    if (inquiry->hits)
        return;
    inquiry->found = mem_array(room, sizeof *inquiry->found);
    inquiry->unsorted = mem_array(room, sizeof *inquiry->unsorted);
    inquiry->hits = mem_array(room, sizeof *inquiry->hits);
}

/* What a query is worth to the owner of a place, and through which name; quality QUALITIES_COUNT: nothing. */
static struct hit match_place(const struct roster *roster, const struct query *query, uint32_t place)
{
    struct hit hit = { .idx = roster->owners[place], .quality = QUALITIES_COUNT };
    for (uint32_t n = roster->names_from[place]; n < roster->names_from[place + 1]; n++) {
        uint32_t found = query_match(query, &roster->names[n], roster->signs[n], NULL);
        roster_better(&hit, &roster->names[n], found);
    }
    return hit;
}

/* Looks at the places in from[] (NULL: all) and keeps those that match; in place order, which is by weight. */
static void find_places(const struct search *search, struct inquiry *inquiry, const uint32_t *from, uint32_t count)
{
    uint32_t found_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = from ? from[i] : i;
        struct hit hit = match_place(&search->roster, &inquiry->query, place);
        if (hit.quality < QUALITIES_COUNT) {
            inquiry->unsorted[found_count] = hit;
            inquiry->found[found_count++] = place; /* never ahead of the reading when from == found */
        }
    }
    inquiry->found_count = found_count;
}

/* By quality, keeping the order among equals. */
static void sort_hits(struct inquiry *inquiry)
{
    uint32_t starts[QUALITIES_COUNT + 1] = { 0 };
    for (uint32_t i = 0; i < inquiry->found_count; i++)
        starts[inquiry->unsorted[i].quality + 1]++;
    for (uint32_t i = 0; i < QUALITIES_COUNT; i++)
        starts[i + 1] += starts[i];
    for (uint32_t i = 0; i < inquiry->found_count; i++)
        inquiry->hits[starts[inquiry->unsorted[i].quality]++] = inquiry->unsorted[i];
    inquiry->hits_count = inquiry->found_count;
}

/*
 * Below a name that was surely meant, letters within other names and scattered hits are chance: fgw is 省发展改革委, not
 * each name in which an f, a g and a w come in this order.  Below a beginning only scattered letters are.
 */
static bool is_noise(const struct hit *hit, enum match_shape best)
{
    enum match_shape shape = search_shape(hit);
    bool letters = search_mode(hit) == MATCH_LETTERS;
    if (best <= MATCH_CORE)
        return shape > MATCH_INNER || (shape == MATCH_INNER && letters);
    return best == MATCH_PREFIX && shape == MATCH_GAPPED && letters;
}

static void leave_out_noise(struct inquiry *inquiry)
{
    enum match_shape best = inquiry->hits_count ? search_shape(&inquiry->hits[0]) : MATCH_GAPPED;
    uint32_t kept = 0;
    if (best > MATCH_PREFIX)
        return;
    for (uint32_t i = 0; i < inquiry->hits_count; i++)
        if (!is_noise(&inquiry->hits[i], best))
            inquiry->hits[kept++] = inquiry->hits[i];
    inquiry->hits_count = kept;
}

/* An abbreviation in characters (发改委) is as good as any hit; letters with gaps are less than what sounds alike. */
static bool is_sure_enough(const struct hit *hit)
{
    return search_shape(hit) <= MATCH_INNER || search_mode(hit) == MATCH_LITERAL;
}

static bool holds(const struct hit *hits, uint32_t count, uint32_t idx)
{
    for (uint32_t i = 0; i < count; i++)
        if (hits[i].idx == idx)
            return true;
    return false;
}

static void add_near(const struct search *search, struct inquiry *inquiry)
{
    struct hit near[NEAR_MAX];
    uint32_t first = 0, near_count, kept = 0;
    /* Scattered from end to end (hangzhoufgw) is what was meant, too. */
    if (inquiry->hits_count && search_shape(&inquiry->hits[0]) <= MATCH_GAPPED_WHOLE)
        return;
    near_count = near_find(&search->roster, inquiry->chars, inquiry->chars_count, near);
    while (first < inquiry->hits_count && is_sure_enough(&inquiry->hits[first]))
        first++;
    /* Nobody stands there twice. */
    for (uint32_t i = 0; i < near_count; i++)
        if (!holds(inquiry->hits, first, near[i].idx))
            near[kept++] = near[i];
    uint32_t rest = first;
    for (uint32_t i = first; i < inquiry->hits_count; i++)
        if (!holds(near, kept, inquiry->hits[i].idx))
            inquiry->hits[rest++] = inquiry->hits[i];
    memmove(inquiry->hits + first + kept, inquiry->hits + first, (rest - first) * sizeof *inquiry->hits);
    memcpy(inquiry->hits + first, near, kept * sizeof *near);
    inquiry->hits_count = rest + kept;
}

static void list_all(const struct search *search, struct inquiry *inquiry)
{
    for (uint32_t i = 0; i < search->roster.places_count; i++)
        inquiry->hits[i] = (struct hit){ .idx = i };
    inquiry->hits_count = search->roster.places_count;
}

static bool starts_with(const uint32_t *chars, uint32_t count, const uint32_t *head, uint32_t head_count)
{
    return count >= head_count && (head_count == 0 || memcmp(chars, head, head_count * sizeof *chars) == 0);
}

static void ask(const struct search *search, struct inquiry *inquiry, bool near, const uint32_t *chars, uint32_t count)
{
    make_room(search, inquiry);
    bool longer = inquiry->asked && inquiry->near == near && inquiry->query.words_count > 0 &&
                  starts_with(chars, count, inquiry->chars, inquiry->chars_count);
    if (longer && count == inquiry->chars_count)
        return;
    query_fini(&inquiry->query);
    query_init(&inquiry->query, chars, count, &search->roster.glyphs, false);
    inquiry->asked = true;
    inquiry->near = near;
    inquiry->chars = mem_resize(inquiry->chars, (size_t)count + 1, sizeof *inquiry->chars);
    if (count)
        memcpy(inquiry->chars, chars, count * sizeof *chars);
    inquiry->chars_count = count;
    if (inquiry->query.words_count == 0) {
        list_all(search, inquiry);
        return;
    }
    /* One more letter only narrows what was found: the last character may consume any beginning. */
    find_places(search, inquiry, longer ? inquiry->found : NULL,
                longer ? inquiry->found_count : search->roster.places_count);
    sort_hits(inquiry);
    leave_out_noise(inquiry);
    if (near)
        add_near(search, inquiry);
}

static uint32_t inquire(struct search *search, struct inquiry *inquiry, struct text text, bool near,
                        const struct hit **hits)
{
    struct arena arena = { 0 };
    prepare(search);
    struct fold fold = fold_text(&arena, text);
    uint32_t *chars = arena_array(&arena, (size_t)fold.count + 1, sizeof *chars);
    ask(search, inquiry, near, chars, query_chars(fold, chars));
    arena_fini(&arena);
    *hits = inquiry->hits;
    return inquiry->hits_count;
}

uint32_t search_query(struct search *search, struct text text, const struct hit **hits)
{
    return inquire(search, &search->last, text, true, hits);
}

uint32_t search_aside(struct search *search, struct text text, bool near, const struct hit **hits)
{
    return inquire(search, &search->aside, text, near, hits);
}

enum match_shape search_shape(const struct hit *hit)
{
    return quality_shape(hit->quality % QUALITIES_COUNT);
}

enum match_mode search_mode(const struct hit *hit)
{
    return quality_mode(hit->quality % QUALITIES_COUNT);
}

bool search_near(const struct hit *hit)
{
    return hit->quality >= QUALITIES_COUNT;
}

void search_units(struct search *search, struct text text, bool *units)
{
    struct arena arena = { 0 };
    struct query query;
    uint32_t best = QUALITIES_COUNT;
    prepare(search);
    struct fold fold = fold_text(&arena, text);
    uint32_t *chars = arena_array(&arena, (size_t)fold.count + 1, sizeof *chars);
    query_init(&query, chars, query_chars(fold, chars), &search->roster.glyphs, false);
    uint32_t count = query.words_count ? search->roster.places_count : 0;
    uint16_t *qualities = mem_array(count, sizeof *qualities);
    for (uint32_t place = 0; place < count; place++) {
        qualities[place] = (uint16_t)match_place(&search->roster, &query, place).quality;
        best = qualities[place] < best ? qualities[place] : best;
    }
    uint32_t limit = best - best % QUALITY_MODE_STEP + QUALITY_MODE_STEP;
    if (best % QUALITY_SHAPE_STEP < QUALITY_MODE_STEP && best < MATCH_GAPPED_WHOLE * QUALITY_SHAPE_STEP)
        limit = MATCH_GAPPED_WHOLE * QUALITY_SHAPE_STEP;
    for (uint32_t place = 0; place < count; place++)
        if (qualities[place] < QUALITIES_COUNT && qualities[place] < limit)
            units[search->roster.owners[place]] = true;
    free(qualities);
    query_fini(&query);
    arena_fini(&arena);
}

struct text search_hit_text(const struct search *search, const struct hit *hit)
{
    if (search->leaders)
        return search->leaders->items[hit->idx].forms[hit->field == HIT_NAME ? LEADER_NAME : hit->alias_no];
    const struct unit *unit = &search->b->units[hit->idx];
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
    struct roster_name name;
    struct text text = search_hit_text(search, hit);
    bool joined;
    const struct query *query = &search->last.query;
    if (!search->last.asked || query->words_count == 0 || search_near(hit))
        return 0;
    struct fold fold = fold_text(&arena, text);
    uint64_t sign = roster_name_of(&search->roster, text, hit->field, &ids, &name);
    bool *marks = mem_array((size_t)name.match.count + 1, sizeof *marks);
    if (query_match(query, &name, sign, &joined) < QUALITIES_COUNT)
        for (uint32_t i = joined ? query->words_count : 0; i < query->words_count + joined; i++) {
            struct match match;
            if (match_find(&query->words[i], &name.match, &match))
                match_marks(&query->words[i], &name.match, &match, marks);
        }
    uint32_t count = stretch_collect(&fold, marks, stretches, max);
    free(marks);
    free(ids.ids);
    arena_fini(&arena);
    return count;
}
