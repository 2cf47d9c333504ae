/* SPDX-License-Identifier: MIT */
#include "ui/picked.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "ui/app_state.h"

/* 省经信厅等3个单位有关任务单 */
static void units_title(const struct app *app, struct buf *out)
{
    uint32_t count = app->marks.units_count;
    for (uint32_t u = 0; u < app->b->units_count; u++) {
        if (!app->marks.units[u])
            continue;
        struct text name = app->b->units[u].name;
        if (count == 1)
            buf_printf(out, _("%.*s有关任务单"), TEXT_ARG(name));
        else
            buf_printf(out, _("%.*s等%u个单位有关任务单"), TEXT_ARG(name), count);
        return;
    }
}

void picked_make(const struct app *app, enum pick pick, struct picked *picked)
{
    uint32_t count;
    *picked = (struct picked){ 0 };
    switch (pick) {
    case PICK_FILTERED:
        picked->tasks = app->filtered.matches;
        buf_text(&picked->words, filtered_text(app));
        break;
    case PICK_MARKED:
        picked->tasks = app->marks.tasks;
        buf_printf(&picked->words, _("重点工作任务单（%u项）"), app->marks.tasks_count);
        break;
    case PICK_OF_UNITS:
        picked->tasks = picked->own = marks_units_tasks(app, &count);
        units_title(app, &picked->words);
        break;
    }
}

void picked_fini(struct picked *picked)
{
    free(picked->own);
    buf_fini(&picked->words);
    *picked = (struct picked){ 0 };
}

struct sheet *picked_sheet(const struct app *app, enum pick pick)
{
    struct picked picked;
    picked_make(app, pick, &picked);
    struct text words = text_composed(buf_view(&picked.words));
    struct sheet *sheet =
        sheet_new_for(app->b, app->index, (struct sheet_subject){ SHEET_TASKS, pick }, picked.tasks, words);
    picked_fini(&picked);
    return sheet;
}

bool picked_some(const struct app *app, enum pick pick)
{
    if (pick == PICK_FILTERED)
        return app->filtered.matches && app->filtered.count;
    return pick == PICK_MARKED ? app->marks.tasks_count > 0 : app->marks.units_count > 0;
}

void picked_name(const struct app *app, enum pick pick, struct buf *out)
{
    if (pick == PICK_FILTERED)
        buf_printf(out, _("筛出的%u项：%.*s"), app->filtered.count, TEXT_ARG(filtered_text(app)));
    else if (pick == PICK_MARKED)
        buf_printf(out, _("已标记的 %u 件"), app->marks.tasks_count);
    else
        buf_printf(out, _("已标记的 %u 个单位的任务"), app->marks.units_count);
}
