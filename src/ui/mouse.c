/* SPDX-License-Identifier: MIT */
#include "ui/mouse.h"

#include "ui/app_state.h"
#include "ui/header.h"

enum { WHEEL_ROWS = 3 };

static bool holds(struct area area, int row, int col)
{
    return row >= area.row && row < area.row + area.rows && col >= area.col && col < area.col + area.cols;
}

/* The pane that stands there; the divider on the left of a pane is nobody's. */
static struct pane *pane_at(const struct app *app, int row, int col)
{
    struct pane *pane;
    for (unsigned nth = 0; (pane = app_pane_of(app, app_view(app), nth)); nth++)
        if (holds(pane->area, row, col))
            return pane;
    return NULL;
}

static struct reaction click(struct app *app, const struct event *event)
{
    struct pane *pane = pane_at(app, event->row, event->col);
    if (event->row == 0)
        return app_act(app, header_tab_at(app, event->col));
    if (!pane || !pane->ops->point)
        return (struct reaction){ 0 };
    bool had_keys = app_has_keys(app, pane);
    enum pointed met = pane->ops->point(app, pane, event->row - pane->area.row, event->col - pane->area.col);
    if (met == POINTED_NOTHING)
        return (struct reaction){ 0 };
    app_give_keys(app, pane);
    bool opens = met == POINTED_OPENS || (met == POINTED_AGAIN && had_keys);
    return opens ? app_act(app, ACTION_ENTER) : (struct reaction){ .what = REACT_DRAW };
}

struct reaction mouse_handle(struct app *app, const struct event *event)
{
    if (!app->mouse || app->prompting.prompt)
        return (struct reaction){ 0 };
    if (event->mouse == MOUSE_CLICK || event->mouse == MOUSE_DOUBLE)
        return click(app, event);
    /* Over a pane it moves that pane, whichever the keys are for. */
    struct pane *pane = pane_at(app, event->row, event->col);
    if (!pane)
        return (struct reaction){ 0 };
    pane_wheel(app, pane, event->mouse == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
    return (struct reaction){ .what = REACT_DRAW };
}
