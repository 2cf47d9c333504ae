/* SPDX-License-Identifier: MIT */
#include "ui/header.h"

#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/panes.h"
#include "ui/say.h"

enum { TABS_MAX = 8, TITLE_MIN_COLS = 16 };

/* The panes that have a tab, where each tab begins, and where the last one ends; whether they name their keys. */
struct tabs {
    const struct pane *panes[TABS_MAX];
    int from[TABS_MAX + 1];
    int count;
    bool keys;
};

static struct text tab_text(const struct app *app, const struct pane *pane, bool keys, struct buf *buf)
{
    const char *key = keys ? keymap_key(&app->keymap, pane->ops->shown_by) : NULL;
    return say(buf, app_view(app) == pane ? "[%s%s%s]" : " %s%s%s ", _(pane->ops->title), key ? " " : "",
               key ? key : "");
}

/* As many tabs as are shown, to the right end. */
static bool fit(const struct app *app, struct tabs *tabs, int shown)
{
    struct buf buf = { 0 };
    for (int i = shown; i <= tabs->count; i++)
        tabs->from[i] = app->cols;
    for (int i = shown - 1; i >= 0; i--)
        tabs->from[i] =
            tabs->from[i + 1] - width_cols(tab_text(app, tabs->panes[i], tabs->keys, &buf), app->ambiguous_cols);
    buf_fini(&buf);
    return tabs->from[0] >= TITLE_MIN_COLS;
}

/* Where they do not fit, without the last, the help, which the footer names too, unless one is there; then without keys; or none. */
static struct tabs lay_tabs(const struct app *app)
{
    struct tabs tabs = { .keys = true };
    for (uint32_t i = 0; i < panes_table_count && tabs.count < TABS_MAX; i++)
        if (panes_table[i]->title && panes_table[i]->tab_volumes <= app->b->volumes_count)
            tabs.panes[tabs.count++] = &app->panes[i];
    bool in_last = app_view(app) == tabs.panes[tabs.count - 1];
    if (fit(app, &tabs, tabs.count) || (!in_last && fit(app, &tabs, tabs.count - 1)))
        return tabs;
    tabs.keys = false;
    if (!fit(app, &tabs, tabs.count) && !fit(app, &tabs, tabs.count - 1))
        fit(app, &tabs, 0);
    return tabs;
}

enum action header_tab_at(const struct app *app, int col)
{
    struct tabs tabs = lay_tabs(app);
    for (int i = 0; i < tabs.count; i++)
        if (col >= tabs.from[i] && col < tabs.from[i + 1])
            return tabs.panes[i]->ops->shown_by;
    return ACTION_NONE;
}

void header_draw(const struct app *app, struct grid *grid)
{
    struct buf buf = { 0 };
    struct tabs tabs = lay_tabs(app);
    grid_fill(grid, 0, 0, grid->cols, STYLE_HEADER);
    struct text title =
        app->b->volumes_count == 1 ? app->b->volumes[0].title : say(&buf, _("责任分解 %u份"), app->b->volumes_count);
    grid_clip(grid, 0, 1, tabs.from[0] - 2, title, STYLE_HEADER);
    for (int i = 0; i < tabs.count && tabs.from[i] < grid->cols; i++)
        grid_text(grid, 0, tabs.from[i], tabs.from[i + 1] - tabs.from[i], tab_text(app, tabs.panes[i], tabs.keys, &buf),
                  app_view(app) == tabs.panes[i] ? STYLE_TAB : STYLE_DIM);
    buf_fini(&buf);
}
