/* SPDX-License-Identifier: MIT */
#include "ui/units_draw.h"

#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/bond.h"
#include "ui/say.h"

enum { COUNT_COLS = UNITS_COUNT_COLS, FOUR_COUNTS_COLS = 50, THREE_COUNTS_COLS = 34 };

static int counts_shown(int cols)
{
    return cols >= FOUR_COUNTS_COLS ? 4 : cols >= THREE_COUNTS_COLS ? 3 : 2;
}

static void draw_order(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area)
{
    struct buf buf = { 0 };
    struct text count = say(&buf, _(" %s %u "), order_name(list->order), app->b->units_count);
    int count_cols = width_cols(count, grid->ambiguous_cols), end = area.col + area.cols, at = area.col + 1;
    const char *key = keymap_key(&app->keymap, ACTION_SEARCH);
    at += grid_text(grid, area.row, at, area.cols - 1, text_of(_("查找: ")), STYLE_TITLE);
    grid_clip(grid, area.row, at, end - at - count_cols, text_of(key ? key : ""), STYLE_KEY);
    grid_text(grid, area.row, end - count_cols, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
}

/* Where the nth of so many columns ends. */
static int count_end(struct area row, int shown, int nth)
{
    return row.col + row.cols - 1 - (shown - 1 - nth) * COUNT_COLS;
}

void units_draw_count_heads(struct grid *grid, struct area row, int shown)
{
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能") };
    for (int i = 0; i < shown; i++) {
        struct text head = text_of(_(heads[i]));
        int from = count_end(row, shown, i) - width_cols(head, grid->ambiguous_cols);
        grid_text(grid, row.row, from, COUNT_COLS, head, STYLE_DIM);
    }
}

void units_draw_head(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area)
{
    struct area heads = area_below(area, 1);
    draw_order(app, list, grid, area);
    grid_text(grid, heads.row, heads.col + 1, heads.cols, text_of(_("单位")), STYLE_DIM);
    units_draw_count_heads(grid, heads, counts_shown(heads.cols));
}

void units_draw_counts(const struct app *app, struct grid *grid, struct area row, uint32_t unit_idx, int shown)
{
    struct buf buf = { 0 };
    for (int i = 0; i < shown; i++) {
        uint32_t count = app->index->counts[unit_idx].tasks[i];
        grid_text(grid, row.row, count_end(row, shown, i) - COUNT_COLS, COUNT_COLS, say(&buf, "%*u", COUNT_COLS, count),
                  count == 0 ? STYLE_DIM : bond_style((enum bond)i));
    }
    buf_fini(&buf);
}

/* A unit that nobody has registered is marked wherever it is listed. */
static void draw_name(struct grid *grid, struct area row, const struct unit *unit)
{
    struct text mark = unit->undefined ? text_of(_("未登记")) : TEXT("");
    int mark_cols = width_cols(mark, grid->ambiguous_cols), room = row.cols - mark_cols - (mark_cols ? 1 : 0);
    int at = row.col + grid_clip(grid, row.row, row.col, room, unit->name, STYLE_NORMAL) + 1;
    grid_text(grid, row.row, at, mark_cols, mark, STYLE_WARNING);
}

void units_draw_rows(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     enum style selected)
{
    for (int i = 0; i < area.rows && list->scroll.top + (uint32_t)i < list->count; i++) {
        uint32_t nth = list->scroll.top + (uint32_t)i;
        struct area row = { area.row + i, area.col, 1, area.cols }, name = row;
        name.col++;
        name.cols -= 2 + counts_shown(area.cols) * COUNT_COLS;
        draw_name(grid, name, &app->b->units[list->rows[nth]]);
        units_draw_counts(app, grid, row, list->rows[nth], counts_shown(area.cols));
        if (nth == list->scroll.cursor)
            blit_selected(grid, row.row, row.col, row.cols, selected);
        marks_draw(app, grid, row.row, row.col, link_to(LINK_UNIT, list->rows[nth]),
                   nth == list->scroll.cursor ? selected : STYLE_KEY);
    }
    scroll_thumb(grid, area, area.col + area.cols, list->scroll.top, list->count);
}
