/* SPDX-License-Identifier: MIT */
#include "ui/pane_tree.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/layout.h"
#include "ui/pane_stats.h"
#include "ui/panes.h"
#include "ui/trail.h"
#include "ui/tree_draw.h"
#include "ui/tree_filter.h"

enum { FOLD_MARK_COLS = 4 };

static struct tree *tree_of(const struct app *app)
{
    return &((struct tree_pane *)panes_get(app, &pane_tree)->state)->tree;
}

static void init(struct app *app, struct pane *pane)
{
    tree_init(&((struct tree_pane *)pane->state)->tree, app->b);
}

static void fini(struct pane *pane)
{
    struct tree_pane *state = pane->state;
    tree_fini(&state->tree);
    free(state->filter_before);
}

static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    struct tree_pane *state = pane->state;
    const struct breakdown *now = app->b, *old = again_old(again);
    struct tree before = state->tree, *tree = &state->tree;
    struct link selected = again_link(again, tree_selected(&before));
    /* The selected row stays where it is on the screen, so that nothing seems to move. */
    uint32_t below_top = before.scroll.cursor - before.scroll.top;
    state->before = again_link(again, state->before);
    tree_init(tree, now);
    for (uint32_t s = 0; s < now->sections_count; s++)
        tree->folded_sections[s] = true;
    for (uint32_t s = 0; s < old->sections_count; s++) {
        struct link section = again_link(again, link_to(LINK_SECTION, s));
        if (section.kind)
            tree->folded_sections[section.idx] = before.folded_sections[s];
    }
    for (uint32_t v = 0; v < old->volumes_count && v < now->volumes_count; v++)
        tree->folded_volumes[v] = before.folded_volumes[v];
    tree_rebuild(tree, now, app->filtered.matches);
    if (selected.kind)
        tree_select(tree, now, app->filtered.matches, selected);
    tree->scroll.top = tree->scroll.cursor > below_top ? tree->scroll.cursor - below_top : 0;
    tree_fini(&before);
}

static int filter_rows(const struct app *app)
{
    return app->filtered.matches || prompt_is(app, &tree_filter);
}

static int list_rows(const struct app *app, const struct pane *pane)
{
    return area_below(pane->area, filter_rows(app)).rows;
}

static void settle(struct app *app, struct pane *pane)
{
    struct tree *tree = tree_of(app);
    scroll_fit(&tree->scroll, tree->count, list_rows(app, pane));
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    int filter = filter_rows(app);
    if (filter)
        tree_draw_filter(app, grid, pane->area, prompt_is(app, &tree_filter));
    /* While something is typed elsewhere the tree has not got the keys. */
    bool typing_below = app->prompting.prompt && app->prompting.prompt->label;
    tree_draw_rows(app, tree_of(app), grid, area_below(pane->area, filter),
                   app_has_keys(app, pane) && !typing_below ? STYLE_FOCUS : STYLE_SELECTED);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    (void)pane;
    return tree_selected(tree_of(app));
}

static bool go(struct app *app, struct pane *pane, struct link link)
{
    struct tree *tree = &((struct tree_pane *)pane->state)->tree;
    if (link.kind != LINK_TASK && link.kind != LINK_SECTION && link.kind != LINK_VOLUME)
        return false;
    if (!tree_select(tree, app->b, app->filtered.matches, link) && app->filtered.matches) {
        filtered_set(app, TEXT(""));
        tree_select(tree, app->b, NULL, link);
        app_say(app, false, _("筛选里没有这一项，已清除筛选"));
    }
    return true;
}

/* Opens a heading and moves what it opens into sight, as far as there is room, but never the heading out of it. */
static void unfold(struct app *app, struct pane *pane, struct link link)
{
    struct tree *tree = tree_of(app);
    struct scroll *scroll = &tree->scroll;
    uint32_t rows = (uint32_t)pane->area.rows;
    uint32_t opened =
        link.kind == LINK_SECTION ? app->b->sections[link.idx].tasks.count : app->b->volumes[link.idx].sections.count;
    tree_fold(tree, link, false);
    tree_rebuild(tree, app->b, app->filtered.matches);
    if (scroll->cursor + opened >= scroll->top + rows)
        scroll->top = opened < rows ? scroll->cursor + opened + 1 - rows : scroll->cursor;
}

static void fold(struct app *app, struct link link)
{
    tree_fold(tree_of(app), link, true);
    pane_tree_rebuild(app);
}

static bool act_on_row(struct app *app, struct pane *pane, enum action action)
{
    struct tree *tree = tree_of(app);
    struct link link = tree_selected(tree);
    bool heading = link.kind == LINK_SECTION || link.kind == LINK_VOLUME;
    /* What a filter found is all there; nothing of it can be folded away. */
    bool folds = heading && !app->filtered.matches, folded = tree_is_folded(tree, link);
    if ((action == ACTION_ENTER || action == ACTION_RIGHT) && folds && folded)
        unfold(app, pane, link);
    else if (action == ACTION_RIGHT || (action == ACTION_ENTER && !folds))
        go_right(app);
    else if (folds && !folded)
        fold(app, link);
    else if (action == ACTION_LEFT && link.kind == LINK_TASK)
        tree_select(tree, app->b, app->filtered.matches, link_to(LINK_SECTION, app->b->tasks[link.idx].section_idx));
    return true;
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct tree *tree = tree_of(app);
    (void)reaction;
    switch (action) {
    case ACTION_ENTER:
    case ACTION_RIGHT:
    case ACTION_LEFT:
        return act_on_row(app, pane, action);
    case ACTION_FOLD_ALL:
    case ACTION_UNFOLD_ALL:
        tree_fold_all(tree, app->b, action == ACTION_FOLD_ALL);
        pane->focus = 0;
        pane_tree_rebuild(app);
        return true;
    case ACTION_MARK_ALL:
        marks_filtered(app);
        return true;
    case ACTION_BACK:
        if (!app->filtered.matches || pane_stats_leads_back(app))
            return false;
        /* What was found stays selected, among its neighbours now. */
        struct link found = tree_selected(tree);
        filtered_set(app, TEXT(""));
        tree_select(tree, app->b, NULL, found);
        return true;
    default:
        return scroll_act(&tree->scroll, action, tree->count, list_rows(app, pane));
    }
}

static enum pointed point(struct app *app, struct pane *pane, int row, int col)
{
    struct tree *tree = tree_of(app);
    enum pointed met = scroll_point(&tree->scroll, row - filter_rows(app), tree->count);
    (void)pane;
    return met && tree_selected(tree).kind != LINK_TASK && col < FOLD_MARK_COLS ? POINTED_OPENS : met;
}

static void remember(const struct app *app, const struct pane *pane, struct spot *spot)
{
    spot->subject = subject(app, pane);
}

static void restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown)
{
    (void)pane;
    if (shown)
        tree_select(tree_of(app), app->b, app->filtered.matches, spot->subject);
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct tree *tree = tree_of(app);
    trail_put(app, subject(app, pane), out);
    /* A task's pane says which of the leader's tasks it is; the place in a list that is not in sight says nothing. */
    if (tree->count && !app_stands_alone(app) && subject(app, pane).kind != LINK_TASK)
        buf_printf(out, "  %u/%u", tree->scroll.cursor + 1, tree->count);
    /* The third pane is about what the second selects. */
    if (pane->focus == 2)
        trail_step(app, pane_subject(app, app_pane_of(app, pane, 1)), out);
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    struct link link = subject(app, pane);
    hints_first(hints, ACTION_ENTER,
                link.kind == LINK_TASK               ? _("看单位")
                : app->filtered.matches              ? _("打开")
                : tree_is_folded(tree_of(app), link) ? _("展开")
                                                     : _("折叠"));
    if (app->filtered.matches && !pane_stats_leads_back(app))
        hints->back = _("取消筛选");
}

const struct pane_ops pane_tree = {
    .name = "tree",
    .title = N_("领导"),
    .shown_by = ACTION_LEADERS,
    .context = CONTEXT_TREE,
    .state_bytes = sizeof(struct tree_pane),
    .beside = { &pane_task, &pane_unit },
    .beside_cols = LAYOUT_BESIDE_COLS,
    .init = init,
    .fini = fini,
    .reload = reload,
    .settle = settle,
    .draw = draw,
    .subject = subject,
    .go = go,
    .act = act,
    .point = point,
    .remember = remember,
    .restore = restore,
    .trail = trail,
    .hints = hints,
};

void pane_tree_rebuild(struct app *app)
{
    tree_rebuild(tree_of(app), app->b, app->filtered.matches);
}

void pane_tree_open(struct app *app, uint32_t section_idx)
{
    struct tree *tree = tree_of(app);
    tree_fold(tree, link_to(LINK_SECTION, section_idx), false);
    tree_select(tree, app->b, app->filtered.matches, link_to(LINK_SECTION, section_idx));
}

void pane_tree_fold(struct app *app, struct link link)
{
    tree_fold(tree_of(app), link, true);
}

bool pane_tree_is_folded(const struct app *app, struct link link)
{
    return tree_is_folded(tree_of(app), link);
}

bool pane_tree_stands_beside(const struct app *app, struct link link)
{
    return link.kind == LINK_SECTION && panes_get(app, &pane_tree)->area.rows > 0 && !app->filtered.matches &&
           !pane_tree_is_folded(app, link);
}

void pane_tree_next_match(struct app *app, int direction)
{
    struct tree *tree = tree_of(app);
    if (!app->filtered.matches) {
        app_say(app, false, _("还没有筛选：按 %s 输入文字"), app_key(app, ACTION_FILTER));
        return;
    }
    go_view(app, panes_get(app, &pane_tree));
    for (uint32_t step = 1; step <= tree->count; step++) {
        long at = ((long)tree->scroll.cursor + direction * (long)step) % (long)tree->count;
        uint32_t row = (uint32_t)(at < 0 ? at + (long)tree->count : at);
        if (tree->rows[row].link.kind != LINK_TASK)
            continue;
        bool wrapped = direction > 0 ? row < tree->scroll.cursor : row > tree->scroll.cursor;
        tree->scroll.cursor = row;
        if (wrapped)
            app_notice(app, text_of(direction > 0 ? _("到末尾了，从头再找") : _("到开头了，从末尾再找")), false);
        return;
    }
}

void pane_tree_first_match(struct app *app)
{
    struct tree *tree = tree_of(app);
    for (uint32_t row = 0; row < tree->count; row++)
        if (tree->rows[row].link.kind == LINK_TASK) {
            tree->scroll.cursor = row;
            return;
        }
}
