/* SPDX-License-Identifier: MIT */
#include "ui/pane_units.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "search/search.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/layout.h"
#include "ui/pane_unit.h"
#include "ui/panes.h"
#include "ui/say.h"
#include "ui/trail.h"
#include "ui/units_draw.h"

static struct unit_list *list_of(const struct app *app)
{
    return panes_get(app, &pane_units)->state;
}

static struct text query_of(const struct unit_list *list)
{
    return text_composed(buf_view(&list->query));
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

/* Rows anew, with the same unit selected where all are listed; of hits the best. */
static void rebuild(struct app *app, struct link again)
{
    struct unit_list *list = list_of(app);
    struct text query = query_of(list);
    list->rows = mem_resize(list->rows, app->b->units_count, sizeof *list->rows);
    list->hits = NULL;
    if (text_empty(query)) {
        list->count = app->b->units_count;
        order_units(app->b, app->index, list->order, list->rows);
    } else {
        list->count = search_query(app->search, query, &list->hits);
        for (uint32_t i = 0; i < list->count; i++)
            list->rows[i] = list->hits[i].idx;
    }
    list->scroll.cursor = 0;
    if (text_empty(query))
        select_unit(list, again);
}

static void set_query(struct app *app, struct text query)
{
    struct unit_list *list = list_of(app);
    struct link before = selected(list);
    buf_clear(&list->query);
    buf_text(&list->query, query);
    rebuild(app, before);
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
    buf_fini(&list->query);
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
    units_draw_head(app, pane->state, grid, pane->area, prompt_is(app, &pane_units_search));
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
    if (link.kind != LINK_UNIT)
        return false;
    if (!select_unit(pane->state, link)) {
        set_query(app, TEXT(""));
        select_unit(pane->state, link);
    }
    return true;
}

static void sort(struct app *app, struct unit_list *list)
{
    if (list->query.bytes) {
        app_notice(app, text_of(_("查找结果以最相近的居前")), false);
        return;
    }
    list->order = (list->order + 1) % ORDERS_COUNT;
    rebuild(app, selected(list));
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
    case ACTION_SORT:
        sort(app, list);
        return true;
    case ACTION_NEXT_MATCH:
    case ACTION_PREV_MATCH:
        if (!list->query.bytes)
            return false;
        scroll_move(&list->scroll, action == ACTION_NEXT_MATCH ? 1 : -1, list->count);
        return true;
    case ACTION_BACK:
        if (!list->query.bytes)
            return false;
        set_query(app, TEXT(""));
        return true;
    default:
        return scroll_act(&list->scroll, action, list->count, list_rows(pane));
    }
}

static struct reaction click(struct app *app, struct pane *pane, int row, int col)
{
    struct unit_list *list = pane->state;
    (void)col;
    row -= UNITS_HEAD_ROWS;
    uint32_t at = list->scroll.top + (uint32_t)(row < 0 ? 0 : row);
    if (row < 0 || at >= list->count)
        return (struct reaction){ 0 };
    bool was = app_has_keys(app, pane) && list->scroll.cursor == at;
    pane->focus = 0;
    list->scroll.cursor = at;
    if (was)
        go_right(app);
    return (struct reaction){ .what = REACT_DRAW };
}

static void wheel(struct app *app, struct pane *pane, int rows)
{
    struct unit_list *list = pane->state;
    (void)app;
    scroll_move(&list->scroll, rows, list->count);
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    const struct unit_list *list = pane->state;
    (void)app;
    spot->subject = selected(list);
    spot->query = list->query.bytes ? mem_copy_string(list->query.at) : NULL;
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    set_query(app, text_of(spot->query ? spot->query : ""));
    if (shown)
        select_unit(pane->state, spot->subject);
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct unit_list *list = pane->state;
    trail_put(app, selected(list), out);
    if (list->count && app_has_keys(app, pane))
        buf_printf(out, "  %u/%u", list->scroll.cursor + 1, list->count);
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
    .beside = { &pane_unit },
    .beside_cols = LAYOUT_BESIDE_COLS,
    .init = init,
    .fini = fini,
    .reload = reload,
    .settle = settle,
    .draw = draw,
    .subject = subject,
    .go = go,
    .act = act,
    .click = click,
    .wheel = wheel,
    .remember = remember,
    .restore = restore,
    .trail = trail,
    .hints = hints,
};

static void search_open(struct app *app)
{
    /* The names are made ready now, not at the first letter. */
    const struct hit *hits;
    search_query(app->search, TEXT(""), &hits);
    app->main = panes_get(app, &pane_units);
    app->main->focus = 0;
}

static bool search_done(struct app *app, struct text text, struct reaction *reaction)
{
    struct buf buf = { 0 };
    (void)text;
    (void)reaction;
    if (list_of(app)->count == 0) {
        app_notice(app, say(&buf, _("没有这样的单位，改几个字再试；%s 取消"), app_key(app, ACTION_FIELD_CANCEL)), true);
        buf_fini(&buf);
        return false;
    }
    history_push(app, &app->prompting.before);
    app->main->focus = 1;
    return true;
}

static void search_cancel(struct app *app)
{
    history_restore(app, &app->prompting.before);
}

static void search_move(struct app *app, enum action action)
{
    struct unit_list *list = list_of(app);
    scroll_act(&list->scroll, action, list->count, list_rows(panes_get(app, &pane_units)));
}

const struct prompt pane_units_search = {
    .leads_away = true,
    .open = search_open,
    .changed = set_query,
    .done = search_done,
    .cancel = search_cancel,
    .move = search_move,
};
