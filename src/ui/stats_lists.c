/* SPDX-License-Identifier: MIT */
/* The unit lists: how long they are, what one unit has alone, and who never leads. */
#include "base/hurry.h"
#include "base/i18n.h"
#include "breakdown/listsize.h"
#include "ui/app_state.h"
#include "ui/link.h"
#include "ui/say.h"
#include "ui/stats_lines.h"

enum { SIZE_COLS = 14, UNIT_COLS = 26 };

static void sizes_lines(const struct app *app, const struct listsizes *sizes, int cols, struct lines *lines)
{
    uint32_t most = 1;
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++)
        if (sizes->tasks[size] + sizes->livelihood[size] > most)
            most = sizes->tasks[size] + sizes->livelihood[size];
    lines_say(lines, text_of(_("一个分项的名单上有几家")), STYLE_TITLE, cols, STATS_MARGIN);
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++) {
        uint32_t number = sizes->tasks[size] + sizes->livelihood[size];
        lines_row(lines, (struct link){ 0 }, STATS_MARGIN);
        lines_run(lines, text_of(listsize_name(size)), STYLE_NORMAL);
        stats_lines_number(lines, SIZE_COLS + STATS_NUMBER_COLS, number, STYLE_NORMAL);
        lines_tab(lines, SIZE_COLS + STATS_NUMBER_COLS + 2);
        int room = cols - lines_col(lines) - 2;
        stats_lines_bar(app, lines, false, sizes->tasks[size], most, room);
        stats_lines_bar(app, lines, true, sizes->livelihood[size], most, room);
    }
    lines_blank(lines);
}

static void alone_lines(const struct app *app, const struct listsizes *sizes, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    uint32_t shown = 0;
    lines_say(lines, lines_printf(lines, _("一家独自承担的 %u 项"), sizes->alone), STYLE_TITLE, cols, STATS_MARGIN);
    if (sizes->collective)
        lines_say(lines, lines_printf(lines, _("只写一个集合单位的 %u 项不算在内"), sizes->collective), STYLE_DIM, cols,
                  STATS_MARGIN);
    for (uint32_t i = 0; i < b->parts_count && shown < STATS_ROWS_MAX && !hurry_at(i); i++) {
        uint32_t unit_idx = listsize_alone(b, &b->parts[i]);
        if (unit_idx == NO_IDX)
            continue;
        shown++;
        lines_row(lines, link_to(LINK_TASK, b->parts[i].task_idx), STATS_MARGIN);
        lines_run(lines, b->parts[i].id, STYLE_DIM);
        lines_tab(lines, STATS_MARGIN + stats_lines_id_cols(app));
        int unit_cols = cols >= 80 ? UNIT_COLS : cols / 3;
        lines_clip(lines, b->units[unit_idx].name, unit_cols, STYLE_LEAD);
        lines_tab(lines, STATS_MARGIN + stats_lines_id_cols(app) + unit_cols + 1);
        lines_clip(lines, part_title(&b->parts[i]), cols - lines_col(lines) - 2, STYLE_NORMAL);
    }
    lines_blank(lines);
}

static void never_lines(const struct app *app, int cols, struct lines *lines)
{
    static const char *const heads[] = { N_("参与"), N_("经由"), N_("可能"), N_("民生") };
    const struct breakdown *b = app->b;
    uint32_t standings[STANDINGS_COUNT] = { 0 }, shown = 0;
    struct buf buf = { 0 };
    int at = cols >= 80 ? 44 : cols - 4 * (STATS_NUMBER_COLS + 1) - 2;
    for (uint32_t i = 0; i < b->units_count; i++)
        standings[listsize_standing(app->index, i)]++;
    lines_row(lines, (struct link){ 0 }, STATS_MARGIN);
    lines_run(lines, say(&buf, _("从不牵头的 %u 家"), standings[STANDING_SUPPORTS]), STYLE_TITLE);
    for (int i = 0; i < 4; i++)
        lines_run_to(lines, at + (i + 1) * (STATS_NUMBER_COLS + 1), text_of(_(heads[i])), STYLE_DIM);
    for (uint32_t i = 0; i < b->units_count && shown < STATS_ROWS_MAX; i++) {
        const struct counts *counts = &app->index->counts[i];
        if (listsize_standing(app->index, i) != STANDING_SUPPORTS)
            continue;
        shown++;
        lines_row(lines, link_to(LINK_UNIT, i), STATS_MARGIN);
        lines_clip(lines, b->units[i].name, at - STATS_MARGIN - 1, STYLE_NORMAL);
        uint32_t numbers[] = { counts->tasks[BOND_SUPPORT], counts->tasks[BOND_VIA], counts->tasks[BOND_MAYBE],
                               counts->livelihood[BOND_SUPPORT] };
        for (int k = 0; k < 4; k++)
            stats_lines_number(lines, at + (k + 1) * (STATS_NUMBER_COLS + 1), numbers[k], STYLE_NORMAL);
    }
    lines_blank(lines);
    say(&buf, _("单位 %u 个 = 有牵头的 %u + 只参与的 %u + 只经由集合单位的 %u"), b->units_count,
        standings[STANDING_LEADS], standings[STANDING_SUPPORTS], standings[STANDING_BOUND]);
    if (standings[STANDING_NONE])
        buf_printf(&buf, _(" + 没有责任的 %u"), standings[STANDING_NONE]);
    lines_say(lines, text_composed(buf_view(&buf)), STYLE_NORMAL, cols, STATS_MARGIN);
    buf_fini(&buf);
}

void stats_lists_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines)
{
    (void)data;
    (void)order;
    struct listsizes sizes = listsizes_count(app->b);
    sizes_lines(app, &sizes, cols, lines);
    alone_lines(app, &sizes, cols, lines);
    never_lines(app, cols, lines);
}
