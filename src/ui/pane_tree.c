/* SPDX-License-Identifier: MIT */
/* The leader tree, with the filter above it while there is one. */
#include "base/i18n.h"
#include "text/width.h"
#include "ui/state.h"

enum { LEADER_COLS = 8, NO_COLS = 4 };

static void draw_section(const struct app *app, struct grid *grid, int row, int col, int cols, uint32_t section_idx,
                         const struct tree_row *tree_row)
{
    const struct section *section = &app->b->sections[section_idx];
    bool folded = !app->matches && tree_is_folded(&app->tree, tree_row->link);
    struct buf buf = { 0 };
    int at = col + 1 + 2 * tree_row->depth, end = col + cols;
    uint32_t matching = 0;
    for (uint32_t t = 0; app->matches && t < section->tasks.count; t++)
        matching += app->matches[section->tasks.from + t];
    struct text count =
        app->matches ? say(&buf, "%u/%u", matching, section->tasks.count) : say(&buf, "%u", section->tasks.count);
    int count_cols = width_cols(count, grid->ambiguous_cols);
    grid_text(grid, row, at, 1, glyph_text(grid, folded ? GLYPH_FOLDED : GLYPH_OPEN), STYLE_DIM);
    at += 2;
    int room = end - at - count_cols - 2;
    if (section->kind == SECTION_LEADER) {
        int name = grid_clip(grid, row, at, room, section->leader, STYLE_TITLE);
        int next = name < LEADER_COLS - 1 ? LEADER_COLS : name + 1;
        if (room > next)
            grid_clip(grid, row, at + next, room - next, section->title, STYLE_NORMAL);
    } else {
        grid_clip(grid, row, at, room, section->heading, STYLE_TITLE);
    }
    grid_text(grid, row, end - count_cols - 1, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
}

/* A row's title with what the filter matched in it. */
static void draw_title(const struct app *app, struct grid *grid, int row, int at, int room, struct text title)
{
    struct stretch stretches[8];
    uint32_t count = app->matches ? filter_stretches(app->filter, title, stretches, 8) : 0;
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    lines_start(&lines, (struct link){ 0 });
    lines_run_clipped(&lines, title, room, STYLE_NORMAL, stretches, count);
    lines_draw(&lines, grid, row, 1, at, room, 0, NO_IDX, STYLE_NORMAL);
    lines_fini(&lines);
}

static void draw_task(const struct app *app, struct grid *grid, int row, int col, int cols, uint32_t task_idx,
                      int depth)
{
    const struct task *task = &app->b->tasks[task_idx];
    struct buf buf = { 0 };
    int at = col + 2 * depth;
    struct text no = say(&buf, "%*d", NO_COLS, task->no);
    at += grid_text(grid, row, at, (int)no.bytes, no, STYLE_NORMAL) + 1;
    draw_title(app, grid, row, at, col + cols - at - 1, task_title(app->b, task));
    buf_fini(&buf);
}

static void draw_row(const struct app *app, struct grid *grid, int row, int col, int cols, const struct tree_row *tr)
{
    if (tr->link.kind == LINK_VOLUME) {
        bool folded = !app->matches && tree_is_folded(&app->tree, tr->link);
        grid_text(grid, row, col + 1, 1, glyph_text(grid, folded ? GLYPH_FOLDED : GLYPH_OPEN), STYLE_DIM);
        grid_clip(grid, row, col + 3, cols - 4, app->b->volumes[tr->link.idx].title, STYLE_TITLE);
    } else if (tr->link.kind == LINK_SECTION) {
        draw_section(app, grid, row, col, cols, tr->link.idx, tr);
    } else {
        draw_task(app, grid, row, col, cols, tr->link.idx, tr->depth);
    }
}

static bool has_filter(const struct app *app)
{
    return app->field_use == FIELD_FILTER || app->matches;
}

/* "筛选: 数字化▏ 12/193". Returns the rows it took. */
static int draw_filter(const struct app *app, struct grid *grid, int row, int col, int cols)
{
    bool typing = app->field_use == FIELD_FILTER;
    if (!has_filter(app))
        return 0;
    struct buf buf = { 0 };
    struct text label = text_of(_("筛选: "));
    int label_cols = width_cols(label, grid->ambiguous_cols);
    struct text count =
        say(&buf, " %u/%u ", app->matches ? app->matches_count : app->b->tasks_count, app->b->tasks_count);
    int count_cols = width_cols(count, grid->ambiguous_cols);
    grid_text(grid, row, col + 1, cols - 1, label, STYLE_TITLE);
    int at = col + 1 + label_cols, room = col + cols - at - count_cols;
    if (typing)
        field_draw(&app->field, grid, row, at, room);
    else
        grid_clip(grid, row, at, room, text_composed(buf_view(&app->filter_text)), STYLE_MATCH);
    grid_text(grid, row, col + cols - count_cols, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
    return 1;
}

void pane_tree_settle(struct app *app, int rows)
{
    scroll_fit(&app->tree.scroll, app->tree.count, rows - has_filter(app));
}

void pane_tree_draw(const struct app *app, struct grid *grid, int row, int rows, int col, int cols)
{
    int used = draw_filter(app, grid, row, col, cols);
    row += used;
    rows -= used;
    const struct tree *tree = &app->tree;
    if (tree->count == 0)
        grid_clip(grid, row, col + 1, cols - 1, text_of(_("没有符合的任务")), STYLE_DIM);
    for (int i = 0; i < rows && tree->scroll.top + (uint32_t)i < tree->count; i++) {
        uint32_t at = tree->scroll.top + (uint32_t)i;
        draw_row(app, grid, row + i, col, cols, &tree->rows[at]);
        if (at == tree->scroll.cursor) {
            bool focused = app->focus == FOCUS_LEFT && app->field_use != FIELD_GOTO;
            grid_restyle(grid, row + i, col, cols, focused ? STYLE_FOCUS : STYLE_SELECTED);
            grid_text(grid, row + i, col, 1, glyph_text(grid, GLYPH_FOCUS), focused ? STYLE_FOCUS : STYLE_SELECTED);
        }
    }
    scroll_thumb(grid, row, rows, col + cols, tree->scroll.top, tree->count, glyph_text(grid, GLYPH_THUMB));
}
