/* SPDX-License-Identifier: MIT */
#include "ui/edit.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "breakdown/index.h"
#include "ui/app_state.h"
#include "ui/compare_lines.h"
#include "ui/pane_compare.h"

struct origin {
    uint32_t volume_idx;
    struct mark mark;
};

static struct origin in_task(const struct breakdown *b, uint32_t task_idx, struct mark mark)
{
    return (struct origin){ task_section(b, &b->tasks[task_idx])->volume_idx, mark };
}

static struct origin of_duty(const struct breakdown *b, const struct duty *duty)
{
    const struct part *part = &b->parts[duty->part_idx];
    return in_task(b, part->task_idx, mark_near(part->mark, duty->at));
}

/* In a task's list the name as it stands there; else where the unit is registered, or named first. */
static struct origin of_unit(const struct breakdown *b, uint32_t unit_idx, struct link within)
{
    struct slice parts = within.kind == LINK_TASK ? b->tasks[within.idx].parts : (struct slice){ 0 };
    for (uint32_t p = parts.from; p < slice_end(parts); p++)
        for (uint32_t d = b->parts[p].duties.from; d < slice_end(b->parts[p].duties); d++)
            if (b->duties[d].unit_idx == unit_idx)
                return of_duty(b, &b->duties[d]);
    const struct unit *unit = &b->units[unit_idx];
    for (uint32_t d = 0; !unit->mark.line_no && d < b->duties_count; d++)
        if (b->duties[d].unit_idx == unit_idx)
            return of_duty(b, &b->duties[d]);
    return (struct origin){ unit->volume_idx, unit->mark };
}

static struct origin origin_of(const struct app *app, struct link link, struct link within)
{
    const struct breakdown *b = app->b;
    if (link.kind == LINK_CHANGE) {
        struct compare_sides sides = compare_sides(pane_compare_diff(app), link.idx);
        link = sides.now.kind ? sides.now : sides.old;
    }
    switch ((enum link_kind)link.kind) {
    case LINK_VOLUME:
        return (struct origin){ link.idx, b->volumes[link.idx].title_mark };
    case LINK_SECTION:
        return (struct origin){ b->sections[link.idx].volume_idx, b->sections[link.idx].mark };
    case LINK_TASK:
        return in_task(b, link.idx, b->tasks[link.idx].mark);
    case LINK_UNIT:
        return of_unit(b, link.idx, within);
    case LINK_CHANGE: /* resolved */
    case LINK_NONE:
        break;
    }
    return (struct origin){ 0 };
}

struct reaction edit_selected(struct app *app)
{
    const struct pane *pane = app_pane(app), *left = app_left_of(app, pane);
    struct link link = pane_subject(app, pane);
    struct link within = left ? pane_subject(app, left) : (struct link){ 0 };
    struct reaction reaction = { .what = REACT_EDIT | REACT_DRAW };
    if (link.kind == LINK_NONE)
        link = app_subject(app);
    if (app->options.review) {
        app_say(app, true, _("刚转成的还没有存成文件：先用 import -o 写成 YAML"));
        return (struct reaction){ .what = REACT_DRAW };
    }
    if (app->fault_path.bytes) {
        reaction.path = app->fault_path.at;
        reaction.line_no = app->fault_line_no;
    } else if (app->b->volumes_count) {
        struct origin origin = origin_of(app, link, within);
        reaction.path = app->b->volumes[origin.volume_idx].path;
        reaction.line_no = origin.mark.line_no;
    } else {
        reaction.what = REACT_DRAW;
    }
    return reaction;
}
