/* SPDX-License-Identifier: MIT */
#include "ui/pane_find.h"

#include "base/i18n.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/find.h"
#include "ui/found_draw.h"
#include "ui/go.h"
#include "ui/layout.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"
#include "ui/trail.h"

static struct found *found_of(const struct app *app)
{
    return panes_get(app, &pane_find)->state;
}

static void fini(struct pane *pane)
{
    found_fini(pane->state);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    const struct found_row *row = found_selected(pane->state);
    (void)app;
    return row ? row->link : (struct link){ 0 };
}

/* Rows borrow from the search, which is another now. */
static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct found *found = pane->state;
    struct link selected = again_link(again, subject(app, pane));
    struct scroll scroll = found->scroll;
    if (!prompt_is(app, &pane_find_prompt)) {
        found_ask(app, found, TEXT(""));
        return;
    }
    found_ask_again(app, found);
    for (scroll.cursor = 0; selected.kind && scroll.cursor < found->count; scroll.cursor++)
        if (link_equal(found->rows[scroll.cursor].link, selected)) {
            found->scroll = scroll;
            return;
        }
}

static int list_rows(const struct pane *pane)
{
    return area_below(pane->area, FOUND_HEAD_ROWS).rows;
}

static void settle(struct app *app, struct pane *pane)
{
    struct found *found = pane->state;
    (void)app;
    scroll_fit(&found->scroll, found->count, list_rows(pane));
    /* The head of the first group is seen with its first row. */
    if (found->scroll.top && found->scroll.top == found->scroll.cursor && list_rows(pane) > 1)
        found->scroll.top--;
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    found_draw_head(app, pane->state, grid, pane->area);
    found_draw_rows(app, pane->state, grid, area_below(pane->area, FOUND_HEAD_ROWS));
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    trail_put(app, subject(app, pane), out);
}

const struct pane_ops pane_find = {
    .name = "find",
    .context = CONTEXT_UNITS,
    .state_bytes = sizeof(struct found),
    .beside = { &pane_task },
    .beside_cols = LAYOUT_BESIDE_COLS,
    .fini = fini,
    .reload = reload,
    .settle = settle,
    .draw = draw,
    .subject = subject,
    .trail = trail,
};

static void open(struct app *app)
{
    app->main = panes_get(app, &pane_find);
    app->main->focus = 0;
}

static void changed(struct app *app, struct text text)
{
    found_ask(app, found_of(app), text);
}

static void answered(struct app *app)
{
    found_answered(app, found_of(app));
}

/* The filter's own words are asked again: their place was taken. */
static void leave(struct app *app)
{
    history_restore(app, &app->prompting.before);
    filtered_run(app);
}

static void filter_by(struct app *app)
{
    struct buf query = { 0 };
    buf_text(&query, text_composed(buf_view(&found_of(app)->query)));
    leave(app);
    go_view(app, panes_get(app, &pane_tree));
    filtered_set(app, text_composed(buf_view(&query)));
    pane_tree_first_match(app);
    buf_fini(&query);
}

static bool done(struct app *app, struct text text, struct reaction *reaction)
{
    const struct found_row *row = found_selected(found_of(app));
    (void)reaction;
    if (!row) {
        app_say(app, true, _("没有找到“%.*s”，改几个字再试；%s 取消"), TEXT_ARG(text),
                app_key(app, ACTION_FIELD_CANCEL));
        return false;
    }
    if (row->kind == FOUND_MORE) {
        found_widen(app, found_of(app), row->group);
        return false;
    }
    if (row->kind == FOUND_HEAD) {
        filter_by(app);
        return true;
    }
    struct link link = row->link;
    uint32_t leader_idx = row->leader ? row->hit->idx : NO_IDX;
    leave(app);
    if (leader_idx != NO_IDX) {
        find_go_leader(app, leader_idx);
        return true;
    }
    go_link(app, link, link.kind == LINK_UNIT);
    if (link.kind == LINK_SECTION)
        pane_tree_open(app, link.idx);
    return true;
}

static void move(struct app *app, enum action action)
{
    found_move(found_of(app), action, list_rows(panes_get(app, &pane_find)));
}

const struct prompt pane_find_prompt = {
    .leads_away = true,
    .open = open,
    .changed = changed,
    .answered = answered,
    .done = done,
    .cancel = leave,
    .move = move,
};
