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

/* An ID, a number of the section at hand, or a name: goes there, or says what it may be and lets it be typed anew. */
static void go_to(struct app *app)
{
    struct buf where = { 0 };
    buf_text(&where, field_text(&app->field));
    struct link tree_before = app->tree_before;
    enum field_use use = app->field_use;
    /* A bare number is a task's, never a section's. */
    bool number = where.bytes && where.at[0] >= '0' && where.at[0] <= '9';
    unsigned kinds = number ? MEAN_LEADERS | MEAN_UNITS : MEAN_ALL;
    app->field_use = FIELD_NONE;
    if (app_find_id(app, text_composed(buf_view(&where))) ||
        app_find_name(app, text_composed(buf_view(&where)), kinds, _("领导、部分、任务或单位"))) {
        forget_before(app);
    } else {
        app->field_use = use;
        app->tree_before = tree_before;
    }
    buf_fini(&where);
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
        go_to(app);
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
