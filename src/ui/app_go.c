/* SPDX-License-Identifier: MIT */
/* Moving about: to a thing, to a view. */
#include "base/i18n.h"
#include "ui/state.h"

static void select_task(struct app *app, struct link link)
{
    app->view = VIEW_LEADERS;
    if (!tree_select(&app->tree, app->b, app->matches, link) && app->matches) {
        app_set_filter(app, TEXT(""));
        tree_select(&app->tree, app->b, NULL, link);
        app_notice(app, text_of(_("筛选里没有这一项，已清除筛选")), false);
    }
}

static void select_unit(struct app *app, uint32_t unit_idx)
{
    app->view = VIEW_UNITS;
    if (units_select(app, unit_idx))
        return;
    buf_clear(&app->units.query);
    units_rebuild(app);
    units_select(app, unit_idx);
}

void app_go(struct app *app, struct link link, enum focus focus)
{
    if (link.kind == LINK_NONE)
        return;
    /* One pane alone shows what was asked for, not where it stands. */
    if (link.kind != LINK_SECTION && link.kind != LINK_VOLUME && !app_layout(app).two_panes)
        focus = FOCUS_RIGHT;
    app_remember(app);
    history_unfolds(app, &app->back, link);
    if (link.kind == LINK_UNIT)
        select_unit(app, link.idx);
    else
        select_task(app, link);
    app->focus = focus;
    detail_make(app, app_layout(app).right_cols);
    if (focus == FOCUS_RIGHT)
        detail_select_first(app);
}

void app_show(struct app *app, enum view view)
{
    if (app->view == view)
        return;
    if (view > VIEW_STATS) {
        if (app->view <= VIEW_STATS)
            app->under = app->view;
        if (app->view <= VIEW_STATS || app->view == VIEW_PRINT)
            app->beneath = app->view;
        app->view = view;
        return;
    }
    if (app->view > VIEW_STATS)
        app->view = app->under;
    if (app->view == view)
        return;
    app_remember(app);
    app->view = view;
    app->focus = FOCUS_LEFT;
    detail_forget(app);
}
