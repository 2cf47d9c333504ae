/* SPDX-License-Identifier: MIT */
/*
 * A leader's part at a glance: heading, who leads how much of it, its tasks unless they stand beside it.  Or a whole
 * volume: its parts.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/measure.h"
#include "ui/page.h"
#include "ui/pane_tree.h"

enum { MARGIN = 1, UNITS_SHOWN = 8 };

static void wrapped(struct text text, enum style style, int cols, struct lines *lines)
{
    lines_say(lines, text, style, measure_cols(cols, MEASURE_COLS), MARGIN);
}

/* A line that is made late: a unit that leads so many, or with 0 a task. */
struct lead {
    uint32_t idx;
    uint32_t count;
};

static int most_first(const void *a, const void *b)
{
    const struct lead *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return (x->idx > y->idx) - (x->idx < y->idx);
}

/* Units that lead in the section, most first, in arena. Returns how many. */
static uint32_t section_leads(const struct breakdown *b, const struct section *section, struct arena *arena,
                              struct lead **leads)
{
    uint32_t *counts = mem_array(b->units_count, sizeof *counts), found = 0;
    for (uint32_t t = section->tasks.from; t < section->tasks.from + section->tasks.count; t++)
        for (uint32_t p = 0; p < b->tasks[t].parts.count; p++) {
            struct slice duties = b->parts[b->tasks[t].parts.from + p].duties;
            for (uint32_t d = duties.from; d < duties.from + duties.count; d++)
                if (b->duties[d].role == ROLE_LEAD && counts[b->duties[d].unit_idx]++ == 0)
                    found++;
        }
    *leads = arena_array(arena, found, sizeof **leads);
    uint32_t at = 0;
    for (uint32_t u = 0; u < b->units_count; u++)
        if (counts[u])
            (*leads)[at++] = (struct lead){ u, counts[u] };
    qsort(*leads, found, sizeof **leads, most_first);
    free(counts);
    return found;
}

/* How many units are named before the tasks: all where these stand elsewhere, else as many as leave room for them. */
static uint32_t leads_shown(const struct app *app, const struct section *section, bool listed)
{
    enum { OTHER_ROWS = 10 };
    int room = app->rows - OTHER_ROWS - (int)section->tasks.count;
    return !listed ? UINT32_MAX : room > UNITS_SHOWN ? (uint32_t)room : UNITS_SHOWN;
}

static void lead_lines(const struct app *app, const struct section *section, bool listed, struct lines *lines)
{
    struct lead *leads;
    uint32_t count = section_leads(app->b, section, &lines->arena, &leads), shown = leads_shown(app, section, listed);
    lines_blank(lines);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_run(lines, lines_printf(lines, _("牵头单位（%u）"), count), STYLE_TITLE);
    for (uint32_t i = 0; i < count && i < shown; i++)
        lines_late(lines, link_to(LINK_UNIT, leads[i].idx), &leads[i]);
    if (count > shown) {
        lines_row(lines, (struct link){ 0 }, MARGIN + 6);
        lines_run(lines, lines_printf(lines, _("另有%u个，见统计"), count - shown), STYLE_DIM);
    }
}

static void task_lines(const struct section *section, struct lines *lines)
{
    struct lead *tasks = arena_array(&lines->arena, section->tasks.count, sizeof *tasks);
    for (uint32_t i = 0; i < section->tasks.count; i++) {
        tasks[i].idx = section->tasks.from + i;
        lines_late(lines, link_to(LINK_TASK, tasks[i].idx), &tasks[i]);
    }
}

void page_section_put(const void *page_late, const void *late, struct lines *lines)
{
    const struct page_late *page = page_late;
    const struct breakdown *b = page->app->b;
    const struct lead *lead = late;
    struct text name = lead->count ? b->units[lead->idx].name : task_title(b, &b->tasks[lead->idx]);
    enum style style = lead->count ? STYLE_LEAD : STYLE_NORMAL;
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_run(lines,
              lead->count ? lines_printf(lines, "%4u", lead->count)
                          : lines_printf(lines, "%4d", b->tasks[lead->idx].no),
              style);
    lines_tab(lines, MARGIN + 6);
    lines_clip(lines, name, page->cols - MARGIN - 6, style);
}

struct text page_section_sum(const struct section *section, struct lines *lines)
{
    if (section->kind != SECTION_LEADER)
        return lines_printf(lines, _("共%u项"), section->tasks.count);
    return lines_printf(lines, _("%.*s%s%.*s，%.*s%u项"), TEXT_ARG(section->leader),
                        text_empty(section->title) ? "" : " ", TEXT_ARG(section->title), TEXT_ARG(section->role),
                        section->tasks.count);
}

void page_section_lines(const struct app *app, uint32_t section_idx, int cols, struct lines *lines)
{
    const struct section *section = &app->b->sections[section_idx];
    for (uint32_t i = 0; i < section->under.count; i++)
        wrapped(app->b->texts[section->under.from + i], STYLE_DIM, cols, lines);
    wrapped(section->heading, STYLE_TITLE, cols, lines);
    lines_blank(lines);
    wrapped(page_section_sum(section, lines), STYLE_NORMAL, cols, lines);
    bool listed = cols >= MEASURE_NONE || !pane_tree_stands_beside(app, link_to(LINK_SECTION, section_idx));
    if (section->tasks.count)
        lead_lines(app, section, listed, lines);
    if (listed) {
        lines_blank(lines);
        task_lines(section, lines);
    }
}

void page_volume_lines(const struct app *app, uint32_t volume_idx, int cols, struct lines *lines)
{
    const struct volume *volume = &app->b->volumes[volume_idx];
    wrapped(volume->title, STYLE_TITLE, cols, lines);
    lines_blank(lines);
    if (!text_empty(volume->issuer))
        wrapped(volume->issuer, STYLE_NORMAL, cols, lines);
    if (volume->year)
        wrapped(lines_printf(lines, _("%d年"), volume->year), STYLE_NORMAL, cols, lines);
    if (!text_empty(volume->lead_rule))
        wrapped(lines_printf(lines, _("牵头规则：%.*s"), TEXT_ARG(volume->lead_rule)), STYLE_NORMAL, cols, lines);
    lines_blank(lines);
    for (uint32_t s = volume->sections.from; s < volume->sections.from + volume->sections.count; s++) {
        lines_row(lines, link_to(LINK_SECTION, s), MARGIN);
        lines_run(lines, lines_printf(lines, "%4u", app->b->sections[s].tasks.count), STYLE_DIM);
        lines_tab(lines, MARGIN + 6);
        lines_clip(lines, app->b->sections[s].heading, cols - MARGIN - 6, STYLE_NORMAL);
    }
}
