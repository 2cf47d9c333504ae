/* SPDX-License-Identifier: MIT */
#include "ui/app.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"
#include "ui/state.h"

struct link app_subject(const struct app *app)
{
    enum view view = app->view > VIEW_STATS ? app->under : app->view;
    if (view == VIEW_UNITS) {
        uint32_t unit = units_selected(app);
        return unit == NO_IDX ? (struct link){ 0 } : link_to(LINK_UNIT, unit);
    }
    return view == VIEW_STATS ? stats_selected(app) : tree_selected(&app->tree);
}

unsigned app_context(const struct app *app)
{
    if (app->field_use != FIELD_NONE)
        return CONTEXT_FIELD;
    switch (app->view) {
    case VIEW_LEADERS:
        return app->focus == FOCUS_LEFT ? CONTEXT_TREE : CONTEXT_TASK;
    case VIEW_UNITS:
        return app->focus == FOCUS_LEFT ? CONTEXT_UNITS : CONTEXT_PAGE;
    case VIEW_STATS:
        return CONTEXT_STATS;
    case VIEW_HELP:
        return CONTEXT_HELP;
    case VIEW_PRINT:
        return CONTEXT_PRINT;
    case VIEW_RULER:
        return CONTEXT_RULER;
    }
    return CONTEXT_TREE;
}

/* --goto, --leader, --unit, --search: where to begin. The history stays empty. */
static void begin(struct app *app, const struct app_options *options)
{
    if (!text_empty(options->doubts))
        app_notice(app, options->doubts, true);
    if (!text_empty(options->leader))
        app_find_name(app, options->leader, MEAN_LEADERS, _("领导"));
    if (!text_empty(options->go_to))
        app_find_name(app, options->go_to, MEAN_ALL, _("领导、部分、任务或单位"));
    bool at_unit = !text_empty(options->unit) && app_find_name(app, options->unit, MEAN_UNITS, _("单位"));
    history_fini(&app->back);
    app->detail_first = !text_empty(options->go_to) || !text_empty(options->unit);
    /* A unit that is not sure is looked for. */
    if (!text_empty(options->unit) && !at_unit)
        app_field_open(app, FIELD_SEARCH, options->unit);
    if (!text_empty(options->search))
        app_field_open(app, FIELD_SEARCH, options->search);
}

struct app *app_new(const struct breakdown *breakdown, const struct app_options *options)
{
    struct app *app = mem_array(1, sizeof *app);
    app->b = breakdown;
    app->options = *options;
    app->rows = 24;
    app->cols = 80;
    app->ambiguous_cols = options->ambiguous_cols == 2 ? 2 : 1;
    app->ascii = options->ascii;
    app->mouse = options->mouse;
    app->index = index_new(breakdown);
    app->search = search_new(breakdown, app->index);
    app->search_leaders = search_new_leaders(app->index->leaders);
    app->filter = filter_new(breakdown, app->index, app->search);
    tree_init(&app->tree, breakdown);
    units_rebuild(app);
    begin(app, options);
    app_settle(app);
    return app;
}

void app_free(struct app *app)
{
    if (!app)
        return;
    filter_free(app->filter);
    search_free(app->search);
    search_free(app->search_leaders);
    index_free(app->index);
    tree_fini(&app->tree);
    lines_fini(&app->detail.lines);
    lines_fini(&app->stats);
    free(app->units.rows);
    buf_fini(&app->units.query);
    free(app->matches);
    buf_fini(&app->filter_text);
    buf_fini(&app->help_query);
    buf_fini(&app->print.path);
    buf_fini(&app->print.pages);
    buf_fini(&app->print.taken);
    field_fini(&app->field);
    free(app->before_field.query);
    free(app->filter_before);
    history_fini(&app->back);
    history_fini(&app->forward);
    buf_fini(&app->notice);
    buf_fini(&app->banner);
    buf_fini(&app->answer);
    free(app);
}

/*
 * Outside text fields a key under a Chinese input method acts as its ASCII key; a Han character opens the search with
 * it (in help, the search of keys), a digit the field for ids.
 */
static struct reaction key(struct app *app, const struct event *event)
{
    uint32_t ascii = utf8_ime_ascii(event->key);
    unsigned context = app_context(app);
    if (app->view == VIEW_RULER && (ascii == '1' || ascii == '2' || ascii == 'w'))
        return ruler_key(app, event);
    bool is_main = app->view <= VIEW_STATS;
    if (event->mods == 0 && is_main && ascii >= '0' && ascii <= '9') {
        char digit[2] = { (char)ascii, 0 };
        app_field_open(app, FIELD_GOTO, text_of(digit));
        return (struct reaction){ .what = REACT_DRAW };
    }
    if (event->mods == 0 && ascii < K_SPECIAL && utf8_is_han(ascii)) {
        struct buf buf = { 0 };
        utf8_put(&buf, ascii);
        app_field_open(app, app->view == VIEW_HELP ? FIELD_HELP : FIELD_SEARCH, text_composed(buf_view(&buf)));
        buf_fini(&buf);
        return (struct reaction){ .what = REACT_DRAW };
    }
    return app_act(app, action_of_key(ascii, event->mods, context));
}

/* Who asked for a task or a unit is shown it, where there is room for one pane only. */
static void resize(struct app *app, const struct event *event)
{
    app->rows = event->rows;
    app->cols = event->cols;
    if (app->detail_first && app->field_use == FIELD_NONE && !app_layout(app).two_panes) {
        app->focus = FOCUS_RIGHT;
        detail_make(app, app_layout(app).right_cols);
        detail_select_first(app);
    }
    app->detail_first = false;
    if (app->focus == FOCUS_RIGHT && !app_layout(app).too_small) {
        detail_make(app, app_layout(app).right_cols);
        detail_show(app);
    }
}

struct reaction app_handle(struct app *app, const struct event *event)
{
    bool had_notice = app->notice.bytes > 0;
    struct reaction reaction = { .what = REACT_DRAW };
    if (event->kind == EVENT_KEY || event->kind == EVENT_PASTE)
        buf_clear(&app->notice);
    switch (event->kind) {
    case EVENT_RESIZE:
        resize(app, event);
        break;
    case EVENT_RELOADED:
        break;
    case EVENT_MOUSE:
        reaction = app_mouse_handle(app, event);
        break;
    case EVENT_PASTE:
        if (app->field_use != FIELD_NONE)
            reaction = app_field_handle(app, event);
        else
            app_field_open(app, app->view == VIEW_HELP ? FIELD_HELP : FIELD_SEARCH, event->text);
        break;
    case EVENT_KEY:
        reaction = app->field_use != FIELD_NONE ? app_field_handle(app, event) : key(app, event);
        break;
    }
    if (had_notice)
        reaction.what |= REACT_DRAW;
    app_settle(app);
    return reaction;
}

void app_banner(struct app *app, struct text message)
{
    buf_clear(&app->banner);
    buf_text(&app->banner, message);
    buf_clear(&app->notice); /* perhaps that an earlier change was read */
    app_settle(app);         /* the banner takes a row */
}

void app_notice(struct app *app, struct text message, bool is_error)
{
    buf_clear(&app->notice);
    buf_text(&app->notice, message);
    app->notice_is_error = is_error;
}

bool app_mouse(const struct app *app)
{
    return app->mouse;
}

int app_ambiguous_cols(const struct app *app)
{
    return app->ambiguous_cols;
}

void app_set_ambiguous(struct app *app, int cols)
{
    app->ambiguous_cols = cols;
    app_settle(app);
}

bool app_ascii(const struct app *app)
{
    return app->ascii;
}

bool app_in_field(const struct app *app)
{
    return app->field_use != FIELD_NONE;
}
