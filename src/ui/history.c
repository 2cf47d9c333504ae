/* SPDX-License-Identifier: MIT */
/* Where the user has been: back and forward, with selection and place in the text as they were. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/state.h"

struct spot spot_here(const struct app *app)
{
    return (struct spot){ .view = app->view > VIEW_STATS ? app->under : app->view,
                          .focus = app->focus,
                          .subject = app->view == VIEW_STATS ? (struct link){ 0 } : app_subject(app),
                          .anchor = app->view == VIEW_STATS ? anchor_at(&app->stats, app->stats_scroll.cursor)
                                                            : anchor_at(&app->detail.lines, app->detail.line),
                          .line = app->view == VIEW_STATS ? app->stats_scroll.cursor : app->detail.line,
                          .top = app->detail.top,
                          .query = app->units.query.bytes ? mem_copy_string(app->units.query.at) : NULL,
                          .stats_page = app->stats_page };
}

void spot_restore(struct app *app, const struct spot *spot)
{
    app->view = spot->view;
    app->focus = spot->focus;
    buf_clear(&app->units.query);
    if (spot->query)
        buf_string(&app->units.query, spot->query);
    units_rebuild(app);
    if (spot->view == VIEW_STATS) {
        app->stats_page = spot->stats_page;
        app->stats_scroll.cursor = spot->line;
        stats_forget(app, spot->anchor);
        return;
    }
    if (spot->unfolded.kind)
        tree_fold(&app->tree, spot->unfolded, true);
    if (spot->view == VIEW_LEADERS)
        tree_select(&app->tree, app->b, app->matches, spot->subject);
    else if (spot->subject.kind == LINK_UNIT)
        units_select(app, spot->subject.idx);
    detail_forget(app);
    detail_make(app, app_layout(app).right_cols);
    app->detail.line = anchor_find(&app->detail.lines, spot->anchor,
                                   spot->line < app->detail.lines.count ? spot->line : app->detail.line);
    app->detail.top = spot->top;
    if (app->focus == FOCUS_RIGHT)
        detail_show(app);
}

static void push(struct history *history, struct spot spot)
{
    if (history->count == HISTORY_MAX) {
        free(history->spots[0].query);
        memmove(history->spots, history->spots + 1, (HISTORY_MAX - 1) * sizeof *history->spots);
        history->count--;
    }
    history->spots[history->count++] = spot;
}

void history_fini(struct history *history)
{
    while (history->count)
        free(history->spots[--history->count].query);
}

void app_remember(struct app *app)
{
    push(&app->back, spot_here(app));
    history_fini(&app->forward);
}

void history_unfolds(struct app *app, struct history *history, struct link link)
{
    struct link section =
        link.kind == LINK_TASK ? link_to(LINK_SECTION, app->b->tasks[link.idx].section_idx) : (struct link){ 0 };
    if (section.kind && tree_is_folded(&app->tree, section))
        history->spots[history->count - 1].unfolded = section;
}

static bool step(struct app *app, struct history *from, struct history *to)
{
    if (from->count == 0)
        return false;
    struct spot spot = from->spots[--from->count];
    push(to, spot_here(app));
    if (spot.view == VIEW_LEADERS)
        history_unfolds(app, to, spot.subject);
    spot_restore(app, &spot);
    free(spot.query);
    return true;
}

bool app_back(struct app *app)
{
    return step(app, &app->back, &app->forward);
}

bool app_forward(struct app *app)
{
    return step(app, &app->forward, &app->back);
}
