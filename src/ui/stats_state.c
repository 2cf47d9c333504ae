/* SPDX-License-Identifier: MIT */
#include "ui/stats_state.h"

#include "base/hurry.h"
#include "ui/app_state.h"

enum { LARGE_PARTS = 5000 };

void stats_forget(struct stats *stats, struct anchor anchor)
{
    stats->waits_cols = 0;
    chooser_forget(&stats->list, anchor);
}

uint32_t stats_place(const struct stats *stats, uint32_t *count)
{
    uint32_t nth = 0;
    *count = 0;
    for (size_t i = 0; i < stats->list.lines.count; i++) {
        *count += stats->list.lines.lines[i].link_starts;
        if (i <= stats->list.scroll.cursor)
            nth = *count;
    }
    return nth;
}

/* False when it takes longer than patience_ms, or something comes, or the filter is still being asked. */
static bool make_lines(const struct app *app, struct stats *stats, int cols, int patience_ms)
{
    unsigned order = stats->orders[stats->page];
    chooser_clear(&stats->list, app->ambiguous_cols);
    bool half = app->prompting.asking.matches && stats_filtered(stats->page);
    if (app->b->parts_count > LARGE_PARTS)
        hurry_begin(patience_ms);
    if (!half)
        stats_lines(app, &stats->data, stats->page, order, cols, &stats->list.lines);
    if (!hurry_end() && !half)
        return true;
    stats_data_drop(&stats->data, stats->page);
    chooser_clear(&stats->list, app->ambiguous_cols);
    stats_lines_wait(stats->page, order, cols, &stats->list.lines);
    return false;
}

void stats_make(const struct app *app, struct stats *stats, int rows, int cols, int patience_ms)
{
    struct chooser *list = &stats->list;
    bool refiltered = stats->changes != app->changes && stats_filtered(stats->page);
    bool here = patience_ms >= 0 && stats->waits_cols == cols;
    if ((list->cols == cols || here) && stats->rows == rows && list->lines.ambiguous_cols == app->ambiguous_cols &&
        !refiltered)
        return;
    if (stats->changes != app->changes)
        stats_data_drop(&stats->data, STATS_TARGETS);
    stats->changes = app->changes;
    struct anchor anchor = chooser_anchor(list); /* another width, and the same cursor */
    stats->rows = rows;
    if (make_lines(app, stats, cols, patience_ms)) {
        stats->waits_cols = 0;
        chooser_made(list, cols, anchor);
    } else {
        chooser_forget(list, anchor);
        stats->waits_cols = cols;
    }
}
