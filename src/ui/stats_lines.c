/* SPDX-License-Identifier: MIT */
#include "ui/stats_lines.h"

#include <stdlib.h>

#include "base/hurry.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/glyph.h"
#include "ui/layout.h"
#include "ui/link.h"

enum { MARGIN = STATS_MARGIN, NUMBER_COLS = STATS_NUMBER_COLS, BAR_MAX_COLS = 60, WIDE_COLS = 90 };

void stats_lines_number(struct lines *lines, int end_col, uint32_t number, enum style style)
{
    struct text text = lines_printf(lines, "%u", number);
    if (lines_col(lines) + (int)text.bytes >= end_col)
        lines_tab(lines, lines_col(lines) + 1); /* a large file's number is not part of the one before */
    lines_run_to(lines, end_col, text, number ? style : STYLE_DIM); /* as in the list of units */
}

int stats_lines_id_cols(const struct app *app)
{
    return app->b->volumes_count > 1 ? 13 : 8;
}

/* The columns before the numbers. */
static int leaders_name_cols(int cols)
{
    return cols >= 70 ? 28 : cols / 2 - 4;
}

static int units_name_cols(int cols)
{
    return cols >= 90 ? 36 : cols / 2 - 6;
}

void stats_lines_bar(const struct app *app, struct lines *lines, bool light, uint32_t value, uint32_t most, int room)
{
    struct text sign = glyph_of(light ? GLYPH_LIGHT : GLYPH_BAR, app->ambiguous_cols, app->ascii);
    if (room > BAR_MAX_COLS)
        room = BAR_MAX_COLS;
    uint32_t cells = most && room > 0 ? (value * (uint32_t)room + most / 2) / most : 0;
    struct buf buf = { 0 };
    if (value && cells == 0 && room > 0)
        cells = 1; /* little is not nothing */
    for (uint32_t i = 0; i < cells; i++)
        buf_text(&buf, sign);
    lines_run(lines, text_composed(buf_view(&buf)), STYLE_BAR);
    buf_fini(&buf);
}

/* A page of the statistics. */
struct stats_page_row {
    const char *name;
    unsigned orders_count; /* in which it can be listed */
    bool filtered;         /* it shows only what the filter leaves */
    void (*lines)(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines);
    int (*cols)(int cols); /* the columns before the bars; NULL: it has none */
};
static const struct stats_page_row pages[STATS_PAGES_COUNT];

unsigned stats_orders(enum stats_page page)
{
    return pages[page].orders_count;
}

bool stats_filtered(enum stats_page page)
{
    return pages[page].filtered;
}

static const char *order_of(enum stats_page page, unsigned order)
{
    static const char *const names[TARGETS_ORDERS_COUNT] = { N_("通知次序"), N_("按时限"),     N_("按领导"),
                                                             N_("按动作"),   N_("按计量单位"), N_("按数量") };
    if (stats_orders(page) == 1)
        return "";
    return page == STATS_TARGETS ? _(names[order]) : order_name((enum order)order);
}

/* All pages where there is room for their names, else this one and which it is of how many. */
static void tabs_line(enum stats_page page, unsigned order, int cols, struct lines *lines)
{
    int needed = MARGIN;
    for (int i = 0; i < STATS_PAGES_COUNT; i++)
        needed += width_cols(text_of(_(pages[i].name)), lines->ambiguous_cols) + 3;
    lines_start(lines, (struct link){ 0 });
    for (int i = 0; i < STATS_PAGES_COUNT; i++) {
        bool here = (int)page == i;
        if (!here && needed > cols)
            continue;
        lines_tab(lines, lines_col(lines) + (lines_col(lines) > 0 ? 1 : MARGIN));
        lines_run(lines, lines_printf(lines, here ? "[%s]" : " %s ", _(pages[i].name)), here ? STYLE_TITLE : STYLE_DIM);
    }
    if (needed > cols) {
        lines_tab(lines, lines_col(lines) + 2);
        lines_run(lines, lines_printf(lines, "%d/%d", (int)page + 1, STATS_PAGES_COUNT), STYLE_DIM);
    }
    const char *name = order_of(page, order);
    int name_cols = width_cols(text_of(name), lines->ambiguous_cols);
    if (name_cols && lines_col(lines) + 2 + name_cols < cols) {
        lines_tab(lines, cols - name_cols - 1);
        lines_run(lines, text_of(name), STYLE_DIM);
    }
    lines_blank(lines);
}

/* 193 项 = 9+51+…; livelihood items apart. One sum a volume. */
static void sum_lines(const struct app *app, const struct volume *volume, const struct workload *workloads, int cols,
                      struct lines *lines)
{
    const struct breakdown *b = app->b;
    struct buf terms = { 0 };
    struct tally tasks = { 0 }, items = { 0 };
    for (uint32_t s = volume->sections.from; s < slice_end(volume->sections); s++)
        tally_join(b->sections[s].kind == SECTION_LIVELIHOOD ? &items : &tasks, &workloads[s].tally);
    tally_terms(b, volume, &terms);
    lines_blank(lines);
    lines_say(lines,
              lines_printf(lines, _("%u 项 = %s；牵头 %u，参与 %u"), tasks.tasks, terms.at, tasks.lead, tasks.support),
              STYLE_NORMAL, cols, MARGIN);
    if (items.tasks)
        lines_say(lines, lines_printf(lines, _("另有民生实事 %u 项，%u 个分项，不计在内"), items.tasks, items.parts),
                  STYLE_NORMAL, cols, MARGIN);
    buf_fini(&terms);
}

/* The numbers of a line behind its name: tasks, and where there is room different units and those that lead. */
static int workload_cols(int cols)
{
    return leaders_name_cols(cols) + (cols >= WIDE_COLS ? 3 : 1) * NUMBER_COLS + (cols >= WIDE_COLS ? 5 : 0);
}

static void workload_head(struct text name, int cols, struct lines *lines)
{
    static const char *const heads[] = { N_("项"), N_("单位"), N_("其中牵头") };
    static const int ends[] = { NUMBER_COLS, 2 * NUMBER_COLS + 1, 3 * NUMBER_COLS + 5 };
    int name_cols = leaders_name_cols(cols);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_clip(lines, name, name_cols - MARGIN, STYLE_DIM);
    for (int i = 0; i < (cols >= WIDE_COLS ? 3 : 1); i++)
        lines_run_to(lines, name_cols + ends[i], text_of(_(heads[i])), STYLE_DIM);
}

/* What a bar of the leaders' page is of, and the most there is. */
struct workload_row {
    struct link link;
    struct text name, title;
    const struct workload *workload;
    bool light;
    uint32_t most;
};

static void workload_line(const struct app *app, const struct workload_row *row, int cols, struct lines *lines)
{
    int name_cols = leaders_name_cols(cols);
    lines_row(lines, row->link, MARGIN);
    lines_clip(lines, lines_printf(lines, "%.*s %.*s", TEXT_ARG(row->name), TEXT_ARG(row->title)),
               name_cols - MARGIN - 1, STYLE_NORMAL);
    stats_lines_number(lines, name_cols + NUMBER_COLS, row->workload->tally.tasks, STYLE_TITLE);
    if (cols >= WIDE_COLS) {
        stats_lines_number(lines, name_cols + 2 * NUMBER_COLS + 1, row->workload->units, STYLE_NORMAL);
        stats_lines_number(lines, name_cols + 3 * NUMBER_COLS + 5, row->workload->leads, STYLE_LEAD);
    }
    lines_tab(lines, workload_cols(cols) + 2);
    stats_lines_bar(app, lines, row->light, row->workload->tally.tasks, row->most, cols - lines_col(lines) - 2);
}

/* Leaders whom the tasks themselves name; Enter on one filters their tasks. */
static void named_lines(const struct app *app, struct stats_data *data, int cols, struct lines *lines)
{
    const struct leaders *leaders = app->index->leaders;
    free(data->named);
    data->named = mem_array(leaders->count, sizeof *data->named);
    data->named_count = 0;
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].named_count)
            data->named[data->named_count++] = i;
    if (!data->named_count)
        return;
    struct workload *workloads = mem_array(leaders->count, sizeof *workloads);
    uint32_t *firsts = mem_array(leaders->count, sizeof *firsts), most = 0;
    workload_leaders(leaders, workloads);
    for (uint32_t t = app->b->tasks_count; t-- > 0 && !hurry_at(t);)
        for (uint32_t i = leaders->of_task_from[t]; i < leaders->of_task_from[t + 1]; i++)
            firsts[leaders->of_task[i]] = t;
    for (uint32_t i = 0; i < leaders->count; i++)
        most = workloads[i].tally.tasks > most ? workloads[i].tally.tasks : most;
    lines_blank(lines);
    workload_head(text_of(_("任务写明的领导")), cols, lines);
    data->named_line = (uint32_t)lines->count;
    for (uint32_t i = 0; i < data->named_count; i++) {
        const struct leader *leader = &leaders->items[data->named[i]];
        workload_line(app,
                      &(struct workload_row){ .link = link_to(LINK_TASK, firsts[data->named[i]]),
                                              .name = leader->forms[LEADER_NAME],
                                              .title = leader->forms[LEADER_TITLE],
                                              .workload = &workloads[data->named[i]],
                                              .most = most },
                      cols, lines);
    }
    free(firsts);
    free(workloads);
}

static void top_line(const struct app *app, uint32_t unit_idx, uint32_t most, int cols, struct lines *lines)
{
    uint32_t lead = app->index->counts[unit_idx].tasks[BOND_LEAD];
    int name_cols = leaders_name_cols(cols);
    lines_row(lines, link_to(LINK_UNIT, unit_idx), MARGIN);
    lines_clip(lines, app->b->units[unit_idx].name, name_cols - MARGIN - 1, STYLE_NORMAL);
    stats_lines_number(lines, name_cols + NUMBER_COLS, lead, STYLE_LEAD);
    lines_tab(lines, name_cols + NUMBER_COLS + 2);
    stats_lines_bar(app, lines, false, lead, most, cols - lines_col(lines) - 2);
}

/* High screens have room below the leaders for the units that lead most. */
static void top_lines(const struct app *app, int cols, struct lines *lines)
{
    enum { CHROME_ROWS = 4, TOP_MIN = 5 };
    int room = app->rows - CHROME_ROWS - (int)lines->count;
    if (app->rows < LAYOUT_TALL_ROWS || room < TOP_MIN || app->b->units_count == 0)
        return;
    uint32_t *rows = mem_array(app->b->units_count, sizeof *rows);
    order_units(app->b, app->index, ORDER_LEAD, rows);
    uint32_t most = app->index->counts[rows[0]].tasks[BOND_LEAD];
    lines_blank(lines);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_run(lines, text_of(_("牵头最多的单位")), STYLE_TITLE);
    for (uint32_t i = 0; i < (uint32_t)room && i < app->b->units_count; i++)
        if (app->index->counts[rows[i]].tasks[BOND_LEAD])
            top_line(app, rows[i], most, cols, lines);
    free(rows);
}

static void leaders_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    (void)order;
    const struct workload *workloads = stats_data_workloads(data, app->b);
    uint32_t most = 0;
    if (hurry())
        return;
    for (uint32_t s = 0; s < b->sections_count; s++)
        if (b->sections[s].tasks.count > most)
            most = b->sections[s].tasks.count;
    if (cols >= WIDE_COLS)
        workload_head(TEXT(""), cols, lines);
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        const struct volume *volume = &b->volumes[v];
        if (b->volumes_count > 1) {
            lines_row(lines, link_to(LINK_VOLUME, v), MARGIN);
            lines_clip(lines, volume->title, cols - MARGIN - 1, STYLE_TITLE);
        }
        for (uint32_t s = volume->sections.from; s < slice_end(volume->sections) && !hurry_at(s); s++) {
            const struct section *section = &b->sections[s];
            bool leader = section->kind == SECTION_LEADER;
            if (section->tasks.count)
                workload_line(app,
                              &(struct workload_row){ .link = link_to(LINK_SECTION, s),
                                                      .name = leader ? section->leader : section->heading,
                                                      .title = leader ? section->title : TEXT(""),
                                                      .workload = &workloads[s],
                                                      .light = section->kind == SECTION_LIVELIHOOD,
                                                      .most = most },
                              cols, lines);
        }
        sum_lines(app, volume, workloads, cols, lines);
        if (v + 1 < b->volumes_count)
            lines_blank(lines);
    }
    named_lines(app, data, cols, lines);
    top_lines(app, cols, lines);
}

static void units_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t *rows = mem_array(b->units_count, sizeof *rows), most = 0;
    order_units(b, app->index, (enum order)order, rows);
    for (uint32_t u = 0; u < b->units_count; u++) {
        uint32_t total = app->index->counts[u].tasks[BOND_LEAD] + app->index->counts[u].tasks[BOND_SUPPORT];
        most = total > most ? total : most;
    }
    int name_cols = units_name_cols(cols), at = name_cols;
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_run(lines, text_of(_("单位")), STYLE_DIM);
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由") };
    for (int i = 0; i < 3; i++)
        lines_run_to(lines, at + (i + 1) * NUMBER_COLS, text_of(_(heads[i])), STYLE_DIM);
    for (uint32_t i = 0; i < b->units_count && !hurry_at(i); i++) {
        const struct counts *counts = &app->index->counts[rows[i]];
        lines_row(lines, link_to(LINK_UNIT, rows[i]), MARGIN);
        lines_clip(lines, b->units[rows[i]].name, name_cols - MARGIN - 1, STYLE_NORMAL);
        stats_lines_number(lines, at + NUMBER_COLS, counts->tasks[BOND_LEAD], STYLE_LEAD);
        stats_lines_number(lines, at + 2 * NUMBER_COLS, counts->tasks[BOND_SUPPORT], STYLE_NORMAL);
        stats_lines_number(lines, at + 3 * NUMBER_COLS, counts->tasks[BOND_VIA], STYLE_DIM);
        lines_tab(lines, at + 3 * NUMBER_COLS + 2);
        int room = cols - lines_col(lines) - 2; /* a column between the bar and the scroll mark */
        stats_lines_bar(app, lines, false, counts->tasks[BOND_LEAD], most, room);
        stats_lines_bar(app, lines, true, counts->tasks[BOND_SUPPORT], most, room);
    }
    free(rows);
    for (uint32_t v = 0; v < b->volumes_count; v++)
        sum_lines(app, &b->volumes[v], stats_data_workloads(data, app->b), cols, lines);
}

static int leaders_cols(int cols)
{
    return workload_cols(cols) + 1;
}

static int units_cols(int cols)
{
    return units_name_cols(cols) + 3 * NUMBER_COLS + 1;
}

static const struct stats_page_row pages[STATS_PAGES_COUNT] = {
    [STATS_LEADERS] = { N_("领导"), 1, false, leaders_lines, leaders_cols },
    [STATS_UNITS] = { N_("单位"), ORDERS_COUNT, false, units_lines, units_cols },
    [STATS_TABLE] = { N_("领导×单位"), ORDERS_COUNT, false, stats_table_lines, NULL },
    [STATS_PAIRS] = { N_("谁同谁"), 1, false, stats_pairs_lines, stats_pairs_cols },
    [STATS_LISTS] = { N_("名单"), 1, false, stats_lists_lines, NULL },
    [STATS_TARGETS] = { N_("指标"), TARGETS_ORDERS_COUNT, true, stats_targets_lines, NULL },
    [STATS_DUE] = { N_("时限"), 1, true, stats_due_lines, NULL },
};

int stats_lines_cols(enum stats_page page, int cols)
{
    return pages[page].cols ? pages[page].cols(cols) : cols;
}

void stats_lines_wait(enum stats_page page, unsigned order, int cols, struct lines *lines)
{
    tabs_line(page, order, cols, lines);
    lines_say(lines, text_of(_("正在统计…")), STYLE_DIM, cols, MARGIN);
}

void stats_lines(const struct app *app, struct stats_data *data, enum stats_page page, unsigned order, int cols,
                 struct lines *lines)
{
    tabs_line(page, order, cols, lines);
    pages[page].lines(app, data, order, cols, lines);
}
