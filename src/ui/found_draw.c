/* SPDX-License-Identifier: MIT */
#include "ui/found_draw.h"

#include "base/i18n.h"
#include "search/filter.h"
#include "search/search.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/say.h"
#include "ui/units_draw.h"

enum { COUNTS_SHOWN = 2, ID_COLS = 6, STRETCHES_MAX = 32 };

void found_draw_head(const struct app *app, const struct found *found, struct grid *grid, struct area area)
{
    struct buf buf = { 0 };
    uint32_t groups = 0, hits = 0;
    for (int i = 0; i < FOUND_GROUPS_COUNT; i++) {
        groups += found->count && found->totals[i];
        hits += found->count ? found->totals[i] : 0;
    }
    struct text count = found->query.bytes
                            ? say(&buf, _(" %u组 %u%s条 "), groups, hits, app->prompting.asking.matches ? "…" : "")
                            : TEXT("");
    int cols = width_cols(count, grid->ambiguous_cols), at = area.col + 1;
    at += grid_text(grid, area.row, at, area.cols - 1, text_of(_("查找: ")), STYLE_TITLE);
    field_draw(&app->prompting.field, grid, area.row, at, area.col + area.cols - at - cols);
    grid_text(grid, area.row, area.col + area.cols - cols, cols, count, STYLE_DIM);
    buf_fini(&buf);
}

static void draw_group_head(const struct app *app, const struct found *found, struct grid *grid, struct area row,
                            enum found_group group)
{
    static const char *const heads[] = { N_("单位"), N_("领导"), N_("任务正文"), N_("是不是") };
    struct buf buf = { 0 };
    int at = row.col + 1, end = row.col + row.cols - 1;
    at += grid_clip(grid, row.row, at, end - at,
                    say(&buf, _("%s（%u%s）"), _(heads[group]), found->totals[group],
                        group == FOUND_TASKS && app->prompting.asking.matches ? "…" : ""),
                    STYLE_TITLE);
    if (group == FOUND_TASKS) {
        struct text hint = say(&buf, _("%s 全部筛出"), app_key(app, ACTION_FIELD_DONE));
        int cols = width_cols(hint, grid->ambiguous_cols);
        if (end - cols > at)
            grid_text(grid, row.row, end - cols, cols, hint, STYLE_DIM);
    }
    if (group == FOUND_UNITS && end - COUNTS_SHOWN * UNITS_COUNT_COLS > at)
        units_draw_count_heads(grid, row, COUNTS_SHOWN);
    buf_fini(&buf);
}

/* A name; where another of the same unit's or leader's matched, that behind it. */
static void draw_name(const struct app *app, const struct found_row *found, struct grid *grid, struct area row)
{
    struct search *search = found->leader ? app->search_leaders : app->search;
    struct stretch stretches[STRETCHES_MAX];
    const struct hit *hit = found->hit;
    uint32_t count = search_stretches(search, hit, stretches, STRETCHES_MAX);
    struct text name =
        found->leader ? app->index->leaders->items[hit->idx].forms[LEADER_NAME] : app->b->units[hit->idx].name;
    struct text other = search_hit_text(search, hit);
    if (found->leader && (hit->field == HIT_NAME || hit->alias_no != LEADER_TITLE)) {
        other = app->index->leaders->items[hit->idx].forms[LEADER_TITLE];
        count = hit->field == HIT_NAME ? count : 0;
    }
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    lines_start(&lines, (struct link){ 0 });
    lines_clip_marked(&lines, name, row.cols, STYLE_NORMAL, stretches, hit->field == HIT_NAME ? count : 0);
    int room = row.cols - lines_col(&lines) - 2;
    if (room >= 4 && !text_empty(other) && !text_equal(other, name)) {
        lines_tab(&lines, lines_col(&lines) + 2);
        lines_clip_marked(&lines, other, room, STYLE_DIM, stretches, hit->field == HIT_NAME ? 0 : count);
    }
    if (!found->leader && app->b->units[hit->idx].undefined) {
        lines_tab(&lines, lines_col(&lines) + 1);
        lines_clip(&lines, text_of(_("未登记")), row.cols - lines_col(&lines), STYLE_WARNING);
    }
    blit_line(&lines, grid, row.row, row.col, row.cols);
    lines_fini(&lines);
}

static void draw_task(const struct app *app, struct grid *grid, struct area row, uint32_t task_idx)
{
    const struct task *task = &app->b->tasks[task_idx];
    struct stretch stretches[STRETCHES_MAX];
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    lines_start(&lines, (struct link){ 0 });
    lines_run(&lines, task->id, STYLE_DIM);
    lines_tab(&lines, lines_col(&lines) < ID_COLS ? ID_COLS : lines_col(&lines) + 1);
    struct text text = app->b->parts[task->parts.from].text;
    uint32_t count = filter_stretches(app->filter, text, stretches, STRETCHES_MAX);
    lines_clip_marked(&lines, text, row.cols - lines_col(&lines), STYLE_NORMAL, stretches, count);
    blit_line(&lines, grid, row.row, row.col, row.cols);
    lines_fini(&lines);
}

static void draw_hit(const struct app *app, const struct found_row *found, struct grid *grid, struct area row)
{
    bool unit = found->link.kind == LINK_UNIT;
    struct area name = { row.row, row.col + 3, 1, row.cols - 4 - (unit ? COUNTS_SHOWN * UNITS_COUNT_COLS : 0) };
    if (found->hit)
        draw_name(app, found, grid, name);
    else
        draw_task(app, grid, name, found->link.idx);
    if (unit)
        units_draw_counts(app, grid, row, found->link.idx, COUNTS_SHOWN);
}

static void draw_row(const struct app *app, const struct found *found, struct grid *grid, struct area row, uint32_t nth)
{
    const struct found_row *at = &found->rows[nth];
    if (at->kind == FOUND_HEAD)
        draw_group_head(app, found, grid, row, at->group);
    else if (at->kind == FOUND_HIT)
        draw_hit(app, at, grid, row);
    else
        grid_clip(grid, row.row, row.col + 3, row.cols - 4, text_of(_("… 列出全部")), STYLE_DIM);
    if (nth == found->scroll.cursor && found_selects(at))
        blit_selected(grid, row.row, row.col, row.cols, STYLE_FOCUS);
    marks_draw(app, grid, row.row, row.col, at->link, nth == found->scroll.cursor ? STYLE_FOCUS : STYLE_KEY);
}

void found_draw_rows(const struct app *app, const struct found *found, struct grid *grid, struct area area)
{
    struct buf buf = { 0 };
    struct text query = text_composed(buf_view(&found->query));
    if (!found->count && !app->prompting.asking.matches)
        grid_clip(grid, area.row, area.col + 1, area.cols - 1,
                  text_empty(query) ? text_of(_("单位、领导、任务正文，写名称、拼音、首字母或几个字"))
                                    : say(&buf, _("哪里都没有“%.*s”"), TEXT_ARG(query)),
                  STYLE_DIM);
    for (int i = 0; i < area.rows && found->scroll.top + (uint32_t)i < found->count; i++)
        draw_row(app, found, grid, (struct area){ area.row + i, area.col, 1, area.cols },
                 found->scroll.top + (uint32_t)i);
    scroll_thumb(grid, area, area.col + area.cols, found->scroll.top, found->count);
    buf_fini(&buf);
}
