/* SPDX-License-Identifier: MIT */
/* One action: the pane that has the keys is asked first, then its view; what neither knows is done here. */
#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/copy.h"
#include "ui/edit.h"
#include "ui/go.h"
#include "ui/goto.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"
#include "ui/tree_filter.h"

static bool ask(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    return pane->ops->act && pane->ops->act(app, pane, action, reaction);
}

static bool ask_panes(struct app *app, enum action action, struct reaction *reaction)
{
    struct pane *pane = app_pane(app), *view = app_view(app);
    return ask(app, pane, action, reaction) || (pane != view && ask(app, view, action, reaction));
}

/* Esc, in this order: close what lies over, clear the filter where it is seen, go back. */
static void back(struct app *app)
{
    struct reaction reaction;
    if (app->over_count && ask(app, app_pane(app), ACTION_BACK, &reaction))
        return;
    if (go_off(app) || (app->main->focus == 0 && ask(app, app->main, ACTION_BACK, &reaction)) || history_back(app))
        return;
    if (app->main->focus > 0)
        app->main->focus--;
    else if (!ask(app, panes_get(app, &pane_tree), ACTION_BACK, &reaction))
        app_say(app, false, _("已在最外层；按 %s 退出"), app_key(app, ACTION_QUIT));
}

/* To the next pane, and from the last to the first. */
static void next_pane(struct app *app)
{
    struct pane *view = app_view(app);
    if (app_next_pane(app))
        go_right(app);
    else
        while (view->focus > 0)
            go_left(app);
}

/* The other way round. */
static void prev_pane(struct app *app)
{
    if (app_view(app)->focus > 0)
        go_left(app);
    else
        while (app_next_pane(app) && pane_subject(app, app_pane(app)).kind != LINK_NONE)
            go_right(app);
}

/* The pane beside the list, from the list. */
static void scroll_beside(struct app *app, int rows)
{
    struct pane *pane = app_pane_of(app, app_view(app), 1);
    if (pane && pane->area.rows > 0)
        pane_wheel(app, pane, rows);
}

/* From a unit's page the filter keeps to that unit. */
static void open_filter(struct app *app)
{
    struct link unit = app_subject(app);
    struct buf text = { 0 };
    buf_text(&text, filtered_text(app));
    if (unit.kind == LINK_UNIT && app->main->focus > 0 && !text.bytes)
        buf_printf(&text, _("单位:%.*s "), TEXT_ARG(app->b->units[unit.idx].name));
    prompt_open(app, &tree_filter, text_composed(buf_view(&text)));
    buf_fini(&text);
}

/* What the pane that has the keys selects, else what it is about; then on to the next, but from a heading. */
static void mark(struct app *app)
{
    struct reaction reaction;
    struct link link = pane_subject(app, app_pane(app));
    if (link.kind == LINK_NONE)
        link = app_subject(app);
    if (link.kind == LINK_NONE) {
        app_say(app, false, _("这里没有可标记的"));
        return;
    }
    marks_toggle(app, link);
    if (link.kind != LINK_SECTION && link.kind != LINK_VOLUME)
        ask_panes(app, ACTION_DOWN, &reaction);
}

static void unmark_all(struct app *app)
{
    struct buf said = { 0 };
    marks_put(app, &said);
    if (said.bytes)
        app_say(app, false, _("已取消标记：%.*s"), (int)said.bytes, said.at);
    else
        app_say(app, false, _("没有标记"));
    marks_fini(&app->marks);
    buf_fini(&said);
}

/* Actions that only change what is shown. */
static void change(struct app *app, enum action action)
{
    switch (action) {
    case ACTION_SEARCH:
        prompt_search(app, TEXT(""));
        break;
    case ACTION_FILTER:
        open_filter(app);
        break;
    case ACTION_GOTO:
        prompt_open(app, &goto_prompt, TEXT(""));
        break;
    case ACTION_MARK:
        mark(app);
        break;
    case ACTION_UNMARK_ALL:
        unmark_all(app);
        break;
    case ACTION_NEXT_PANE:
        next_pane(app);
        break;
    case ACTION_PREV_PANE:
        prev_pane(app);
        break;
    case ACTION_DETAIL_DOWN:
    case ACTION_DETAIL_UP:
        scroll_beside(app, action == ACTION_DETAIL_DOWN ? 1 : -1);
        break;
    case ACTION_NEXT_MATCH:
    case ACTION_PREV_MATCH:
        pane_tree_next_match(app, action == ACTION_NEXT_MATCH ? 1 : -1);
        break;
    case ACTION_BACK:
        back(app);
        break;
    case ACTION_HISTORY_BACK:
        history_back(app);
        break;
    case ACTION_FORWARD:
        history_forward(app);
        break;
    default:
        break;
    }
}

static struct reaction switch_mouse(struct app *app)
{
    app->mouse = !app->mouse;
    if (app->mouse)
        app_say(app, false, _("鼠标已开；再按 %s 关闭"), app_key(app, ACTION_MOUSE));
    else
        app_say(app, false, _("鼠标已关"));
    return (struct reaction){ .what = REACT_DRAW | REACT_MOUSE };
}

struct reaction app_act(struct app *app, enum action action)
{
    struct reaction reaction = { .what = REACT_DRAW };
    struct pane *view = panes_shown_by(app, action);
    if (action == ACTION_NONE)
        return (struct reaction){ 0 };
    if (action == ACTION_BACK && app->progress.reading == READING_ON && app->over_count == 0)
        return (struct reaction){ .what = REACT_DRAW | REACT_STOP };
    if (action != ACTION_BACK && ask_panes(app, action, &reaction))
        return reaction;
    if (view) {
        go_view(app, view);
        return reaction;
    }
    switch (action) {
    case ACTION_SPACE:
        /* The space bar turns the page, but where there is something to choose with it. */
        return app_act(app, ACTION_PAGE_DOWN);
    case ACTION_COPY:
    case ACTION_COPY_SHEET:
        return copy_selected(app, action == ACTION_COPY_SHEET);
    case ACTION_PLAIN:
        return copy_plain(app);
    case ACTION_MOUSE:
        return switch_mouse(app);
    case ACTION_EDIT:
        return edit_selected(app);
    case ACTION_RELOAD:
        return (struct reaction){ .what = REACT_DRAW | REACT_RELOAD };
    case ACTION_REDRAW:
        return (struct reaction){ .what = REACT_DRAW | REACT_REPAINT };
    case ACTION_SUSPEND:
        return (struct reaction){ .what = REACT_SUSPEND | REACT_REPAINT | REACT_DRAW };
    case ACTION_QUIT:
        return (struct reaction){ .what = REACT_QUIT };
    default:
        change(app, action);
        return reaction;
    }
}
