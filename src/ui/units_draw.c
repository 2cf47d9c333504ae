/* SPDX-License-Identifier: MIT */
#include "ui/units_draw.h"

#include "base/i18n.h"
#include "search/search.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/say.h"

enum { COUNT_COLS = 5, FOUR_COUNTS_COLS = 50, THREE_COUNTS_COLS = 34 };

static int counts_shown(int cols)
{
    return cols >= FOUR_COUNTS_COLS ? 4 : cols >= THREE_COUNTS_COLS ? 3 : 2;
}

static void draw_query(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                       bool typing)
{
    struct text query = text_composed(buf_view(&list->query));
    struct buf buf = { 0 };
    struct text count = typing || !text_empty(query)
                            ? say(&buf, " %u/%u ", list->count, app->b->units_count)
                            : say(&buf, _(" %s %u "), order_name(list->order), app->b->units_count);
    int count_cols = width_cols(count, grid->ambiguous_cols), end = area.col + area.cols, row = area.row;
    int at = area.col + 1;
    at += grid_text(grid, row, at, area.cols - 1, text_of(_("找单位: ")), STYLE_TITLE);
    int room = end - at - count_cols;
    const char *key = keymap_key(&app->keymap, ACTION_SEARCH);
    if (typing)
        field_draw(&app->prompting.field, grid, row, at, room);
    else if (!text_empty(query))
        grid_clip(grid, row, at, room, query, STYLE_MATCH);
    else
        grid_clip(grid, row, at, room, text_of(key ? key : ""), STYLE_KEY);
    grid_text(grid, row, end - count_cols, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
}

static void draw_heads(struct grid *grid, struct area area)
{
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能") };
    int shown = counts_shown(area.cols), row = area.row + 1;
    grid_text(grid, row, area.col + 1, area.cols, text_of(_("单位")), STYLE_DIM);
    for (int i = 0; i < shown; i++) {
        struct text head = text_of(_(heads[i]));
        int end = area.col + area.cols - 1 - (shown - 1 - i) * COUNT_COLS;
        grid_text(grid, row, end - width_cols(head, grid->ambiguous_cols), COUNT_COLS, head, STYLE_DIM);
    }
}

void units_draw_head(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     bool typing)
{
    draw_query(app, list, grid, area, typing);
    draw_heads(grid, area);
}

/*
 * Another name that the query matched, clipped to room; from just before the match on where the head of the name would
 * hide it.
 */
static void other_name(struct lines *lines, struct text name, int room, const struct stretch *stretches, uint32_t count)
{
    int to = count ? width_cols(text_slice(name, 0, stretches[0].to_bytes), lines->ambiguous_cols) : 0;
    uint32_t from = to > room - 2 && count ? stretches[0].from_bytes : 0;
    struct stretch shifted[32];
    for (uint32_t i = 0; i < count; i++)
        shifted[i] = (struct stretch){ stretches[i].from_bytes - from, stretches[i].to_bytes - from };
    if (from) {
        lines_run(lines, TEXT("…"), STYLE_DIM);
        room -= width_cols(TEXT("…"), lines->ambiguous_cols);
    }
    lines_run_clipped(lines, text_slice(name, from, name.bytes), room, STYLE_DIM, shifted, count);
}

/* The name, and where the query matched another of the unit's names, that name behind it. */
static void draw_names(const struct app *app, const struct unit_list *list, struct grid *grid, struct area row,
                       uint32_t nth)
{
    const struct unit *unit = &app->b->units[list->rows[nth]];
    const struct hit *hit = list->hits ? &list->hits[nth] : NULL;
    struct stretch stretches[32];
    uint32_t count = hit ? search_stretches(app->search, hit, stretches, 32) : 0;
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    lines_start(&lines, (struct link){ 0 });
    lines_run_clipped(&lines, unit->name, row.cols, STYLE_NORMAL, stretches, hit && hit->field == HIT_NAME ? count : 0);
    int room = row.cols - lines_col(&lines) - 1;
    if (hit && hit->field != HIT_NAME && room >= 4) {
        lines_tab(&lines, lines_col(&lines) + 1);
        other_name(&lines, search_hit_text(app->search, hit), room, stretches, count);
    }
    blit_line(&lines, grid, row.row, row.col, row.cols);
    lines_fini(&lines);
}

static void draw_counts(const struct app *app, struct grid *grid, struct area row, uint32_t unit_idx)
{
    const struct counts *counts = &app->index->counts[unit_idx];
    int shown = counts_shown(row.cols);
    struct buf buf = { 0 };
    for (int i = 0; i < shown; i++) {
        int end = row.col + row.cols - 1 - (shown - 1 - i) * COUNT_COLS;
        uint32_t count = counts->tasks[i];
        grid_text(grid, row.row, end - COUNT_COLS, COUNT_COLS, say(&buf, "%*u", COUNT_COLS, count),
                  count == 0       ? STYLE_DIM
                  : i == BOND_LEAD ? STYLE_LEAD
                                   : STYLE_NORMAL);
    }
    buf_fini(&buf);
}

void units_draw_rows(const struct app *app, const struct unit_list *list, struct grid *grid, struct area area,
                     enum style selected)
{
    if (list->count == 0)
        grid_clip(grid, area.row, area.col + 1, area.cols - 1, text_of(_("没有这样的单位")), STYLE_DIM);
    for (int i = 0; i < area.rows && list->scroll.top + (uint32_t)i < list->count; i++) {
        uint32_t nth = list->scroll.top + (uint32_t)i;
        struct area row = { area.row + i, area.col, 1, area.cols }, name = row;
        name.col++;
        name.cols -= 2 + counts_shown(area.cols) * COUNT_COLS;
        draw_names(app, list, grid, name, nth);
        draw_counts(app, grid, row, list->rows[nth]);
        if (nth == list->scroll.cursor)
            blit_selected(grid, row.row, row.col, row.cols, selected);
    }
    scroll_thumb(grid, area, area.col + area.cols, list->scroll.top, list->count);
}
