/* SPDX-License-Identifier: MIT */
#include "search/filter.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/filter_field.h"
#include "search/filter_number.h"
#include "search/filter_prefix.h"
#include "search/glyphs.h"
#include "search/match.h"
#include "search/stretch.h"
#include "text/fold.h"
#include "wording/duedate.h"

enum { FILTER_WORDS_MAX = 16 };

struct word {
    enum field field;
    struct text text; /* folded; in filter->arena */
    struct match_word match;
    bool *named;           /* the units or leaders that are meant */
    struct due_period due; /* FIELD_DUE; .to 0: none was read */
    bool unknown;          /* a colon as behind a prefix, and no such prefix */
    bool number;           /* it may be a task's */
};

/* A text as numbers: filter->ids from .. from + count. */
struct numbers {
    size_t from;
    uint32_t count;
};

struct filter {
    const struct breakdown *b;
    const struct index *index;
    struct search *search;
    bool prepared;
    struct glyphs glyphs;
    struct glyph_ids ids;
    struct search *leaders;
    uint32_t tasks_count;  /* that are prepared */
    struct numbers *tasks; /* their texts; between two parts' stands 0, which no word has */
    bool *last;            /* what the last query let through */
    struct buf last_query; /* folded */
    struct arena arena;    /* of the last query */
    struct word words[FILTER_WORDS_MAX];
    uint32_t words_count;
};

struct filter *filter_new(const struct breakdown *b, const struct index *index, struct search *search)
{
    struct filter *filter = mem_array(1, sizeof *filter);
    filter->b = b;
    filter->index = index;
    filter->search = search;
    filter->leaders = search_new_leaders(index->leaders);
    return filter;
}

static void forget_query(struct filter *filter)
{
    for (uint32_t i = 0; i < filter->words_count; i++) {
        match_word_fini(&filter->words[i].match);
        free(filter->words[i].named);
    }
    filter->words_count = 0;
    arena_fini(&filter->arena);
    filter->arena = (struct arena){ 0 };
}

void filter_free(struct filter *filter)
{
    if (!filter)
        return;
    forget_query(filter);
    if (filter->prepared)
        glyphs_fini(&filter->glyphs);
    free(filter->ids.ids);
    free(filter->tasks);
    free(filter->last);
    buf_fini(&filter->last_query);
    search_free(filter->leaders);
    free(filter);
}

void filter_grow(struct filter *filter, const struct breakdown *b, const struct index *index, struct search *search)
{
    forget_query(filter);
    search_free(filter->leaders);
    filter->leaders = search_new_leaders(index->leaders);
    filter->b = b;
    filter->index = index;
    filter->search = search;
}

/* Texts are folded when the first query comes, and of what has come since with the next. */
static void prepare(struct filter *filter)
{
    const struct breakdown *b = filter->b;
    if (filter->prepared && filter->tasks_count >= b->tasks_count)
        return;
    if (!filter->prepared)
        glyphs_init(&filter->glyphs);
    filter->prepared = true;
    filter->tasks = mem_resize(filter->tasks, (size_t)b->tasks_count + 1, sizeof *filter->tasks);
    filter->last = mem_resize(filter->last, (size_t)b->tasks_count + 1, sizeof *filter->last);
    for (uint32_t t = filter->tasks_count; t < b->tasks_count; t++) {
        struct slice parts = b->tasks[t].parts;
        size_t from = filter->ids.count;
        for (uint32_t i = 0; i < parts.count; i++) {
            if (i) {
                MEM_GROW(filter->ids.ids, filter->ids.count + 1, filter->ids.cap);
                filter->ids.ids[filter->ids.count++] = 0;
            }
            glyphs_add(&filter->glyphs, b->parts[parts.from + i].text, &filter->ids, NULL);
        }
        filter->tasks[t] = (struct numbers){ from, (uint32_t)(filter->ids.count - from) };
    }
    filter->tasks_count = b->tasks_count;
}

static bool word_matches(const struct filter *filter, const struct word *word, const bool *bound, uint32_t task_idx)
{
    const struct task *task = &filter->b->tasks[task_idx];
    if (word->named)
        return bound[task_idx];
    if (word->field == FIELD_DUE)
        return filter_due(filter->b, word->due, word->text, task);
    if (word->field == FIELD_FIGURES)
        return filter_figures(filter->b, word->text, task);
    struct numbers numbers = filter->tasks[task_idx];
    return (word->number && filter_is_number_of(word->text, task)) ||
           match_is_in(&word->match, filter->ids.ids + numbers.from, numbers.count);
}

/* By unit: how many of the units of a word are members of it, where it surely binds them all. */
static uint32_t *named_members(const struct breakdown *b, const bool *named)
{
    uint32_t *counts = mem_array(b->units_count, sizeof *counts);
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; b->units[i].coverage == COVERAGE_ALL && k < b->units[i].members.count; k++)
            counts[i] += named[b->members[b->units[i].members.from + k]];
    return counts;
}

/* Does a duty come before another of the same lead in one list?  A list may name it twice. */
static bool first_lead(const struct duty *duties, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (duties[k].unit_idx == duties[i].unit_idx && duties[k].role == ROLE_LEAD)
            return false;
    return duties[i].role == ROLE_LEAD;
}

/* Does the collective bind one of the units of a word that does not lead the part itself? */
static bool binds_another(const struct filter *filter, const struct word *word, const struct part *part,
                          uint32_t collective_idx, uint32_t members_count)
{
    const struct duty *duties = filter->b->duties + part->duties.from;
    uint32_t leads = 0;
    for (uint32_t i = 0; members_count && i < part->duties.count; i++)
        leads += word->named[duties[i].unit_idx] && first_lead(duties, i) &&
                 index_is_member(filter->index, duties[i].unit_idx, collective_idx);
    return members_count > leads;
}

/* Is one of the units of a word bound by the part, as the word's field says? */
static bool part_binds(const struct filter *filter, const struct word *word, const uint32_t *members,
                       const struct part *part)
{
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &filter->b->duties[part->duties.from + i];
        bool role = word->field == FIELD_UNIT || (duty->role == ROLE_LEAD) == (word->field == FIELD_LEAD);
        if (word->named[duty->unit_idx] && role)
            return true;
        if (word->field != FIELD_LEAD && members[duty->unit_idx] &&
            (word->field == FIELD_UNIT || binds_another(filter, word, part, duty->unit_idx, members[duty->unit_idx])))
            return true;
    }
    return false;
}

/* Which tasks the units or leaders of a word answer for. */
static void mark_bound(const struct filter *filter, const struct word *word, bool *bound)
{
    const struct breakdown *b = filter->b;
    const struct leaders *leaders = filter->index->leaders;
    memset(bound, 0, b->tasks_count * sizeof *bound);
    if (word->field == FIELD_LEADER) {
        for (uint32_t t = 0; t < b->tasks_count; t++)
            for (uint32_t i = leaders->of_task_from[t]; i < leaders->of_task_from[t + 1]; i++)
                bound[t] |= word->named[leaders->of_task[i]];
        return;
    }
    uint32_t *members = named_members(b, word->named);
    for (uint32_t i = 0; i < b->parts_count; i++)
        if (part_binds(filter, word, members, &b->parts[i]))
            bound[b->parts[i].task_idx] = true;
    free(members);
}

static void init_match(struct filter *filter, struct word *word)
{
    struct arena arena = { 0 };
    struct fold fold = fold_text(&arena, word->text);
    match_word_fini(&word->match);
    match_word_init(&word->match, fold.chars, fold.count, &filter->glyphs, false);
    arena_fini(&arena);
}

/* 9月 is that month; 9月前, 9月底前 all up to its end. */
static struct due_period read_due(const struct filter *filter, struct text text)
{
    struct due_period due = { 0 };
    int year = filter->b->volumes_count ? filter->b->volumes[0].year : 0;
    if (duedate_read(text, year, &due, 1) && span_ends(text_span(text), SPAN("前")))
        due.from = 1;
    return due;
}

static void name_those_meant(struct filter *filter, struct word *word)
{
    bool leader = word->field == FIELD_LEADER;
    word->named = mem_array(leader ? filter->index->leaders->count : filter->b->units_count, sizeof *word->named);
    uint32_t unit_idx = leader ? NO_IDX : unit_find(filter->b, word->text);
    if (unit_idx != NO_IDX) /* its very name: not those that have it in theirs */
        word->named[unit_idx] = true;
    else
        search_units(leader ? filter->leaders : filter->search, word->text, word->named);
}

/* Adds a word of the folded query; a prefix with nothing behind it holds for the next word, but 有数: for itself. */
static void add_word(struct filter *filter, struct text text, enum field *field)
{
    size_t bytes;
    enum field said = filter_prefix(text, &bytes);
    if (said != FIELD_TEXT)
        *field = said;
    text = text_slice(text, bytes, text.bytes);
    if ((text_empty(text) && *field != FIELD_FIGURES) || filter->words_count == FILTER_WORDS_MAX)
        return;
    struct word *word = &filter->words[filter->words_count++];
    *word = (struct word){ .field = *field, .text = text };
    *field = FIELD_TEXT;
    if (word->field < FIELD_DUE) {
        name_those_meant(filter, word);
    } else if (word->field == FIELD_DUE) {
        word->due = read_due(filter, text);
    } else if (word->field == FIELD_TEXT) {
        init_match(filter, word);
        word->unknown = filter_prefix_like(text);
        word->number = filter_may_be_number(text);
    }
}

static void take_apart(struct filter *filter, struct text folded)
{
    enum field field = FIELD_TEXT;
    struct text text = text_copy(&filter->arena, folded);
    for (size_t from = 0, to; from < text.bytes; from = to + 1) {
        for (to = from; to < text.bytes && text.at[to] != ' '; to++)
            ;
        if (to > from)
            add_word(filter, text_slice(text, from, to), &field);
    }
}

/* Is the query the last one with more letters at its last word?  Then it lets nothing through that this did not. */
static bool is_narrower(const struct filter *filter, struct text query)
{
    struct span last = buf_view(&filter->last_query);
    if (!filter->words_count || filter->words_count == FILTER_WORDS_MAX || last.at[last.bytes - 1] == ' ' ||
        !span_starts(text_span(query), last))
        return false;
    /* A blank begins another word, a colon ends a prefix; a number means more than its digits. */
    struct text more = text_slice(query, last.bytes, query.bytes);
    const struct word *word = &filter->words[filter->words_count - 1];
    return word->field == FIELD_TEXT && !word->number && !memchr(word->text.at, ':', word->text.bytes) &&
           !memchr(more.at, ' ', more.bytes) && !memchr(more.at, ':', more.bytes) &&
           (text_empty(more) || !filter_may_be_number(more));
}

/* Keeps of matches what a word lets through. */
static void keep_matching(struct filter *filter, struct word *word, bool *matches)
{
    uint32_t tasks_count = filter->b->tasks_count;
    bool *bound = word->named ? mem_array(tasks_count, sizeof *bound) : NULL, found = false;
    if (word->named)
        mark_bound(filter, word, bound);
    for (uint32_t task_idx = 0; task_idx < tasks_count; task_idx++) {
        if (!matches[task_idx] && !word->unknown)
            continue;
        bool here = word_matches(filter, word, bound, task_idx);
        found |= here;
        matches[task_idx] = matches[task_idx] && here;
    }
    word->unknown = word->unknown && !found;
    free(bound);
}

uint32_t filter_query(struct filter *filter, struct text query, bool *matches)
{
    uint32_t tasks_count = filter->b->tasks_count, count = 0;
    struct buf folded = { 0 };
    prepare(filter);
    fold_to(&folded, query);
    bool narrower = is_narrower(filter, text_composed(buf_view(&folded)));
    forget_query(filter);
    take_apart(filter, text_composed(buf_view(&folded)));
    if (narrower)
        memcpy(matches, filter->last, tasks_count * sizeof *matches);
    else
        memset(matches, true, tasks_count * sizeof *matches);
    for (uint32_t i = narrower ? filter->words_count - 1 : 0; i < filter->words_count; i++)
        keep_matching(filter, &filter->words[i], matches);
    for (uint32_t task_idx = 0; task_idx < tasks_count; task_idx++)
        count += matches[task_idx];
    memcpy(filter->last, matches, tasks_count * sizeof *matches);
    buf_fini(&filter->last_query);
    filter->last_query = folded;
    return count;
}

uint32_t filter_stretches(struct filter *filter, struct text text, struct stretch *stretches, uint32_t max)
{
    struct arena arena = { 0 };
    struct glyph_ids ids = { 0 };
    if (filter->words_count == 0)
        return 0;
    struct fold fold = fold_text(&arena, text);
    uint32_t count = glyphs_add(&filter->glyphs, text, &ids, NULL);
    bool *marks = mem_array(count, sizeof *marks);
    for (uint32_t i = 0; i < filter->words_count; i++) {
        struct word *word = &filter->words[i];
        struct match match = { 0 };
        if (word->field != FIELD_TEXT)
            continue;
        if (word->match.glyphs_count < filter->glyphs.count) /* a text from elsewhere brought new characters */
            init_match(filter, word);
        while (match.to < count && match_adjacent(&word->match, ids.ids, count, match.to, &match))
            memset(marks + match.from, true, match.to - match.from);
    }
    uint32_t stretches_count = stretch_collect(&fold, marks, stretches, max);
    free(marks);
    free(ids.ids);
    arena_fini(&arena);
    return stretches_count;
}

struct text filter_unknown(const struct filter *filter)
{
    for (uint32_t i = 0; i < filter->words_count; i++) {
        struct text text = filter->words[i].text;
        if (filter->words[i].unknown)
            return text_slice(text, 0, (size_t)((const char *)memchr(text.at, ':', text.bytes) - text.at) + 1);
    }
    return TEXT("");
}

bool filter_names_unit(const struct filter *filter, uint32_t unit_idx)
{
    for (uint32_t i = 0; i < filter->words_count; i++)
        if (filter->words[i].named && filter->words[i].field != FIELD_LEADER && filter->words[i].named[unit_idx])
            return true;
    return false;
}
