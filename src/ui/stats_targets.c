/* SPDX-License-Identifier: MIT */
/* Lists of tasks by what they promise: the targets in figures, and the deadlines; of what the filter leaves. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/deadlines.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/link.h"
#include "ui/say.h"
#include "ui/stats_lines.h"

enum { LEADER_COLS = 8, VERB_COLS = 14, FIGURE_COLS = 16, DUE_COLS = 18, WIDE_COLS = 72 };

static void filter_line(const struct app *app, int cols, struct lines *lines)
{
    if (app->filtered.matches)
        lines_say(lines, lines_printf(lines, _("筛选：%.*s"), TEXT_ARG(filtered_text(app))), STYLE_MATCH, cols,
                  STATS_MARGIN);
}

/* How many are there, and how to have the others where not all are shown. */
static void count_line(uint32_t count, struct text said, const char *command, int cols, struct lines *lines)
{
    lines_blank(lines);
    lines_say(lines, said, STYLE_DIM, cols, STATS_MARGIN);
    if (count > STATS_ROWS_MAX)
        lines_say(lines, lines_printf(lines, _("只列前 %d 条；全部见 %s"), STATS_ROWS_MAX, command), STYLE_WARNING,
                  cols, STATS_MARGIN);
}

static struct text leader_name(const struct app *app, uint32_t task_idx)
{
    const struct leaders *leaders = app->index->leaders;
    uint32_t leader_idx = target_leader(leaders, task_idx);
    if (leader_idx != NO_IDX)
        return leaders->items[leader_idx].forms[LEADER_NAME];
    return task_section(app->b, &app->b->tasks[task_idx])->kind == SECTION_LIVELIHOOD ? text_of(_("民生")) : TEXT("");
}

/* A cell of a row; of a head, which tells by what the rows are sorted. */
static void cell(struct lines *lines, int col, int cols, struct text text, enum style style)
{
    lines_tab(lines, col);
    lines_clip(lines, text, cols - 1, style);
}

static void target_head(const struct app *app, enum targets_order order, bool wide, int object_col, int figure_end,
                        struct lines *lines)
{
    enum style by[TARGETS_ORDERS_COUNT];
    for (enum targets_order i = 0; i < TARGETS_ORDERS_COUNT; i++)
        by[i] = i == order ? STYLE_TITLE : STYLE_DIM;
    lines_start(lines, (struct link){ 0 });
    cell(lines, STATS_MARGIN, stats_lines_id_cols(app), text_of(_("编号")), by[TARGETS_NOTICE]);
    if (wide) {
        cell(lines, STATS_MARGIN + stats_lines_id_cols(app), LEADER_COLS, text_of(_("领导")), by[TARGETS_LEADER]);
        cell(lines, STATS_MARGIN + stats_lines_id_cols(app) + LEADER_COLS, VERB_COLS, text_of(_("动作")),
             by[TARGETS_VERB]);
    }
    cell(lines, object_col, 8, wide ? text_of(_("对象")) : text_of(_("指标")), STYLE_DIM);
    struct text unit = text_of(_("计量"));
    lines_run_to(lines, figure_end - 1 - width_cols(unit, lines->ambiguous_cols), text_of(_("数量")),
                 by[TARGETS_NUMBER]);
    lines_run_to(lines, figure_end, unit, by[TARGETS_MEASURE]);
}

static void target_line(const struct app *app, const struct target *target, bool wide, int object_col, int figure_end,
                        struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t task_idx = b->parts[target->part_idx].task_idx;
    struct text figure = target_figure(b, target);
    struct buf phrase = { 0 };
    int figure_cols = width_cols(figure, lines->ambiguous_cols);
    figure_cols = figure_cols > FIGURE_COLS - 1 ? FIGURE_COLS - 1 : figure_cols;
    lines_row(lines, link_to(LINK_TASK, task_idx), STATS_MARGIN);
    cell(lines, STATS_MARGIN, stats_lines_id_cols(app), b->parts[target->part_idx].id, STYLE_DIM);
    if (wide) {
        cell(lines, STATS_MARGIN + stats_lines_id_cols(app), LEADER_COLS, leader_name(app, task_idx), STYLE_DIM);
        cell(lines, STATS_MARGIN + stats_lines_id_cols(app) + LEADER_COLS, VERB_COLS, target->quantity.verb,
             STYLE_NORMAL);
    }
    /* As the notice has them: 新建|步道, 研发投入|增长. */
    struct text verb = wide ? TEXT("") : target->quantity.verb, object = target->quantity.object;
    bool behind = !text_empty(verb) && !text_empty(object) && object.at < verb.at;
    buf_text(&phrase, behind ? object : verb);
    buf_text(&phrase, behind ? verb : object);
    cell(lines, object_col, figure_end - FIGURE_COLS - object_col, text_composed(buf_view(&phrase)), STYLE_NORMAL);
    lines_tab(lines, figure_end - figure_cols);
    lines_clip(lines, figure, FIGURE_COLS - 1, STYLE_FIGURE);
    buf_fini(&phrase);
}

void stats_targets_lines(const struct app *app, struct stats_data *data, unsigned nth, int cols, struct lines *lines)
{
    enum targets_order order = (enum targets_order)nth;
    bool wide = cols >= WIDE_COLS;
    int object_col = STATS_MARGIN + stats_lines_id_cols(app) + (wide ? LEADER_COLS + VERB_COLS : 0), end = cols - 2;
    end = end > object_col + 60 + FIGURE_COLS ? object_col + 60 + FIGURE_COLS : end; /* the eye goes along a row */
    if (data->targets && data->targets_order != order) {
        targets_free(data->targets);
        data->targets = NULL;
    }
    if (!data->targets)
        data->targets = targets_new(app->index, app->filtered.matches, order);
    data->targets_order = order;
    filter_line(app, cols, lines);
    target_head(app, order, wide, object_col, end, lines);
    for (uint32_t i = 0; i < data->targets->count && i < STATS_ROWS_MAX; i++)
        target_line(app, &data->targets->items[i], wide, object_col, end, lines);
    count_line(data->targets->count, lines_printf(lines, _("共 %u 条量化指标"), data->targets->count),
               "fengong print targets", cols, lines);
}

static void due_line(const struct app *app, uint32_t task_idx, int cols, struct lines *lines)
{
    const struct task *task = &app->b->tasks[task_idx];
    bool wide = cols >= WIDE_COLS;
    int at = STATS_MARGIN + stats_lines_id_cols(app);
    lines_start(lines, link_to(LINK_TASK, task_idx));
    cell(lines, STATS_MARGIN, stats_lines_id_cols(app), task->id, STYLE_DIM);
    cell(lines, at, wide ? DUE_COLS : DUE_COLS - 6, task->due, STYLE_NORMAL);
    at += wide ? DUE_COLS : DUE_COLS - 6;
    if (wide)
        cell(lines, at, LEADER_COLS, leader_name(app, task_idx), STYLE_DIM);
    at += wide ? LEADER_COLS : 0;
    cell(lines, at, cols - at - 1, task_title(app->b, task), STYLE_NORMAL);
}

void stats_due_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines)
{
    (void)data;
    (void)order;
    const struct breakdown *b = app->b;
    uint32_t *tasks = mem_array(b->tasks_count, sizeof *tasks);
    uint32_t count = deadlines_list(b, app->filtered.matches, tasks);
    uint32_t before = DUE_NONE;
    struct buf name = { 0 };
    filter_line(app, cols, lines);
    for (uint32_t i = 0; i < count && i < STATS_ROWS_MAX; i++) {
        uint32_t day = deadlines_of(b, tasks[i]);
        if (!deadlines_same_month(day, before)) {
            buf_clear(&name);
            deadlines_month(day, &name);
            lines_say(lines, text_composed(buf_view(&name)), STYLE_TITLE, cols, STATS_MARGIN);
        }
        before = day;
        due_line(app, tasks[i], cols, lines);
    }
    if (count)
        count_line(count, say(&name, _("共 %u 项写了时限"), count), "fengong print all --sort=due", cols, lines);
    else
        lines_say(lines, text_of(_("没有任务写明完成时限")), STYLE_DIM, cols, STATS_MARGIN);
    buf_fini(&name);
    free(tasks);
}
