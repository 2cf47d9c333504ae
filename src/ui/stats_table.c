/* SPDX-License-Identifier: MIT */
#include "ui/stats_lines.h"

#include <stdlib.h>

#include "base/hurry.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/glyph.h"
#include "ui/link.h"

enum { MARGIN = 1, TOTAL_COLS = 5, NAME_MIN_COLS = 10, NAME_GOOD_COLS = 16, ENTRY_MAX_COLS = 24, LEGEND_ROWS_MAX = 3 };

/*
 * How often each unit stands in each section, lead or support: of the sections shown, and altogether.  Units times all
 * sections would be more than the file.
 */
struct unit_sections {
    uint32_t shown;   /* sections */
    uint32_t *cells;  /* units × shown, row by row */
    uint32_t *totals; /* by unit */
};

static struct unit_sections count_table(const struct breakdown *b, uint32_t shown)
{
    struct unit_sections table = { .shown = shown };
    table.cells = mem_array((size_t)b->units_count * shown, sizeof *table.cells);
    table.totals = mem_array(b->units_count, sizeof *table.totals);
    for (uint32_t i = 0; i < b->parts_count && !hurry_at(i); i++) {
        struct slice duties = b->parts[i].duties;
        uint32_t section_idx = b->tasks[b->parts[i].task_idx].section_idx;
        for (uint32_t d = duties.from; d < slice_end(duties); d++) {
            uint32_t unit_idx = b->duties[d].unit_idx;
            table.totals[unit_idx]++;
            if (section_idx < shown)
                table.cells[(size_t)unit_idx * shown + section_idx]++;
        }
    }
    return table;
}

/* 一 二 三 as the sections are numbered, in figures where one of them is too wide (十一). */
static struct text column_head(const struct section *section, uint32_t nth, bool figures, struct lines *lines)
{
    if (section->kind == SECTION_LIVELIHOOD)
        return text_of(_("民"));
    return figures || text_empty(section->no) ? lines_printf(lines, "%u", nth + 1) : section->no;
}

static bool heads_too_wide(const struct app *app, int cell_cols)
{
    for (uint32_t s = 0; s < app->b->sections_count; s++)
        if (width_cols(app->b->sections[s].no, app->ambiguous_cols) >= cell_cols)
            return true;
    return false;
}

/* The densest cells: those of at least 4 in the top tenth of those that are not empty. */
static uint32_t dense_from(const struct unit_sections *table, uint32_t units_count)
{
    enum { MOST = 255 };
    uint32_t counts[MOST + 1] = { 0 }, filled = 0, seen = 0, value = MOST; /* cells of so many; the last: or more */
    for (size_t i = 0; i < (size_t)units_count * table->shown; i++) {
        counts[table->cells[i] < MOST ? table->cells[i] : MOST]++;
        filled += table->cells[i] > 0;
    }
    while (value > 4 && (seen += counts[value]) < filled / 10 + (filled % 10 > 0))
        value--;
    return value;
}

/* What a column is, in a word: 冯飞, 民生实事, a heading. */
static struct text column_name(const struct section *section)
{
    return section->kind == SECTION_LEADER       ? section->leader
           : section->kind == SECTION_LIVELIHOOD ? text_of(_("民生实事"))
                                                 : section->heading;
}

/* 一 袁家军  二 冯飞 …, in a few lines; of many columns the first. */
static void columns_legend(const struct app *app, int cols, uint32_t shown, bool figures, struct lines *lines)
{
    const struct breakdown *b = app->b;
    int rows = 0;
    for (uint32_t s = 0; s < shown; s++) {
        struct text no = column_head(&b->sections[s], s, figures, lines);
        struct text entry = lines_printf(lines, "%.*s %.*s", TEXT_ARG(no), TEXT_ARG(column_name(&b->sections[s])));
        int entry_cols = width_cols(entry, lines->ambiguous_cols);
        entry_cols = entry_cols > ENTRY_MAX_COLS ? ENTRY_MAX_COLS : entry_cols;
        if (rows == 0 || lines_col(lines) + 2 + entry_cols > cols - MARGIN) {
            if (rows++ == LEGEND_ROWS_MAX) {
                lines_run(lines, TEXT(" …"), STYLE_DIM);
                break;
            }
            lines_row(lines, (struct link){ 0 }, MARGIN);
        } else {
            lines_tab(lines, lines_col(lines) + 2);
        }
        lines_clip(lines, entry, entry_cols, STYLE_DIM);
    }
}

/* Before the table: what the columns are, which cells are dense, and how many columns found no room. */
static void table_legend(const struct app *app, int cols, uint32_t shown, bool figures, uint32_t dense,
                         struct lines *lines)
{
    const struct breakdown *b = app->b;
    columns_legend(app, cols, shown, figures, lines);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_clip(lines, lines_printf(lines, _("* 不少于 %u 项（牵头和参与，民生实事按分项计）"), dense), cols - MARGIN,
               STYLE_DIM);
    if (shown < b->sections_count) {
        lines_row(lines, (struct link){ 0 }, MARGIN);
        lines_clip(lines, lines_printf(lines, _("屏幕不够宽，另有 %u 列没有列出，计入合计"), b->sections_count - shown),
                   cols - MARGIN, STYLE_WARNING);
    }
    lines_blank(lines);
}

void stats_table_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines)
{
    (void)data;
    const struct breakdown *b = app->b;
    uint32_t *rows = mem_array(b->units_count, sizeof *rows);
    order_units(b, app->index, (enum order)order, rows);
    /* Narrower cells before a column is lost. */
    int cell_cols = 4, total_cols = TOTAL_COLS;
    if (cols - (int)b->sections_count * cell_cols - total_cols - 2 < NAME_GOOD_COLS)
        cell_cols = 3;
    int name_cols = cols - (int)b->sections_count * cell_cols - total_cols - 2; /* and one before the scroll mark */
    if (name_cols < NAME_MIN_COLS)
        total_cols--;
    name_cols = name_cols > 36 ? 36 : name_cols < NAME_MIN_COLS ? NAME_MIN_COLS : name_cols;
    uint32_t shown = 0;
    while (shown < b->sections_count && name_cols + (int)(shown + 1) * cell_cols + total_cols < cols - 1)
        shown++;
    bool figures = heads_too_wide(app, cell_cols);
    struct unit_sections table = count_table(b, shown);
    uint32_t dense = dense_from(&table, b->units_count);
    struct text many = glyph_of(GLYPH_MANY, app->ambiguous_cols, app->ascii);
    table_legend(app, cols, shown, figures, dense, lines);
    lines_start(lines, (struct link){ 0 });
    for (uint32_t s = 0; s < shown; s++)
        lines_run_to(lines, name_cols + (int)(s + 1) * cell_cols, column_head(&b->sections[s], s, figures, lines),
                     STYLE_DIM);
    lines_run_to(lines, name_cols + (int)shown * cell_cols + total_cols, text_of(_("计")), STYLE_DIM);
    for (uint32_t i = 0; i < b->units_count && !hurry(); i++) {
        const uint32_t *row = table.cells + (size_t)rows[i] * shown;
        lines_row(lines, link_to(LINK_UNIT, rows[i]), MARGIN);
        lines_clip(lines, b->units[rows[i]].name, name_cols - MARGIN - 1, STYLE_NORMAL);
        bool starred = false; /* the sign parts two numbers as a blank does */
        for (uint32_t s = 0; s < shown; s++) {
            if (row[s] == 0)
                continue;
            bool is_dense = row[s] >= dense;
            int end = name_cols + (int)(s + 1) * cell_cols;
            enum style style = is_dense ? STYLE_LEAD : STYLE_NORMAL;
            if (starred)
                lines_run_to(lines, end, lines_printf(lines, "%u", row[s]), style);
            else
                stats_lines_number(lines, end, row[s], style);
            starred = is_dense && many.bytes && lines_col(lines) == end;
            if (starred)
                lines_run(lines, many, style);
        }
        stats_lines_number(lines, name_cols + (int)shown * cell_cols + total_cols, table.totals[rows[i]], STYLE_TITLE);
    }
    free(table.cells);
    free(table.totals);
    free(rows);
}
