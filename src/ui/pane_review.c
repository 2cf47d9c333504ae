/* SPDX-License-Identifier: MIT */
#include "ui/pane_review.h"

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "ui/rows.h"
#include "ui/scroll.h"

enum { HEAD_ROWS = 1, LINE_NO_COLS = 5 };

struct list {
    struct review review;
    struct scroll scroll;
};

const struct review *pane_review_of(const struct app *app)
{
    const struct list *list = panes_get(app, &pane_review)->state;
    return &list->review;
}

const struct review_doubt *pane_review_selected(const struct app *app)
{
    const struct list *list = panes_get(app, &pane_review)->state;
    return list->scroll.cursor < list->review.doubts_count ? &list->review.doubts[list->scroll.cursor] : NULL;
}

static void init(struct app *app, struct pane *pane)
{
    struct list *list = pane->state;
    if (app->options.review)
        review_init(&list->review, app->options.review);
}

static void fini(struct pane *pane)
{
    struct list *list = pane->state;
    review_fini(&list->review);
}

static int list_rows(const struct pane *pane)
{
    return area_below(pane->area, HEAD_ROWS).rows;
}

static void settle(struct app *app, struct pane *pane)
{
    struct list *list = pane->state;
    (void)app;
    scroll_fit(&list->scroll, list->review.doubts_count, list_rows(pane));
}

static void put_row(const struct review_doubt *doubt, int cols, struct lines *lines)
{
    lines_row(lines, (struct link){ 0 }, 1);
    if (doubt->line_no)
        lines_run(lines, lines_printf(lines, "%*u", LINE_NO_COLS, doubt->line_no), STYLE_DIM);
    lines_tab(lines, LINE_NO_COLS + 2);
    lines_clip(lines, doubt->text, cols - 1 - lines_col(lines), STYLE_NORMAL);
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct list *list = pane->state;
    struct area area = pane->area, body = area_below(area, HEAD_ROWS);
    uint32_t count = list->review.doubts_count;
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    grid_clip(grid, area.row, area.col + 1, area.cols - 2,
              count ? lines_printf(&lines, _("存疑%u处：通知的行，当作什么，还可能是什么"), count)
                    : text_of(_("没有存疑之处")),
              STYLE_TITLE);
    for (uint32_t i = list->scroll.top; i < count && (int)lines.count < body.rows; i++)
        put_row(&list->review.doubts[i], body.cols, &lines);
    rows_draw(app, &lines, grid, body, list->scroll, count, app_has_keys(app, pane) ? STYLE_FOCUS : STYLE_SELECTED);
    lines_fini(&lines);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    const struct review_doubt *doubt = pane_review_selected(app);
    (void)pane;
    return doubt && doubt->task_idx != NO_IDX ? link_to(LINK_TASK, doubt->task_idx) : (struct link){ 0 };
}

/* From a doubt to the next, also while the notice beside the list has the keys. */
static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct list *list = pane->state;
    uint32_t count = list->review.doubts_count;
    (void)reaction;
    switch (action) {
    case ACTION_NEXT_MATCH:
    case ACTION_PREV_MATCH:
        scroll_move(&list->scroll, action == ACTION_NEXT_MATCH ? 1 : -1, count);
        return true;
    case ACTION_ENTER:
        if (subject(app, pane).kind == LINK_NONE)
            app_say(app, false, _("这一处不属于哪一项任务"));
        go_link(app, subject(app, pane), 0);
        return true;
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
        /* Also from a doubt without a task. */
        if (app->main->focus > 0 || !count)
            return action == ACTION_RIGHT;
        history_remember(app);
        app->main->focus = 1;
        return true;
    default:
        return scroll_act(&list->scroll, action, count, list_rows(pane));
    }
}

static enum pointed point(struct app *app, struct pane *pane, int row, int col)
{
    struct list *list = pane->state;
    (void)app;
    (void)col;
    return scroll_point(&list->scroll, row - HEAD_ROWS, list->review.doubts_count);
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    const struct list *list = pane->state;
    spot->subject = subject(app, pane);
    spot->line = list->scroll.cursor;
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    struct list *list = pane->state;
    (void)app;
    if (shown)
        list->scroll.cursor = spot->line;
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct list *list = pane->state;
    uint32_t count = list->review.doubts_count;
    (void)app;
    buf_printf(out, "%s  %u/%u", _("存疑"), count ? list->scroll.cursor + 1 : 0, count);
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    if (subject(app, pane).kind != LINK_NONE)
        hints_first(hints, ACTION_ENTER, _("看任务"));
    hints_pair(hints, ACTION_NEXT_MATCH, ACTION_PREV_MATCH, _("下一处、上一处"));
}

const struct pane_ops pane_review = {
    .name = "review",
    .context = CONTEXT_TREE,
    .state_bytes = sizeof(struct list),
    .beside = { &pane_notice },
    .beside_cols = LAYOUT_BESIDE_COLS,
    .init = init,
    .fini = fini,
    .settle = settle,
    .draw = draw,
    .subject = subject,
    .act = act,
    .point = point,
    .remember = remember,
    .restore = restore,
    .trail = trail,
    .hints = hints,
};
