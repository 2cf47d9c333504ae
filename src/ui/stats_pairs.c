/* SPDX-License-Identifier: MIT */
/* Who works with whom: the strongest pairs of units; a pair opens the page of its first. */
#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/link.h"
#include "ui/stats_lines.h"

enum { PAIRS_MAX = 500, NUMBERS_MIN_COLS = 80, NUMBERS_COUNT = 3 };

static int names_cols(int cols)
{
    int names = cols >= NUMBERS_MIN_COLS ? cols / 2 : cols - STATS_NUMBER_COLS - 4;
    return names > 64 ? 64 : names;
}

static int numbers_count(int cols)
{
    return cols >= NUMBERS_MIN_COLS ? NUMBERS_COUNT : 1;
}

int stats_pairs_cols(int cols)
{
    return names_cols(cols) + numbers_count(cols) * (STATS_NUMBER_COLS + 1) + 1;
}

static void head_line(int cols, struct lines *lines)
{
    static const char *const heads[NUMBERS_COUNT] = { N_("一起"), N_("前牵"), N_("后牵") };
    lines_row(lines, (struct link){ 0 }, STATS_MARGIN);
    lines_run(lines, text_of(_("单位")), STYLE_DIM);
    for (int i = 0; i < numbers_count(cols); i++)
        lines_run_to(lines, names_cols(cols) + (i + 1) * (STATS_NUMBER_COLS + 1), text_of(_(heads[i])), STYLE_DIM);
}

static void pair_line(const struct app *app, const struct pair *pair, uint32_t most, int cols, struct lines *lines)
{
    int names = names_cols(cols), each = (names - STATS_MARGIN - 5) / 2;
    lines_row(lines, link_to(LINK_UNIT, pair->unit_idx[0]), STATS_MARGIN);
    lines_clip(lines, app->b->units[pair->unit_idx[0]].name, each, STYLE_NORMAL);
    lines_tab(lines, STATS_MARGIN + each + 1);
    lines_run(lines, text_of(_("与")), STYLE_DIM);
    lines_tab(lines, STATS_MARGIN + each + 4);
    lines_clip(lines, app->b->units[pair->unit_idx[1]].name, each, STYLE_NORMAL);
    uint32_t numbers[NUMBERS_COUNT] = { pair->parts, pair->lead[0], pair->lead[1] };
    for (int i = 0; i < numbers_count(cols); i++)
        stats_lines_number(lines, names + (i + 1) * (STATS_NUMBER_COLS + 1), numbers[i],
                           i ? STYLE_NORMAL : STYLE_TITLE);
    lines_tab(lines, stats_pairs_cols(cols) + 1);
    stats_lines_bar(app, lines, false, pair->parts, most, cols - lines_col(lines) - 2);
}

void stats_pairs_lines(const struct app *app, struct stats_data *data, unsigned order, int cols, struct lines *lines)
{
    (void)order;
    struct pairs *pairs = &data->pairs;
    if (!data->has_pairs)
        *pairs = pairs_strongest(app->index, PAIRS_MAX);
    data->has_pairs = true;
    head_line(cols, lines);
    for (uint32_t i = 0; i < pairs->count && pairs->items[i].parts; i++)
        pair_line(app, &pairs->items[i], pairs->items[0].parts, cols, lines);
    lines_blank(lines);
    lines_say(lines, lines_printf(lines, _("共 %u 对。一起：两家都在一个分项的名单里；民生实事不计在内"), pairs->total),
              STYLE_DIM, cols, STATS_MARGIN);
    if (pairs->count < pairs->total)
        lines_say(lines, lines_printf(lines, _("只列最多的 %u 对；一家同谁一起，见它的单位页"), pairs->count),
                  STYLE_DIM, cols, STATS_MARGIN);
    if (pairs->long_lists)
        lines_say(lines, lines_printf(lines, _("名单超过 %d 家的 %u 个分项不算"), PAIR_LIST_MAX, pairs->long_lists),
                  STYLE_DIM, cols, STATS_MARGIN);
}
