/* SPDX-License-Identifier: MIT */
/*
 * What panes have in common that show the text of what is selected to their left: its lines, and a cursor that steps
 * from link to link.
 */
#include "base/i18n.h"
#include "ui/again.h"
#include "ui/anchor.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/page.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"
#include "ui/scroll.h"
#include "ui/spot.h"

struct detail {
    struct link subject;
    struct lines lines;
    struct area area; /* that the lines were made for */
    uint32_t changes; /* app->changes then */
    bool beside;      /* made with a section's tasks in the tree beside it */
    bool made;
    uint32_t line; /* selected, when it is a link's first line */
    uint32_t top;
    struct link from; /* what the pane to the left is about: where that is the subject of a text, too, it is marked */
    bool to_first;    /* the first link shall be selected, or that of to_link if there is one */
    struct link to_link;
    struct spot to_spot; /* where to be when that subject's lines are made; a subject of no kind: nowhere */
};

static void fini(struct pane *pane)
{
    struct detail *detail = pane->state;
    lines_fini(&detail->lines);
}

static bool starts_link(const struct detail *detail, uint32_t line)
{
    return line < detail->lines.count && detail->lines.lines[line].link_starts;
}

static uint32_t rows_of(const struct detail *detail)
{
    return detail->area.rows > 0 ? (uint32_t)detail->area.rows : 1;
}

static uint32_t last_top(const struct detail *detail)
{
    uint32_t count = (uint32_t)detail->lines.count, rows = rows_of(detail);
    return count > rows ? count - rows : 0;
}

/* The last line of the selected link. */
static uint32_t link_end(const struct detail *detail)
{
    uint32_t end = detail->line;
    while (end + 1 < detail->lines.count && !starts_link(detail, end + 1) &&
           link_equal(detail->lines.lines[end + 1].link, detail->lines.lines[detail->line].link))
        end++;
    return starts_link(detail, detail->line) ? end : detail->line;
}

/* Scrolls so that the selected link is in sight, whole where it can be. */
static void show(struct detail *detail)
{
    uint32_t rows = rows_of(detail), end = link_end(detail);
    if (end >= detail->top + rows)
        detail->top = end - rows + 1;
    if (detail->line < detail->top)
        detail->top = detail->line;
}

/* The same after a leap: in the middle. */
static void show_leap(struct detail *detail)
{
    uint32_t rows = rows_of(detail);
    if (detail->line < detail->top || link_end(detail) >= detail->top + rows)
        detail->top = detail->line > rows / 2 ? detail->line - rows / 2 : 0;
}

/* The next line from `from` in the direction that starts a link; NO_IDX when there is none. */
static uint32_t next_link(const struct detail *detail, uint32_t from, int direction)
{
    for (long i = (long)from + direction; i >= 0 && i < (long)detail->lines.count; i += direction)
        if (starts_link(detail, (uint32_t)i))
            return (uint32_t)i;
    return NO_IDX;
}

/* The first link, or the one of a thing that one comes from. */
static void select_first(struct detail *detail, struct link from)
{
    uint32_t found = anchor_find(&detail->lines, (struct anchor){ .link = from }, NO_IDX);
    if (found != NO_IDX) {
        detail->line = found;
        show_leap(detail);
        return;
    }
    uint32_t first = starts_link(detail, 0) ? 0 : next_link(detail, 0, 1);
    if (first == NO_IDX)
        return;
    detail->line = first;
    show(detail);
}

static void scroll_by(struct detail *detail, long delta)
{
    long top = (long)detail->top + delta, last = (long)last_top(detail);
    detail->top = top < 0 ? 0 : top > last ? (uint32_t)last : (uint32_t)top;
}

/* What the pane to the left selects. */
static struct link subject_of(const struct app *app, const struct pane *pane)
{
    const struct pane *left = app_left_of(app, pane);
    return left ? pane_subject(app, left) : (struct link){ 0 };
}

/* Makes the lines when they are not made yet. Returns whether it did. */
static bool make(struct app *app, struct pane *pane)
{
    struct detail *detail = pane->state;
    struct link subject = subject_of(app, pane);
    bool same = link_equal(subject, detail->subject), beside = pane_tree_stands_beside(app, subject);
    if (detail->made && same && detail->area.cols == pane->area.cols && detail->area.rows == pane->area.rows &&
        detail->beside == beside && detail->changes == app->changes &&
        detail->lines.ambiguous_cols == app->ambiguous_cols)
        return false;
    /* Made anew at another width, or unfolded: the same link stays selected. */
    struct anchor selected = same ? anchor_at(&detail->lines, detail->line) : (struct anchor){ 0 };
    lines_fini(&detail->lines);
    lines_init(&detail->lines, app->ambiguous_cols);
    detail->subject = subject;
    detail->changes = app->changes;
    detail->beside = beside;
    detail->made = true;
    page_lines_late(app, subject, pane->area.cols, &detail->lines);
    if (!same)
        detail->line = detail->top = 0;
    detail->line = anchor_find(&detail->lines, selected, detail->line);
    return true;
}

static void go_to_spot(struct detail *detail)
{
    const struct spot *spot = &detail->to_spot;
    if (spot->subject.kind && link_equal(spot->subject, detail->subject)) {
        detail->line =
            anchor_find(&detail->lines, spot->anchor, spot->line < detail->lines.count ? spot->line : detail->line);
        detail->top = spot->top;
    }
    detail->to_spot = (struct spot){ 0 };
}

/* The pane to the right of one, if it is on the screen. */
static const struct pane *right_of(const struct app *app, const struct pane *pane)
{
    int nth = app_nth_of(app, app_view(app), pane);
    const struct pane *right = nth < 0 ? NULL : app_pane_of(app, app_view(app), (unsigned)nth + 1);
    return right && right->area.rows > 0 ? right : NULL;
}

/* The third pane follows the second, and marks in its text what that is about. */
static struct link followed(const struct app *app, const struct pane *pane)
{
    const struct pane *left = app_left_of(app, pane), *first = left ? app_left_of(app, left) : NULL;
    return first ? pane_subject(app, first) : (struct link){ 0 };
}

static void follow(const struct app *app, const struct pane *pane, bool made)
{
    struct detail *detail = pane->state;
    struct link from = followed(app, pane);
    if ((made || !link_equal(from, detail->from)) && from.kind && !app_has_keys(app, pane) && !detail->to_first)
        select_first(detail, from);
    detail->from = from;
}

static void settle(struct app *app, struct pane *pane)
{
    struct detail *detail = pane->state;
    bool made = make(app, pane);
    bool moved = made || detail->to_spot.subject.kind || detail->area.rows != pane->area.rows;
    detail->area = pane->area;
    if (detail->to_spot.subject.kind)
        go_to_spot(detail);
    bool has_keys = app_has_keys(app, pane);
    if (detail->to_first || (has_keys && !starts_link(detail, detail->line)))
        select_first(detail, detail->to_first ? detail->to_link : (struct link){ 0 });
    detail->to_first = false;
    follow(app, pane, made);
    /* What another pane follows is selected, too; the text stays where it is. */
    if (!has_keys && right_of(app, pane) && !starts_link(detail, detail->line)) {
        uint32_t next = next_link(detail, detail->line, 1);
        detail->line = next == NO_IDX ? detail->line : next;
    }
    if (has_keys && moved)
        show(detail);
    scroll_by(detail, 0);
    page_fill(app, detail->subject, detail->area.cols, &detail->lines, detail->top, detail->top + rows_of(detail));
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct detail *detail = pane->state;
    struct area area = pane->area;
    bool has_keys = app_has_keys(app, pane), followed_or_follows = right_of(app, pane) || followed(app, pane).kind;
    uint32_t selected = has_keys || followed_or_follows ? detail->line : NO_IDX;
    enum style style = has_keys ? STYLE_FOCUS : STYLE_SELECTED;
    blit_lines(&detail->lines, grid, area, detail->top, selected, style);
    marks_draw_lines(app, &detail->lines, grid, area, detail->top, selected, style);
    if (detail->top == 0)
        marks_draw(app, grid, area.row, area.col, detail->subject, STYLE_KEY);
    scroll_thumb(grid, area, area.col + area.cols - 1, detail->top, (uint32_t)detail->lines.count);
}

static struct link subject_at(const struct app *app, const struct pane *pane)
{
    const struct detail *detail = pane->state;
    (void)app;
    return detail->line < detail->lines.count ? detail->lines.lines[detail->line].link : (struct link){ 0 };
}

static void enter(struct app *app, struct pane *pane, struct link from)
{
    struct detail *detail = pane->state;
    (void)app;
    detail->to_first = true;
    detail->to_link = from;
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    const struct detail *detail = pane->state;
    (void)app;
    *spot = detail->to_spot;
    if (spot->subject.kind == LINK_NONE)
        *spot = (struct spot){ .subject = detail->subject,
                               .anchor = anchor_at(&detail->lines, detail->line),
                               .line = detail->line,
                               .top = detail->top };
}

static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct detail *detail = pane->state;
    struct spot spot;
    remember(app, pane, &spot);
    spot.subject = again_link(again, spot.subject);
    spot.anchor.link = again_link(again, spot.anchor.link);
    lines_fini(&detail->lines); /* its links are the old breakdown's */
    *detail = (struct detail){ .to_spot = spot };
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    struct detail *detail = pane->state;
    (void)app;
    if (shown)
        detail->to_spot = *spot;
}

/* Steps to the next link where it is in sight, else scrolls a line nearer: nothing between two links is skipped. */
static void step(struct detail *detail, int direction)
{
    uint32_t rows = rows_of(detail), next = next_link(detail, detail->line, direction);
    if (next != NO_IDX && next >= detail->top && next < detail->top + rows) {
        detail->line = next;
        show(detail);
        return;
    }
    uint32_t before = detail->top;
    scroll_by(detail, direction);
    if (next != NO_IDX && (before == detail->top || (next >= detail->top && next < detail->top + rows)))
        detail->line = next;
}

/* After a jump of the view: the first or last link in sight. */
static void select_in_sight(struct detail *detail, bool first)
{
    uint32_t end = detail->top + rows_of(detail), found = NO_IDX;
    for (uint32_t i = detail->top; i < end && i < detail->lines.count; i++)
        if (starts_link(detail, i)) {
            found = i;
            if (first)
                break;
        }
    if (found != NO_IDX)
        detail->line = found;
}

static bool move(struct detail *detail, enum action action)
{
    int delta = scroll_delta(action, (int)rows_of(detail));
    bool down = delta > 0 || action == ACTION_END;
    if (action == ACTION_UP || action == ACTION_DOWN) {
        step(detail, delta);
        return true;
    }
    if (!delta && action != ACTION_HOME && action != ACTION_END)
        return false;
    scroll_by(detail, delta ? delta : down ? (long)detail->lines.count : -(long)detail->top);
    select_in_sight(detail, !down || (delta && detail->top < last_top(detail)));
    return true;
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct link link = subject_at(app, pane);
    struct detail *detail = pane->state;
    (void)reaction;
    switch (action) {
    case ACTION_ENTER:
        /* What stands to the right already is gone into. */
        if (right_of(app, pane) && app_next_pane(app))
            go_right(app);
        else
            go_link_from(app, link, link.kind == LINK_UNIT ? 1 : 0, detail->subject);
        return true;
    case ACTION_LEFT:
        go_left(app);
        return true;
    case ACTION_RIGHT:
        go_right(app);
        return true;
    case ACTION_MARK_ALL:
        marks_lines(app, &detail->lines);
        return true;
    default:
        return move(detail, action);
    }
}

static enum pointed point(struct app *app, struct pane *pane, int row, int col)
{
    struct detail *detail = pane->state;
    uint32_t at = detail->top + (uint32_t)row;
    (void)col;
    if (at >= detail->lines.count)
        return POINTED_NOTHING;
    while (at > 0 && detail->lines.lines[at].link.kind && !starts_link(detail, at))
        at--;
    if (!starts_link(detail, at))
        return POINTED_NOTHING;
    if (app_has_keys(app, pane) && detail->line == at)
        return POINTED_AGAIN;
    if (app_view(app)->focus == 0)
        history_remember(app);
    detail->line = at;
    return POINTED_OTHER;
}

/* The text moves, the cursor does not. */
static void wheel(struct app *app, struct pane *pane, int rows)
{
    (void)app;
    scroll_by(pane->state, rows);
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    struct link link = subject_at(app, pane);
    if (link.kind != LINK_NONE)
        hints_first(hints, ACTION_ENTER, link.kind == LINK_UNIT ? _("看单位页") : _("看任务"));
}

/* Of the task or the section to its left, of a unit, and of a change in both years. */
#define DETAIL_OPS(name_, context_)                                                                                    \
    {                                                                                                                  \
        .name = (name_), .context = (context_), .state_bytes = sizeof(struct detail), .fini = fini, .reload = reload,  \
        .settle = settle, .draw = draw, .subject = subject_at, .enter = enter, .act = act, .point = point,             \
        .wheel = wheel, .remember = remember, .restore = restore, .hints = hints                                       \
    }
const struct pane_ops pane_task = DETAIL_OPS("task", CONTEXT_TASK);
const struct pane_ops pane_unit = DETAIL_OPS("unit", CONTEXT_PAGE);
const struct pane_ops pane_change = DETAIL_OPS("change", CONTEXT_COMPARE);
