/* SPDX-License-Identifier: MIT */
/* The mouse, where it is switched on: wheel, a click selects, a click on what is selected or on a fold mark opens. */
#include "ui/state.h"

enum { WHEEL_ROWS = 3, FOLD_MARK_COLS = 4 };

static struct reaction act(struct app *app, enum action action, int times)
{
    struct reaction reaction = { .what = REACT_DRAW };
    while (times-- > 0)
        reaction = app_act(app, action);
    return reaction;
}

static struct reaction click_header(struct app *app, const struct event *event)
{
    enum action action = app_tab_at(app, event->col);
    return action == ACTION_NONE ? (struct reaction){ 0 } : app_act(app, action);
}

/* A row of a list: selects it; opens it when it was selected, or when its fold mark was hit. */
static struct reaction click_list(struct app *app, struct scroll *scroll, uint32_t count, int row, int col)
{
    uint32_t at = scroll->top + (uint32_t)(row < 0 ? 0 : row);
    if (row < 0 || at >= count)
        return (struct reaction){ 0 };
    bool was = app->focus == FOCUS_LEFT && scroll->cursor == at;
    app->focus = FOCUS_LEFT;
    scroll->cursor = at;
    bool mark = app->view == VIEW_LEADERS && tree_selected(&app->tree).kind != LINK_TASK && col < FOLD_MARK_COLS;
    if (was || mark)
        return app_act(app, ACTION_ENTER);
    return (struct reaction){ .what = REACT_DRAW };
}

static struct reaction click_detail(struct app *app, int row)
{
    struct detail *detail = &app->detail;
    uint32_t at = detail->top + (uint32_t)row;
    if (at >= detail->lines.count)
        return (struct reaction){ 0 };
    while (at > 0 && detail->lines.lines[at].link.kind && !detail->lines.lines[at].link_starts)
        at--;
    if (!detail->lines.lines[at].link_starts)
        return (struct reaction){ 0 };
    if (app->focus == FOCUS_RIGHT && detail->line == at)
        return app_act(app, ACTION_ENTER);
    if (app->focus == FOCUS_LEFT)
        app_remember(app);
    app->focus = FOCUS_RIGHT;
    detail->line = at;
    return (struct reaction){ .what = REACT_DRAW };
}

static struct reaction click(struct app *app, const struct event *event)
{
    struct layout layout = app_layout(app);
    int row = event->row - layout.body_row;
    if (event->row == 0)
        return click_header(app, event);
    if (row < 0 || row >= layout.body_rows || app->view > VIEW_STATS)
        return (struct reaction){ 0 };
    if (app->view == VIEW_STATS)
        return click_list(app, &app->stats_scroll, (uint32_t)app->stats.count, row - stats_head_rows(app), event->col);
    bool right = layout.two_panes ? event->col > layout.divider_col : app->focus == FOCUS_RIGHT;
    if (right)
        return click_detail(app, row);
    if (app->view == VIEW_UNITS)
        return click_list(app, &app->units.scroll, app->units.count, row - 2, event->col);
    return click_list(app, &app->tree.scroll, app->tree.count, row - (app->matches ? 1 : 0), event->col);
}

struct reaction app_mouse_handle(struct app *app, const struct event *event)
{
    struct layout layout = app_layout(app);
    bool up = event->mouse == MOUSE_WHEEL_UP, over_detail = layout.two_panes && event->col > layout.divider_col;
    if (!app->mouse || app->field_use != FIELD_NONE || layout.too_small)
        return (struct reaction){ 0 };
    if (event->mouse == MOUSE_CLICK || event->mouse == MOUSE_DOUBLE)
        return click(app, event);
    if (app->view <= VIEW_UNITS && (over_detail || (!layout.two_panes && app->focus == FOCUS_RIGHT))) {
        detail_scroll(app, up ? -WHEEL_ROWS : WHEEL_ROWS);
        return (struct reaction){ .what = REACT_DRAW };
    }
    /* Over the list it moves the list, whichever side the keys are for. */
    long rows = up ? -WHEEL_ROWS : WHEEL_ROWS;
    if (app->view == VIEW_LEADERS)
        scroll_move(&app->tree.scroll, rows, app->tree.count);
    else if (app->view == VIEW_UNITS)
        scroll_move(&app->units.scroll, rows, app->units.count);
    else
        return act(app, up ? ACTION_UP : ACTION_DOWN, WHEEL_ROWS);
    return (struct reaction){ .what = REACT_DRAW };
}
