/* SPDX-License-Identifier: MIT */
#include "ui/units_draw.h"

#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/bond.h"
#include "ui/rows.h"
#include "ui/say.h"

enum { FOUR_COUNTS_COLS = 50, THREE_COUNTS_COLS = 34 };

static int counts_shown(int cols)
{
    return cols >= FOUR_COUNTS_COLS ? 4 : cols >= THREE_COUNTS_COLS ? 3 : 2;
}

int units_count_cols(const struct app *app, int least_cols)
{
    int cols = 2;
    for (uint32_t most = app->b->tasks_count; most >= 10; most /= 10)
        cols++;
    return cols > least_cols ? cols : least_cols;
}

/* Where the nth of so many columns ends. */
static int count_end(const struct app *app, int cols, int shown, int nth)
{
    return cols - 1 - (shown - 1 - nth) * units_count_cols(app, UNITS_COUNT_COLS);
}

void units_put_count_heads(const struct app *app, struct lines *lines, int cols, int shown)
{
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能") };
    for (int i = 0; i < shown; i++)
        lines_run_to(lines, count_end(app, cols, shown, i), text_of(_(heads[i])), STYLE_DIM);
}

void units_draw_head(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area)
{
    struct lines heads;
    struct buf buf = { 0 };
    const char *key = keymap_key(&app->keymap, ACTION_SEARCH);
    lines_init(&heads, grid->ambiguous_cols);
    lines_row(&heads, (struct link){ 0 }, 1);
    lines_run(&heads, text_of(_("查找: ")), STYLE_TITLE);
    lines_run(&heads, text_of(key ? key : ""), STYLE_KEY);
    lines_run_to(&heads, area.cols, say(&buf, _(" %s %u "), order_name(list->order), app->b->units_count), STYLE_DIM);
    lines_row(&heads, (struct link){ 0 }, 1);
    lines_run(&heads, text_of(_("单位")), STYLE_DIM);
    units_put_count_heads(app, &heads, area.cols, counts_shown(area.cols));
    blit_lines(&heads, grid, area, 0, NO_IDX, STYLE_NORMAL);
    lines_fini(&heads);
    buf_fini(&buf);
}

void units_put_counts(const struct app *app, struct lines *lines, int cols, uint32_t unit_idx, int shown)
{
    for (int i = 0; i < shown; i++) {
        uint32_t count = app->index->counts[unit_idx].tasks[i];
        lines_run_to(lines, count_end(app, cols, shown, i),
                     lines_printf(lines, "%*u", units_count_cols(app, UNITS_COUNT_COLS), count),
                     count == 0 ? STYLE_DIM : bond_style((enum bond)i));
    }
}

/* A unit that nobody has registered is marked wherever it is listed. */
static void put_name(const struct unit *unit, int end, struct lines *lines)
{
    struct text mark = unit->undefined ? text_of(_("未登记")) : TEXT("");
    int mark_cols = width_cols(mark, lines->ambiguous_cols);
    lines_clip(lines, unit->name, end - lines_col(lines) - mark_cols - (mark_cols ? 1 : 0), STYLE_NORMAL);
    if (mark_cols)
        lines_tab(lines, lines_col(lines) + 1);
    lines_run(lines, mark, STYLE_WARNING);
}

void units_draw_rows(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     enum style selected)
{
    int shown = counts_shown(area.cols);
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    for (uint32_t i = list->scroll.top; i < list->count && (int)lines.count < area.rows; i++) {
        lines_row(&lines, link_to(LINK_UNIT, list->rows[i]), 1);
        put_name(&app->b->units[list->rows[i]], count_end(app, area.cols, shown, -1), &lines);
        units_put_counts(app, &lines, area.cols, list->rows[i], shown);
    }
    rows_draw(app, &lines, grid, area, list->scroll, list->count, selected);
    lines_fini(&lines);
}
