/* SPDX-License-Identifier: MIT */
#include "breakdown/leaders.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "wording/leadername.h"

enum { NAMED_MAX = 16 };

static struct text joined(struct arena *arena, struct text first, struct text second)
{
    struct buf buf = { 0 };
    buf_text(&buf, first);
    buf_text(&buf, second);
    return text_take(arena, &buf);
}

/* Takes the first title off *rest: 县委常委、副县长. */
static struct text next_title(struct text *rest)
{
    size_t to = 0, bytes = 0;
    while (to < rest->bytes && utf8_at(*rest, to, &bytes) != 0x3001) /* 、 */
        to += bytes;
    struct text title = text_slice(*rest, 0, to);
    *rest = text_slice(*rest, to < rest->bytes ? to + bytes : to, rest->bytes);
    return title;
}

static struct text last_title(struct text titles)
{
    struct text last = titles;
    while (!text_empty(titles))
        last = next_title(&titles);
    return last;
}

/* Their title is the first that is said. */
static void set_title(struct leaders *leaders, struct leader *leader, struct text title)
{
    struct text name = leader->forms[LEADER_NAME], surname = leader->forms[LEADER_SURNAME];
    struct text last = last_title(title);
    if (text_empty(title) || !text_empty(leader->forms[LEADER_TITLE]))
        return;
    leader->forms[LEADER_TITLE] = title;
    leader->forms[LEADER_FULL] = joined(&leaders->arena, name, title);
    leader->forms[LEADER_REVERSED] = joined(&leaders->arena, title, name);
    if (!text_empty(surname))
        leader->forms[LEADER_CALLED] = joined(&leaders->arena, surname, last);
    if (last.bytes < title.bytes)
        leader->forms[LEADER_SHORT] = joined(&leaders->arena, name, last);
}

static struct leader *put(struct leaders *leaders, struct names *names, uint32_t first, struct leader_name one,
                          uint32_t volume_idx)
{
    uint32_t idx = names_find(names, text_span(one.name));
    if (idx == NO_IDX) {
        struct text name = text_copy(&leaders->arena, one.name);
        idx = names_put(names, name);
        MEM_GROW(leaders->items, leaders->count + 1, leaders->cap);
        leaders->items[leaders->count++] = (struct leader){
            .forms = { [LEADER_NAME] = name, [LEADER_SURNAME] = leadername_surname(name) },
            .volume_idx = volume_idx,
            .section_idx = NO_IDX,
        };
    }
    struct leader *leader = &leaders->items[first + idx];
    set_title(leaders, leader, text_copy(&leaders->arena, one.title));
    return leader;
}

/* A volume's leaders in the making. */
struct maker {
    struct leaders *leaders;
    struct names names;
    uint32_t first;  /* the volume's first leader */
    uint32_t listed; /* entries of of_task */
};

static void list_leader(struct maker *maker, uint32_t leader_idx)
{
    struct leaders *leaders = maker->leaders;
    MEM_GROW(leaders->of_task, maker->listed + 1, leaders->of_task_cap);
    leaders->of_task[maker->listed++] = leader_idx;
}

/* Those whose section it is: mostly one; 张三市长、李四副市长. */
static uint32_t put_own(struct maker *maker, const struct section *section, uint32_t own[NAMED_MAX])
{
    struct arena arena = { 0 };
    struct leader_name names[NAMED_MAX];
    struct text titles = section->title;
    uint32_t count = leadername_split(&arena, section->leader, names, NAMED_MAX);
    /* A field that says no name stays as it is. */
    if (!count && !text_empty(section->leader))
        names[count++] = (struct leader_name){ .name = section->leader };
    for (uint32_t i = 0; i < count; i++) {
        if (count == 1 && !text_empty(titles))
            names[i].title = titles;
        else if (text_empty(names[i].title))
            names[i].title = next_title(&titles);
        own[i] = (uint32_t)(put(maker->leaders, &maker->names, maker->first, names[i], section->volume_idx) -
                            maker->leaders->items);
    }
    arena_fini(&arena);
    return count;
}

static void add_section(struct maker *maker, uint32_t section_idx)
{
    uint32_t own[NAMED_MAX], count = put_own(maker, &maker->leaders->b->sections[section_idx], own);
    for (uint32_t i = 0; i < count; i++) {
        struct leader *leader = &maker->leaders->items[own[i]];
        if (leader->sections_count++ == 0)
            leader->section_idx = section_idx;
    }
}

static bool is_among(const uint32_t *own, uint32_t count, uint32_t leader_idx)
{
    for (uint32_t i = 0; i < count; i++)
        if (own[i] == leader_idx)
            return true;
    return false;
}

/* Who of the section's leaders is named by the task himself stands before the others. */
static void put_first(uint32_t *of_task, uint32_t count, uint32_t leader_idx)
{
    for (uint32_t i = 1; i < count; i++)
        if (of_task[i] == leader_idx) {
            of_task[i] = of_task[0];
            of_task[0] = leader_idx;
        }
}

static void add_tasks(struct maker *maker, const struct section *section)
{
    struct leaders *leaders = maker->leaders;
    struct arena arena = { 0 };
    struct text last = TEXT("");
    struct leader_name named[NAMED_MAX];
    uint32_t own[NAMED_MAX], own_count = put_own(maker, section, own), count = 0;
    for (uint32_t t = section->tasks.from; t < section->tasks.from + section->tasks.count; t++) {
        struct text field = leaders->b->tasks[t].leader;
        leaders->of_task_from[t] = maker->listed;
        for (uint32_t i = 0; i < own_count; i++)
            list_leader(maker, own[i]);
        if (!text_equal(field, last)) /* most tasks have the leaders of the one before */
            count = leadername_split(&arena, field, named, NAMED_MAX);
        last = field;
        for (uint32_t i = 0; i < count; i++) {
            struct leader *leader = put(leaders, &maker->names, maker->first, named[i], section->volume_idx);
            uint32_t leader_idx = (uint32_t)(leader - leaders->items);
            if (is_among(own, own_count, leader_idx)) {
                if (i == 0)
                    put_first(leaders->of_task + leaders->of_task_from[t], own_count, leader_idx);
                continue;
            }
            leader->named_count++;
            list_leader(maker, leader_idx);
        }
        leaders->of_task_from[t + 1] = maker->listed;
    }
    arena_fini(&arena);
}

struct leaders *leaders_new(const struct breakdown *b)
{
    struct leaders *leaders = mem_array(1, sizeof *leaders);
    struct maker maker = { .leaders = leaders };
    leaders->b = b;
    leaders->of_task_from = mem_array((size_t)b->tasks_count + 1, sizeof *leaders->of_task_from);
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        struct slice sections = b->volumes[v].sections;
        maker.first = leaders->count;
        /* Those who have a section come first. */
        for (uint32_t i = 0; i < sections.count; i++)
            add_section(&maker, sections.from + i);
        for (uint32_t i = 0; i < sections.count; i++)
            add_tasks(&maker, &b->sections[sections.from + i]);
        names_fini(&maker.names);
        maker.names = (struct names){ 0 };
    }
    return leaders;
}

void leaders_free(struct leaders *leaders)
{
    if (!leaders)
        return;
    arena_fini(&leaders->arena);
    free(leaders->items);
    free(leaders->of_task);
    free(leaders->of_task_from);
    free(leaders);
}

void leaders_tasks(const struct leaders *leaders, uint32_t leader_idx, bool *tasks)
{
    for (uint32_t t = 0; t < leaders->b->tasks_count; t++)
        for (uint32_t i = leaders->of_task_from[t]; i < leaders->of_task_from[t + 1]; i++)
            tasks[t] |= leaders->of_task[i] == leader_idx;
}

bool leader_may_hold(const struct leader *leader, const struct leader *other)
{
    struct text own = leader->forms[LEADER_TITLE];
    while (!text_empty(own)) {
        struct text title = next_title(&own), rest = other->forms[LEADER_TITLE];
        while (!text_empty(rest))
            if (text_equal(next_title(&rest), title))
                return true;
    }
    return text_empty(leader->forms[LEADER_TITLE]);
}
