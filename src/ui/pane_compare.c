/* SPDX-License-Identifier: MIT */
#include "ui/pane_compare.h"

#include "base/hurry.h"
#include "base/i18n.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/chooser.h"
#include "ui/compare_lines.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "ui/spot.h"

/* A large file's changes are found and listed when nothing else comes, like the statistics of it. */
enum { LARGE_TASKS = 5000, PATIENCE_MS = 8 };

struct compare {
    struct diff *diff; /* NULL: not there yet */
    struct chooser list;
    bool waits; /* for all that to be made: lines say so */
    struct compare_options options;
    struct compare_sides before; /* what was selected, when the diff is another */
};

const struct diff *pane_compare_diff(const struct app *app)
{
    const struct compare *compare = panes_get(app, &pane_compare)->state;
    return compare->diff;
}

static void fini(struct pane *pane)
{
    struct compare *compare = pane->state;
    lines_fini(&compare->list.lines);
    diff_free(compare->diff);
}

/* Lines anew, with the same change selected. */
static void again_with(struct compare *compare)
{
    chooser_forget(&compare->list, chooser_anchor(&compare->list));
}

static void open(struct app *app, struct pane *pane)
{
    struct compare *compare = pane->state;
    compare->options.only_marked = marks_any(app);
    again_with(compare);
}

/* The change of the same thing, though it be another change; of no kind when it has none any more. */
static struct link change_of(const struct diff *diff, struct compare_sides before)
{
    for (uint32_t i = 0; i < compare_count(diff); i++) {
        struct compare_sides sides = compare_sides(diff, i);
        if ((before.now.kind && link_equal(sides.now, before.now)) ||
            (!before.now.kind && before.old.kind && link_equal(sides.old, before.old)))
            return link_to(LINK_CHANGE, i);
    }
    return (struct link){ 0 };
}

static void hurry_if_large(const struct app *app, int patience_ms)
{
    if (app->b->tasks_count > LARGE_TASKS)
        hurry_begin(patience_ms);
}

static void make_diff(const struct app *app, struct compare *compare, int patience_ms)
{
    uint32_t count = app->b->volumes_count;
    if (compare->diff || count < 2)
        return;
    hurry_if_large(app, patience_ms);
    compare->diff = diff_new_volumes(app->b, count - 2, count - 1);
    compare->waits = hurry_end();
    if (compare->waits) {
        diff_free(compare->diff);
        compare->diff = NULL;
    } else if (compare->before.old.kind || compare->before.now.kind) {
        compare->list.anchor.link = change_of(compare->diff, compare->before);
        compare->before = (struct compare_sides){ 0 };
    }
}

static void make_lines(const struct app *app, struct compare *compare, int cols, int patience_ms)
{
    struct chooser *list = &compare->list;
    if (list->cols == cols && list->lines.ambiguous_cols == app->ambiguous_cols)
        return;
    again_with(compare);
    chooser_clear(list, app->ambiguous_cols);
    hurry_if_large(app, patience_ms);
    if (compare->diff)
        compare_list_lines(app, compare->diff, compare->options, cols, &list->lines);
    else
        compare_alone_lines(cols, &list->lines);
    compare->waits = hurry_end();
    if (!compare->waits)
        chooser_made(list, cols, list->anchor);
}

/* What takes longer than patience_ms, or than until something comes, is left off and begun anew by count(). */
static void make(const struct app *app, struct compare *compare, int cols, int patience_ms)
{
    compare->waits = false;
    make_diff(app, compare, patience_ms);
    if (!compare->waits)
        make_lines(app, compare, cols, patience_ms);
    if (!compare->waits)
        return;
    chooser_clear(&compare->list, app->ambiguous_cols);
    compare_wait_lines(cols, &compare->list.lines);
}

/* Its changes are others now: that of the same thing is selected, else the cursor stays at its row. */
static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct compare *compare = pane->state;
    struct link *selected = &compare->list.anchor.link;
    again_with(compare);
    if (selected->kind == LINK_CHANGE)
        compare->before = compare_sides(compare->diff, selected->idx);
    *selected = (struct link){ 0 };
    compare->before.old = again_link(again, compare->before.old);
    compare->before.now = again_link(again, compare->before.now);
    diff_free(compare->diff);
    compare->diff = NULL;
    compare->waits = false;
    chooser_clear(&compare->list, app->ambiguous_cols); /* their links are the old changes */
    compare->options.only_marked = compare->options.only_marked && marks_any(app);
}

static void settle(struct app *app, struct pane *pane)
{
    struct compare *compare = pane->state;
    struct chooser *list = &compare->list;
    if (compare->options.only_marked && !marks_any(app)) {
        compare->options.only_marked = false;
        again_with(compare);
    }
    if (!compare->waits)
        make(app, compare, pane->area.cols, PATIENCE_MS);
    app->counts = compare->waits;
    if (compare->waits)
        return;
    /* The sum and the first heading cannot be chosen: they come with the first change. */
    if (list->scroll.cursor == chooser_heads(list))
        list->scroll.top = 0;
    scroll_fit(&list->scroll, (uint32_t)list->lines.count, pane->area.rows);
}

static void count(struct app *app, struct pane *pane)
{
    make(app, pane->state, pane->area.cols, -1);
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct compare *compare = pane->state;
    const struct chooser *list = &compare->list;
    struct area area = pane->area;
    enum style style = app_has_keys(app, pane) ? STYLE_FOCUS : STYLE_SELECTED;
    if (compare->waits) {
        blit_lines(&list->lines, grid, area, 0, NO_IDX, style);
        return;
    }
    blit_lines(&list->lines, grid, area, list->scroll.top, list->scroll.cursor, style);
    marks_draw_lines(app, &list->lines, grid, area, list->scroll.top, list->scroll.cursor, style);
    scroll_thumb(grid, area, area.col + area.cols - 1, list->scroll.top, (uint32_t)list->lines.count);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    (void)app;
    return chooser_link(&((const struct compare *)pane->state)->list);
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct compare *compare = pane->state;
    struct chooser *list = &compare->list;
    struct scroll before = list->scroll;
    bool moves;
    (void)reaction;
    switch (action) {
    case ACTION_ENTER:
    case ACTION_RIGHT:
        go_right(app);
        return true;
    case ACTION_SORT:
        compare->options.by_unit = !compare->options.by_unit;
        chooser_forget(list, (struct anchor){ .link = chooser_anchor(list).link });
        return true;
    case ACTION_COMPARE:
        if (!marks_any(app))
            return false;
        compare->options.only_marked = !compare->options.only_marked;
        again_with(compare);
        return true;
    case ACTION_MARK_ALL:
        marks_lines(app, &list->lines);
        return true;
    default:
        moves = chooser_act(list, action, pane->area.rows);
        list->scroll = compare->waits ? before : list->scroll;
        return moves;
    }
}

static enum pointed point(struct app *app, struct pane *pane, int row, int col)
{
    (void)app;
    (void)col;
    return chooser_point(&((struct compare *)pane->state)->list, row);
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    const struct compare *compare = pane->state;
    (void)app;
    spot->anchor = chooser_anchor(&compare->list);
    spot->line = compare->list.scroll.cursor;
    spot->page = compare->options.by_unit;
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    struct compare *compare = pane->state;
    (void)app;
    if (!shown)
        return;
    compare->options.by_unit = spot->page != 0;
    compare->list.scroll.cursor = spot->line;
    chooser_forget(&compare->list, spot->anchor);
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct compare *compare = pane->state;
    (void)app;
    buf_printf(out, "%s  %s", _("对照"), compare->options.by_unit ? _("按单位") : _("按领导"));
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    const struct compare *compare = pane->state;
    if (subject(app, pane).kind != LINK_NONE)
        hints_first(hints, ACTION_ENTER, _("看两年"));
    if (marks_any(app))
        hints_first(hints, ACTION_COMPARE, compare->options.only_marked ? _("列出全部") : _("只列标记的"));
    hints_reword(hints, ACTION_SORT, compare->options.by_unit ? _("按领导") : _("按单位"));
}

const struct pane_ops pane_compare = {
    .name = "compare",
    .title = N_("对照"),
    .tab_volumes = 2,
    .shown_by = ACTION_COMPARE,
    .context = CONTEXT_COMPARE,
    .state_bytes = sizeof(struct compare),
    .beside = { &pane_change },
    .beside_cols = LAYOUT_BESIDE_COLS,
    .fini = fini,
    .reload = reload,
    .open = open,
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
};
