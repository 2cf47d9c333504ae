/* SPDX-License-Identifier: MIT */
#include "search/filter.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/filter_field.h"
#include "search/filter_prefix.h"
#include "search/glyphs.h"
#include "search/match.h"
#include "search/obliged.h"
#include "search/stretch.h"
#include "text/fold.h"
#include "wording/duedate.h"

enum { FILTER_WORDS_MAX = 16 };

struct word {
    enum field field;
    struct text text; /* folded; in filter->arena */
    struct match_word match;
    struct obliged obliged; /* the units or leaders */
    struct due_period due;  /* FIELD_DUE; .to 0: none was read */
    bool unknown;           /* a colon as behind a prefix, no such prefix, and in no task so far */
    bool number;            /* it may be a task's */
};

/* A text as numbers: filter->ids from .. from + count. */
struct numbers {
    size_t from;
    uint32_t count;
};

struct filter {
    const struct breakdown *b;
    const struct index *index;
    struct search *of_units, *of_leaders;
    bool prepared;
    struct glyphs glyphs;
    struct glyph_ids ids;
    uint32_t tasks_count;  /* that are prepared */
    struct numbers *tasks; /* their texts; between two parts' stands 0, which no word has */
    bool *last;            /* what the last queries let through, as far as they came */
    struct buf last_query; /* folded */
    struct arena arena;    /* of the last query */
    struct word words[FILTER_WORDS_MAX];
    uint32_t words_count;
    uint32_t narrowed_to; /* tasks of which last says whether all words but the last, and its beginning, match */
    uint32_t looked_at;   /* tasks, of the last query */
    uint32_t match_count; /* of them */
};

static void look_into(struct filter *filter, const struct index *index, struct search *of_units,
                      struct search *of_leaders)
{
    filter->b = index->b;
    filter->index = index;
    filter->of_units = of_units;
    filter->of_leaders = of_leaders;
}

struct filter *filter_new(const struct index *index, struct search *of_units, struct search *of_leaders)
{
    struct filter *filter = mem_array(1, sizeof *filter);
    look_into(filter, index, of_units, of_leaders);
    return filter;
}

static void forget_query(struct filter *filter)
{
    for (uint32_t i = 0; i < filter->words_count; i++) {
        match_word_fini(&filter->words[i].match);
        obliged_fini(&filter->words[i].obliged);
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
    free(filter);
}

void filter_grow(struct filter *filter, const struct index *index, struct search *of_units, struct search *of_leaders)
{
    forget_query(filter);
    look_into(filter, index, of_units, of_leaders);
}

/* Room for what is to come: texts become numbers when the first query comes to them. */
static void make_room(struct filter *filter)
{
    size_t room = (size_t)filter->b->tasks_count + 1;
    if (!filter->prepared)
        glyphs_init(&filter->glyphs);
    filter->prepared = true;
    filter->tasks = mem_resize(filter->tasks, room, sizeof *filter->tasks);
    filter->last = mem_resize(filter->last, room, sizeof *filter->last);
}

static void prepare(struct filter *filter, uint32_t task_idx)
{
    const struct breakdown *b = filter->b;
    struct slice parts = b->tasks[task_idx].parts;
    size_t from = filter->ids.count;
    for (uint32_t i = 0; i < parts.count; i++) {
        if (i) {
            MEM_GROW(filter->ids.ids, filter->ids.count + 1, filter->ids.cap);
            filter->ids.ids[filter->ids.count++] = 0;
        }
        glyphs_add(&filter->glyphs, b->parts[parts.from + i].text, &filter->ids, NULL);
    }
    filter->tasks[task_idx] = (struct numbers){ from, (uint32_t)(filter->ids.count - from) };
    filter->tasks_count = task_idx + 1;
}

static bool word_matches(const struct filter *filter, const struct word *word, uint32_t task_idx)
{
    const struct task *task = &filter->b->tasks[task_idx];
    if (word->obliged.named)
        return obliged_binds(&word->obliged, filter->index, task_idx);
    if (word->field == FIELD_DUE)
        return filter_due(filter->b, word->due, word->text, task);
    if (word->field == FIELD_FIGURES)
        return filter_figures(filter->b, word->text, task);
    struct numbers numbers = filter->tasks[task_idx];
    return (word->number && filter_is_number_of(word->text, task)) ||
           match_is_in(&word->match, filter->ids.ids + numbers.from, numbers.count);
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
    uint32_t count = leader ? filter->index->leaders->count : filter->b->units_count;
    uint32_t unit_idx = leader ? NO_IDX : unit_find(filter->b, word->text);
    bool *named = mem_array(count, sizeof *named);
    if (unit_idx != NO_IDX) /* its very name: not those that have it in theirs */
        named[unit_idx] = true;
    else
        search_units(leader ? filter->of_leaders : filter->of_units, word->text, named);
    obliged_init(&word->obliged, filter->b, word->field, named);
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

void filter_begin(struct filter *filter, struct text query)
{
    struct buf folded = { 0 };
    make_room(filter);
    fold_to(&folded, query);
    bool narrower = is_narrower(filter, text_composed(buf_view(&folded)));
    forget_query(filter);
    take_apart(filter, text_composed(buf_view(&folded)));
    if (!narrower)
        filter->narrowed_to = 0;
    else if (filter->looked_at > filter->narrowed_to)
        filter->narrowed_to = filter->looked_at;
    filter->looked_at = filter->match_count = 0;
    buf_fini(&filter->last_query);
    filter->last_query = folded;
}

/* Does the task match all words?  One that is not known may be in any task, then it means something. */
static bool look_at(struct filter *filter, uint32_t task_idx)
{
    bool narrowed = task_idx < filter->narrowed_to, matches = !narrowed || filter->last[task_idx];
    for (uint32_t i = 0; i < filter->words_count; i++) {
        struct word *word = &filter->words[i];
        bool answered = narrowed && i + 1 < filter->words_count;
        if ((answered || !matches) && !word->unknown)
            continue;
        bool here = word_matches(filter, word, task_idx);
        word->unknown = word->unknown && !here;
        matches = matches && here;
    }
    return matches;
}

/* New texts may have brought characters that the words do not know. */
static void know_all_glyphs(struct filter *filter)
{
    for (uint32_t i = 0; i < filter->words_count; i++)
        if (filter->words[i].field == FIELD_TEXT && filter->words[i].match.glyphs_count < filter->glyphs.count)
            init_match(filter, &filter->words[i]);
}

bool filter_go_on(struct filter *filter, uint32_t work, bool *matches)
{
    enum { STRIDE = 16, COST = 16, PREPARE = 8 }; /* a task's cost beside its characters; of preparing, a character's */
    uint32_t tasks_count = filter->b->tasks_count;
    for (uint64_t done = 0; filter->looked_at < tasks_count && done < work;) {
        uint32_t to = tasks_count - filter->looked_at < STRIDE ? tasks_count : filter->looked_at + STRIDE;
        for (; filter->tasks_count < to; done += PREPARE * filter->tasks[filter->tasks_count - 1].count)
            prepare(filter, filter->tasks_count);
        know_all_glyphs(filter);
        for (; filter->looked_at < to; filter->looked_at++) {
            uint32_t task_idx = filter->looked_at;
            done += COST + filter->tasks[task_idx].count;
            filter->last[task_idx] = matches[task_idx] = look_at(filter, task_idx);
            filter->match_count += matches[task_idx];
        }
    }
    return filter->looked_at < tasks_count;
}

uint32_t filter_count(const struct filter *filter)
{
    return filter->match_count;
}

uint32_t filter_query(struct filter *filter, struct text query, bool *matches)
{
    filter_begin(filter, query);
    while (filter_go_on(filter, UINT32_MAX, matches))
        ;
    return filter->match_count;
}

uint32_t filter_stretches(struct filter *filter, struct text text, struct stretch *stretches, uint32_t max)
{
    struct arena arena = { 0 };
    struct glyph_ids ids = { 0 };
    if (filter->words_count == 0)
        return 0;
    struct fold fold = fold_text(&arena, text);
    uint32_t count = glyphs_add(&filter->glyphs, text, &ids, NULL);
    know_all_glyphs(filter);
    bool *marks = mem_array(count, sizeof *marks);
    for (uint32_t i = 0; i < filter->words_count; i++) {
        struct word *word = &filter->words[i];
        struct match match = { 0 };
        if (word->field != FIELD_TEXT)
            continue;
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
    for (uint32_t i = 0; i < filter->words_count; i++) {
        const struct obliged *obliged = &filter->words[i].obliged;
        if (obliged->named && obliged->field != FIELD_LEADER && obliged->named[unit_idx])
            return true;
    }
    return false;
}
