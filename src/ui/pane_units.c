/* SPDX-License-Identifier: MIT */
/* The list of units: all of them, in one of several orders. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "ui/trail.h"
#include "ui/units_draw.h"

static struct unit_list *list_of(const struct app *app)
{
    return panes_get(app, &pane_units)->state;
}

static struct link selected(const struct unit_list *list)
{
    return list->scroll.cursor < list->count ? link_to(LINK_UNIT, list->rows[list->scroll.cursor]) : (struct link){ 0 };
}

static bool select_unit(struct unit_list *list, struct link link)
{
    for (uint32_t i = 0; link.kind == LINK_UNIT && i < list->count; i++)
        if (list->rows[i] == link.idx) {
            list->scroll.cursor = i;
            return true;
        }
    return false;
}

/* Rows anew, with the same unit selected. */
static void rebuild(struct app *app, struct link again)
{
    struct unit_list *list = list_of(app);
    list->rows = mem_resize(list->rows, app->b->units_count, sizeof *list->rows);
    list->count = app->b->units_count;
    order_units(app->b, app->index, list->order, list->rows);
    list->scroll.cursor = 0;
    select_unit(list, again);
}

static void init(struct app *app, struct pane *pane)
{
    (void)pane;
    rebuild(app, (struct link){ 0 });
}

static void fini(struct pane *pane)
{
    struct unit_list *list = pane->state;
    free(list->rows);
}

static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct link unit = again_link(again, selected(pane->state));
    rebuild(app, unit);
    select_unit(pane->state, unit);
}

static int list_rows(const struct pane *pane)
{
    return area_below(pane->area, UNITS_HEAD_ROWS).rows;
}

static void settle(struct app *app, struct pane *pane)
{
    struct unit_list *list = pane->state;
    (void)app;
    scroll_fit(&list->scroll, list->count, list_rows(pane));
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    units_draw_head(app, pane->state, grid, pane->area);
    units_draw_rows(app, pane->state, grid, area_below(pane->area, UNITS_HEAD_ROWS),
                    app_has_keys(app, pane) ? STYLE_FOCUS : STYLE_SELECTED);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    (void)app;
    return selected(pane->state);
}

static bool go(struct app *app, struct pane *pane, struct link link)
{
    (void)app;
    return select_unit(pane->state, link);
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct unit_list *list = pane->state;
    (void)reaction;
    switch (action) {
    case ACTION_ENTER:
    case ACTION_RIGHT:
        go_right(app);
        return true;
    case ACTION_MARK_ALL:
        for (uint32_t i = 0; i < list->count; i++)
            marks_set(app, link_to(LINK_UNIT, list->rows[i]), true);
        return true;
    case ACTION_SORT:
        list->order = (list->order + 1) % ORDERS_COUNT;
        rebuild(app, selected(list));
        return true;
    default:
        return scroll_act(&list->scroll, action, list->count, list_rows(pane));
    }
}

static enum pointed point(struct app *app, struct pane *pane, int row, int col)
{
    struct unit_list *list = pane->state;
    (void)app;
    (void)col;
    return scroll_point(&list->scroll, row - UNITS_HEAD_ROWS, list->count);
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    (void)app;
    spot->subject = selected(pane->state);
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    (void)app;
    if (shown)
        select_unit(pane->state, spot->subject);
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct unit_list *list = pane->state;
    trail_put(app, selected(list), out);
    if (list->count && app_has_keys(app, pane))
        buf_printf(out, "  %u/%u", list->scroll.cursor + 1, list->count);
    /* The third pane is about what the second selects. */
    if (pane->focus == 2)
        trail_step(app, pane_subject(app, app_pane_of(app, pane, 1)), out);
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    (void)app;
    (void)pane;
    hints_first(hints, ACTION_ENTER, _("看责任"));
}

const struct pane_ops pane_units = {
    .name = "units",
    .title = N_("单位"),
    .shown_by = ACTION_UNITS,
    .context = CONTEXT_UNITS,
    .state_bytes = sizeof(struct unit_list),
    .beside = { &pane_unit, &pane_task },
    .beside_cols = LAYOUT_BESIDE_COLS,
    .init = init,
    .fini = fini,
    .reload = reload,
    .settle = settle,
    .draw = draw,
    .subject = subject,
    .go = go,
    .act = act,
    .point = point,
    .remember = remember,
    .restore = restore,
    .trail = trail,
    .hints = hints,
};
