/* SPDX-License-Identifier: MIT */
/* What is on the screen, and settling it. */
#include "ui/app_state.h"

#include "ui/layout.h"
#include "ui/panes.h"

struct pane *app_view(const struct app *app)
{
    return app->over_count ? app->over[app->over_count - 1] : app->main;
}

struct pane *app_pane_of(const struct app *app, const struct pane *view, unsigned nth)
{
    const struct pane_ops *ops = view->ops;
    if (nth > 0)
        ops = nth <= PANE_BESIDE_MAX ? view->ops->beside[nth - 1] : NULL;
    return ops ? panes_get(app, ops) : NULL;
}

int app_nth_of(const struct app *app, const struct pane *view, const struct pane *pane)
{
    const struct pane *at;
    for (int nth = 0; (at = app_pane_of(app, view, (unsigned)nth)); nth++)
        if (at == pane)
            return nth;
    return -1;
}

struct pane *app_pane(const struct app *app)
{
    return app_pane_of(app, app_view(app), app_view(app)->focus);
}

bool app_has_keys(const struct app *app, const struct pane *pane)
{
    return app_pane(app) == pane;
}

void app_give_keys(struct app *app, const struct pane *pane)
{
    int nth = app_nth_of(app, app_view(app), pane);
    if (nth >= 0)
        app_view(app)->focus = (unsigned)nth;
}

struct link app_subject(const struct app *app)
{
    return pane_subject(app, app->main);
}

struct pane *app_left_of(const struct app *app, const struct pane *pane)
{
    int nth = app_nth_of(app, app_view(app), pane);
    return nth > 0 ? app_pane_of(app, app_view(app), (unsigned)nth - 1) : NULL;
}

static struct layout layout_now(const struct app *app)
{
    return layout_make(app->rows, app->cols, app->banner.bytes > 0);
}

/* Where a view's panes stand; returns how many find room side by side. */
static int lay_panes(const struct app *app, const struct pane *view, struct area areas[LAYOUT_ACROSS_MAX])
{
    int count = 0;
    while (app_pane_of(app, view, (unsigned)count))
        count++;
    struct across across = { count, view->ops->beside_cols, view->ops->first_cols };
    return layout_across(layout_now(app).body, across, areas);
}

bool app_is_wide(const struct app *app, const struct pane *view)
{
    struct area areas[LAYOUT_ACROSS_MAX];
    return lay_panes(app, view, areas) > 1;
}

/* How many of a view's panes can be gone into: those on the screen, and the second where there is one at a time. */
static unsigned reach(const struct app *app, const struct pane *view)
{
    struct area areas[LAYOUT_ACROSS_MAX];
    unsigned across = (unsigned)lay_panes(app, view, areas);
    return across == 1 && app_pane_of(app, view, 1) ? 2 : across;
}

struct pane *app_next_pane(const struct app *app)
{
    const struct pane *view = app_view(app);
    return view->focus + 1 < reach(app, view) ? app_pane_of(app, view, view->focus + 1) : NULL;
}

bool app_stands_alone(const struct app *app)
{
    return app_view(app)->focus > 0 && !app_is_wide(app, app_view(app));
}

unsigned app_context(const struct app *app)
{
    return app->prompting.prompt ? CONTEXT_FIELD : app_pane(app)->ops->context;
}

bool app_is_plain(const struct app *app)
{
    return app->ascii || app->ambiguous_cols == 2;
}

void app_settle(struct app *app)
{
    struct layout layout = layout_now(app);
    struct area areas[LAYOUT_ACROSS_MAX];
    struct pane *view = app_view(app);
    for (uint32_t i = 0; i < panes_table_count; i++)
        app->panes[i].area = (struct area){ 0 };
    if (layout.too_small)
        return;
    if (view->focus >= reach(app, view))
        view->focus = reach(app, view) - 1;
    int across = lay_panes(app, view, areas);
    /* Where they stand is known of all before the first is settled: one may ask which others are in sight. */
    for (int i = 0; i < across; i++)
        app_pane_of(app, view, across == 1 ? view->focus : (unsigned)i)->area = areas[i];
    struct pane *pane;
    for (unsigned nth = 0; (pane = app_pane_of(app, view, nth)); nth++)
        if (pane->area.rows > 0 && pane->ops->settle)
            pane->ops->settle(app, pane);
}
