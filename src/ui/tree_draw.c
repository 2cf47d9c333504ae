/* SPDX-License-Identifier: MIT */
#include "ui/tree_draw.h"

#include "base/i18n.h"
#include "search/filter.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/glyph.h"
#include "ui/say.h"

enum { LEADER_COLS = 8, NO_COLS = 4 };

static void draw_fold_mark(const struct app *app, const struct tree *tree, struct grid *grid, int row, int col,
                           struct link link)
{
    bool folded = !app->filtered.matches && tree_is_folded(tree, link);
    grid_fill(grid, row, col, 2, STYLE_DIM);
    grid_text(grid, row, col, 1, glyph_text(grid, folded ? GLYPH_FOLDED : GLYPH_OPEN), STYLE_DIM);
}

static void draw_section(const struct app *app, struct grid *grid, struct area row, const struct section *section)
{
    const bool *matches = app->filtered.matches;
    struct buf buf = { 0 };
    uint32_t matching = 0;
    for (uint32_t t = 0; matches && t < section->tasks.count; t++)
        matching += matches[section->tasks.from + t];
    struct text count =
        matches ? say(&buf, "%u/%u", matching, section->tasks.count) : say(&buf, "%u", section->tasks.count);
    int count_cols = width_cols(count, grid->ambiguous_cols), room = row.cols - count_cols - 2;
    if (section->kind == SECTION_LEADER) {
        int name = grid_clip(grid, row.row, row.col, room, section->leader, STYLE_TITLE);
        int next = name < LEADER_COLS - 1 ? LEADER_COLS : name + 1;
        if (room > next)
            grid_clip(grid, row.row, row.col + next, room - next, section->title, STYLE_NORMAL);
    } else {
        grid_clip(grid, row.row, row.col, room, section->heading, STYLE_TITLE);
    }
    grid_text(grid, row.row, row.col + row.cols - count_cols - 1, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
}

/* Its title with what the filter matched in it. */
static void draw_task(const struct app *app, struct grid *grid, struct area row, const struct task *task)
{
    struct buf buf = { 0 };
    struct text no = say(&buf, "%*d", NO_COLS, task->no), title = task_title(app->b, task);
    int at = grid_text(grid, row.row, row.col, (int)no.bytes, no, STYLE_NORMAL) + 1, room = row.cols - at - 1;
    struct stretch stretches[8];
    uint32_t count = app->filtered.matches ? filter_stretches(app->filter, title, stretches, 8) : 0;
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    lines_start(&lines, (struct link){ 0 });
    lines_clip_marked(&lines, title, room, STYLE_NORMAL, stretches, count);
    blit_line(&lines, grid, row.row, row.col + at, room);
    lines_fini(&lines);
    buf_fini(&buf);
}

static void draw_row(const struct app *app, const struct tree *tree, struct grid *grid, struct area row,
                     const struct tree_row *it)
{
    int indent = 2 * it->depth;
    row.col += indent;
    row.cols -= indent;
    if (it->link.kind == LINK_TASK) {
        draw_task(app, grid, row, &app->b->tasks[it->link.idx]);
        return;
    }
    draw_fold_mark(app, tree, grid, row.row, row.col + 1, it->link);
    row.col += 3;
    row.cols -= 3;
    if (it->link.kind == LINK_VOLUME)
        grid_clip(grid, row.row, row.col, row.cols - 1, app->b->volumes[it->link.idx].title, STYLE_TITLE);
    else
        draw_section(app, grid, row, &app->b->sections[it->link.idx]);
}

void tree_draw_filter(const struct app *app, struct grid *grid, struct area area, bool typing)
{
    const struct filtered *filtered = &app->filtered;
    struct buf buf = { 0 };
    struct text label = text_of(_("筛选: "));
    struct text count = say(&buf, " %u%s/%u ", filtered->matches ? filtered->count : app->b->tasks_count,
                            app->prompting.asking.matches ? "…" : "", app->b->tasks_count);
    int count_cols = width_cols(count, grid->ambiguous_cols), end = area.col + area.cols;
    int at = area.col + 1 + width_cols(label, grid->ambiguous_cols), room = end - at - count_cols;
    grid_text(grid, area.row, area.col + 1, area.cols - 1, label, STYLE_TITLE);
    if (typing)
        field_draw(&app->prompting.field, grid, area.row, at, room);
    else
        grid_clip(grid, area.row, at, room, filtered_text(app), STYLE_MATCH);
    grid_text(grid, area.row, end - count_cols, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
}

void tree_draw_rows(const struct app *app, const struct tree *tree, struct grid *grid, struct area area,
                    enum style selected)
{
    if (tree->count == 0 && !app->prompting.asking.matches)
        grid_clip(grid, area.row, area.col + 1, area.cols - 1, text_of(_("没有符合的任务")), STYLE_DIM);
    for (int i = 0; i < area.rows && tree->scroll.top + (uint32_t)i < tree->count; i++) {
        uint32_t at = tree->scroll.top + (uint32_t)i;
        draw_row(app, tree, grid, (struct area){ area.row + i, area.col, 1, area.cols }, &tree->rows[at]);
        if (at == tree->scroll.cursor)
            blit_selected(grid, area.row + i, area.col, area.cols, selected);
        marks_draw(app, grid, area.row + i, area.col, tree->rows[at].link,
                   at == tree->scroll.cursor ? selected : STYLE_KEY);
    }
    scroll_thumb(grid, area, area.col + area.cols, tree->scroll.top, tree->count);
}
