/* SPDX-License-Identifier: MIT */
#include "ui/compare_lines.h"

#include <stdlib.h>

#include "base/hurry.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/sheet.h"
#include "ui/app_state.h"
#include "ui/compare_section.h"
#include "ui/link.h"
#include "ui/measure.h"

enum { MARGIN = 2, TITLE_MIN_COLS = 4 };

/* A lead that came, went or changed its place. */
static bool has_other_lead(const struct diff_task *change)
{
    for (uint32_t i = 0; i < change->units_count; i++)
        if (change->units[i].kind == DIFF_UNIT_LEADS || change->units[i].kind == DIFF_UNIT_SUPPORTS ||
            change->units[i].role == ROLE_LEAD)
            return true;
    return false;
}

static void put_kinds(const struct diff_task *change, struct buf *out)
{
    const struct {
        bool holds;
        const char *word;
    } kinds[] = {
        { change->kind == DIFF_ADDED, _("新增") },
        { change->kind == DIFF_REMOVED, _("删去") },
        { change->changes & DIFF_REWORDED, _("改写") },
        { has_other_lead(change), _("换牵头") },
        { change->changes & DIFF_UNITS && !has_other_lead(change), _("换单位") },
        { change->changes & DIFF_MOVED, _("移动") },
        { change->changes & (DIFF_LABEL | DIFF_NOTES | DIFF_WORDING | DIFF_FIELDS), _("其他") },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].holds)
            buf_printf(out, "%s%s", out->bytes ? " " : "", kinds[i].word);
}

/* The task that stands for the change: the new one, or the one that is gone. */
static const struct task *task_of(const struct breakdown *b, const struct diff_task *change)
{
    return &b->tasks[change->kind == DIFF_REMOVED ? change->old_task_idx : change->new_task_idx];
}

static void change_line(const struct breakdown *b, const struct diff *diff, uint32_t change_idx, int cols,
                        struct lines *lines)
{
    static const char signs[] = { [DIFF_SAME] = ' ', [DIFF_ADDED] = '+', [DIFF_REMOVED] = '-', [DIFF_CHANGED] = '~' };
    const struct diff_task *change = &diff->tasks[change_idx];
    const struct task *task = task_of(b, change);
    struct buf buf = { 0 };
    lines_row(lines, link_to(LINK_CHANGE, change_idx), MARGIN);
    lines_run(lines, lines_printf(lines, "%c ", signs[change->kind]), STYLE_KEY);
    lines_run(lines, lines_printf(lines, "%.*s ", TEXT_ARG(task->id)), STYLE_DIM);
    put_kinds(change, &buf);
    buf_string(&buf, "  ");
    lines_clip(lines, text_composed(buf_view(&buf)), cols - 1 - lines_col(lines), STYLE_LEAD);
    if (cols - 1 - lines_col(lines) >= TITLE_MIN_COLS)
        lines_clip(lines, task_title(b, task), cols - 1 - lines_col(lines), STYLE_NORMAL);
    buf_fini(&buf);
}

static void heading_line(struct text heading, int cols, struct lines *lines)
{
    lines_row(lines, (struct link){ 0 }, 1);
    lines_clip(lines, heading, cols - 2, STYLE_TITLE);
}

struct compare_sides compare_sides(const struct diff *diff, uint32_t change_idx)
{
    bool is_task = change_idx < diff->tasks_count;
    const struct diff_section *section = is_task ? NULL : &diff->sections[change_idx - diff->tasks_count];
    uint32_t old = is_task ? diff->tasks[change_idx].old_task_idx : section->old_section_idx;
    uint32_t now = is_task ? diff->tasks[change_idx].new_task_idx : section->new_section_idx;
    enum link_kind kind = is_task ? LINK_TASK : LINK_SECTION;
    return (struct compare_sides){ .old = link_to(old == NO_IDX ? LINK_NONE : kind, old),
                                   .now = link_to(now == NO_IDX ? LINK_NONE : kind, now) };
}

uint32_t compare_count(const struct diff *diff)
{
    return diff->tasks_count + diff->sections_count;
}

static bool names_marked(const struct app *app, struct link task)
{
    struct slice parts = task.kind == LINK_TASK ? app->b->tasks[task.idx].parts : (struct slice){ 0 };
    for (uint32_t p = parts.from; p < slice_end(parts); p++) {
        struct slice duties = app->b->parts[p].duties;
        for (uint32_t d = duties.from; d < slice_end(duties); d++)
            if (marks_has(app, link_to(LINK_UNIT, app->b->duties[d].unit_idx)))
                return true;
    }
    return false;
}

static bool is_listed(const struct app *app, const struct diff *diff, struct compare_options options,
                      uint32_t change_idx)
{
    struct compare_sides sides = compare_sides(diff, change_idx);
    return !options.only_marked || marks_has(app, sides.old) || marks_has(app, sides.now) ||
           names_marked(app, sides.old) || names_marked(app, sides.now);
}

/* Who leads a section now stands before what its tasks are. */
static void section_change_lines(const struct app *app, const struct diff *diff, struct compare_options options,
                                 int cols, struct lines *lines)
{
    bool headed = false;
    for (uint32_t i = diff->tasks_count; i < compare_count(diff) && !hurry_at(i); i++) {
        if (!is_listed(app, diff, options, i))
            continue;
        if (!headed)
            heading_line(text_of(_("部分")), cols, lines);
        headed = true;
        compare_section_line(app->b, &diff->sections[i - diff->tasks_count], link_to(LINK_CHANGE, i), cols, lines);
    }
}

/* The changes stand in the new order already, and those that are gone where they stood: a heading when the section changes. */
static void by_leader_lines(const struct app *app, const struct diff *diff, struct compare_options options, int cols,
                            struct lines *lines)
{
    const struct breakdown *b = app->b;
    struct text before = TEXT("");
    bool first = true;
    for (uint32_t i = 0; i < diff->tasks_count && !hurry_at(i); i++) {
        if (!is_listed(app, diff, options, i))
            continue;
        struct text heading = task_section(b, task_of(b, &diff->tasks[i]))->heading;
        if (first || !text_equal(heading, before))
            heading_line(heading, cols, lines);
        first = false;
        before = heading;
        change_line(b, diff, i, cols, lines);
    }
}

/* A unit and a change that names it; sorted by unit, then as the changes stand. */
struct naming {
    uint32_t unit_idx, change_idx;
};

struct namings {
    struct naming *items;
    size_t count, cap;
    uint32_t *last; /* by unit: the last change that names it, + 1 */
};

static void add_namings(const struct breakdown *b, uint32_t task_idx, uint32_t change_idx, struct namings *namings)
{
    for (uint32_t p = 0; task_idx != NO_IDX && p < b->tasks[task_idx].parts.count; p++) {
        struct slice duties = b->parts[b->tasks[task_idx].parts.from + p].duties;
        for (uint32_t i = duties.from; i < slice_end(duties); i++) {
            uint32_t unit_idx = b->duties[i].unit_idx;
            if (namings->last[unit_idx] == change_idx + 1)
                continue;
            namings->last[unit_idx] = change_idx + 1;
            MEM_GROW(namings->items, namings->count + 1, namings->cap);
            namings->items[namings->count++] = (struct naming){ unit_idx, change_idx };
        }
    }
}

static int by_unit_first(const void *left, const void *right)
{
    const struct naming *a = left, *b = right;
    int order = (a->unit_idx > b->unit_idx) - (a->unit_idx < b->unit_idx);
    return order ? order : (a->change_idx > b->change_idx) - (a->change_idx < b->change_idx);
}

static void by_unit_lines(const struct app *app, const struct diff *diff, struct compare_options options, int cols,
                          struct lines *lines)
{
    const struct breakdown *b = app->b;
    struct namings namings = { .last = mem_array(b->units_count, sizeof *namings.last) };
    for (uint32_t i = 0; i < diff->tasks_count && !hurry_at(i); i++) {
        if (!is_listed(app, diff, options, i))
            continue;
        add_namings(b, diff->tasks[i].old_task_idx, i, &namings);
        add_namings(b, diff->tasks[i].new_task_idx, i, &namings);
    }
    if (namings.count && !hurry())
        qsort(namings.items, namings.count, sizeof *namings.items, by_unit_first);
    for (size_t i = 0; i < namings.count && !hurry_at((uint32_t)i); i++) {
        const struct naming *naming = &namings.items[i];
        if (i == 0 || naming->unit_idx != naming[-1].unit_idx)
            heading_line(b->units[naming->unit_idx].name, cols, lines);
        change_line(b, diff, naming->change_idx, cols, lines);
    }
    free(namings.last);
    free(namings.items);
}

static void aside(struct text text, int cols, struct lines *lines)
{
    lines_say(lines, text, STYLE_DIM, measure_cols(cols, MEASURE_COLS) - 1, 1);
}

/* 只列标记的 3 件，1 个单位：有变化的 2 项 */
static void marked_line(const struct app *app, const struct diff *diff, struct compare_options options, int cols,
                        struct lines *lines)
{
    struct buf marked = { 0 };
    uint32_t listed = 0;
    for (uint32_t i = 0; i < compare_count(diff) && !hurry_at(i); i++)
        listed += is_listed(app, diff, options, i);
    marks_put(app, &marked);
    aside(lines_printf(lines, _("只列标记的 %.*s：有变化的 %u 项；%s 列出全部"), (int)marked.bytes, marked.at, listed,
                       app_key(app, ACTION_COMPARE)),
          cols, lines);
    buf_fini(&marked);
}

void compare_list_lines(const struct app *app, const struct diff *diff, struct compare_options options, int cols,
                        struct lines *lines)
{
    const struct volume *old = &app->b->volumes[diff->old_volumes.from],
                        *now = &app->b->volumes[diff->new_volumes.from];
    aside(lines_printf(lines, _("%.*s对照%.*s：新增 %u，删去 %u，改动 %u，未变 %u"), TEXT_ARG(now->name),
                       TEXT_ARG(old->name), diff->added_count, diff->removed_count, diff->changed_count,
                       diff->same_count),
          cols, lines);
    if (diff->document & DIFF_LEAD_RULE)
        aside(
            lines_printf(lines, _("牵头规则：原“%.*s”，现“%.*s”"), TEXT_ARG(old->lead_rule), TEXT_ARG(now->lead_rule)),
            cols, lines);
    if (options.only_marked)
        marked_line(app, diff, options, cols, lines);
    section_change_lines(app, diff, options, cols, lines);
    if (options.by_unit)
        by_unit_lines(app, diff, options, cols, lines);
    else
        by_leader_lines(app, diff, options, cols, lines);
    if (!diff->tasks_count)
        aside(text_of(_("任务没有变化。")), cols, lines);
}

void compare_wait_lines(int cols, struct lines *lines)
{
    aside(text_of(_("正在对照…")), cols, lines);
}

void compare_alone_lines(int cols, struct lines *lines)
{
    aside(text_of(_("只打开了一份文件，没有可对照的。请同时打开两年的：fengong -f 2019.yaml -f 2020.yaml")), cols,
          lines);
}

/* One side of the text: its own words between signs, so that they stand out without colour too. */
static void words_paragraph(const struct diff_task *change, enum diff_side side, struct paragraph *p,
                            struct lines *lines)
{
    struct stretch *stretches = mem_array(change->words_count, sizeof *stretches);
    struct buf text = { 0 };
    for (uint32_t i = 0; i < change->words_count; i++) {
        const struct diff_word *word = &change->words[i];
        if (word->side == DIFF_BOTH)
            buf_text(&text, word->text);
        if (word->side != side)
            continue;
        struct stretch *stretch = &stretches[p->stretches_count++];
        stretch->from_bytes = (uint32_t)text.bytes;
        stretch->style = side == DIFF_OLD ? STYLE_WARNING : STYLE_KEY;
        buf_printf(&text, side == DIFF_OLD ? "〔-%.*s-〕" : "〔+%.*s+〕", TEXT_ARG(word->text));
        stretch->to_bytes = (uint32_t)text.bytes;
    }
    p->text = text_composed(buf_view(&text));
    p->stretches = stretches;
    lines_paragraph(lines, p);
    free(stretches);
    buf_fini(&text);
}

static void units_paragraphs(const struct breakdown *b, const struct task *task, struct paragraph *p,
                             struct lines *lines)
{
    struct buf text = { 0 };
    p->style = STYLE_DIM;
    for (uint32_t i = 0; i < task->parts.count && !task->inline_lists; i++) {
        const struct part *part = &b->parts[task->parts.from + i];
        buf_clear(&text);
        buf_printf(&text, "%.*s%s", TEXT_ARG(part->label), text_empty(part->label) ? "" : "：");
        part_wording(b, part, &text);
        p->text = text_composed(buf_view(&text));
        if (text.bytes)
            lines_paragraph(lines, p);
    }
    buf_fini(&text);
}

static void side_lines(const struct app *app, const struct diff_task *change, enum diff_side side, int cols,
                       struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t task_idx = side == DIFF_OLD ? change->old_task_idx : change->new_task_idx;
    if (task_idx == NO_IDX)
        return;
    const struct task *task = &b->tasks[task_idx];
    struct paragraph p = { .style = STYLE_NORMAL, .cols = cols - 1, .first_indent = MARGIN, .indent = MARGIN };
    struct buf buf = { 0 };
    lines_blank(lines);
    lines_row(lines, link_to(LINK_TASK, task_idx), MARGIN);
    lines_clip(lines, lines_printf(lines, "%.*s  %.*s", TEXT_ARG(task->id), TEXT_ARG(task_section(b, task)->heading)),
               cols - 1 - MARGIN, STYLE_TITLE);
    if (change->changes & DIFF_REWORDED) {
        words_paragraph(change, side, &p, lines);
    } else {
        task_text(b, task, &buf);
        p.text = text_composed(buf_view(&buf));
        lines_paragraph(lines, &p);
    }
    p.stretches = NULL;
    p.stretches_count = 0;
    units_paragraphs(b, task, &p, lines);
    buf_fini(&buf);
}

void compare_change_lines(const struct app *app, const struct diff *diff, uint32_t change_idx, int cols,
                          struct lines *lines)
{
    if (!diff || change_idx >= compare_count(diff))
        return;
    if (change_idx >= diff->tasks_count) {
        compare_section_lines(app->b, &diff->sections[change_idx - diff->tasks_count], measure_cols(cols, MEASURE_COLS),
                              lines);
        return;
    }
    const struct diff_task *change = &diff->tasks[change_idx];
    struct buf buf = { 0 };
    int measure = measure_cols(cols, MEASURE_COLS);
    put_kinds(change, &buf);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_clip(lines, text_composed(buf_view(&buf)), cols - 1 - MARGIN, STYLE_LEAD);
    buf_clear(&buf);
    if (change->kind == DIFF_CHANGED)
        sheet_change_said(app->b, app->b, change, &buf);
    lines_say(lines, text_composed(buf_view(&buf)), STYLE_NORMAL, measure - 1, MARGIN);
    side_lines(app, change, DIFF_OLD, measure, lines);
    side_lines(app, change, DIFF_NEW, measure, lines);
    buf_fini(&buf);
}
