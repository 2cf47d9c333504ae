/* SPDX-License-Identifier: MIT */
#include "ui/go.h"

#include "ui/app_state.h"
#include "ui/panes.h"

/* The main view in which a thing can be selected. */
static struct pane *select_in_view(struct app *app, struct link link)
{
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i]->go && panes_table[i]->go(app, &app->panes[i], link))
            return &app->panes[i];
    return NULL;
}

static void enter(struct app *app, struct pane *pane, struct link from)
{
    if (pane && pane->ops->enter)
        pane->ops->enter(app, pane, from);
}

void go_link_from(struct app *app, struct link link, unsigned focus, struct link from)
{
    if (link.kind == LINK_NONE)
        return;
    history_remember(app);
    history_unfolds(app, &app->back, link);
    app->over_count = 0;
    app->main = select_in_view(app, link);
    /* One pane alone shows what was asked for, not where it stands. */
    if (link.kind != LINK_SECTION && link.kind != LINK_VOLUME && !app_is_wide(app, app->main))
        focus = 1;
    app->main->focus = focus;
    if (focus > 0)
        enter(app, app_pane_of(app, app->main, focus), from);
}

void go_link(struct app *app, struct link link, unsigned focus)
{
    go_link_from(app, link, focus, (struct link){ 0 });
}

void go_view(struct app *app, struct pane *view)
{
    if (app_view(app) == view)
        return;
    if (view->ops->open)
        view->ops->open(app, view);
    if (view->ops->lies_over) {
        view->focus = 0;
        if (app->over_count < APP_OVER_MAX)
            app->over[app->over_count++] = view;
        return;
    }
    app->over_count = 0;
    if (app->main == view)
        return;
    history_remember(app);
    app->main = view;
    view->focus = 0;
}

bool go_off(struct app *app)
{
    if (app->over_count == 0)
        return false;
    app->over_count--;
    return true;
}

void go_right(struct app *app)
{
    struct pane *view = app_view(app);
    if (!app_next_pane(app) || pane_subject(app, app_pane(app)).kind == LINK_NONE)
        return;
    if (view == app->main)
        history_remember(app);
    view->focus++;
}

void go_left(struct app *app)
{
    struct pane *view = app_view(app);
    if (app->back.count && view == app->main) {
        const struct stop *last = &app->back.stops[app->back.count - 1];
        uint32_t nth = (uint32_t)(view - app->panes);
        if (last->view == view && last->focus + 1 == view->focus &&
            link_equal(last->spots[nth].subject, app_subject(app))) {
            history_back(app);
            history_fini(&app->forward);
            return;
        }
    }
    if (view->focus > 0)
        view->focus--;
}
