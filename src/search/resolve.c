/* SPDX-License-Identifier: MIT */
#include "search/resolve.h"

#include "search/match.h"
#include "text/utf8.h"

/* How sure a match is, surest first. */
enum grade {
    GRADE_NAME, /* the very name */
    GRADE_CORE, /* all but its head: 发展改革委 */
    GRADE_SYLLABLES,
    GRADE_INITIALS,
    GRADE_SURNAME, /* 冯 */
    GRADE_BEGINNING,
    GRADE_BEGINNING_SYLLABLES,
    GRADE_STRETCH, /* characters that stand in a row in the name */
    GRADE_NONE
};

enum { REFS_MAX = 64, SECTIONS_MAX = 64, LEADERS_NEAR_MAX = 6, STRETCH_CHARS_MIN = 3 };

/* Does the typed word have one character for each of the name's, all of them or all behind a head? */
static bool one_for_each(struct text name, bool core, size_t chars)
{
    size_t count = 0, head = 1; /* 市, 县, 区, 州 as the first, or 省 later on */
    bool party = false;
    for (size_t at = 0, bytes; at < name.bytes; at += bytes) {
        uint32_t c = utf8_at(name, at, &bytes);
        if (!utf8_is_han(c))
            continue;
        count++;
        if (c == 0x7701 && count <= 6 && (head == 1 || count == 1)) /* 省 */
            head = count;
        else if (c == 0x59D4 && count == head + 1) /* 省委 */
            party = true;
    }
    return core ? chars + head == count || (party && chars + head + 1 == count) : chars == count;
}

/*
 * One character begins too much, and so do a few initials: jsh is a slip for jhs (金华市), too.  For the same reason
 * initials are one letter a character.
 */
static enum grade grade_of(const struct search *search, const struct hit *hit, bool leader, size_t chars)
{
    static const enum grade whole[] = { GRADE_NAME, GRADE_SYLLABLES, GRADE_INITIALS };
    static const enum grade core[] = { GRADE_CORE, GRADE_SYLLABLES, GRADE_INITIALS };
    static const enum grade beginning[] = { GRADE_BEGINNING, GRADE_BEGINNING_SYLLABLES, GRADE_NONE };
    enum match_mode mode = search_mode(hit);
    bool surname = leader && hit->field == HIT_ALIAS && hit->alias_no == LEADER_SURNAME;
    bool title = leader && hit->field == HIT_ALIAS && hit->alias_no == LEADER_TITLE;
    if (search_near(hit) || (chars > MATCH_WORD_MAX && mode != MATCH_LITERAL))
        return GRADE_NONE;
    enum match_shape shape = search_shape(hit);
    if (shape <= MATCH_CORE && mode == MATCH_LETTERS &&
        !one_for_each(search_hit_text(search, hit), shape == MATCH_CORE, chars))
        return GRADE_NONE;
    switch (shape) {
    case MATCH_WHOLE:
        if (surname && mode == MATCH_LITERAL)
            return GRADE_SURNAME;
        if (chars < 2)
            return GRADE_NONE;
        /* sz is 省长, and how half of the units begin. */
        return surname || (title && mode != MATCH_LITERAL) ? beginning[mode] : whole[mode];
    case MATCH_CORE:
        return chars < 2 ? GRADE_NONE : core[mode];
    case MATCH_PREFIX:
        return chars < 2 ? GRADE_NONE : beginning[mode];
    case MATCH_SUFFIX:
    case MATCH_INNER:
        return mode == MATCH_LITERAL && chars >= STRETCH_CHARS_MIN ? GRADE_STRETCH : GRADE_NONE;
    default:
        return GRADE_NONE;
    }
}

static void add(struct resolution *out, enum meaning_kind kind, uint32_t idx)
{
    out->total++;
    if (out->count < MEANINGS_MAX)
        out->meanings[out->count++] = (struct meaning){ kind, idx };
}

/* Takes a hit of a grade; a better one drives the others out. */
static void take(struct resolution *out, enum grade *best, enum grade grade, enum meaning_kind kind, uint32_t idx)
{
    if (grade > *best || grade == GRADE_NONE)
        return;
    if (grade < *best) {
        *best = grade;
        out->count = out->total = 0;
    }
    add(out, kind, idx);
}

/* 2021:冯飞 means that volume's; cuts the volume off what.  NO_IDX: any. */
static uint32_t take_volume(const struct breakdown *b, struct text *what)
{
    for (uint32_t i = 0; i < b->volumes_count && b->volumes_count > 1; i++) {
        struct text name = b->volumes[i].name;
        if (!span_starts(text_span(*what), text_span(name)) || what->bytes <= name.bytes || what->at[name.bytes] != ':')
            continue;
        *what = text_slice(*what, name.bytes + 1, what->bytes);
        return i;
    }
    return NO_IDX;
}

static void add_sections(const struct breakdown *b, struct text what, uint32_t volume_idx, struct resolution *out)
{
    uint32_t sections[SECTIONS_MAX];
    uint32_t count = section_find(b, what, sections, SECTIONS_MAX);
    for (uint32_t i = 0; i < count && i < SECTIONS_MAX; i++)
        if (volume_idx == NO_IDX || b->sections[sections[i]].volume_idx == volume_idx)
            add(out, MEANS_SECTION, sections[i]);
}

static void add_tasks(const struct breakdown *b, struct text what, struct resolution *out)
{
    struct task_ref refs[REFS_MAX];
    uint32_t count = task_find(b, what, refs, REFS_MAX);
    for (uint32_t i = 0; i < count && i < REFS_MAX; i++) {
        if (refs[i].part_idx == NO_IDX)
            add(out, MEANS_TASK, refs[i].task_idx);
        else
            add(out, MEANS_PART, refs[i].part_idx);
    }
}

static uint32_t leaders_hits(const struct resolver *resolver, struct text what, bool near, const struct hit **hits)
{
    return text_empty(what) ? 0 : search_aside(resolver->of_leaders, what, near, hits);
}

/* 副县长 says who only where nobody else can be it; 王副县长 where no other 王 can. */
static void add_holders(const struct resolver *resolver, uint32_t leader_idx, bool called, struct resolution *out)
{
    const struct leader *items = resolver->leaders->items, *leader = &items[leader_idx];
    for (uint32_t i = 0; i < resolver->leaders->count; i++)
        if (i != leader_idx && items[i].volume_idx == leader->volume_idx && leader_may_hold(&items[i], leader) &&
            (!called || text_equal(items[i].forms[LEADER_SURNAME], leader->forms[LEADER_SURNAME])))
            add(out, MEANS_LEADER, i);
}

static enum grade resolve_leaders(const struct resolver *resolver, struct text what, uint32_t volume_idx,
                                  struct resolution *out)
{
    const struct leader *items = resolver->leaders->items;
    const struct hit *hits, *taken = NULL;
    enum grade best = GRADE_NONE;
    size_t chars = utf8_count(what);
    uint32_t count = leaders_hits(resolver, what, false, &hits);
    for (uint32_t i = 0; i < count; i++) {
        enum grade grade = grade_of(resolver->of_leaders, &hits[i], true, chars);
        if (volume_idx != NO_IDX && items[hits[i].idx].volume_idx != volume_idx)
            continue;
        taken = grade < best ? &hits[i] : taken;
        take(out, &best, grade, MEANS_LEADER, hits[i].idx);
    }
    if (out->total == 1 && taken->field == HIT_ALIAS &&
        (taken->alias_no == LEADER_TITLE || taken->alias_no == LEADER_CALLED))
        add_holders(resolver, taken->idx, taken->alias_no == LEADER_CALLED, out);
    return best;
}

static enum grade resolve_names(const struct resolver *resolver, struct text what, uint32_t volume_idx, unsigned kinds,
                                struct resolution *out)
{
    const struct hit *hits;
    enum grade best = kinds & MEAN_LEADERS ? resolve_leaders(resolver, what, volume_idx, out) : GRADE_NONE;
    size_t chars = utf8_count(what);
    uint32_t count;
    uint32_t unit_idx = kinds & MEAN_UNITS && volume_idx == NO_IDX ? unit_find(resolver->b, what) : NO_IDX;
    if (unit_idx != NO_IDX) { /* a short name may be another's alias: it has it */
        take(out, &best, GRADE_NAME, MEANS_UNIT, unit_idx);
        return best;
    }
    count =
        kinds & MEAN_UNITS && volume_idx == NO_IDX && chars ? search_aside(resolver->of_units, what, false, &hits) : 0;
    for (uint32_t i = 0; i < count; i++)
        take(out, &best, grade_of(resolver->of_units, &hits[i], false, chars), MEANS_UNIT, hits[i].idx);
    return best;
}

static bool is_guess(const struct hit *hit)
{
    return search_near(hit) || search_shape(hit) > MATCH_INNER;
}

/* Nobody is surely meant: those who may be. */
static void add_candidates(const struct resolver *resolver, struct text what, unsigned kinds, struct resolution *out)
{
    const struct hit *hits;
    uint32_t count = kinds & MEAN_LEADERS ? leaders_hits(resolver, what, true, &hits) : 0;
    out->near = out->total == 0 && (!count || is_guess(&hits[0]));
    for (uint32_t i = 0; i < count && i < LEADERS_NEAR_MAX; i++)
        add(out, MEANS_LEADER, hits[i].idx);
    count = kinds & MEAN_UNITS ? search_aside(resolver->of_units, what, true, &hits) : 0;
    out->near = out->near && (!count || is_guess(&hits[0]));
    for (uint32_t i = 0; i < count; i++)
        add(out, MEANS_UNIT, hits[i].idx);
    out->near |= out->total == 1; /* of one nobody says that it is one of several */
}

static struct resolution resolve_whole(const struct resolver *resolver, struct text what, unsigned kinds)
{
    struct resolution names = { 0 }, ids = { 0 };
    struct text whole = what;
    uint32_t volume_idx = take_volume(resolver->b, &what);
    if (!span_trim(text_span(what)).bytes)
        return names;
    enum grade best = resolve_names(resolver, what, volume_idx, kinds, &names);
    names.sure = names.total == 1 && best < GRADE_NONE;
    if (best <= GRADE_CORE)
        return names;
    if (kinds & MEAN_IDS) {
        add_sections(resolver->b, what, volume_idx, &ids);
        if (!ids.total)
            add_tasks(resolver->b, whole, &ids);
    }
    if (ids.total) {
        ids.sure = ids.total == 1;
        return ids;
    }
    if (best == GRADE_NONE && !(kinds & MEAN_SURELY))
        add_candidates(resolver, what, kinds, &names);
    return names;
}

/* 省委组织部（省委人才办）, 冯飞（常务副省长）: what stands before the brackets, and in them.  False where there are none. */
static bool split_brackets(struct text what, struct text *before, struct text *inside)
{
    static const char *const opens[] = { "(", "（" }, *const closes[] = { ")", "）" };
    size_t end = 0;
    what = text_composed(span_trim(text_span(what)));
    for (int i = 0; i < 2; i++)
        if (span_ends(text_span(what), span_of(closes[i])))
            end = what.bytes - strlen(closes[i]);
    for (size_t at = 0, bytes; at < end; at += bytes) {
        utf8_at(what, at, &bytes);
        struct span one = text_span(text_slice(what, at, at + bytes));
        if (at && (span_equal(one, span_of(opens[0])) || span_equal(one, span_of(opens[1])))) {
            *before = text_slice(what, 0, at);
            *inside = text_slice(what, at + bytes, end);
            return true;
        }
    }
    return false;
}

static bool means(const struct resolution *found, struct meaning meaning)
{
    for (uint32_t i = 0; i < found->count; i++)
        if (found->meanings[i].kind == meaning.kind && found->meanings[i].idx == meaning.idx)
            return true;
    return false;
}

struct resolution resolve(const struct resolver *resolver, struct text what, unsigned kinds)
{
    struct text before, inside;
    struct resolution whole = resolve_whole(resolver, what, kinds | MEAN_SURELY), both = { 0 };
    if (whole.total || !split_brackets(what, &before, &inside))
        return whole.total || (kinds & MEAN_SURELY) ? whole : resolve_whole(resolver, what, kinds);
    /* The one that both name; else those that either may. */
    struct resolution outer = resolve_whole(resolver, before, kinds);
    struct resolution inner = resolve_whole(resolver, inside, kinds | MEAN_SURELY);
    for (uint32_t i = 0; i < outer.count && !outer.near; i++)
        if (means(&inner, outer.meanings[i]))
            add(&both, outer.meanings[i].kind, outer.meanings[i].idx);
    both.sure = both.total == 1 && outer.total <= MEANINGS_MAX && inner.total <= MEANINGS_MAX;
    if (both.total)
        return both;
    outer.sure = false;
    outer.near = true;
    return outer;
}

uint32_t resolve_section(const struct leaders *leaders, uint32_t leader_idx)
{
    const struct leader *leader = &leaders->items[leader_idx];
    return leader->sections_count == 1 && leader->named_count == 0 ? leader->section_idx : NO_IDX;
}
