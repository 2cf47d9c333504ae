/* SPDX-License-Identifier: MIT */
/* Typing: the fields for finding a unit, filtering tasks, going to an id, searching the help, naming a file. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"
#include "ui/state.h"

void filter_run(struct app *app)
{
    struct text text = text_composed(buf_view(&app->filter_text));
    free(app->matches);
    app->matches = NULL;
    if (!span_trim(text_span(text)).bytes)
        return;
    app->matches = mem_array(app->b->tasks_count, sizeof *app->matches);
    app->matches_count = filter_query(app->filter, text, app->matches);
}

void app_set_filter(struct app *app, struct text text)
{
    struct buf copy = { 0 };
    buf_text(&copy, text);
    buf_fini(&app->filter_text);
    app->filter_text = copy;
    filter_run(app);
    tree_rebuild(&app->tree, app->b, app->matches);
    detail_forget(app);
}

static void forget_before(struct app *app)
{
    free(app->before_field.query);
    app->before_field.query = NULL;
    free(app->filter_before);
    app->filter_before = NULL;
}

static void text_changed(struct app *app)
{
    struct text text = field_text(&app->field);
    if (app->field_use == FIELD_SEARCH) {
        buf_clear(&app->units.query);
        buf_text(&app->units.query, text);
        units_rebuild(app);
    } else if (app->field_use == FIELD_FILTER) {
        app_set_filter(app, text);
        /* From where the user was, not from where the last letter led. */
        struct link from = app->tree_before;
        if (from.kind == LINK_VOLUME && app->b->volumes[from.idx].sections.count)
            from = link_to(LINK_SECTION, app->b->volumes[from.idx].sections.from);
        if (from.kind == LINK_SECTION && app->b->sections[from.idx].tasks.count)
            from = link_to(LINK_TASK, app->b->sections[from.idx].tasks.from);
        if (app->matches && from.kind)
            tree_near(&app->tree, app->b, from);
    } else if (app->field_use == FIELD_HELP) {
        buf_clear(&app->help_query);
        buf_text(&app->help_query, text);
        app->help_scroll = (struct scroll){ 0 };
    }
}

void app_field_open(struct app *app, enum field_use use, struct text text)
{
    forget_before(app);
    if (use == FIELD_SEARCH || use == FIELD_FILTER || use == FIELD_GOTO) {
        if (app->view > VIEW_STATS)
            app->view = app->under;
        app->before_field = spot_here(app);
        app->tree_before = tree_selected(&app->tree);
        app->filter_before = mem_copy_string(app->filter_text.at ? app->filter_text.at : "");
    }
    if (use == FIELD_SEARCH)
        app->view = VIEW_UNITS;
    if (use == FIELD_FILTER)
        app->view = VIEW_LEADERS;
    if (use == FIELD_SEARCH || use == FIELD_FILTER)
        app->focus = FOCUS_LEFT;
    if (use == FIELD_SEARCH) {
        /* The names are made ready now, not at the first letter. */
        const struct hit *hits;
        search_query(app->search, TEXT(""), &hits);
    }
    app->field_use = use;
    field_set(&app->field, text);
    text_changed(app);
}

static void cancel(struct app *app)
{
    enum field_use use = app->field_use;
    app->field_use = FIELD_NONE;
    if (use == FIELD_FILTER)
        app_set_filter(app, text_of(app->filter_before));
    if (use == FIELD_SEARCH || use == FIELD_FILTER)
        spot_restore(app, &app->before_field);
    if (use == FIELD_FILTER && app->tree_before.kind)
        tree_select(&app->tree, app->b, app->matches, app->tree_before);
    if (use == FIELD_HELP)
        buf_clear(&app->help_query);
    forget_before(app);
}

/* The place before the field becomes the one to go back to. */
static void remember_before(struct app *app)
{
    struct spot here = spot_here(app);
    struct buf query = { 0 };
    buf_string(&query, here.query ? here.query : "");
    spot_restore(app, &app->before_field);
    app_remember(app);
    app->view = here.view;
    app->focus = here.focus;
    buf_clear(&app->units.query);
    buf_span(&app->units.query, buf_view(&query));
    units_rebuild(app);
    units_select(app, here.subject.idx);
    detail_forget(app);
    buf_fini(&query);
    free(here.query);
}

enum { IDS_MAX = 8 };

/* The section that the user is in: of what is selected in sight, in the tree or among a unit's tasks. */
static uint32_t section_here(const struct app *app)
{
    struct link here = { 0 };
    if (app->view == VIEW_LEADERS)
        here = tree_selected(&app->tree);
    else if (app->view == VIEW_STATS)
        here = stats_selected(app);
    else if (app->focus == FOCUS_RIGHT && app->detail.line < app->detail.lines.count)
        here = app->detail.lines.lines[app->detail.line].link;
    return here.kind == LINK_TASK ? app->b->tasks[here.idx].section_idx : here.kind == LINK_SECTION ? here.idx : NO_IDX;
}

/* Of tasks with the same number in several volumes the one of the volume where the user is. */
static uint32_t nearest(const struct app *app, const struct task_ref *refs, uint32_t count)
{
    struct link here = tree_selected(&app->tree);
    uint32_t section = here.kind == LINK_TASK      ? app->b->tasks[here.idx].section_idx
                       : here.kind == LINK_SECTION ? here.idx
                                                   : NO_IDX;
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

static void go_to_id(struct app *app)
{
    struct task_ref refs[IDS_MAX];
    struct text id = field_text(&app->field);
    uint32_t count = task_find(app->b, id, refs, IDS_MAX);
    struct buf buf = { 0 };
    if (count == 0)
        count = find_here(app, id, refs);
    if (count == 0) {
        app_notice(app, say(&buf, _("没有 %.*s 这一项"), TEXT_ARG(id)), true);
    } else {
        app->field_use = FIELD_NONE;
        forget_before(app);
        uint32_t nth = nearest(app, refs, count < IDS_MAX ? count : IDS_MAX);
        app_go(app, link_to(LINK_TASK, refs[nth].task_idx), FOCUS_LEFT);
        if (count > 1)
            app_notice(app, say(&buf, _("同号的有%u项，这是第%u项"), count, nth + 1), false);
    }
    buf_fini(&buf);
}

static struct reaction done(struct app *app)
{
    struct reaction reaction = { .what = REACT_DRAW };
    switch (app->field_use) {
    case FIELD_SEARCH:
        if (app->units.count == 0) {
            app_notice(app, text_of(_("没有这样的单位，改几个字再试；Esc 取消")), true);
            return reaction;
        }
        app->field_use = FIELD_NONE;
        remember_before(app);
        forget_before(app);
        app->focus = FOCUS_RIGHT;
        detail_make(app, app_layout(app).right_cols);
        detail_select_first(app);
        break;
    case FIELD_GOTO:
        go_to_id(app);
        break;
    case FIELD_PATH:
        app->field_use = FIELD_NONE;
        reaction = print_path_done(app);
        break;
    default:
        app->field_use = FIELD_NONE;
        forget_before(app);
        break;
    }
    return reaction;
}

/* Keys that move the selection while typing goes on. */
static void move_list(struct app *app, enum action action)
{
    struct layout layout = app_layout(app);
    long page = layout.body_rows > 3 ? layout.body_rows - 3 : 1;
    long delta = action == ACTION_UP          ? -1
                 : action == ACTION_DOWN      ? 1
                 : action == ACTION_PAGE_UP   ? -page
                 : action == ACTION_PAGE_DOWN ? page
                                              : 0;
    if (app->field_use == FIELD_SEARCH)
        scroll_move(&app->units.scroll, delta, app->units.count);
    else if (app->field_use == FIELD_FILTER)
        scroll_move(&app->tree.scroll, delta, app->tree.count);
    else if (app->field_use == FIELD_HELP)
        scroll_move(&app->help_scroll, delta, app->help_count);
}

struct reaction app_field_handle(struct app *app, const struct event *event)
{
    struct reaction draw = { .what = REACT_DRAW };
    if (event->kind == EVENT_PASTE) {
        field_insert(&app->field, event->text);
        text_changed(app);
        return draw;
    }
    enum action action = action_of_key(event->key, event->mods, CONTEXT_FIELD);
    switch (action) {
    case ACTION_NONE:
        if (event->mods == 0 && event->key >= ' ' && event->key < K_SPECIAL && event->key != K_BACKSPACE) {
            field_insert_char(&app->field, event->key);
            text_changed(app);
        }
        return draw;
    case ACTION_FIELD_DONE:
        return done(app);
    case ACTION_FIELD_BACKSPACE:
        if (app->field.text.bytes == 0) {
            cancel(app);
            return draw;
        }
        break;
    case ACTION_FIELD_CANCEL:
        cancel(app);
        return draw;
    case ACTION_UP:
    case ACTION_DOWN:
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        move_list(app, action);
        return draw;
    case ACTION_LEADERS:
    case ACTION_UNITS:
    case ACTION_STATS:
        cancel(app);
        return app_act(app, action);
    case ACTION_REDRAW:
    case ACTION_SUSPEND:
        return app_act(app, action);
    default:
        break;
    }
    if (field_edit(&app->field, action))
        text_changed(app);
    return draw;
}
