/* SPDX-License-Identifier: MIT */
#include "ui/found_draw.h"

#include "base/i18n.h"
#include "search/filter.h"
#include "search/search.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/rows.h"
#include "ui/say.h"
#include "ui/units_draw.h"

enum { COUNTS_SHOWN = 2, ID_COLS = 6, OTHER_MIN_COLS = 6, STRETCHES_MAX = 32 };

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

static void put_group_head(const struct app *app, const struct found *found, enum found_group group, int cols,
                           struct lines *lines)
{
    static const char *const heads[] = { N_("单位"), N_("领导"), N_("任务正文"), N_("是不是") };
    int end = cols - 1;
    lines_clip(lines,
               lines_printf(lines, _("%s（%u%s）"), _(heads[group]), found->totals[group],
                            group == FOUND_TASKS && app->prompting.asking.matches ? "…" : ""),
               end - lines_col(lines), STYLE_TITLE);
    struct text hint = lines_printf(lines, _("%s 全部筛出"), app_key(app, ACTION_FIELD_DONE));
    if (group == FOUND_TASKS && lines_col(lines) < end - width_cols(hint, lines->ambiguous_cols))
        lines_run_to(lines, end, hint, STYLE_DIM);
    if (group == FOUND_UNITS && lines_col(lines) < end - COUNTS_SHOWN * units_count_cols(app, UNITS_COUNT_COLS))
        units_put_count_heads(app, lines, cols, COUNTS_SHOWN);
}

/* A name; where another of the same unit's or leader's matched, that behind it. */
static void put_name(const struct app *app, const struct found_row *found, int end, struct lines *lines)
{
    struct search *search = found->leader ? app->search_leaders : app->search;
    struct stretch stretches[STRETCHES_MAX];
    const struct hit *hit = found->hit;
    const struct text *forms = found->leader ? app->index->leaders->items[hit->idx].forms : NULL;
    uint32_t count = search_stretches(search, hit, stretches, STRETCHES_MAX);
    struct text name = forms ? forms[LEADER_NAME] : app->b->units[hit->idx].name;
    struct text other = search_hit_text(search, hit);
    if (forms && (hit->field == HIT_NAME || hit->alias_no != LEADER_TITLE)) {
        other = forms[LEADER_TITLE];
        count = hit->field == HIT_NAME ? count : 0;
    }
    lines_clip_marked(lines, name, end - lines_col(lines), STYLE_NORMAL, stretches, hit->field == HIT_NAME ? count : 0);
    if (end - lines_col(lines) >= OTHER_MIN_COLS && !text_empty(other) && !text_equal(other, name)) {
        lines_tab(lines, lines_col(lines) + 2);
        lines_clip_marked(lines, other, end - lines_col(lines), STYLE_DIM, stretches,
                          hit->field == HIT_NAME ? 0 : count);
    }
    if (!forms && app->b->units[hit->idx].undefined && lines_col(lines) + 1 < end) {
        lines_tab(lines, lines_col(lines) + 1);
        lines_clip(lines, text_of(_("未登记")), end - lines_col(lines), STYLE_WARNING);
    }
}

static void put_task(const struct app *app, uint32_t task_idx, int end, struct lines *lines)
{
    const struct task *task = &app->b->tasks[task_idx];
    struct stretch stretches[STRETCHES_MAX];
    int text_col = lines_col(lines) + ID_COLS;
    lines_run(lines, task->id, STYLE_DIM);
    lines_tab(lines, lines_col(lines) < text_col ? text_col : lines_col(lines) + 1);
    struct text text = app->b->parts[task->parts.from].text;
    uint32_t count = filter_stretches(app->filter, text, stretches, STRETCHES_MAX);
    lines_clip_marked(lines, text, end - lines_col(lines), STYLE_NORMAL, stretches, count);
}

static void put_row(const struct app *app, const struct found *found, const struct found_row *row, int cols,
                    struct lines *lines)
{
    bool unit = row->link.kind == LINK_UNIT;
    int end = cols - 1 - (unit ? COUNTS_SHOWN * units_count_cols(app, UNITS_COUNT_COLS) : 0);
    lines_row(lines, row->link, row->kind == FOUND_HEAD ? 1 : 3);
    if (row->kind == FOUND_HEAD)
        put_group_head(app, found, row->group, cols, lines);
    else if (row->kind == FOUND_MORE)
        lines_clip(lines, text_of(_("… 列出全部")), end - lines_col(lines), STYLE_DIM);
    else if (row->hit)
        put_name(app, row, end, lines);
    else
        put_task(app, row->link.idx, end, lines);
    if (unit)
        units_put_counts(app, lines, cols, row->link.idx, COUNTS_SHOWN);
}

void found_draw_rows(const struct app *app, const struct found *found, struct grid *grid, struct area area)
{
    struct text query = text_composed(buf_view(&found->query));
    struct scroll scroll = found->scroll;
    struct lines lines;
    lines_init(&lines, grid->ambiguous_cols);
    if (!found->count && !app->prompting.asking.matches) {
        lines_row(&lines, (struct link){ 0 }, 1);
        lines_clip(&lines,
                   text_empty(query) ? text_of(_("单位、领导、任务正文，写名称、拼音、首字母或几个字"))
                                     : lines_printf(&lines, _("哪里都没有“%.*s”"), TEXT_ARG(query)),
                   area.cols - 1, STYLE_DIM);
    }
    for (uint32_t i = scroll.top; i < found->count && (int)lines.count < area.rows; i++)
        put_row(app, found, &found->rows[i], area.cols, &lines);
    if (scroll.cursor >= found->count || !found_selects(&found->rows[scroll.cursor]))
        scroll.cursor = NO_IDX;
    rows_draw(app, &lines, grid, area, scroll, found->count, STYLE_FOCUS);
    lines_fini(&lines);
}
