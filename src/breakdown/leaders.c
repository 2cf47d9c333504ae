/* SPDX-License-Identifier: MIT */
#include "breakdown/leaders.h"

#include <stdlib.h>

#include "base/mem.h"
#include "wording/leadername.h"

enum { NAMED_MAX = 16 };

static struct text joined(struct arena *arena, struct text first, struct text second)
{
    struct buf buf = { 0 };
    buf_text(&buf, first);
    buf_text(&buf, second);
    struct text text = text_copy(arena, text_composed(buf_view(&buf)));
    buf_fini(&buf);
    return text;
}

/* Their title is the first that is said. */
static void set_title(struct leaders *leaders, struct leader *leader, struct text title)
{
    struct text name = leader->forms[LEADER_NAME], surname = leader->forms[LEADER_SURNAME];
    if (text_empty(title) || !text_empty(leader->forms[LEADER_TITLE]))
        return;
    leader->forms[LEADER_TITLE] = title;
    leader->forms[LEADER_FULL] = joined(&leaders->arena, name, title);
    leader->forms[LEADER_REVERSED] = joined(&leaders->arena, title, name);
    if (!text_empty(surname))
        leader->forms[LEADER_CALLED] = joined(&leaders->arena, surname, title);
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

static struct leader_name section_leader(struct arena *arena, const struct section *section)
{
    struct leader_name one = { 0 };
    /* 张　三 is written so to stand below 欧阳修; a field that says more than a name stays as it is. */
    if (leadername_split(arena, section->leader, &one, 1) == 0)
        one.name = section->leader;
    if (!text_empty(section->title))
        one.title = section->title;
    return one;
}

static void add_section(struct leaders *leaders, struct names *names, uint32_t first, uint32_t section_idx)
{
    const struct breakdown *b = leaders->b;
    const struct section *section = &b->sections[section_idx];
    struct arena arena = { 0 };
    if (text_empty(section->leader))
        return;
    struct leader *leader = put(leaders, names, first, section_leader(&arena, section), section->volume_idx);
    if (leader->sections_count++ == 0)
        leader->section_idx = section_idx;
    arena_fini(&arena);
}

static void add_named(struct leaders *leaders, struct names *names, uint32_t first, uint32_t section_idx)
{
    const struct breakdown *b = leaders->b;
    const struct section *section = &b->sections[section_idx];
    struct arena arena = { 0 };
    struct text own = text_empty(section->leader) ? TEXT("") : section_leader(&arena, section).name;
    struct text last = TEXT("");
    struct leader_name named[NAMED_MAX];
    uint32_t count = 0;
    for (uint32_t t = 0; t < section->tasks.count; t++) {
        const struct task *task = &b->tasks[section->tasks.from + t];
        if (text_empty(task->leader))
            continue;
        if (!text_equal(task->leader, last)) /* most tasks have the leader of the one before */
            count = leadername_split(&arena, task->leader, named, NAMED_MAX);
        last = task->leader;
        for (uint32_t i = 0; i < count; i++) {
            struct leader *leader = put(leaders, names, first, named[i], section->volume_idx);
            leader->named_count += !text_equal(named[i].name, own);
        }
    }
    arena_fini(&arena);
}

struct leaders *leaders_new(const struct breakdown *b)
{
    struct leaders *leaders = mem_array(1, sizeof *leaders);
    leaders->b = b;
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        struct slice sections = b->volumes[v].sections;
        struct names names = { 0 };
        uint32_t first = leaders->count;
        for (uint32_t i = 0; i < sections.count; i++)
            add_section(leaders, &names, first, sections.from + i);
        for (uint32_t i = 0; i < sections.count; i++)
            add_named(leaders, &names, first, sections.from + i);
        names_fini(&names);
    }
    return leaders;
}

void leaders_free(struct leaders *leaders)
{
    if (!leaders)
        return;
    arena_fini(&leaders->arena);
    free(leaders->items);
    free(leaders);
}

static bool names_leader(struct arena *arena, struct text field, struct text name)
{
    struct leader_name named[NAMED_MAX];
    uint32_t count = text_empty(field) ? 0 : leadername_split(arena, field, named, NAMED_MAX);
    for (uint32_t i = 0; i < count; i++)
        if (text_equal(named[i].name, name))
            return true;
    return false;
}

void leaders_tasks(const struct leaders *leaders, uint32_t leader_idx, bool *tasks)
{
    const struct breakdown *b = leaders->b;
    const struct leader *leader = &leaders->items[leader_idx];
    struct slice sections = b->volumes[leader->volume_idx].sections;
    struct arena arena = { 0 };
    for (uint32_t i = 0; i < sections.count; i++) {
        const struct section *section = &b->sections[sections.from + i];
        bool own = !text_empty(section->leader) &&
                   text_equal(section_leader(&arena, section).name, leader->forms[LEADER_NAME]);
        for (uint32_t t = section->tasks.from; t < section->tasks.from + section->tasks.count; t++)
            if (own || names_leader(&arena, b->tasks[t].leader, leader->forms[LEADER_NAME]))
                tasks[t] = true;
    }
    arena_fini(&arena);
}

uint32_t leaders_find(const struct leaders *leaders, uint32_t volume_idx, struct text name)
{
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].volume_idx == volume_idx && text_equal(leaders->items[i].forms[LEADER_NAME], name))
            return i;
    return NO_IDX;
}
