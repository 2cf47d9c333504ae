/* SPDX-License-Identifier: MIT */
/* Keys in the right pane. */
#include "ui/state.h"

static int rows_of(const struct app *app)
{
    struct layout layout = app_layout(app);
    return layout.body_rows > 0 ? layout.body_rows : 1;
}

static uint32_t last_top(const struct app *app)
{
    uint32_t count = (uint32_t)app->detail.lines.count, rows = (uint32_t)rows_of(app);
    return count > rows ? count - rows : 0;
}

/* The next line from `from` in the direction that starts a link; NO_IDX when there is none. */
static uint32_t next_link(const struct detail *detail, uint32_t from, int direction)
{
    for (long i = (long)from + direction; i >= 0 && i < (long)detail->lines.count; i += direction)
        if (detail->lines.lines[i].link_starts)
            return (uint32_t)i;
    return NO_IDX;
}

void detail_scroll(struct app *app, long delta)
{
    long top = (long)app->detail.top + delta, last = (long)last_top(app);
    app->detail.top = top < 0 ? 0 : top > last ? (uint32_t)last : (uint32_t)top;
}

/* Steps to the next link where it is in sight, else scrolls a line nearer: nothing between two links is skipped. */
static void step(struct app *app, int direction)
{
    struct detail *detail = &app->detail;
    uint32_t rows = (uint32_t)rows_of(app), next = next_link(detail, detail->line, direction);
    if (next != NO_IDX && next >= detail->top && next < detail->top + rows) {
        detail->line = next;
        return;
    }
    uint32_t before = detail->top;
    detail_scroll(app, direction);
    if (next != NO_IDX && (before == detail->top || (next >= detail->top && next < detail->top + rows)))
        detail->line = next;
}

/* After a jump of the view: the first or last link in sight. */
static void select_in_sight(struct app *app, bool first)
{
    struct detail *detail = &app->detail;
    uint32_t rows = (uint32_t)rows_of(app), end = detail->top + rows;
    if (end > detail->lines.count)
        end = (uint32_t)detail->lines.count;
    uint32_t found = NO_IDX;
    for (uint32_t i = detail->top; i < end; i++)
        if (detail->lines.lines[i].link_starts) {
            found = i;
            if (first)
                break;
        }
    if (found != NO_IDX)
        detail->line = found;
}

void detail_show(struct app *app)
{
    struct detail *detail = &app->detail;
    uint32_t rows = (uint32_t)rows_of(app);
    if (detail->line < detail->top)
        detail->top = detail->line;
    else if (detail->line >= detail->top + rows)
        detail->top = detail->line - rows + 1;
}

void detail_select_first(struct app *app)
{
    uint32_t first =
        app->detail.lines.count && app->detail.lines.lines[0].link_starts ? 0 : next_link(&app->detail, 0, 1);
    if (first == NO_IDX)
        return;
    app->detail.line = first;
    detail_show(app);
}

void detail_act(struct app *app, enum action action)
{
    int page = rows_of(app) > 1 ? rows_of(app) - 1 : 1;
    switch (action) {
    case ACTION_UP:
        step(app, -1);
        break;
    case ACTION_DOWN:
        step(app, 1);
        break;
    case ACTION_PAGE_UP:
        detail_scroll(app, -page);
        select_in_sight(app, true);
        break;
    case ACTION_PAGE_DOWN:
        detail_scroll(app, page);
        select_in_sight(app, app->detail.top < last_top(app));
        break;
    case ACTION_HOME:
        app->detail.top = 0;
        select_in_sight(app, true);
        break;
    case ACTION_END:
        app->detail.top = last_top(app);
        select_in_sight(app, false);
        break;
    default:
        break;
    }
}
