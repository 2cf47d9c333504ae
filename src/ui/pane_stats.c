/* SPDX-License-Identifier: MIT */
/* Statistics: by leader, by unit, leader by unit; with the sum check in words. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/state.h"

enum { MARGIN = 1, NUMBER_COLS = 5, BAR_MAX_COLS = 60, NAME_MIN_COLS = 16 };

static void cell(struct lines *lines, int end_col, uint32_t number, enum style style)
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

static void tabs_line(const struct app *app, struct lines *lines)
{
    static const char *const names[] = { N_("按领导"), N_("按单位"), N_("领导×单位") };
    lines_start(lines, (struct link){ 0 });
    for (int i = 0; i < STATS_PAGES_COUNT; i++) {
        lines_tab(lines, lines_col(lines) + (i ? 2 : MARGIN));
        struct buf buf = { 0 };
        bool here = (int)app->stats_page == i;
        lines_run(lines, say(&buf, here ? "[%s]" : " %s ", _(names[i])), here ? STYLE_TITLE : STYLE_DIM);
        buf_fini(&buf);
    }
    lines_blank(lines);
}

/* 193 项 = 9+51+19+10+31+26+9+19+19; livelihood items apart. One sum a volume. */
static void sum_lines(const struct app *app, const struct volume *volume, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    struct buf sum = { 0 }, buf = { 0 };
    uint32_t tasks = 0, items = 0, parts = 0, roles[2] = { 0 };
    for (uint32_t s = volume->sections.from; s < volume->sections.from + volume->sections.count; s++) {
        const struct section *section = &b->sections[s];
        bool livelihood = section->kind == SECTION_LIVELIHOOD;
        if (section->tasks.count && !livelihood)
            buf_printf(&sum, "%s%u", tasks ? "+" : "", section->tasks.count);
        *(livelihood ? &items : &tasks) += section->tasks.count;
        for (uint32_t t = section->tasks.from; t < section->tasks.from + section->tasks.count; t++)
            for (uint32_t p = 0; p < b->tasks[t].parts.count; p++) {
                const struct part *part = &b->parts[b->tasks[t].parts.from + p];
                parts += livelihood;
                for (int role = 0; role < 2 && !livelihood; role++)
                    roles[role] += part_role_count(b, part, (enum role)role);
            }
    }
    struct paragraph p = { .style = STYLE_NORMAL, .cols = cols, .first_indent = MARGIN, .indent = MARGIN };
    lines_blank(lines);
    p.text = say(&buf, _("%u 项 = %s；牵头 %u，参与 %u"), tasks, sum.at ? sum.at : "0", roles[ROLE_LEAD],
                 roles[ROLE_SUPPORT]);
    lines_paragraph(lines, &p);
    if (items) {
        p.text = say(&buf, _("另有民生实事 %u 项，%u 个分项，不计在内"), items, parts);
        lines_paragraph(lines, &p);
    }
    buf_fini(&sum);
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
    cell(lines, name_cols + NUMBER_COLS, section->tasks.count, STYLE_TITLE);
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

static void units_lines(const struct app *app, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t *rows = mem_array(b->units_count, sizeof *rows), most = 0;
    units_order(app, app->stats_sort, rows);
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
        cell(lines, at + NUMBER_COLS, counts->tasks[BOND_LEAD], STYLE_LEAD);
        cell(lines, at + 2 * NUMBER_COLS, counts->tasks[BOND_SUPPORT], STYLE_NORMAL);
        cell(lines, at + 3 * NUMBER_COLS, counts->tasks[BOND_VIA], STYLE_DIM);
        lines_tab(lines, at + 3 * NUMBER_COLS + 2);
        int room = cols - lines_col(lines) - 2; /* a column between the bar and the scroll mark */
        bar(app, lines, GLYPH_BAR, counts->tasks[BOND_LEAD], most, room);
        bar(app, lines, GLYPH_LIGHT, counts->tasks[BOND_SUPPORT], most, room);
    }
    free(rows);
    sums_lines(app, cols, lines);
}

/* How often each unit stands in each section, lead or support: units × sections, row by row. */
static uint32_t *count_table(const struct breakdown *b)
{
    uint32_t *table = mem_array((size_t)b->units_count * b->sections_count, sizeof *table);
    for (uint32_t d = 0; d < b->duties_count; d++) {
        const struct duty *duty = &b->duties[d];
        uint32_t section = b->tasks[b->parts[duty->part_idx].task_idx].section_idx;
        table[(size_t)duty->unit_idx * b->sections_count + section]++;
    }
    return table;
}

/* 一 二 三 as the sections are numbered, in figures where one of them is too wide (十一). */
static struct text column_head(const struct section *section, uint32_t nth, bool figures, struct buf *buf)
{
    if (section->kind == SECTION_LIVELIHOOD)
        return text_of(_("民"));
    return figures || text_empty(section->no) ? say(buf, "%u", nth + 1) : section->no;
}

static bool heads_too_wide(const struct app *app, int cell_cols)
{
    for (uint32_t s = 0; s < app->b->sections_count; s++)
        if (width_cols(app->b->sections[s].no, app->ambiguous_cols) >= cell_cols)
            return true;
    return false;
}

/* The densest cells: those of at least 4 in the top tenth of all that are not empty. */
static uint32_t dense_from(const uint32_t *table, size_t count)
{
    uint32_t histogram[256] = { 0 }, filled = 0, seen = 0;
    for (size_t i = 0; i < count; i++)
        if (table[i]) {
            histogram[table[i] < 255 ? table[i] : 255]++;
            filled++;
        }
    for (uint32_t value = 255; value > 4; value--) {
        seen += histogram[value];
        if (seen * 10 >= filled)
            return value;
    }
    return 4;
}

/* What the columns are, which cells are dense, and how many columns found no room. */
static void table_legend(const struct app *app, int cols, uint32_t shown, bool figures, uint32_t dense,
                         struct lines *lines)
{
    const struct breakdown *b = app->b;
    struct buf buf = { 0 };
    lines_blank(lines);
    for (uint32_t s = 0; s < shown; s++) {
        const struct section *section = &b->sections[s];
        lines_start(lines, link_to(LINK_SECTION, s));
        lines_tab(lines, MARGIN);
        lines_run(lines, column_head(section, s, figures, &buf), STYLE_DIM);
        lines_tab(lines, MARGIN + 4);
        lines_run_clipped(lines, section->heading, cols - MARGIN - 5, STYLE_NORMAL, NULL, 0);
    }
    lines_start(lines, (struct link){ 0 });
    lines_tab(lines, MARGIN);
    lines_run_clipped(lines, say(&buf, _("* 不少于 %u 项（牵头和参与，民生实事按分项计）"), dense), cols - MARGIN,
                      STYLE_DIM, NULL, 0);
    if (shown < b->sections_count) {
        lines_start(lines, (struct link){ 0 });
        lines_tab(lines, MARGIN);
        lines_run_clipped(lines, say(&buf, _("屏幕不够宽，另有 %u 列没有列出，计入合计"), b->sections_count - shown),
                          cols - MARGIN, STYLE_WARNING, NULL, 0);
    }
    buf_fini(&buf);
}

static void table_lines(const struct app *app, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t *rows = mem_array(b->units_count, sizeof *rows), *table = count_table(b);
    units_order(app, app->stats_sort, rows);
    /* Narrower cells before a column is lost. */
    int cell_cols = 4;
    if (cols - (int)b->sections_count * cell_cols - NUMBER_COLS - 2 < NAME_MIN_COLS)
        cell_cols = 3;
    int name_cols = cols - (int)b->sections_count * cell_cols - NUMBER_COLS - 1;
    name_cols = name_cols > 36 ? 36 : name_cols < NAME_MIN_COLS - 6 ? NAME_MIN_COLS - 6 : name_cols;
    uint32_t shown = 0;
    while (shown < b->sections_count && name_cols + (int)(shown + 1) * cell_cols + NUMBER_COLS < cols)
        shown++;
    bool figures = heads_too_wide(app, cell_cols);
    uint32_t dense = dense_from(table, (size_t)b->units_count * b->sections_count);
    struct text many = glyph_of(GLYPH_MANY, app->ambiguous_cols, app->ascii);
    struct buf buf = { 0 };
    lines_start(lines, (struct link){ 0 });
    for (uint32_t s = 0; s < shown; s++) {
        struct text head = column_head(&b->sections[s], s, figures, &buf);
        lines_tab(lines, name_cols + (int)(s + 1) * cell_cols - width_cols(head, lines->ambiguous_cols));
        lines_run(lines, head, STYLE_DIM);
    }
    lines_tab(lines, name_cols + (int)shown * cell_cols + NUMBER_COLS - 2);
    lines_run(lines, text_of(_("计")), STYLE_DIM);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const uint32_t *row = &table[(size_t)rows[i] * b->sections_count];
        uint32_t total = 0;
        lines_start(lines, link_to(LINK_UNIT, rows[i]));
        lines_tab(lines, MARGIN);
        lines_run_clipped(lines, b->units[rows[i]].name, name_cols - MARGIN - 1, STYLE_NORMAL, NULL, 0);
        for (uint32_t s = 0; s < b->sections_count; s++) {
            total += row[s];
            if (s >= shown || row[s] == 0)
                continue;
            bool is_dense = row[s] >= dense;
            int end = name_cols + (int)(s + 1) * cell_cols;
            cell(lines, end, row[s], is_dense ? STYLE_LEAD : STYLE_NORMAL);
            if (is_dense && many.bytes && lines_col(lines) == end)
                lines_run(lines, many, STYLE_LEAD);
        }
        cell(lines, name_cols + (int)shown * cell_cols + NUMBER_COLS, total, STYLE_TITLE);
    }
    table_legend(app, cols, shown, figures, dense, lines);
    buf_fini(&buf);
    free(rows);
    free(table);
}

void pane_stats_lines(const struct app *app, int cols, struct lines *lines)
{
    tabs_line(app, lines);
    if (app->stats_page == STATS_LEADERS)
        leaders_lines(app, cols, lines);
    else if (app->stats_page == STATS_UNITS)
        units_lines(app, cols, lines);
    else
        table_lines(app, cols, lines);
}

/* Heads and sums are no place for the cursor. */
void stats_step(struct app *app, int direction)
{
    const struct lines *lines = &app->stats;
    long at = (long)app->stats_scroll.cursor, count = (long)lines->count;
    for (long i = at; i >= 0 && i < count; i += direction < 0 ? -1 : 1)
        if (lines->lines[i].link.kind) {
            app->stats_scroll.cursor = (uint32_t)i;
            return;
        }
    for (long i = at; i >= 0 && i < count; i += direction < 0 ? 1 : -1)
        if (lines->lines[i].link.kind) {
            app->stats_scroll.cursor = (uint32_t)i;
            return;
        }
}

struct link stats_selected(const struct app *app)
{
    uint32_t cursor = app->stats_scroll.cursor;
    return cursor < app->stats.count ? app->stats.lines[cursor].link : (struct link){ 0 };
}

uint32_t stats_place(const struct app *app, uint32_t *count)
{
    uint32_t nth = 0;
    *count = 0;
    for (size_t i = 0; i < app->stats.count; i++) {
        *count += app->stats.lines[i].link_starts;
        if (i <= app->stats_scroll.cursor)
            nth = *count;
    }
    return nth;
}

void stats_forget(struct app *app, struct anchor anchor)
{
    lines_fini(&app->stats);
    lines_init(&app->stats, app->ambiguous_cols);
    app->stats_cols = 0;
    app->stats_anchor = anchor;
}

void stats_make(struct app *app)
{
    if (app->stats_cols == app->cols && app->stats.ambiguous_cols == app->ambiguous_cols)
        return;
    /* Another width, and the same cursor. */
    stats_forget(app, app->stats_cols ? anchor_at(&app->stats, app->stats_scroll.cursor) : app->stats_anchor);
    pane_stats_lines(app, app->cols, &app->stats);
    app->stats_cols = app->cols;
    app->stats_scroll.cursor = anchor_find(&app->stats, app->stats_anchor, app->stats_scroll.cursor);
    scroll_move(&app->stats_scroll, 0, (uint32_t)app->stats.count);
    stats_step(app, 0);
}

/* The lines before the first that can be chosen stay in sight, where there is room for more than them. */
int stats_head_rows(const struct app *app)
{
    int heads = 0, rows = app_layout(app).body_rows;
    while (heads < (int)app->stats.count && !app->stats.lines[heads].link.kind)
        heads++;
    return rows >= 2 * heads ? heads : 0;
}

/* The bars stay out of the selected row's colour: in one colour they would be lost in it. */
static int selected_cols(const struct app *app, int cols)
{
    if (stats_selected(app).kind == LINK_VOLUME || app->stats_page == STATS_TABLE)
        return cols;
    return app->stats_page == STATS_LEADERS ? leaders_name_cols(cols) + NUMBER_COLS + 1
                                            : units_name_cols(cols) + 3 * NUMBER_COLS + 1;
}

void pane_stats_settle(struct app *app, int rows)
{
    stats_make(app);
    uint32_t heads = (uint32_t)stats_head_rows(app), count = (uint32_t)app->stats.count - heads;
    struct scroll *scroll = &app->stats_scroll;
    struct scroll body = { .cursor = scroll->cursor > heads ? scroll->cursor - heads : 0,
                           .top = scroll->top > heads ? scroll->top - heads : 0 };
    /* Sums, and heads that do not stay, cannot be chosen: they come with the first and the last line that can. */
    uint32_t links, nth = stats_place(app, &links);
    if (nth == 1)
        body.top = 0;
    else if (nth == links)
        body.top = count;
    scroll_fit(&body, count, rows - (int)heads);
    *scroll = (struct scroll){ .cursor = body.cursor + heads, .top = body.top + heads };
}

void pane_stats_draw(const struct app *app, struct grid *grid, int row, int rows)
{
    int heads = stats_head_rows(app);
    const struct scroll *scroll = &app->stats_scroll;
    lines_draw(&app->stats, grid, row, heads, 0, grid->cols, 0, NO_IDX, STYLE_FOCUS);
    row += heads;
    rows -= heads;
    lines_draw(&app->stats, grid, row, rows, 0, grid->cols, scroll->top, NO_IDX, STYLE_FOCUS);
    lines_draw(&app->stats, grid, row + (int)(scroll->cursor - scroll->top), 1, 0, selected_cols(app, grid->cols),
               scroll->cursor, scroll->cursor, STYLE_FOCUS);
    scroll_thumb(grid, row, rows, grid->cols - 1, scroll->top - (uint32_t)heads,
                 (uint32_t)app->stats.count - (uint32_t)heads, glyph_text(grid, GLYPH_THUMB));
}
