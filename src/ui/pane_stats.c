/* SPDX-License-Identifier: MIT */
#include "ui/pane_stats.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/find.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"
#include "ui/scroll.h"
#include "ui/stats_state.h"
#include "ui/tree_filter.h"

/* What a row is about stands beside it on a wide screen. */
enum { COPY_COLS = 160, FIRST_COLS = 98, BESIDE_MIN_COLS = 140 };
enum { PATIENCE_MS = 8 };

static void fini(struct pane *pane)
{
    struct stats *stats = pane->state;
    lines_fini(&stats->list.lines);
    stats_data_fini(&stats->data);
}

static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct stats *stats = pane->state;
    struct anchor anchor = chooser_anchor(&stats->list);
    anchor.link = again_link(again, anchor.link);
    stats->before.link = again_link(again, stats->before.link);
    stats_data_fini(&stats->data);
    chooser_clear(&stats->list, app->ambiguous_cols); /* its links are the old breakdown's */
    stats_forget(stats, anchor);
}

/* The lines before the first that can be chosen stay in sight, where there is room for more than them. */
static int head_rows(const struct stats *stats, int rows)
{
    int heads = (int)chooser_heads(&stats->list);
    return rows >= 2 * heads ? heads : 0;
}

static void settle(struct app *app, struct pane *pane)
{
    struct stats *stats = pane->state;
    stats_make(app, stats, pane->area.rows, pane->area.cols, PATIENCE_MS);
    app->counts = stats->waits_cols > 0;
    if (app->counts)
        return;
    int head = head_rows(stats, pane->area.rows);
    uint32_t heads = (uint32_t)head, count = (uint32_t)stats->list.lines.count - heads, links;
    struct scroll *scroll = &stats->list.scroll;
    struct scroll body = { .cursor = scroll->cursor > heads ? scroll->cursor - heads : 0,
                           .top = scroll->top > heads ? scroll->top - heads : 0 };
    /* Sums, and heads that do not stay, cannot be chosen: they come with the first and the last line that can. */
    uint32_t nth = stats_place(stats, &links);
    if (nth == 1)
        body.top = 0;
    else if (nth == links)
        body.top = count;
    scroll_fit(&body, count, pane->area.rows - head);
    *scroll = (struct scroll){ .cursor = body.cursor + heads, .top = body.top + heads };
}

static void count(struct app *app, struct pane *pane)
{
    stats_make(app, pane->state, pane->area.rows, pane->area.cols, -1);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    const struct stats *stats = pane->state;
    (void)app;
    return chooser_link(&stats->list);
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct stats *stats = pane->state;
    struct area area = pane->area;
    if (stats->waits_cols) {
        blit_lines(&stats->list.lines, grid, area, 0, NO_IDX, STYLE_FOCUS);
        return;
    }
    int heads = head_rows(stats, area.rows);
    uint32_t cursor = stats->list.scroll.cursor, top = stats->list.scroll.top;
    struct area head = { area.row, area.col, heads, area.cols }, body = area_below(area, heads);
    blit_lines(&stats->list.lines, grid, head, 0, NO_IDX, STYLE_FOCUS);
    blit_lines(&stats->list.lines, grid, body, top, NO_IDX, STYLE_FOCUS);
    /* The bars stay out of the selected row's colour: in one colour they would be lost in it. */
    int cols = subject(app, pane).kind == LINK_VOLUME ? area.cols : stats_lines_cols(stats->page, area.cols);
    struct area row = { body.row + (int)(cursor - top), area.col, 1, cols };
    blit_lines(&stats->list.lines, grid, row, cursor, cursor, STYLE_FOCUS);
    marks_draw_lines(app, &stats->list.lines, grid, body, top, cursor, STYLE_FOCUS);
    scroll_thumb(grid, body, area.col + area.cols - 1, top - (uint32_t)heads,
                 (uint32_t)stats->list.lines.count - (uint32_t)heads);
}

static struct stats *stats_of(const struct app *app)
{
    return panes_get(app, &pane_stats)->state;
}

bool pane_stats_has_targets(const struct app *app)
{
    return app->main->ops == &pane_stats && stats_of(app)->page == STATS_TARGETS;
}

bool pane_stats_leads_back(const struct app *app)
{
    return app->back.count && app->back.stops[app->back.count - 1].view->ops == &pane_stats &&
           stats_filtered(stats_of(app)->page);
}

static void filter_open(struct app *app)
{
    stats_of(app)->before = chooser_anchor(&stats_of(app)->list);
    tree_filter_remember(app);
}

static void filter_changed(struct app *app, struct text text)
{
    struct stats *stats = stats_of(app);
    tree_filter.changed(app, text);
    stats_forget(stats, (struct anchor){ 0 });
    stats->list.scroll = (struct scroll){ 0 };
}

static void filter_answered(struct app *app)
{
    tree_filter.answered(app);
    stats_forget(stats_of(app), (struct anchor){ 0 });
}

static void filter_cancel(struct app *app)
{
    tree_filter_restore(app);
    stats_forget(stats_of(app), stats_of(app)->before);
}

static bool filter_done(struct app *app, struct text text, struct reaction *reaction)
{
    return tree_filter.done(app, text, reaction);
}

/* The list is filtered where it stands: targets, deadlines. */
static const struct prompt pane_stats_filter = { .label = N_("筛选: "),
                                                 .open = filter_open,
                                                 .changed = filter_changed,
                                                 .answered = filter_answered,
                                                 .done = filter_done,
                                                 .cancel = filter_cancel };

static void turn_page(struct stats *stats, int by)
{
    stats->page = (stats->page + (enum stats_page)(STATS_PAGES_COUNT + by)) % STATS_PAGES_COUNT;
    stats->list.scroll = (struct scroll){ 0 };
    stats_forget(stats, (struct anchor){ 0 });
}

/* The leader, named by tasks, that the selected row is about; NO_IDX: it is about something else. */
static uint32_t named_leader(const struct stats *stats)
{
    uint32_t nth = stats->list.scroll.cursor - stats->data.named_line;
    bool is_there =
        stats->page == STATS_LEADERS && !stats->waits_cols && stats->list.scroll.cursor >= stats->data.named_line;
    return is_there && nth < stats->data.named_count ? stats->data.named[nth] : NO_IDX;
}

/* A named leader's row is linked to the first of his tasks, and stands for all of them. */
static void mark_tasks_of(struct app *app, uint32_t leader_idx, bool marked)
{
    const struct leaders *leaders = app->index->leaders;
    for (uint32_t t = 0; t < app->b->tasks_count; t++)
        for (uint32_t i = leaders->of_task_from[t]; i < leaders->of_task_from[t + 1]; i++)
            if (leaders->of_task[i] == leader_idx)
                marks_set(app, link_to(LINK_TASK, t), marked);
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct stats *stats = pane->state;
    struct scroll scroll = stats->list.scroll;
    uint32_t leader_idx = named_leader(stats);
    bool moves;
    (void)reaction;
    switch (action) {
    case ACTION_ENTER:
        if (leader_idx == NO_IDX)
            go_link(app, subject(app, pane), 0);
        else
            find_go_leader(app, leader_idx);
        return true;
    case ACTION_MARK:
        if (leader_idx == NO_IDX)
            return false;
        mark_tasks_of(app, leader_idx, !marks_has(app, subject(app, pane)));
        return true;
    case ACTION_MARK_ALL:
        marks_lines(app, &stats->list.lines);
        return true;
    case ACTION_LEFT:
    case ACTION_PREV_PANE:
        turn_page(stats, -1);
        return true;
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
        turn_page(stats, 1);
        return true;
    case ACTION_SORT:
        if (stats_orders(stats->page) == 1) {
            app_say(app, false, _("这张表只有一种次序"));
            return true;
        }
        /* What is best by another measure stands on top. */
        stats_forget(stats, stats->page == STATS_TARGETS ? (struct anchor){ 0 } : chooser_anchor(&stats->list));
        if (stats->page == STATS_TARGETS)
            stats->list.scroll = (struct scroll){ 0 };
        stats->orders[stats->page] = (stats->orders[stats->page] + 1) % stats_orders(stats->page);
        return true;
    case ACTION_BACK:
        if (!app->filtered.matches || !stats_filtered(stats->page))
            return false;
        filtered_set(app, TEXT(""));
        return true;
    case ACTION_FILTER:
        if (!stats_filtered(stats->page))
            return false;
        prompt_open(app, &pane_stats_filter, filtered_text(app));
        return true;
    default:
        moves = chooser_act(&stats->list, action, pane->area.rows);
        stats->list.scroll = stats->waits_cols ? scroll : stats->list.scroll;
        return moves;
    }
}

static enum pointed point(struct app *app, struct pane *pane, int row, int col)
{
    struct stats *stats = pane->state;
    (void)app;
    (void)col;
    row -= head_rows(stats, pane->area.rows);
    return row < 0 ? POINTED_NOTHING : chooser_point(&stats->list, row);
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    const struct stats *stats = pane->state;
    (void)app;
    spot->anchor = chooser_anchor(&stats->list);
    spot->line = stats->list.scroll.cursor;
    spot->page = stats->page;
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    struct stats *stats = pane->state;
    (void)app;
    if (!shown)
        return;
    stats->page = (enum stats_page)spot->page;
    stats->list.scroll.cursor = spot->line;
    stats_forget(stats, spot->anchor);
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    uint32_t count, nth = stats_place(pane->state, &count);
    (void)app;
    buf_string(out, _("统计"));
    if (!((const struct stats *)pane->state)->waits_cols)
        buf_printf(out, "  %u/%u", nth, count);
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    const struct stats *stats = pane->state;
    struct link link = subject(app, pane);
    if (link.kind != LINK_NONE)
        hints_first(hints, ACTION_ENTER, link.kind == LINK_UNIT ? _("看单位页") : _("看任务"));
    hints_first(hints, ACTION_NEXT_PANE, _("换表"));
    if (stats_orders(stats->page) == 1)
        hints_reword(hints, ACTION_SORT, NULL);
    if (app->filtered.matches && stats_filtered(stats->page))
        hints->back = _("取消筛选");
}

static void copy(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct stats *stats = pane->state;
    struct stats_data data = { 0 };
    struct lines lines;
    lines_init(&lines, 1);
    stats_lines(app, &data, stats->page, stats->orders[stats->page], COPY_COLS, &lines);
    lines_text(&lines, out);
    lines_fini(&lines);
    stats_data_fini(&data);
}

const struct pane_ops pane_stats = {
    .name = "stats",
    .title = N_("统计"),
    .shown_by = ACTION_STATS,
    .context = CONTEXT_STATS,
    .state_bytes = sizeof(struct stats),
    .beside = { &pane_task },
    .first_cols = FIRST_COLS,
    .beside_cols = BESIDE_MIN_COLS,
    .fini = fini,
    .reload = reload,
    .settle = settle,
    .count = count,
    .draw = draw,
    .subject = subject,
    .act = act,
    .point = point,
    .remember = remember,
    .restore = restore,
    .trail = trail,
    .hints = hints,
    .copy = copy,
};
