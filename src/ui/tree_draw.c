/* SPDX-License-Identifier: MIT */
#include "ui/tree_draw.h"

#include "base/i18n.h"
#include "search/filter.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/glyph.h"
#include "ui/rows.h"
#include "ui/say.h"

enum { LEADER_COLS = 8, NO_COLS = 4 };

static void put_section(const struct app *app, const struct section *section, int cols, struct lines *lines)
{
    const bool *matches = app->filtered.matches;
    uint32_t matching = 0;
    for (uint32_t t = 0; matches && t < section->tasks.count; t++)
        matching += matches[section->tasks.from + t];
    struct text count = matches ? lines_printf(lines, "%u/%u", matching, section->tasks.count)
                                : lines_printf(lines, "%u", section->tasks.count);
    int from = lines_col(lines), end = cols - 2 - width_cols(count, lines->ambiguous_cols);
    bool leader = section->kind == SECTION_LEADER;
    lines_clip(lines, leader ? section->leader : section->heading, end - from, STYLE_TITLE);
    int next = lines_col(lines) < from + LEADER_COLS ? from + LEADER_COLS : lines_col(lines) + 1;
    if (leader && next < end) {
        lines_tab(lines, next);
        lines_clip(lines, section->title, end - next, STYLE_NORMAL);
    }
    lines_run_to(lines, cols - 1, count, STYLE_DIM);
}

/* Its title with what the filter matched in it. */
static void put_task(const struct app *app, const struct task *task, int cols, struct lines *lines)
{
    enum { STRETCHES_MAX = 8 };
    struct text title = task_title(app->b, task);
    struct stretch stretches[STRETCHES_MAX];
    uint32_t count = app->filtered.matches ? filter_stretches(app->filter, title, stretches, STRETCHES_MAX) : 0;
    lines_run(lines, lines_printf(lines, "%*d", NO_COLS, task->no), STYLE_NORMAL);
    lines_tab(lines, lines_col(lines) + 1);
    lines_clip_marked(lines, title, cols - 1 - lines_col(lines), STYLE_NORMAL, stretches, count);
}

static void put_row(const struct app *app, const struct tree *tree, const struct tree_row *row, int cols,
                    struct lines *lines)
{
    const struct breakdown *b = app->b;
    int col = 2 * row->depth;
    lines_row(lines, row->link, col);
    if (row->link.kind == LINK_TASK) {
        put_task(app, &b->tasks[row->link.idx], cols, lines);
        return;
    }
    bool folded = !app->filtered.matches && tree_is_folded(tree, row->link);
    lines_tab(lines, col + 1);
    lines_run(lines, glyph_of(folded ? GLYPH_FOLDED : GLYPH_OPEN, app->ambiguous_cols, app->ascii), STYLE_DIM);
    lines_run(lines, TEXT(" "), STYLE_DIM); /* in the mark's look: the terminal need not change it here */
    if (row->link.kind == LINK_VOLUME)
        lines_clip(lines, b->volumes[row->link.idx].title, cols - 1 - lines_col(lines), STYLE_TITLE);
    else
        put_section(app, &b->sections[row->link.idx], cols, lines);
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
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    for (uint32_t i = tree->scroll.top; i < tree->count && (int)lines.count < area.rows; i++)
        put_row(app, tree, &tree->rows[i], area.cols, &lines);
    rows_draw(app, &lines, grid, area, tree->scroll, tree->count, selected);
    lines_fini(&lines);
}
