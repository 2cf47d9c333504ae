/* SPDX-License-Identifier: MIT */
#include "ui/stats_lines.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/tally.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/glyph.h"
#include "ui/layout.h"
#include "ui/link.h"
#include "ui/say.h"
#include "ui/stats_table.h"

enum { MARGIN = 1, NUMBER_COLS = 5, BAR_MAX_COLS = 60 };

void stats_lines_number(struct lines *lines, int end_col, uint32_t number, enum style style)
{
    struct buf buf = { 0 };
    struct text text = say(&buf, "%u", number);
    if (number == 0)
        style = STYLE_DIM; /* as in the list of units */
    lines_tab(lines, end_col - width_cols(text, lines->ambiguous_cols));
    lines_run(lines, text, style);
    buf_fini(&buf);
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

static void bar(const struct app *app, struct lines *lines, enum glyph glyph, uint32_t value, uint32_t most, int room)
{
    struct text sign = glyph_of(glyph, app->ambiguous_cols, app->ascii);
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

static void tabs_line(enum stats_page page, struct lines *lines)
{
    static const char *const names[] = { N_("按领导"), N_("按单位"), N_("领导×单位") };
    lines_start(lines, (struct link){ 0 });
    for (int i = 0; i < STATS_PAGES_COUNT; i++) {
        lines_tab(lines, lines_col(lines) + (i ? 2 : MARGIN));
        struct buf buf = { 0 };
        bool here = (int)page == i;
        lines_run(lines, say(&buf, here ? "[%s]" : " %s ", _(names[i])), here ? STYLE_TITLE : STYLE_DIM);
        buf_fini(&buf);
    }
    lines_blank(lines);
}

/* 193 项 = 9+51+…; livelihood items apart. One sum a volume. */
static void sum_lines(const struct app *app, const struct volume *volume, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    struct buf terms = { 0 }, buf = { 0 };
    struct tally tasks = tally_volume(b, volume, false), items = tally_volume(b, volume, true);
    struct paragraph p = { .style = STYLE_NORMAL, .cols = cols, .first_indent = MARGIN, .indent = MARGIN };
    tally_terms(b, volume, &terms);
    lines_blank(lines);
    p.text = say(&buf, _("%u 项 = %s；牵头 %u，参与 %u"), tasks.tasks, terms.at, tasks.lead, tasks.support);
    lines_paragraph(lines, &p);
    if (items.tasks) {
        p.text = say(&buf, _("另有民生实事 %u 项，%u 个分项，不计在内"), items.tasks, items.parts);
        lines_paragraph(lines, &p);
    }
    buf_fini(&terms);
    buf_fini(&buf);
}

static void sums_lines(const struct app *app, int cols, struct lines *lines)
{
    for (uint32_t v = 0; v < app->b->volumes_count; v++)
        sum_lines(app, &app->b->volumes[v], cols, lines);
}

static void leader_line(const struct app *app, uint32_t section_idx, uint32_t most, int cols, struct lines *lines)
{
    const struct section *section = &app->b->sections[section_idx];
    int name_cols = leaders_name_cols(cols);
    struct buf name = { 0 };
    lines_start(lines, link_to(LINK_SECTION, section_idx));
    lines_tab(lines, MARGIN);
    if (section->kind == SECTION_LEADER)
        say(&name, "%.*s %.*s", TEXT_ARG(section->leader), TEXT_ARG(section->title));
    else
        say(&name, "%.*s", TEXT_ARG(section->heading));
    lines_run_clipped(lines, text_composed(buf_view(&name)), name_cols - MARGIN - 1, STYLE_NORMAL, NULL, 0);
    stats_lines_number(lines, name_cols + NUMBER_COLS, section->tasks.count, STYLE_TITLE);
    lines_tab(lines, name_cols + NUMBER_COLS + 2);
    bar(app, lines, section->kind == SECTION_LIVELIHOOD ? GLYPH_LIGHT : GLYPH_BAR, section->tasks.count, most,
        cols - lines_col(lines) - 2);
    buf_fini(&name);
}

static void leaders_lines(const struct app *app, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t most = 0;
    for (uint32_t s = 0; s < b->sections_count; s++)
        if (b->sections[s].tasks.count > most)
            most = b->sections[s].tasks.count;
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        const struct volume *volume = &b->volumes[v];
        if (b->volumes_count > 1) {
            lines_start(lines, link_to(LINK_VOLUME, v));
            lines_tab(lines, MARGIN);
            lines_run_clipped(lines, volume->title, cols - MARGIN - 1, STYLE_TITLE, NULL, 0);
        }
        for (uint32_t s = volume->sections.from; s < volume->sections.from + volume->sections.count; s++)
            if (b->sections[s].tasks.count)
                leader_line(app, s, most, cols, lines);
        sum_lines(app, volume, cols, lines);
        if (v + 1 < b->volumes_count)
            lines_blank(lines);
    }
}

static void top_line(const struct app *app, uint32_t unit_idx, uint32_t most, int cols, struct lines *lines)
{
    uint32_t lead = app->index->counts[unit_idx].tasks[BOND_LEAD];
    int name_cols = leaders_name_cols(cols);
    lines_start(lines, link_to(LINK_UNIT, unit_idx));
    lines_tab(lines, MARGIN);
    lines_run_clipped(lines, app->b->units[unit_idx].name, name_cols - MARGIN - 1, STYLE_NORMAL, NULL, 0);
    stats_lines_number(lines, name_cols + NUMBER_COLS, lead, STYLE_LEAD);
    lines_tab(lines, name_cols + NUMBER_COLS + 2);
    bar(app, lines, GLYPH_BAR, lead, most, cols - lines_col(lines) - 2);
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
    lines_start(lines, (struct link){ 0 });
    lines_tab(lines, MARGIN);
    lines_run(lines, text_of(_("牵头最多的单位")), STYLE_TITLE);
    for (uint32_t i = 0; i < (uint32_t)room && i < app->b->units_count; i++)
        if (app->index->counts[rows[i]].tasks[BOND_LEAD])
            top_line(app, rows[i], most, cols, lines);
    free(rows);
}

static void units_lines(const struct app *app, enum order order, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t *rows = mem_array(b->units_count, sizeof *rows), most = 0;
    order_units(b, app->index, order, rows);
    for (uint32_t u = 0; u < b->units_count; u++) {
        uint32_t total = app->index->counts[u].tasks[BOND_LEAD] + app->index->counts[u].tasks[BOND_SUPPORT];
        most = total > most ? total : most;
    }
    int name_cols = units_name_cols(cols), at = name_cols;
    lines_start(lines, (struct link){ 0 });
    lines_tab(lines, MARGIN);
    lines_run(lines, text_of(_("单位")), STYLE_DIM);
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由") };
    for (int i = 0; i < 3; i++)
        lines_tab(lines, at + (i + 1) * NUMBER_COLS - 4), lines_run(lines, text_of(_(heads[i])), STYLE_DIM);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &app->index->counts[rows[i]];
        lines_start(lines, link_to(LINK_UNIT, rows[i]));
        lines_tab(lines, MARGIN);
        lines_run_clipped(lines, b->units[rows[i]].name, name_cols - MARGIN - 1, STYLE_NORMAL, NULL, 0);
        stats_lines_number(lines, at + NUMBER_COLS, counts->tasks[BOND_LEAD], STYLE_LEAD);
        stats_lines_number(lines, at + 2 * NUMBER_COLS, counts->tasks[BOND_SUPPORT], STYLE_NORMAL);
        stats_lines_number(lines, at + 3 * NUMBER_COLS, counts->tasks[BOND_VIA], STYLE_DIM);
        lines_tab(lines, at + 3 * NUMBER_COLS + 2);
        int room = cols - lines_col(lines) - 2; /* a column between the bar and the scroll mark */
        bar(app, lines, GLYPH_BAR, counts->tasks[BOND_LEAD], most, room);
        bar(app, lines, GLYPH_LIGHT, counts->tasks[BOND_SUPPORT], most, room);
    }
    free(rows);
    sums_lines(app, cols, lines);
}

int stats_lines_cols(enum stats_page page, int cols)
{
    switch (page) {
    case STATS_LEADERS:
        return leaders_name_cols(cols) + NUMBER_COLS + 1;
    case STATS_UNITS:
        return units_name_cols(cols) + 3 * NUMBER_COLS + 1;
    default:
        return cols;
    }
}

void stats_lines(const struct app *app, enum stats_page page, enum order order, int cols, struct lines *lines)
{
    tabs_line(page, lines);
    if (page == STATS_UNITS) {
        units_lines(app, order, cols, lines);
    } else if (page == STATS_TABLE) {
        stats_table_lines(app, order, cols, lines);
    } else {
        leaders_lines(app, cols, lines);
        top_lines(app, cols, lines);
    }
}
