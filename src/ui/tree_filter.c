/* SPDX-License-Identifier: MIT */
#include "ui/tree_filter.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "search/filter.h"
#include "ui/app_state.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"

/* 部门: is no prefix: which there are. */
static void say_unknown(struct app *app)
{
    struct text unknown = app->filtered.matches ? filter_unknown(app->filter) : TEXT("");
    if (!text_empty(unknown))
        app_say(app, true, _("没有“%.*s”这种筛选，可用 单位: 领导: 牵头: 参与: 时限: 有数:"), TEXT_ARG(unknown));
}

void tree_filter_remember(struct app *app)
{
    struct tree_pane *state = panes_get(app, &pane_tree)->state;
    state->before = tree_selected(&state->tree);
    state->top_before = state->tree.scroll.top;
    free(state->filter_before);
    state->filter_before = mem_copy_string(app->filtered.text.at ? app->filtered.text.at : "");
}

static void open(struct app *app)
{
    app->main = panes_get(app, &pane_tree);
    app->main->focus = 0;
    tree_filter_remember(app);
}

/* Selects from where the user was, not from where the last letter led, nor how far its answer came. */
static void select_again(struct app *app)
{
    struct tree_pane *state = panes_get(app, &pane_tree)->state;
    struct link from = state->before;
    if (from.kind == LINK_VOLUME && app->b->volumes[from.idx].sections.count)
        from = link_to(LINK_SECTION, app->b->volumes[from.idx].sections.from);
    if (from.kind == LINK_SECTION && app->b->sections[from.idx].tasks.count)
        from = link_to(LINK_TASK, app->b->sections[from.idx].tasks.from);
    state->tree.scroll = (struct scroll){ 0 };
    if (!app->filtered.matches)
        tree_near(&state->tree, app->b, state->before);
    else if (from.kind == LINK_TASK && app->filtered.matches[from.idx])
        tree_near(&state->tree, app->b, from);
    else
        pane_tree_first_match(app);
}

static void answered(struct app *app)
{
    pane_tree_rebuild(app);
    select_again(app);
    say_unknown(app);
}

static void changed(struct app *app, struct text text)
{
    filtered_ask(app, text);
    select_again(app);
    if (!app->prompting.asking.matches)
        say_unknown(app);
}

void tree_filter_restore(struct app *app)
{
    struct tree_pane *state = panes_get(app, &pane_tree)->state;
    filtered_set(app, text_of(state->filter_before));
    if (state->before.kind)
        tree_select(&state->tree, app->b, app->filtered.matches, state->before);
    state->tree.scroll.top = state->top_before;
}

/* What is wrong with it is still to be read when the field is gone. */
static bool done(struct app *app, struct text text, struct reaction *reaction)
{
    (void)text;
    (void)reaction;
    say_unknown(app);
    return true;
}

static void cancel(struct app *app)
{
    history_restore(app, &app->prompting.before);
    tree_filter_restore(app);
}

static void move(struct app *app, enum action action)
{
    struct pane *pane = panes_get(app, &pane_tree);
    struct tree *tree = &((struct tree_pane *)pane->state)->tree;
    scroll_act(&tree->scroll, action, tree->count, area_below(pane->area, 1).rows);
}

const struct prompt tree_filter = {
    .leads_away = true,
    .open = open,
    .changed = changed,
    .answered = answered,
    .done = done,
    .cancel = cancel,
    .move = move,
};
