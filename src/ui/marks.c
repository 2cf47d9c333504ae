/* SPDX-License-Identifier: MIT */
#include "ui/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/index.h"
#include "breakdown/key.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/compare_lines.h"
#include "ui/glyph.h"
#include "ui/pane_compare.h"

void marks_fini(struct marks *marks)
{
    free(marks->tasks);
    free(marks->in_sections);
    free(marks->units);
    *marks = (struct marks){ .changes = marks->changes + 1 };
}

/* Room for a mark at everything there is. */
static void make_room(struct app *app)
{
    struct marks *marks = &app->marks;
    if (marks->tasks)
        return;
    marks->tasks = mem_array(app->b->tasks_count, sizeof *marks->tasks);
    marks->in_sections = mem_array(app->b->sections_count, sizeof *marks->in_sections);
    marks->units = mem_array(app->b->units_count, sizeof *marks->units);
}

bool marks_any(const struct app *app)
{
    return app->marks.tasks_count || app->marks.units_count;
}

bool marks_has(const struct app *app, struct link link)
{
    const struct marks *marks = &app->marks;
    if (!marks_any(app))
        return false;
    switch ((enum link_kind)link.kind) {
    case LINK_TASK:
        return marks->tasks[link.idx];
    case LINK_UNIT:
        return marks->units[link.idx];
    case LINK_SECTION:
        return marks->in_sections[link.idx] > 0;
    case LINK_CHANGE: {
        struct compare_sides sides = compare_sides(pane_compare_diff(app), link.idx);
        return marks_has(app, sides.old) || marks_has(app, sides.now);
    }
    case LINK_VOLUME:
    case LINK_NONE:
        break;
    }
    return false;
}

static void set_task(struct app *app, uint32_t task_idx, bool marked)
{
    struct marks *marks = &app->marks;
    if (marks->tasks[task_idx] == marked)
        return;
    uint32_t step = marked ? 1 : UINT32_MAX; /* one up or down */
    marks->tasks[task_idx] = marked;
    marks->in_sections[app->b->tasks[task_idx].section_idx] += step;
    marks->tasks_count += step;
}

static void set_unit(struct app *app, uint32_t unit_idx, bool marked)
{
    struct marks *marks = &app->marks;
    if (marks->units[unit_idx] == marked)
        return;
    marks->units[unit_idx] = marked;
    marks->units_count += marked ? 1 : UINT32_MAX;
}

/* The tasks that a heading has. */
static struct slice tasks_of(const struct breakdown *b, struct link link)
{
    if (link.kind == LINK_SECTION)
        return b->sections[link.idx].tasks;
    struct slice sections = b->volumes[link.idx].sections, tasks = { 0 };
    if (sections.count)
        tasks.from = b->sections[sections.from].tasks.from;
    for (uint32_t s = sections.from; s < slice_end(sections); s++)
        tasks.count += b->sections[s].tasks.count;
    return tasks;
}

static bool is_let_through(const struct app *app, uint32_t task_idx)
{
    return !app->filtered.matches || app->filtered.matches[task_idx];
}

void marks_set(struct app *app, struct link link, bool marked)
{
    if (link.kind == LINK_NONE)
        return;
    make_room(app);
    app->marks.changes++;
    if (link.kind == LINK_TASK) {
        set_task(app, link.idx, marked);
    } else if (link.kind == LINK_UNIT) {
        set_unit(app, link.idx, marked);
    } else if (link.kind == LINK_CHANGE) {
        struct compare_sides sides = compare_sides(pane_compare_diff(app), link.idx);
        marks_set(app, sides.old, marked);
        marks_set(app, sides.now, marked);
    } else {
        struct slice tasks = tasks_of(app->b, link);
        for (uint32_t t = tasks.from; t < slice_end(tasks); t++)
            if (is_let_through(app, t))
                set_task(app, t, marked);
    }
}

void marks_toggle(struct app *app, struct link link)
{
    bool marked = marks_has(app, link);
    if (link.kind == LINK_SECTION || link.kind == LINK_VOLUME) {
        struct slice tasks = tasks_of(app->b, link);
        make_room(app);
        marked = true;
        for (uint32_t t = tasks.from; t < slice_end(tasks); t++)
            marked = marked && (app->marks.tasks[t] || !is_let_through(app, t));
    }
    marks_set(app, link, !marked);
}

void marks_filtered(struct app *app)
{
    for (uint32_t v = 0; v < app->b->volumes_count; v++)
        marks_set(app, link_to(LINK_VOLUME, v), true);
}

void marks_lines(struct app *app, const struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->lines[i].link_starts)
            marks_set(app, lines->lines[i].link, true);
}

static bool has_key_of(const struct breakdown *a, uint32_t task_idx, const struct breakdown *b, uint32_t other_idx)
{
    struct task_key key = task_key(a, task_idx), other = task_key(b, other_idx);
    return memcmp(key.text, other.text, KEY_CHARS) == 0;
}

void marks_reload(struct app *app, const struct again *again, struct buf *said)
{
    const struct breakdown *old = again_old(again);
    struct marks before = app->marks;
    uint32_t gone = before.tasks_count + before.units_count, reworded = 0;
    app->marks = (struct marks){ .changes = before.changes + 1 };
    for (uint32_t t = 0; before.tasks_count && t < old->tasks_count; t++) {
        struct link link = before.tasks[t] ? again_link(again, link_to(LINK_TASK, t)) : (struct link){ 0 };
        if (link.kind != LINK_TASK) /* of a task that is gone its section is told */
            continue;
        marks_set(app, link, true);
        reworded += !has_key_of(old, t, app->b, link.idx);
        gone--;
    }
    for (uint32_t u = 0; before.units_count && u < old->units_count; u++) {
        struct link link = before.units[u] ? again_link(again, link_to(LINK_UNIT, u)) : (struct link){ 0 };
        marks_set(app, link, true);
        gone -= link.kind == LINK_UNIT;
    }
    marks_fini(&before);
    if (gone)
        buf_printf(said, _("；标记的有 %u 个已不在其中"), gone);
    if (reworded)
        buf_printf(said, _("；标记的有 %u 个改写了，请核对"), reworded);
}

bool *marks_units_tasks(const struct app *app, uint32_t *count)
{
    bool *tasks = mem_array(app->b->tasks_count, sizeof *tasks);
    *count = 0;
    for (uint32_t u = 0; app->marks.units_count && u < app->b->units_count; u++) {
        uint32_t owed_count = 0;
        struct owed *owed = app->marks.units[u] ? index_owed(app->index, u, &owed_count) : NULL;
        for (uint32_t i = 0; i < owed_count; i++) {
            bool *task = &tasks[app->b->parts[owed[i].part_idx].task_idx];
            *count += !*task;
            *task = true;
        }
        free(owed);
    }
    return tasks;
}

void marks_put(const struct app *app, struct buf *out)
{
    if (app->marks.tasks_count)
        buf_printf(out, _("%u 件"), app->marks.tasks_count);
    if (app->marks.tasks_count && app->marks.units_count)
        buf_string(out, _("、"));
    if (app->marks.units_count)
        buf_printf(out, _("%u 个单位"), app->marks.units_count);
}

void marks_draw(const struct app *app, struct grid *grid, int row, int col, struct link link, enum style style)
{
    if (marks_has(app, link))
        grid_text(grid, row, col, 1, glyph_text(grid, GLYPH_MARK), style);
}

void marks_draw_lines(const struct app *app, const struct lines *lines, struct grid *grid, struct area area,
                      uint32_t top, uint32_t selected, enum style style)
{
    for (uint32_t i = top; i < lines->count && (int)(i - top) < area.rows; i++)
        if (lines->lines[i].link_starts)
            marks_draw(app, grid, area.row + (int)(i - top), area.col, lines->lines[i].link,
                       i == selected ? style : STYLE_KEY);
}
