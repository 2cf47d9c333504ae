/* SPDX-License-Identifier: MIT */
/* A task in full: where it stands, its text, and part by part who leads and who supports. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "search/filter.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/app_state.h"
#include "ui/measure.h"
#include "ui/page.h"
#include "ui/units_draw.h"
#include "wording/quantity.h"

enum { MARGIN = 1, LIST_COLS = 64, TOTAL_COLS = 4, TOTALS_MIN_COLS = 36 };

static int measure(int cols)
{
    return measure_cols(cols - MARGIN, MEASURE_COLS + 2 * MARGIN);
}

static void title_line(const struct app *app, const struct task *task, int cols, struct lines *lines)
{
    const struct section *section = task_section(app->b, task);
    uint32_t nth = (uint32_t)(task - &app->b->tasks[section->tasks.from]) + 1;
    struct text where = section->kind == SECTION_LEADER
                            ? lines_printf(lines, "%.*s%s%.*s %.*s  %u/%u", TEXT_ARG(section->leader),
                                           text_empty(section->title) ? "" : " ", TEXT_ARG(section->title),
                                           TEXT_ARG(section->role), nth, section->tasks.count)
                            : lines_printf(lines, "%.*s  %u/%u", TEXT_ARG(section->heading), nth, section->tasks.count);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_run(lines, task->id, STYLE_TITLE);
    int where_cols = width_cols(where, app->ambiguous_cols), at = lines_col(lines) + 2;
    /* The last column is the scroll mark's. */
    if (at + where_cols < cols - MARGIN && cols < MEASURE_NONE)
        at = measure(cols) - where_cols > at ? measure(cols) - where_cols : at;
    lines_tab(lines, at);
    lines_clip(lines, where, cols - MARGIN - at, STYLE_DIM);
}

static void field_line(const char *label, struct text value, int cols, struct lines *lines)
{
    if (text_empty(value))
        return;
    lines_paragraph(lines, &(struct paragraph){ .text = lines_printf(lines, "%s：%.*s", label, TEXT_ARG(value)),
                                                .cols = measure(cols),
                                                .first_indent = MARGIN,
                                                .indent = MARGIN + 2 });
}

/* A unit that nobody has registered; members that the list does not name: said, never invented. */
static struct text unit_note(const struct unit *unit, struct lines *lines)
{
    if (unit->undefined)
        return text_of(_("未登记"));
    if (unit->coverage == COVERAGE_NONE)
        return TEXT("");
    if (unit->members.count == 0)
        return text_of(_("成员未列出"));
    if (unit->coverage == COVERAGE_SOME)
        return text_of(_("其中部分"));
    return lines_printf(lines, unit->others ? _("全体，列出%u个") : _("全体%u个"), unit->members.count);
}

/* What the unit has to do in all, said aside. */
static void add_totals(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    const uint32_t *tasks = app->index->counts[unit_idx].tasks;
    lines_run_to(lines, cols,
                 lines_printf(lines, "%u%*u", tasks[BOND_LEAD], units_count_cols(app, TOTAL_COLS), tasks[BOND_SUPPORT]),
                 STYLE_DIM);
}

/* Above them; whose they are is left out where it does not fit. */
static void totals_head(const struct app *app, int cols, struct lines *lines)
{
    struct text whose = text_of(_("该单位共"));
    int lead_col = cols - 2 * units_count_cols(app, TOTAL_COLS),
        whose_col = lead_col - width_cols(whose, lines->ambiguous_cols);
    if (whose_col > lines_col(lines))
        lines_run_to(lines, lead_col, whose, STYLE_DIM);
    lines_run_to(lines, cols - units_count_cols(app, TOTAL_COLS), text_of(_("牵")), STYLE_DIM);
    lines_run_to(lines, cols, text_of(_("参")), STYLE_DIM);
}

/* One unit of a list: its role's sign, its whole name (wrapped, never cut), its counts. */
static void unit_lines(const struct app *app, const struct duty *duty, int cols, struct lines *lines)
{
    const struct unit *unit = &app->b->units[duty->unit_idx];
    bool leads = duty->role == ROLE_LEAD, totals = cols >= TOTALS_MIN_COLS;
    int name_col = MARGIN + 4, name_cols = cols - name_col - (totals ? 2 * units_count_cols(app, TOTAL_COLS) : 0);
    enum style style = app->filtered.matches && filter_names_unit(app->filter, duty->unit_idx) ? STYLE_MATCH
                       : leads                                                                 ? STYLE_LEAD
                                                                                               : STYLE_SUPPORT;
    struct link link = link_to(LINK_UNIT, duty->unit_idx);
    enum style note_style = unit->undefined ? STYLE_WARNING : STYLE_DIM;
    struct text note = unit_note(unit, lines), line;
    struct wrap wrap;
    bool first = true;
    wrap_init(&wrap, unit->name, name_cols, app->ambiguous_cols);
    while (wrap_next(&wrap, &line)) {
        lines_start(lines, link);
        lines_tab(lines, MARGIN);
        if (first)
            lines_run(lines, text_of(leads ? _("牵") : _("参")), leads ? STYLE_LEAD : STYLE_SUPPORT);
        lines_tab(lines, name_col);
        lines_run(lines, line, style);
        bool last = wrap.next_bytes >= unit->name.bytes;
        int note_cols = width_cols(note, app->ambiguous_cols);
        if (last && note_cols && lines_col(lines) + 2 + note_cols <= name_col + name_cols) {
            lines_tab(lines, lines_col(lines) + 2);
            lines_run(lines, note, note_style);
            note = TEXT("");
        }
        if (first && totals)
            add_totals(app, duty->unit_idx, cols, lines);
        first = false;
    }
    wrap_fini(&wrap);
    if (!text_empty(note)) {
        lines_start(lines, link);
        lines_tab(lines, name_col);
        lines_clip(lines, note, name_cols, note_style);
    }
}

static void list_head(const struct app *app, const struct part *part, int cols, struct lines *lines)
{
    struct text label = text_empty(part->label) ? text_of(_("责任单位")) : part->label;
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_run(lines,
              lines_printf(lines, part->open_ended ? _("%.*s（%u，等）") : _("%.*s（%u）"), TEXT_ARG(label),
                           part->duties.count),
              STYLE_TITLE);
    if (cols >= TOTALS_MIN_COLS && part->duties.count)
        totals_head(app, cols, lines);
}

static void aside(struct text text, int cols, struct lines *lines)
{
    lines_paragraph(lines,
                    &(struct paragraph){
                        .text = text, .style = STYLE_DIM, .cols = cols, .first_indent = MARGIN, .indent = MARGIN + 2 });
}

/*
 * The wording from where it first says other than the names one after the other: 宁波市、嘉兴市政府 for two governments.
 * What stands in the list above word for word is not said again.
 */
static struct text own_wording(const struct app *app, const struct part *part)
{
    static const char *const separators[] = { "、", "，", "；", "及", "和" };
    struct text rest = part->wording;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        struct text name = app->b->units[app->b->duties[part->duties.from + i].unit_idx].name;
        if (!span_starts(text_span(rest), text_span(name)))
            break;
        struct text behind = text_slice(rest, name.bytes, rest.bytes);
        if (text_empty(behind) || (part->open_ended && text_equal(behind, TEXT("等"))))
            return TEXT("");
        size_t separator_bytes = 0;
        for (size_t s = 0; s < sizeof separators / sizeof *separators; s++)
            if (span_starts(text_span(behind), span_of(separators[s])))
                separator_bytes = strlen(separators[s]);
        if (!separator_bytes)
            break;
        rest = text_slice(behind, separator_bytes, behind.bytes);
    }
    return rest;
}

static void wording_lines(const struct app *app, const struct part *part, int cols, struct lines *lines)
{
    struct text wording = cols < MEASURE_NONE ? own_wording(app, part) : part->wording;
    if (part->wording_given && !text_empty(wording))
        aside(lines_printf(lines, wording.bytes < part->wording.bytes ? _("原文：…%.*s") : _("原文：%.*s"),
                           TEXT_ARG(wording)),
              measure(cols), lines);
}

enum { STRETCHES_MAX = 64 };

/* What the filter matched, and the figures of targets where it matched nothing; in order. */
static uint32_t part_stretches(const struct app *app, const struct part *part, struct stretch all[STRETCHES_MAX])
{
    struct stretch matched[STRETCHES_MAX];
    struct quantities figures = { 0 };
    uint32_t matched_count =
        app->filtered.matches ? filter_stretches(app->filter, part->text, matched, STRETCHES_MAX) : 0;
    uint32_t m = 0, f = 0, count = 0;
    quantity_find(part->text, &figures);
    while ((m < matched_count || f < figures.count) && count < STRETCHES_MAX) {
        const struct quantity *next = f < figures.count ? &figures.items[f] : NULL;
        bool figure = next && (m == matched_count || next->to_bytes <= matched[m].from_bytes);
        if (figure)
            all[count++] = (struct stretch){ (uint32_t)next->from_bytes, (uint32_t)next->to_bytes, STYLE_FIGURE };
        else if (next && next->from_bytes < matched[m].to_bytes)
            figure = true; /* it lies over what is matched: that is shown */
        else
            all[count++] = matched[m++];
        f += figure;
    }
    free(figures.items);
    return count;
}

static void part_lines(const struct app *app, const struct part *part, int cols, struct lines *lines)
{
    struct stretch stretches[STRETCHES_MAX];
    uint32_t count = part_stretches(app, part, stretches);
    int text_cols = measure(cols);
    lines_blank(lines);
    lines_paragraph(lines, &(struct paragraph){ .text = part->text,
                                                .style = STYLE_NORMAL,
                                                .cols = text_cols,
                                                .first_indent = MARGIN,
                                                .indent = MARGIN,
                                                .stretches = stretches,
                                                .stretches_count = count });
    lines_blank(lines);
    int list_cols = text_cols < LIST_COLS ? text_cols : LIST_COLS;
    list_head(app, part, list_cols, lines);
    for (uint32_t i = 0; i < part->duties.count; i++)
        unit_lines(app, &app->b->duties[part->duties.from + i], list_cols, lines);
    if (part->duties.count == 0)
        aside(text_of(_("（没有列出单位）")), text_cols, lines);
    if (part->open_ended)
        aside(text_of(_("等：名单未尽，通知没有列全")), text_cols, lines);
    wording_lines(app, part, cols, lines);
    for (uint32_t i = 0; i < part->notes.count; i++)
        aside(lines_printf(lines, _("注：%.*s"), TEXT_ARG(app->b->texts[part->notes.from + i])), text_cols, lines);
}

void page_task_lines(const struct app *app, uint32_t task_idx, int cols, struct lines *lines)
{
    const struct task *task = &app->b->tasks[task_idx];
    title_line(app, task, cols, lines);
    for (uint32_t i = 0; i < task->parts.count; i++)
        part_lines(app, &app->b->parts[task->parts.from + i], cols, lines);
    if (!text_empty(task->due) || !text_empty(task->leader) || !text_empty(task->contact))
        lines_blank(lines);
    field_line(_("完成时限"), task->due, cols, lines);
    field_line(_("牵头领导"), task->leader, cols, lines);
    field_line(_("联系人"), task->contact, cols, lines);
}
