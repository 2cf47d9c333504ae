/* SPDX-License-Identifier: MIT */
#include "ui/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"

struct stop history_here(const struct app *app)
{
    struct stop stop = { .view = app->main, .focus = app->main->focus };
    stop.spots = mem_array(panes_table_count, sizeof *stop.spots);
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i]->remember)
            panes_table[i]->remember(app, &app->panes[i], &stop.spots[i]);
    return stop;
}

void history_restore(struct app *app, const struct stop *stop)
{
    app->over_count = 0;
    app->main = stop->view;
    app->main->focus = stop->focus;
    if (stop->unfolded.kind)
        pane_tree_fold(app, stop->unfolded);
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i]->restore)
            panes_table[i]->restore(app, &app->panes[i], &stop->spots[i],
                                    app_nth_of(app, stop->view, &app->panes[i]) >= 0);
}

void history_drop(struct stop *stop)
{
    free(stop->spots);
    *stop = (struct stop){ 0 };
}

void history_again(struct stop *stop, const struct again *again)
{
    stop->unfolded = again_link(again, stop->unfolded);
    for (uint32_t i = 0; stop->spots && i < panes_table_count; i++) {
        struct spot *spot = &stop->spots[i];
        spot->subject = again_link(again, spot->subject);
        spot->anchor.link = again_link(again, spot->anchor.link);
    }
}

static void push(struct history *history, struct stop stop)
{
    if (history->count == HISTORY_MAX) {
        history_drop(&history->stops[0]);
        memmove(history->stops, history->stops + 1, (HISTORY_MAX - 1) * sizeof *history->stops);
        history->count--;
    }
    history->stops[history->count++] = stop;
}

void history_fini(struct history *history)
{
    while (history->count)
        history_drop(&history->stops[--history->count]);
}

void history_remember(struct app *app)
{
    push(&app->back, history_here(app));
    history_fini(&app->forward);
}

void history_unfolds(struct app *app, struct history *history, struct link link)
{
    struct link section =
        link.kind == LINK_TASK ? link_to(LINK_SECTION, app->b->tasks[link.idx].section_idx) : (struct link){ 0 };
    if (section.kind && pane_tree_is_folded(app, section))
        history->stops[history->count - 1].unfolded = section;
}

static bool step(struct app *app, struct history *from, struct history *to)
{
    if (from->count == 0)
        return false;
    struct stop stop = from->stops[--from->count];
    push(to, history_here(app));
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (&app->panes[i] == stop.view)
            history_unfolds(app, to, stop.spots[i].subject);
    history_restore(app, &stop);
    history_drop(&stop);
    return true;
}

bool history_back(struct app *app)
{
    return step(app, &app->back, &app->forward);
}

bool history_forward(struct app *app)
{
    return step(app, &app->forward, &app->back);
}
