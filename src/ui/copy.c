/* SPDX-License-Identifier: MIT */
#include "ui/copy.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "breakdown/index.h"
#include "ui/app_state.h"
#include "ui/measure.h"
#include "ui/page.h"
#include "ui/pane_stats.h"
#include "ui/pane_tree.h"
#include "ui/panes.h"
#include "ui/picked.h"

static void part_sentence(const struct breakdown *b, const struct part *part, struct buf *out)
{
    buf_text(out, part->text);
    uint32_t lead = part_role_count(b, part, ROLE_LEAD), support = part_role_count(b, part, ROLE_SUPPORT);
    if (lead + support == 0)
        return;
    buf_string(out, "（");
    if (lead) {
        buf_printf(out, "%s：", _("牵头单位"));
        part_names(b, part, ROLE_LEAD, out);
    }
    if (support) {
        buf_printf(out, "%s%s：", lead ? "；" : "", _("参与单位"));
        part_names(b, part, ROLE_SUPPORT, out);
    }
    buf_printf(out, "%s）", part->open_ended ? _("等") : "");
}

static void task_sentence(const struct breakdown *b, uint32_t task_idx, struct buf *out)
{
    const struct task *task = &b->tasks[task_idx];
    buf_text(out, task->id);
    buf_char(out, ' ');
    for (uint32_t i = 0; i < task->parts.count; i++)
        part_sentence(b, &b->parts[task->parts.from + i], out);
}

static void unit_bond(const struct app *app, uint32_t unit_idx, enum bond bond, bool livelihood, struct buf *out)
{
    uint32_t count, found = 0;
    struct owed *owed = index_owed(app->index, unit_idx, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (owed[i].bond != bond || part_is_livelihood(app->b, owed[i].part_idx) != livelihood)
            continue;
        if (found++ == 0)
            buf_printf(out, "%s%s%.*s ", out->at[out->bytes - 1] == '\n' ? "" : "；", livelihood ? _("民生实事 ") : "",
                       TEXT_ARG(bond_name(bond)));
        else
            buf_string(out, "、");
        buf_text(out, app->b->parts[owed[i].part_idx].id);
    }
    free(owed);
    if (found)
        buf_printf(out, _("（%u项）"), found);
}

static void unit_sentence(const struct app *app, uint32_t unit_idx, struct buf *out)
{
    struct buf duties = { 0 };
    buf_char(&duties, '\n');
    for (int livelihood = 0; livelihood < 2; livelihood++)
        for (int bond = 0; bond < BONDS_COUNT; bond++)
            unit_bond(app, unit_idx, (enum bond)bond, livelihood, &duties);
    buf_text(out, app->b->units[unit_idx].name);
    buf_string(out, "：");
    buf_add(out, duties.at + 1, duties.bytes - 1);
    if (duties.bytes == 1)
        buf_string(out, _("没有责任"));
    buf_string(out, "。");
    buf_fini(&duties);
}

static struct sheet_subject sheet_of(const struct app *app, struct link link)
{
    uint32_t section_idx = link_section(app->b, link);
    if (section_idx != NO_IDX)
        return (struct sheet_subject){ SHEET_SECTION, section_idx };
    if (link.kind == LINK_UNIT)
        return (struct sheet_subject){ SHEET_UNIT, link.idx };
    if (link.kind == LINK_CHANGE)
        return (struct sheet_subject){ SHEET_CHANGES, app->b->volumes_count - 1 };
    return (struct sheet_subject){ SHEET_ALL, 0 };
}

static void page_text(const struct app *app, struct link link, struct buf *out)
{
    struct lines lines;
    lines_init(&lines, 1);
    page_lines(app, link, MEASURE_NONE, &lines);
    lines_text(&lines, out);
    lines_fini(&lines);
}

/* What is on the screen, neither wrapped nor cut. */
static void plain_text(const struct app *app, struct buf *out)
{
    const struct pane *pane = app_pane(app);
    if (pane->ops->copy)
        pane->ops->copy(app, pane, out);
    else
        page_text(app, app_subject(app), out);
}

struct reaction copy_plain(struct app *app)
{
    buf_clear(&app->answer);
    plain_text(app, &app->answer);
    return (struct reaction){ .what = REACT_PLAIN | REACT_DRAW | REACT_REPAINT,
                              .text = text_composed(buf_view(&app->answer)) };
}

static void sentences(const struct app *app, const bool *tasks, struct buf *out)
{
    for (uint32_t i = 0; i < app->b->tasks_count; i++) {
        if (!tasks[i])
            continue;
        task_sentence(app->b, i, out);
        buf_char(out, '\n');
    }
}

/* What the filter keeps, a sentence a task. */
static void filtered_sentences(const struct app *app, struct buf *out)
{
    buf_printf(out, _("筛选“%.*s”，%u项：\n"), TEXT_ARG(filtered_text(app)), app->filtered.count);
    sentences(app, app->filtered.matches, out);
}

/* A sentence for each task and unit that is marked. */
static void marked_sentences(const struct app *app, struct buf *out)
{
    sentences(app, app->marks.tasks, out);
    for (uint32_t u = 0; u < app->b->units_count; u++) {
        if (!app->marks.units[u])
            continue;
        unit_sentence(app, u, out);
        buf_char(out, '\n');
    }
}

static void sheet_text(struct sheet *sheet, struct buf *out)
{
    sheet_write(sheet, FORMAT_TEXT, (struct sheet_options){ .rows = -1 }, out);
    sheet_free(sheet);
}

static void selected_text(const struct app *app, struct link link, bool whole_sheet, struct buf *out)
{
    struct sheet_subject subject = sheet_of(app, link);
    if (pane_stats_has_targets(app))
        subject = (struct sheet_subject){ SHEET_TARGETS, 0 };
    if (!whole_sheet && link.kind == LINK_TASK)
        task_sentence(app->b, link.idx, out);
    else if (!whole_sheet && link.kind == LINK_UNIT)
        unit_sentence(app, link.idx, out);
    else if (!whole_sheet && link.kind == LINK_CHANGE)
        page_text(app, link, out);
    else if (app->filtered.matches && app->main == panes_get(app, &pane_tree) && app->main->focus == 0)
        filtered_sentences(app, out);
    else
        sheet_text(sheet_new_for(app->b, app->index, subject, app->filtered.matches, filtered_text(app)), out);
}

struct reaction copy_selected(struct app *app, bool whole_sheet)
{
    struct buf *out = &app->answer;
    struct link link = app_subject(app);
    bool marked = marks_any(app);
    if (link.kind == LINK_NONE && !marked)
        return (struct reaction){ 0 };
    if (!app->options.copy) {
        app_say(app, true, _("复制已关闭，请按 %s 用终端自带的选择复制"), app_key(app, ACTION_PLAIN));
        return (struct reaction){ .what = REACT_DRAW };
    }
    bool tasks_alone = !whole_sheet && (marked ? !app->marks.units_count : link.kind == LINK_TASK);
    if (!tasks_alone && app_keeps_back(app))
        return (struct reaction){ .what = REACT_DRAW };
    buf_clear(out);
    buf_clear(&app->about);
    if (marked)
        marks_put(app, &app->about);
    if (marked && whole_sheet)
        sheet_text(picked_sheet(app, picked_some(app, PICK_MARKED) ? PICK_MARKED : PICK_OF_UNITS), out);
    else if (marked)
        marked_sentences(app, out);
    else
        selected_text(app, link, whole_sheet, out);
    return (struct reaction){ .what = REACT_COPY | REACT_DRAW,
                              .text = text_composed(buf_view(out)),
                              .about = text_composed(buf_view(&app->about)) };
}
