/* SPDX-License-Identifier: MIT */
#include "ui/found.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/search.h"
#include "text/utf8.h"
#include "ui/app_state.h"
#include "ui/find.h"

/* Rows of a group that others stand below; and letters by which texts are looked through. */
enum { GROUP_ROWS = 8, TEXT_LETTERS_MIN = 4 };

/* The hits of one question to units and leaders. */
struct answers {
    const struct hit *units, *leaders;
    uint32_t units_count, leaders_count;
};

static void add(struct found *found, struct found_row row)
{
    MEM_GROW(found->rows, found->count + 1, found->cap);
    found->rows[found->count++] = row;
}

static bool is_full(const struct found *found, enum found_group group, uint32_t shown)
{
    return !found->whole[group] && shown >= GROUP_ROWS && found->totals[group] > GROUP_ROWS + 1;
}

static void add_hits(const struct app *app, struct found *found, enum found_group group, const struct hit *hits,
                     uint32_t count, bool leader)
{
    bool near = group == FOUND_NEAR;
    uint32_t shown = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (search_near(&hits[i]) != near)
            continue;
        if (!near && is_full(found, group, shown)) {
            add(found, (struct found_row){ .kind = FOUND_MORE, .group = group });
            return;
        }
        struct meaning meaning = { leader ? MEANS_LEADER : MEANS_UNIT, hits[i].idx };
        add(found, (struct found_row){ FOUND_HIT, group, find_link(app, meaning), &hits[i], leader });
        shown++;
    }
}

static void add_tasks(const struct app *app, struct found *found)
{
    uint32_t shown = 0;
    for (uint32_t i = 0; found->totals[FOUND_TASKS] && i < app->b->tasks_count; i++) {
        if (!found->tasks[i])
            continue;
        if (is_full(found, FOUND_TASKS, shown)) {
            add(found, (struct found_row){ .kind = FOUND_MORE, .group = FOUND_TASKS });
            return;
        }
        add(found, (struct found_row){ FOUND_HIT, FOUND_TASKS, link_to(LINK_TASK, i), NULL, false });
        shown++;
    }
}

static void add_group(const struct app *app, struct found *found, const struct answers *answers, enum found_group group)
{
    if (!found->totals[group])
        return;
    add(found, (struct found_row){ .kind = FOUND_HEAD, .group = group });
    if (group == FOUND_TASKS)
        add_tasks(app, found);
    if (group == FOUND_UNITS || group == FOUND_NEAR)
        add_hits(app, found, group, answers->units, answers->units_count, false);
    if (group == FOUND_LEADERS || group == FOUND_NEAR)
        add_hits(app, found, group, answers->leaders, answers->leaders_count, true);
}

/* A name that is or begins so: what is near names of the other kind is chance. */
static bool begins_so(const struct hit *hits, uint32_t count)
{
    return count && !search_near(&hits[0]) && search_shape(&hits[0]) <= MATCH_PREFIX;
}

static uint32_t count_near(const struct hit *hits, uint32_t count)
{
    uint32_t near = 0;
    for (uint32_t i = 0; i < count; i++)
        near += search_near(&hits[i]);
    return near;
}

/* A few letters are the initials of something in any text. */
static bool looks_in_texts(struct text query)
{
    for (size_t at = 0, bytes; at < query.bytes; at += bytes)
        if (utf8_at(query, at, &bytes) >= 0x80 || (query.at[at] >= '0' && query.at[at] <= '9'))
            return true;
    return query.bytes >= TEXT_LETTERS_MIN;
}

/* Below a name that is only scattered the texts that have the words in a row are better. */
static bool is_scattered(const struct hit *hits, uint32_t count)
{
    return count == 0 || search_near(&hits[0]) || search_shape(&hits[0]) > MATCH_INNER;
}

static void order_groups(const struct answers *answers, enum found_group order[FOUND_GROUPS_COUNT])
{
    bool units = !is_scattered(answers->units, answers->units_count);
    bool leaders = !is_scattered(answers->leaders, answers->leaders_count);
    bool leaders_first = leaders && (!units || search_shape(&answers->leaders[0]) < search_shape(&answers->units[0]) ||
                                     (search_shape(&answers->leaders[0]) == search_shape(&answers->units[0]) &&
                                      search_mode(&answers->leaders[0]) <= search_mode(&answers->units[0])));
    uint32_t count = 0;
    if (leaders_first)
        order[count++] = FOUND_LEADERS;
    if (units)
        order[count++] = FOUND_UNITS;
    if (leaders && !leaders_first)
        order[count++] = FOUND_LEADERS;
    order[count++] = FOUND_TASKS;
    if (!units)
        order[count++] = FOUND_UNITS;
    if (!leaders)
        order[count++] = FOUND_LEADERS;
    order[count] = FOUND_NEAR;
}

static void ask_texts(struct app *app, struct found *found, struct text query)
{
    asking_drop(app);
    free(found->tasks);
    found->tasks = mem_array((size_t)app->b->tasks_count + 1, sizeof *found->tasks);
    found->totals[FOUND_TASKS] = 0;
    if (looks_in_texts(query))
        asking_begin(app, query, found->tasks, &found->totals[FOUND_TASKS]);
}

static void make_rows(struct app *app, struct found *found, bool anew)
{
    struct text query = text_composed(buf_view(&found->query));
    struct answers answers;
    enum found_group order[FOUND_GROUPS_COUNT];
    found->count = 0;
    if (text_empty(query)) {
        asking_drop(app);
        return;
    }
    answers.units_count = search_query(app->search, query, &answers.units);
    answers.leaders_count = search_query(app->search_leaders, query, &answers.leaders);
    uint32_t near_units = count_near(answers.units, answers.units_count);
    uint32_t near_leaders = count_near(answers.leaders, answers.leaders_count);
    found->totals[FOUND_UNITS] = answers.units_count - near_units;
    found->totals[FOUND_LEADERS] = answers.leaders_count - near_leaders;
    bool sure = begins_so(answers.units, answers.units_count) || begins_so(answers.leaders, answers.leaders_count);
    found->totals[FOUND_NEAR] = sure ? 0 : near_units + near_leaders;
    if (anew)
        ask_texts(app, found, query);
    order_groups(&answers, order);
    for (int i = 0; i < FOUND_GROUPS_COUNT; i++)
        add_group(app, found, &answers, order[i]);
}

static void select_best(struct found *found)
{
    found->scroll = (struct scroll){ 0 };
    while (found->scroll.cursor + 1 < found->count && found->rows[found->scroll.cursor].kind != FOUND_HIT)
        found->scroll.cursor++;
}

void found_ask(struct app *app, struct found *found, struct text query)
{
    struct buf copy = { 0 };
    buf_text(&copy, text_composed(span_trim(text_span(query))));
    buf_fini(&found->query);
    found->query = copy;
    memset(found->whole, 0, sizeof found->whole);
    make_rows(app, found, true);
    select_best(found);
}

void found_answered(struct app *app, struct found *found)
{
    make_rows(app, found, false);
    select_best(found);
}

void found_ask_again(struct app *app, struct found *found)
{
    make_rows(app, found, true);
    asking_finish(app);
    select_best(found);
}

void found_widen(struct app *app, struct found *found, enum found_group group)
{
    found->whole[group] = true;
    make_rows(app, found, false);
}

void found_fini(struct found *found)
{
    free(found->rows);
    free(found->tasks);
    buf_fini(&found->query);
    *found = (struct found){ 0 };
}

bool found_selects(const struct found_row *row)
{
    return row->kind != FOUND_HEAD || row->group == FOUND_TASKS;
}

const struct found_row *found_selected(const struct found *found)
{
    return found->scroll.cursor < found->count ? &found->rows[found->scroll.cursor] : NULL;
}

void found_move(struct found *found, enum action action, int rows)
{
    uint32_t before = found->scroll.cursor;
    scroll_act(&found->scroll, action, found->count, rows);
    int step = found->scroll.cursor < before ? -1 : 1;
    while (found->scroll.cursor < found->count && !found_selects(&found->rows[found->scroll.cursor])) {
        if (step < 0 && found->scroll.cursor == 0)
            step = 1;
        found->scroll.cursor += (uint32_t)step;
    }
    if (found->scroll.cursor >= found->count)
        found->scroll.cursor = before;
}
