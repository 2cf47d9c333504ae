/* SPDX-License-Identifier: MIT */
/* One action in the main views, in help and in the ruler: what it changes, and what the shell must do. */
#include "base/i18n.h"
#include "ui/state.h"

static const struct reaction draw = { .what = REACT_DRAW };

static long page_rows(const struct app *app)
{
    int rows = app_layout(app).body_rows;
    return rows > 2 ? rows - 1 : 1;
}

static long list_delta(const struct app *app, enum action action, uint32_t count)
{
    switch (action) {
    case ACTION_UP:
        return -1;
    case ACTION_DOWN:
        return 1;
    case ACTION_PAGE_UP:
        return -page_rows(app);
    case ACTION_PAGE_DOWN:
        return page_rows(app);
    case ACTION_HOME:
        return -(long)count;
    case ACTION_END:
        return (long)count;
    default:
        return 0;
    }
}

static void focus_right(struct app *app)
{
    if (app_subject(app).kind == LINK_NONE)
        return;
    app_remember(app);
    app->focus = FOCUS_RIGHT;
    detail_make(app, app_layout(app).right_cols);
    if (app->detail.line >= app->detail.lines.count || !app->detail.lines.lines[app->detail.line].link_starts)
        detail_select_first(app);
}

/* Going back to the left undoes the step to the right, if that was the last one. */
static void focus_left(struct app *app)
{
    if (app->back.count) {
        const struct spot *last = &app->back.spots[app->back.count - 1];
        if (last->view == app->view && last->focus == FOCUS_LEFT && link_equal(last->subject, app_subject(app))) {
            app_back(app);
            history_fini(&app->forward);
            return;
        }
    }
    app->focus = FOCUS_LEFT;
}

/* Opens a heading and moves what it opens into sight, as far as there is room, but never the heading out of it. */
static void unfold(struct app *app, struct link link)
{
    struct scroll *scroll = &app->tree.scroll;
    uint32_t rows = (uint32_t)app_layout(app).body_rows;
    uint32_t opened =
        link.kind == LINK_SECTION ? app->b->sections[link.idx].tasks.count : app->b->volumes[link.idx].sections.count;
    tree_fold(&app->tree, link, false);
    tree_rebuild(&app->tree, app->b, app->matches);
    if (scroll->cursor + opened >= scroll->top + rows)
        scroll->top = opened < rows ? scroll->cursor + opened + 1 - rows : scroll->cursor;
}

static void tree_act(struct app *app, enum action action)
{
    struct tree *tree = &app->tree;
    struct link link = tree_selected(tree);
    bool heading = link.kind == LINK_SECTION || link.kind == LINK_VOLUME;
    /* What a filter found is all there; nothing of it can be folded away. */
    bool folds = heading && !app->matches;
    if ((action == ACTION_ENTER || action == ACTION_RIGHT) && folds && tree_is_folded(tree, link)) {
        unfold(app, link);
    } else if (action == ACTION_RIGHT || (action == ACTION_ENTER && !folds)) {
        focus_right(app);
    } else if ((action == ACTION_LEFT || action == ACTION_ENTER) && folds && !tree_is_folded(tree, link)) {
        tree_fold(tree, link, true);
        tree_rebuild(tree, app->b, app->matches);
    } else if (action == ACTION_LEFT && link.kind == LINK_TASK) {
        tree_select(tree, app->b, app->matches, link_to(LINK_SECTION, app->b->tasks[link.idx].section_idx));
    } else {
        scroll_move(&tree->scroll, list_delta(app, action, tree->count), tree->count);
    }
}

static void detail_enter(struct app *app)
{
    const struct detail *detail = &app->detail;
    if (detail->line < detail->lines.count) {
        struct link link = detail->lines.lines[detail->line].link;
        app_go(app, link, link.kind == LINK_UNIT ? FOCUS_RIGHT : FOCUS_LEFT);
    }
}

static void move(struct app *app, enum action action)
{
    if (app->view == VIEW_STATS) {
        stats_make(app); /* the key may have come before they were drawn */
        if (action == ACTION_ENTER) {
            app_go(app, stats_selected(app), FOCUS_LEFT);
        } else if (action == ACTION_LEFT || action == ACTION_RIGHT) {
            app->stats_page =
                (app->stats_page + (action == ACTION_RIGHT ? 1 : STATS_PAGES_COUNT - 1)) % STATS_PAGES_COUNT;
            app->stats_scroll = (struct scroll){ 0 };
            stats_forget(app, (struct anchor){ 0 });
        } else {
            uint32_t count = (uint32_t)app->stats.count;
            long delta = list_delta(app, action, count);
            scroll_move(&app->stats_scroll, delta, count);
            stats_step(app, delta < 0 ? -1 : 1);
        }
    } else if (app->view == VIEW_HELP) {
        scroll_move(&app->help_scroll, list_delta(app, action, app->help_count), app->help_count);
    } else if (app->focus == FOCUS_RIGHT) {
        if (action == ACTION_ENTER)
            detail_enter(app);
        else if (action == ACTION_LEFT)
            focus_left(app);
        else
            detail_act(app, action);
    } else if (app->view == VIEW_LEADERS) {
        tree_act(app, action);
    } else if (action == ACTION_ENTER || action == ACTION_RIGHT) {
        focus_right(app);
    } else {
        scroll_move(&app->units.scroll, list_delta(app, action, app->units.count), app->units.count);
    }
}

/* Esc, in this order: close what lies over, go back, clear what is filtered. */
static void back(struct app *app)
{
    if (app->view > VIEW_STATS) {
        app->view = app->beneath;
        return;
    }
    if (app_back(app))
        return;
    if (app->focus == FOCUS_RIGHT)
        app->focus = FOCUS_LEFT;
    else if (app->view == VIEW_UNITS && app->units.query.bytes) {
        buf_clear(&app->units.query);
        units_rebuild(app);
    } else if (app->matches) {
        /* What was found stays selected, among its neighbours now. */
        struct link found = tree_selected(&app->tree);
        app_set_filter(app, TEXT(""));
        tree_select(&app->tree, app->b, app->matches, found);
    } else
        app_notice(app, text_of(_("已在最外层；按 q 退出")), false);
}

static void next_match(struct app *app, int direction)
{
    if (app->view == VIEW_UNITS && app->units.query.bytes) {
        scroll_move(&app->units.scroll, direction, app->units.count);
        return;
    }
    if (!app->matches) {
        app_notice(app, text_of(_("还没有筛选：按 f 输入文字")), false);
        return;
    }
    app_show(app, VIEW_LEADERS);
    const struct tree *tree = &app->tree;
    for (uint32_t step = 1; step <= tree->count; step++) {
        long at = ((long)tree->scroll.cursor + direction * (long)step) % (long)tree->count;
        uint32_t row = (uint32_t)(at < 0 ? at + (long)tree->count : at);
        if (tree->rows[row].link.kind == LINK_TASK) {
            bool wrapped = direction > 0 ? row < tree->scroll.cursor : row > tree->scroll.cursor;
            app->tree.scroll.cursor = row;
            if (wrapped)
                app_notice(app, text_of(direction > 0 ? _("到末尾了，从头再找") : _("到开头了，从末尾再找")), false);
            detail_make(app, app_layout(app).right_cols);
            if (app->focus == FOCUS_RIGHT)
                detail_select_first(app);
            return;
        }
    }
}

static void sort(struct app *app)
{
    if (app->view == VIEW_STATS) {
        app->stats_sort = (app->stats_sort + 1) % SORTS_COUNT;
        stats_forget(app, anchor_at(&app->stats, app->stats_scroll.cursor));
    } else if (app->units.query.bytes == 0) {
        uint32_t selected = units_selected(app);
        app->units.sort = (app->units.sort + 1) % SORTS_COUNT;
        units_rebuild(app);
        units_select(app, selected);
    } else {
        app_notice(app, text_of(_("查找结果以最相近的居前")), false);
    }
}

static void next_pane(struct app *app)
{
    if (app->view == VIEW_STATS)
        move(app, ACTION_RIGHT);
    else if (app->focus == FOCUS_LEFT)
        focus_right(app);
    else
        focus_left(app);
}

static void fold_all(struct app *app, bool fold)
{
    tree_fold_all(&app->tree, app->b, fold);
    app->focus = FOCUS_LEFT;
    tree_rebuild(&app->tree, app->b, app->matches);
}

/* Actions that only change what is shown. */
static void change(struct app *app, enum action action)
{
    switch (action) {
    case ACTION_SEARCH:
        app_field_open(app, app->view == VIEW_HELP ? FIELD_HELP : FIELD_SEARCH, TEXT(""));
        break;
    case ACTION_FILTER:
        app_field_open(app, FIELD_FILTER, text_composed(buf_view(&app->filter_text)));
        break;
    case ACTION_GOTO:
        app_field_open(app, FIELD_GOTO, TEXT(""));
        break;
    case ACTION_NEXT_PANE:
        next_pane(app);
        break;
    case ACTION_DETAIL_DOWN:
    case ACTION_DETAIL_UP:
        detail_make(app, app_layout(app).right_cols);
        detail_scroll(app, action == ACTION_DETAIL_DOWN ? 1 : -1);
        break;
    case ACTION_NEXT_MATCH:
    case ACTION_PREV_MATCH:
        next_match(app, action == ACTION_NEXT_MATCH ? 1 : -1);
        break;
    case ACTION_FOLD_ALL:
    case ACTION_UNFOLD_ALL:
        fold_all(app, action == ACTION_FOLD_ALL);
        break;
    case ACTION_SORT:
        sort(app);
        break;
    case ACTION_PRINT:
        print_open(app);
        break;
    case ACTION_BACK:
        back(app);
        break;
    case ACTION_HISTORY_BACK:
        app_back(app);
        break;
    case ACTION_FORWARD:
        app_forward(app);
        break;
    default:
        move(app, action);
    }
}

/* The views have keys of their own; false when the action is none of these. */
static bool show_view(struct app *app, enum action action)
{
    static const struct {
        enum action action;
        enum view view;
    } views[] = { { ACTION_LEADERS, VIEW_LEADERS },
                  { ACTION_UNITS, VIEW_UNITS },
                  { ACTION_STATS, VIEW_STATS },
                  { ACTION_HELP, VIEW_HELP },
                  { ACTION_AMBIGUOUS, VIEW_RULER } };
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (views[i].action == action) {
            app_show(app, views[i].view);
            return true;
        }
    return false;
}

struct reaction app_act(struct app *app, enum action action)
{
    switch (action) {
    case ACTION_NONE:
        return (struct reaction){ 0 };
    case ACTION_COPY:
    case ACTION_COPY_SHEET:
    case ACTION_PLAIN:
        return app_copy(app, action);
    case ACTION_MOUSE:
        app->mouse = !app->mouse;
        app_notice(app, text_of(app->mouse ? _("鼠标已开；再按 m 关闭") : _("鼠标已关")), false);
        return (struct reaction){ .what = REACT_DRAW | REACT_MOUSE };
    case ACTION_RELOAD:
        return (struct reaction){ .what = REACT_DRAW | REACT_RELOAD };
    case ACTION_REDRAW:
        return (struct reaction){ .what = REACT_DRAW | REACT_REPAINT };
    case ACTION_SUSPEND:
        return (struct reaction){ .what = REACT_SUSPEND | REACT_REPAINT | REACT_DRAW };
    case ACTION_QUIT:
        return (struct reaction){ .what = REACT_QUIT };
    default:
        break;
    }
    if (show_view(app, action))
        return draw;
    /* The space bar turns the page, but where there is something to choose with it. */
    if (action == ACTION_SPACE && (app->view != VIEW_PRINT || app->print.preview))
        action = ACTION_PAGE_DOWN;
    if (app->view == VIEW_PRINT)
        return print_act(app, action);
    change(app, action);
    return draw;
}
