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
    struct pane *view = app_view(app), *at;
    for (unsigned nth = 0; (at = app_pane_of(app, view, nth)); nth++)
        if (at == pane)
            view->focus = nth;
}

struct link app_subject(const struct app *app)
{
    return pane_subject(app, app->main);
}

struct pane *app_left_of(const struct app *app, const struct pane *pane)
{
    struct pane *left = NULL, *at;
    for (unsigned nth = 0; (at = app_pane_of(app, app_view(app), nth)) && at != pane; nth++)
        left = at;
    return left;
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
    return layout_across(layout_now(app).body, count, view->ops->beside_cols, areas);
}

bool app_is_wide(const struct app *app, const struct pane *view)
{
    struct area areas[LAYOUT_ACROSS_MAX];
    return lay_panes(app, view, areas) > 1;
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

static void settle_pane(struct app *app, struct pane *pane, struct area area)
{
    pane->area = area;
    if (pane->ops->settle)
        pane->ops->settle(app, pane);
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
    int across = lay_panes(app, view, areas);
    if (across == 1) {
        settle_pane(app, app_pane(app), layout.body);
        return;
    }
    for (int i = 0; i < across; i++)
        settle_pane(app, app_pane_of(app, view, (unsigned)i), areas[i]);
}
