/* SPDX-License-Identifier: MIT */
/* The list of units: all of them in one of several orders, or the hits of a query, best first. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/state.h"

enum { COUNT_COLS = 5, FOUR_COUNTS_COLS = 50, THREE_COUNTS_COLS = 34 };

struct keyed {
    uint32_t unit_idx;
    uint32_t key;
};

static int largest_first(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? 1 : -1;
    return (x->unit_idx > y->unit_idx) - (x->unit_idx < y->unit_idx);
}

static uint32_t sort_key(const struct counts *counts, enum unit_sort sort)
{
    switch (sort) {
    case SORT_LEAD:
        return counts->tasks[BOND_LEAD] * 10000 + counts->tasks[BOND_SUPPORT];
    case SORT_SUPPORT:
        return counts->tasks[BOND_SUPPORT] * 10000 + counts->tasks[BOND_LEAD];
    case SORT_TOTAL:
        return counts->tasks[BOND_LEAD] + counts->tasks[BOND_SUPPORT] + counts->tasks[BOND_VIA];
    default:
        return 0;
    }
}

void units_order(const struct app *app, enum unit_sort sort, uint32_t *rows)
{
    uint32_t count = app->b->units_count;
    if (sort == SORT_PINYIN) {
        index_sort_by_name(app->b, rows);
        return;
    }
    struct keyed *keyed = mem_array(count, sizeof *keyed);
    for (uint32_t i = 0; i < count; i++)
        keyed[i] = (struct keyed){ i, sort_key(&app->index->counts[i], sort) };
    if (sort != SORT_NOTICE)
        qsort(keyed, count, sizeof *keyed, largest_first);
    for (uint32_t i = 0; i < count; i++)
        rows[i] = keyed[i].unit_idx;
    free(keyed);
}

uint32_t units_selected(const struct app *app)
{
    const struct unit_list *units = &app->units;
    return units->scroll.cursor < units->count ? units->rows[units->scroll.cursor] : NO_IDX;
}

void units_rebuild(struct app *app)
{
    struct unit_list *units = &app->units;
    uint32_t selected = units_selected(app);
    struct text query = text_composed(buf_view(&units->query));
    units->rows = mem_resize(units->rows, app->b->units_count, sizeof *units->rows);
    units->hits = NULL;
    if (text_empty(query)) {
        units->count = app->b->units_count;
        units_order(app, units->sort, units->rows);
    } else {
        units->count = search_query(app->search, query, &units->hits);
        for (uint32_t i = 0; i < units->count; i++)
            units->rows[i] = units->hits[i].idx;
    }
    units->scroll.cursor = 0;
    for (uint32_t i = 0; text_empty(query) && i < units->count; i++)
        if (units->rows[i] == selected)
            units->scroll.cursor = i;
}

bool units_select(struct app *app, uint32_t unit_idx)
{
    struct unit_list *units = &app->units;
    for (uint32_t i = 0; i < units->count; i++)
        if (units->rows[i] == unit_idx) {
            units->scroll.cursor = i;
            return true;
        }
    return false;
}

static int counts_shown(int cols)
{
    return cols >= FOUR_COUNTS_COLS ? 4 : cols >= THREE_COUNTS_COLS ? 3 : 2;
}

static const char *sort_name(enum unit_sort sort)
{
    static const char *const names[SORTS_COUNT] = {
        [SORT_NOTICE] = N_("通知次序"), [SORT_LEAD] = N_("按牵头"),   [SORT_SUPPORT] = N_("按参与"),
        [SORT_TOTAL] = N_("按总数"),    [SORT_PINYIN] = N_("按拼音"),
    };
    return _(names[sort]);
}

static void draw_query(const struct app *app, struct grid *grid, int row, int col, int cols)
{
    bool typing = app->field_use == FIELD_SEARCH;
    struct text query = text_composed(buf_view(&app->units.query));
    struct buf buf = { 0 };
    struct text count;
    if (typing || !text_empty(query)) {
        count = say(&buf, " %u/%u ", app->units.count, app->b->units_count);
    } else {
        count = say(&buf, _(" %s %u "), sort_name(app->units.sort), app->b->units_count);
    }
    int count_cols = width_cols(count, grid->ambiguous_cols);
    struct text label = text_of(_("找单位: "));
    int at = col + 1 + grid_text(grid, row, col + 1, cols - 1, label, STYLE_TITLE), room = col + cols - at - count_cols;
    if (typing)
        field_draw(&app->field, grid, row, at, room);
    else if (!text_empty(query))
        grid_clip(grid, row, at, room, query, STYLE_MATCH);
    else
        grid_clip(grid, row, at, room, text_of("/"), STYLE_KEY);
    grid_text(grid, row, col + cols - count_cols, count_cols, count, STYLE_DIM);
    buf_fini(&buf);
}

static void draw_head(struct grid *grid, int row, int col, int cols)
{
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能") };
    int shown = counts_shown(cols);
    grid_text(grid, row, col + 1, cols, text_of(_("单位")), STYLE_DIM);
    for (int i = 0; i < shown; i++) {
        struct text head = text_of(_(heads[i]));
        int end = col + cols - 1 - (shown - 1 - i) * COUNT_COLS;
        grid_text(grid, row, end - width_cols(head, grid->ambiguous_cols), COUNT_COLS, head, STYLE_DIM);
    }
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
static void draw_names(const struct app *app, struct grid *grid, int row, int col, int cols, uint32_t nth)
{
    const struct unit *unit = &app->b->units[app->units.rows[nth]];
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    lines_start(&lines, (struct link){ 0 });
    struct stretch stretches[32];
    if (app->units.hits) {
        const struct hit *hit = &app->units.hits[nth];
        uint32_t count = search_stretches(app->search, hit, stretches, 32);
        lines_run_clipped(&lines, unit->name, cols, STYLE_NORMAL, stretches, hit->field == HIT_NAME ? count : 0);
        int room = cols - lines_col(&lines) - 1;
        if (hit->field != HIT_NAME && room >= 4) {
            lines_tab(&lines, lines_col(&lines) + 1);
            other_name(&lines, search_hit_text(app->search, hit), room, stretches, count);
        }
    } else {
        lines_run_clipped(&lines, unit->name, cols, STYLE_NORMAL, NULL, 0);
    }
    lines_draw(&lines, grid, row, 1, col, cols, 0, NO_IDX, STYLE_NORMAL);
    lines_fini(&lines);
}

static void draw_counts(const struct app *app, struct grid *grid, int row, int col, int cols, uint32_t unit_idx)
{
    const struct counts *counts = &app->index->counts[unit_idx];
    int shown = counts_shown(cols);
    struct buf buf = { 0 };
    for (int i = 0; i < shown; i++) {
        int end = col + cols - 1 - (shown - 1 - i) * COUNT_COLS;
        uint32_t count = counts->tasks[i];
        grid_text(grid, row, end - COUNT_COLS, COUNT_COLS, say(&buf, "%*u", COUNT_COLS, count),
                  count == 0       ? STYLE_DIM
                  : i == BOND_LEAD ? STYLE_LEAD
                                   : STYLE_NORMAL);
    }
    buf_fini(&buf);
}

enum { HEAD_ROWS = 2 }; /* the query and the columns' heads */

void pane_units_settle(struct app *app, int rows)
{
    scroll_fit(&app->units.scroll, app->units.count, rows - HEAD_ROWS);
}

void pane_units_draw(const struct app *app, struct grid *grid, int row, int rows, int col, int cols)
{
    const struct unit_list *units = &app->units;
    draw_query(app, grid, row, col, cols);
    draw_head(grid, row + 1, col, cols);
    row += HEAD_ROWS;
    rows -= HEAD_ROWS;
    if (units->count == 0)
        grid_clip(grid, row, col + 1, cols - 1, text_of(_("没有这样的单位")), STYLE_DIM);
    for (int i = 0; i < rows && units->scroll.top + (uint32_t)i < units->count; i++) {
        uint32_t nth = units->scroll.top + (uint32_t)i;
        draw_names(app, grid, row + i, col + 1, cols - 2 - counts_shown(cols) * COUNT_COLS, nth);
        draw_counts(app, grid, row + i, col, cols, units->rows[nth]);
        if (nth == units->scroll.cursor) {
            enum style style = app->focus == FOCUS_LEFT ? STYLE_FOCUS : STYLE_SELECTED;
            grid_restyle(grid, row + i, col, cols, style);
            grid_text(grid, row + i, col, 1, glyph_text(grid, GLYPH_FOCUS), style);
        }
    }
    scroll_thumb(grid, row, rows, col + cols, units->scroll.top, units->count, glyph_text(grid, GLYPH_THUMB));
}
