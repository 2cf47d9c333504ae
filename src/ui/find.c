/* SPDX-License-Identifier: MIT */
#include "ui/find.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/index.h"
#include "ui/app_state.h"
#include "ui/go.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"
#include "ui/say.h"

enum { IDS_MAX = 256 }; /* of one number: a volume each */

/* The section that the user is in: of what is selected in sight, in the tree or among a unit's tasks. */
static uint32_t section_here(const struct app *app)
{
    uint32_t section = link_section(app->b, app_subject(app));
    return section != NO_IDX ? section : link_section(app->b, pane_subject(app, app_pane(app)));
}

/* Of tasks with the same number in several volumes the one of the volume where the user is. */
static uint32_t nearest(const struct app *app, const struct task_ref *refs, uint32_t count)
{
    struct link here = pane_subject(app, panes_get(app, &pane_tree));
    uint32_t section = link_section(app->b, here);
    uint32_t volume = section != NO_IDX          ? app->b->sections[section].volume_idx
                      : here.kind == LINK_VOLUME ? here.idx
                                                 : 0;
    for (uint32_t i = 0; i < count; i++)
        if (task_section(app->b, &app->b->tasks[refs[i].task_idx])->volume_idx == volume)
            return i;
    return 0;
}

/* A number alone is one of the section at hand; in none there is nothing that it could mean. */
static uint32_t find_here(const struct app *app, struct text number, struct task_ref *found)
{
    uint32_t section = section_here(app), count = 0;
    struct task_ref refs[IDS_MAX];
    struct buf id = { 0 };
    if (section != NO_IDX)
        count = task_find(app->b, say(&id, "%.*s.%.*s", TEXT_ARG(app->b->sections[section].id), TEXT_ARG(number)), refs,
                          IDS_MAX);
    buf_fini(&id);
    for (uint32_t i = 0; i < count; i++)
        if (app->b->tasks[refs[i].task_idx].section_idx == section) {
            *found = refs[i];
            return 1;
        }
    return 0;
}

bool find_id(struct app *app, struct text id)
{
    struct task_ref refs[IDS_MAX];
    uint32_t count = task_find(app->b, id, refs, IDS_MAX);
    if (count == 0)
        count = find_here(app, id, refs);
    if (count == 0)
        return false;
    uint32_t nth = nearest(app, refs, count);
    go_link(app, link_to(LINK_TASK, refs[nth].task_idx), 0);
    if (count > 1)
        app_say(app, false, _("同号的有%u项，这是第%u项"), count, nth + 1);
    return true;
}

/* A leader is where the section is; where tasks name them, at the first of these. */
static struct link leader_link(const struct app *app, uint32_t leader_idx)
{
    const struct leaders *leaders = app->index->leaders;
    uint32_t task_idx = 0;
    if (leaders->items[leader_idx].section_idx != NO_IDX)
        return link_to(LINK_SECTION, leaders->items[leader_idx].section_idx);
    bool *tasks = mem_array(app->b->tasks_count, sizeof *tasks);
    leaders_tasks(leaders, leader_idx, tasks);
    while (task_idx + 1 < app->b->tasks_count && !tasks[task_idx])
        task_idx++;
    free(tasks);
    return link_to(LINK_TASK, task_idx);
}

struct link find_link(const struct app *app, struct meaning meaning)
{
    switch (meaning.kind) {
    case MEANS_LEADER:
        return leader_link(app, meaning.idx);
    case MEANS_UNIT:
        return link_to(LINK_UNIT, meaning.idx);
    case MEANS_SECTION:
        return link_to(LINK_SECTION, meaning.idx);
    case MEANS_TASK:
        return link_to(LINK_TASK, meaning.idx);
    case MEANS_PART:
    default:
        return link_to(LINK_TASK, app->b->parts[meaning.idx].task_idx);
    }
}

static struct text name_of(const struct app *app, struct meaning meaning)
{
    const struct breakdown *b = app->b;
    switch (meaning.kind) {
    case MEANS_LEADER:
        return app->index->leaders->items[meaning.idx].forms[LEADER_NAME];
    case MEANS_UNIT:
        return b->units[meaning.idx].name;
    case MEANS_SECTION:
        return b->sections[meaning.idx].heading;
    case MEANS_TASK:
        return b->tasks[meaning.idx].id;
    case MEANS_PART:
    default:
        return b->parts[meaning.idx].id;
    }
}

/* 没有领导正好叫“王”，是不是：王双全、王文序… */
static void say_candidates(struct app *app, struct text name, const char *what, const struct resolution *found)
{
    enum { NAMED_MAX = 3 };
    struct buf line = { 0 };
    bool number = name.at[0] >= '0' && name.at[0] <= '9';
    if (!found->total && number)
        buf_printf(&line, _("没有 %.*s 这一项"), TEXT_ARG(name));
    else if (!found->total)
        buf_printf(&line, _("没有%s“%.*s”"), what, TEXT_ARG(name));
    else if (found->near)
        buf_printf(&line, _("没有%s正好叫“%.*s”，是不是："), what, TEXT_ARG(name));
    else
        buf_printf(&line, _("“%.*s”可能是："), TEXT_ARG(name));
    for (uint32_t i = 0; i < found->count && i < NAMED_MAX; i++) {
        buf_string(&line, i ? "、" : "");
        buf_text(&line, name_of(app, found->meanings[i]));
    }
    buf_string(&line, found->total > NAMED_MAX ? "…" : "");
    app_notice(app, text_composed(buf_view(&line)), true);
    buf_fini(&line);
}

static struct resolution resolve_here(const struct app *app, struct text name, unsigned kinds)
{
    struct resolver resolver = { app->b, app->index->leaders, app->search, app->search_leaders };
    return resolve(&resolver, name, kinds);
}

bool find_sure(const struct app *app, struct text name, unsigned kinds)
{
    return resolve_here(app, name, kinds | MEAN_SURELY).sure;
}

bool find_name(struct app *app, struct text name, unsigned kinds, const char *what)
{
    if (text_empty(name))
        return false;
    struct resolution found = resolve_here(app, name, kinds);
    if (!found.sure) {
        say_candidates(app, name, what, &found);
        return false;
    }
    if (found.meanings[0].kind == MEANS_LEADER) {
        find_go_leader(app, found.meanings[0].idx);
        return true;
    }
    struct link link = find_link(app, found.meanings[0]);
    go_link(app, link, 0);
    if (link.kind == LINK_SECTION)
        pane_tree_open(app, link.idx);
    return true;
}

void find_go_leader(struct app *app, uint32_t leader_idx)
{
    const struct leader *leader = &app->index->leaders->items[leader_idx];
    struct buf buf = { 0 };
    if (leader->section_idx != NO_IDX) {
        go_link(app, link_to(LINK_SECTION, leader->section_idx), 0);
        pane_tree_open(app, leader->section_idx);
        return;
    }
    go_view(app, panes_get(app, &pane_tree));
    app->main->focus = 0;
    filtered_set(app, say(&buf, _("领导:%.*s"), TEXT_ARG(leader->forms[LEADER_NAME])));
    pane_tree_first_match(app);
    buf_fini(&buf);
}
