/* SPDX-License-Identifier: MIT */
#include "search/filter.h"

#include "base/mem.h"
#include "search/glyphs.h"
#include "search/match.h"
#include "search/stretch.h"
#include "text/fold.h"

enum { FILTER_WORDS_MAX = 16 };

/* What a word of the query looks at. */
enum field { FIELD_TEXT, FIELD_UNIT, FIELD_LEAD, FIELD_LEADER };

struct word {
    enum field field;
    struct text text; /* folded; in filter->arena */
    struct match_word match;
    bool *units; /* FIELD_UNIT, FIELD_LEAD: who is meant */
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
    struct numbers *parts, *sections; /* texts of the parts; leaders of the sections */
    struct arena arena;               /* of the last query */
    struct word words[FILTER_WORDS_MAX];
    uint32_t words_count;
};

static const struct {
    struct text word;
    enum field field;
} prefixes[] = {
    { { "单位:", sizeof "单位:" - 1 }, FIELD_UNIT },   { { "unit:", 5 }, FIELD_UNIT },
    { { "牵头:", sizeof "牵头:" - 1 }, FIELD_LEAD },   { { "lead:", 5 }, FIELD_LEAD },
    { { "领导:", sizeof "领导:" - 1 }, FIELD_LEADER }, { { "leader:", 7 }, FIELD_LEADER },
};

struct filter *filter_new(const struct breakdown *b, const struct index *index, struct search *search)
{
    struct filter *filter = mem_array(1, sizeof *filter);
    filter->b = b;
    filter->index = index;
    filter->search = search;
    return filter;
}

static void forget_query(struct filter *filter)
{
    for (uint32_t i = 0; i < filter->words_count; i++) {
        match_word_fini(&filter->words[i].match);
        free(filter->words[i].units);
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
    free(filter->parts);
    free(filter->sections);
    free(filter);
}

static struct numbers add_text(struct filter *filter, struct text text)
{
    size_t from = filter->ids.count;
    return (struct numbers){ from, glyphs_add(&filter->glyphs, text, &filter->ids, NULL) };
}

/* Texts are folded when the first query comes. */
static void prepare(struct filter *filter)
{
    const struct breakdown *b = filter->b;
    if (filter->prepared)
        return;
    filter->prepared = true;
    glyphs_init(&filter->glyphs);
    filter->parts = mem_array(b->parts_count, sizeof *filter->parts);
    filter->sections = mem_array(b->sections_count, sizeof *filter->sections);
    for (uint32_t i = 0; i < b->parts_count; i++)
        filter->parts[i] = add_text(filter, b->parts[i].text);
    for (uint32_t i = 0; i < b->sections_count; i++)
        filter->sections[i] = add_text(filter, b->sections[i].leader);
}

static bool is_in(const struct filter *filter, const struct word *word, struct numbers numbers)
{
    struct match match;
    return match_adjacent(&word->match, filter->ids.ids + numbers.from, numbers.count, 0, &match);
}

/* The task's id (2.7), the beginning of one (2.), or its number as printed. */
static bool is_number_of(struct text word, const struct task *task)
{
    int no = 0;
    if (text_equal(word, task->id))
        return true;
    if (span_starts(text_span(task->id), text_span(word)) && word.at[word.bytes - 1] == '.')
        return true;
    for (size_t i = 0; i < word.bytes; i++) {
        if (word.at[i] < '0' || word.at[i] > '9' || i > 6)
            return false;
        no = no * 10 + (word.at[i] - '0');
    }
    return no == task->no;
}

/* The leader named in the task itself is rare, so it is folded on the way. */
static bool leads_as_person(const struct filter *filter, const struct word *word, const struct task *task)
{
    bool found = is_in(filter, word, filter->sections[task->section_idx]);
    if (!found && !text_empty(task->leader)) {
        struct buf folded = { 0 };
        fold_to(&folded, task->leader);
        found = memmem(folded.at, folded.bytes, word->text.at, word->text.bytes) != NULL;
        buf_fini(&folded);
    }
    return found;
}

static bool word_matches(const struct filter *filter, const struct word *word, const bool *bound, uint32_t task_idx)
{
    const struct task *task = &filter->b->tasks[task_idx];
    switch (word->field) {
    case FIELD_UNIT:
    case FIELD_LEAD:
        return bound[task_idx];
    case FIELD_LEADER:
        return leads_as_person(filter, word, task);
    case FIELD_TEXT:
        break;
    }
    if (is_number_of(word->text, task))
        return true;
    for (uint32_t i = 0; i < task->parts.count; i++)
        if (is_in(filter, word, filter->parts[task->parts.from + i]))
            return true;
    return false;
}

/* Which tasks the units of a word owe: as lead only, or by any bond that is sure. */
static void mark_bound(const struct filter *filter, const struct word *word, bool *bound)
{
    const struct breakdown *b = filter->b;
    memset(bound, 0, b->tasks_count * sizeof *bound);
    for (uint32_t unit_idx = 0; unit_idx < b->units_count; unit_idx++) {
        uint32_t count = 0;
        if (!word->units[unit_idx])
            continue;
        const struct owed *owed = index_owed(filter->index, unit_idx, &count);
        for (uint32_t i = 0; i < count; i++)
            if (owed[i].bond == BOND_LEAD || (word->field == FIELD_UNIT && owed[i].bond < BOND_MAYBE))
                bound[b->parts[owed[i].part_idx].task_idx] = true;
    }
}

static void init_match(struct filter *filter, struct word *word)
{
    struct arena arena = { 0 };
    struct fold fold = fold_text(&arena, word->text);
    match_word_fini(&word->match);
    match_word_init(&word->match, fold.chars, fold.count, &filter->glyphs, false);
    arena_fini(&arena);
}

/* Adds a word of the folded query; a prefix with nothing behind it holds for the next word. */
static void add_word(struct filter *filter, struct text text, enum field *field)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (span_starts(text_span(text), text_span(prefixes[i].word))) {
            *field = prefixes[i].field;
            text = text_slice(text, prefixes[i].word.bytes, text.bytes);
            break;
        }
    if (text_empty(text) || filter->words_count == FILTER_WORDS_MAX)
        return;
    struct word *word = &filter->words[filter->words_count++];
    *word = (struct word){ .field = *field, .text = text };
    *field = FIELD_TEXT;
    if (word->field == FIELD_UNIT || word->field == FIELD_LEAD) {
        word->units = mem_array(filter->b->units_count, sizeof *word->units);
        search_units(filter->search, text, word->units);
    } else {
        init_match(filter, word);
    }
}

static void take_apart(struct filter *filter, struct text query)
{
    struct buf folded = { 0 };
    enum field field = FIELD_TEXT;
    fold_to(&folded, query);
    struct text text = text_copy(&filter->arena, text_composed(buf_view(&folded)));
    buf_fini(&folded);
    for (size_t from = 0, to; from < text.bytes; from = to + 1) {
        for (to = from; to < text.bytes && text.at[to] != ' '; to++)
            ;
        if (to > from)
            add_word(filter, text_slice(text, from, to), &field);
    }
}

uint32_t filter_query(struct filter *filter, struct text query, bool *matches)
{
    uint32_t tasks_count = filter->b->tasks_count, count = 0;
    prepare(filter);
    forget_query(filter);
    take_apart(filter, query);
    bool *bound = mem_array(tasks_count, sizeof *bound);
    for (uint32_t task_idx = 0; task_idx < tasks_count; task_idx++)
        matches[task_idx] = true;
    for (uint32_t i = 0; i < filter->words_count; i++) {
        const struct word *word = &filter->words[i];
        if (word->units)
            mark_bound(filter, word, bound);
        for (uint32_t task_idx = 0; task_idx < tasks_count; task_idx++)
            matches[task_idx] = matches[task_idx] && word_matches(filter, word, bound, task_idx);
    }
    for (uint32_t task_idx = 0; task_idx < tasks_count; task_idx++)
        count += matches[task_idx];
    free(bound);
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

bool filter_names_unit(const struct filter *filter, uint32_t unit_idx)
{
    for (uint32_t i = 0; i < filter->words_count; i++)
        if (filter->words[i].units && filter->words[i].units[unit_idx])
            return true;
    return false;
}
