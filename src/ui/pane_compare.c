/* SPDX-License-Identifier: MIT */
#include "ui/pane_compare.h"

#include "base/hurry.h"
#include "base/i18n.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/compare_lines.h"
#include "ui/detail.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "ui/scroll.h"

/* A large file's changes are found and listed when nothing else comes, like the statistics of it. */
enum { LARGE_TASKS = 5000, PATIENCE_MS = 8 };

struct compare {
    struct diff *diff; /* NULL: not there yet */
    struct lines lines;
    bool waits; /* for all that to be made: lines say so */
    int cols;   /* that the lines were made for; 0: they must be made */
    struct compare_options options;
    struct scroll scroll;
    struct anchor anchor;        /* to be selected when they are made */
    struct compare_sides before; /* what was selected, when the diff is another */
};

const struct pane_ops pane_change = DETAIL_OPS("change", CONTEXT_COMPARE);

const struct diff *pane_compare_diff(const struct app *app)
{
    const struct compare *compare = panes_get(app, &pane_compare)->state;
    return compare->diff;
}

static void fini(struct pane *pane)
{
    struct compare *compare = pane->state;
    lines_fini(&compare->lines);
    diff_free(compare->diff);
}

/* Lines anew, with the same change selected. */
static void again_with(struct compare *compare)
{
    if (compare->cols)
        compare->anchor = anchor_at(&compare->lines, compare->scroll.cursor);
    compare->cols = 0;
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

static void clear_lines(const struct app *app, struct compare *compare)
{
    lines_fini(&compare->lines);
    lines_init(&compare->lines, app->ambiguous_cols);
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
        compare->anchor.link = change_of(compare->diff, compare->before);
        compare->before = (struct compare_sides){ 0 };
    }
}

static void make_lines(const struct app *app, struct compare *compare, int cols, int patience_ms)
{
    if (compare->cols == cols && compare->lines.ambiguous_cols == app->ambiguous_cols)
        return;
    if (compare->cols)
        compare->anchor = anchor_at(&compare->lines, compare->scroll.cursor);
    clear_lines(app, compare);
    hurry_if_large(app, patience_ms);
    if (compare->diff)
        compare_list_lines(app, compare->diff, compare->options, cols, &compare->lines);
    else
        compare_alone_lines(cols, &compare->lines);
    compare->waits = hurry_end();
    compare->cols = compare->waits ? 0 : cols;
    if (!compare->waits)
        compare->scroll.cursor = anchor_find(&compare->lines, compare->anchor, compare->scroll.cursor);
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
    clear_lines(app, compare);
    compare_wait_lines(cols, &compare->lines);
}

/* Its changes are others now: that of the same thing is selected, else the cursor stays at its row. */
static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct compare *compare = pane->state;
    again_with(compare);
    if (compare->anchor.link.kind == LINK_CHANGE)
        compare->before = compare_sides(compare->diff, compare->anchor.link.idx);
    compare->anchor.link = (struct link){ 0 };
    compare->before.old = again_link(again, compare->before.old);
    compare->before.now = again_link(again, compare->before.now);
    diff_free(compare->diff);
    compare->diff = NULL;
    compare->waits = false;
    clear_lines(app, compare); /* their links are the old changes */
    compare->options.only_marked = compare->options.only_marked && marks_any(app);
}

/* Headings are no place for the cursor: it goes on to the next change, or back to the last. */
static void step(struct compare *compare, int direction)
{
    long count = (long)compare->lines.count;
    for (int turn = 0; turn < 2; turn++) {
        int by = (direction < 0) == (turn == 0) ? -1 : 1;
        for (long i = (long)compare->scroll.cursor; i >= 0 && i < count; i += by)
            if (compare->lines.lines[i].link.kind) {
                compare->scroll.cursor = (uint32_t)i;
                return;
            }
    }
}

static void settle(struct app *app, struct pane *pane)
{
    struct compare *compare = pane->state;
    uint32_t count;
    if (compare->options.only_marked && !marks_any(app)) {
        compare->options.only_marked = false;
        again_with(compare);
    }
    if (!compare->waits)
        make(app, compare, pane->area.cols, PATIENCE_MS);
    app->counts = compare->waits;
    if (compare->waits)
        return;
    count = (uint32_t)compare->lines.count;
    scroll_move(&compare->scroll, 0, count);
    step(compare, 0);
    /* The sum and the first heading cannot be chosen: they come with the first change. */
    struct scroll first = { 0 };
    while (first.cursor + 1 < count && !compare->lines.lines[first.cursor].link.kind)
        first.cursor++;
    if (compare->scroll.cursor == first.cursor)
        compare->scroll.top = 0;
    scroll_fit(&compare->scroll, count, pane->area.rows);
}

static void count(struct app *app, struct pane *pane)
{
    make(app, pane->state, pane->area.cols, -1);
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct compare *compare = pane->state;
    struct area area = pane->area;
    enum style style = app_has_keys(app, pane) ? STYLE_FOCUS : STYLE_SELECTED;
    if (compare->waits) {
        blit_lines(&compare->lines, grid, area, 0, NO_IDX, style);
        return;
    }
    blit_lines(&compare->lines, grid, area, compare->scroll.top, compare->scroll.cursor, style);
    marks_draw_lines(app, &compare->lines, grid, area, compare->scroll.top, compare->scroll.cursor, style);
    scroll_thumb(grid, area, area.col + area.cols - 1, compare->scroll.top, (uint32_t)compare->lines.count);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    const struct compare *compare = pane->state;
    (void)app;
    return compare->scroll.cursor < compare->lines.count ? compare->lines.lines[compare->scroll.cursor].link
                                                         : (struct link){ 0 };
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct compare *compare = pane->state;
    struct scroll before = compare->scroll;
    (void)reaction;
    switch (action) {
    case ACTION_ENTER:
    case ACTION_RIGHT:
        go_right(app);
        return true;
    case ACTION_SORT:
        compare->anchor = (struct anchor){ .link = subject(app, pane) };
        compare->options.by_unit = !compare->options.by_unit;
        compare->cols = 0;
        return true;
    case ACTION_COMPARE:
        if (!marks_any(app))
            return false;
        compare->options.only_marked = !compare->options.only_marked;
        again_with(compare);
        return true;
    case ACTION_MARK_ALL:
        marks_lines(app, &compare->lines);
        return true;
    default:
        if (!scroll_act(&compare->scroll, action, (uint32_t)compare->lines.count, pane->area.rows))
            return false;
        if (compare->waits)
            compare->scroll = before;
        else
            step(compare, compare->scroll.cursor < before.cursor || action == ACTION_UP ? -1 : 1);
        return true;
    }
}

static struct reaction click(struct app *app, struct pane *pane, int row, int col)
{
    struct compare *compare = pane->state;
    uint32_t at = compare->scroll.top + (uint32_t)row;
    (void)col;
    if (at >= compare->lines.count || !compare->lines.lines[at].link.kind)
        return (struct reaction){ 0 };
    bool was = app_has_keys(app, pane) && compare->scroll.cursor == at;
    pane->focus = 0;
    compare->scroll.cursor = at;
    if (was)
        go_right(app);
    return (struct reaction){ .what = REACT_DRAW };
}

static void wheel(struct app *app, struct pane *pane, int rows)
{
    struct reaction reaction;
    for (int i = 0; i < (rows < 0 ? -rows : rows); i++)
        act(app, pane, rows < 0 ? ACTION_UP : ACTION_DOWN, &reaction);
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    const struct compare *compare = pane->state;
    (void)app;
    spot->subject = subject(app, pane);
    spot->line = compare->scroll.cursor;
    spot->page = compare->options.by_unit;
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    struct compare *compare = pane->state;
    (void)app;
    if (!shown)
        return;
    compare->options.by_unit = spot->page != 0;
    compare->scroll.cursor = spot->line;
    compare->anchor = (struct anchor){ 0 };
    compare->cols = 0;
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
    .click = click,
    .wheel = wheel,
    .remember = remember,
    .restore = restore,
    .trail = trail,
    .hints = hints,
};
