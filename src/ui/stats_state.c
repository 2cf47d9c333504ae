/* SPDX-License-Identifier: MIT */
#include "ui/stats_state.h"

#include "base/hurry.h"
#include "ui/app_state.h"

enum { LARGE_PARTS = 5000 };

struct anchor stats_anchor(const struct stats *stats)
{
    return stats->cols ? anchor_at(&stats->lines, stats->scroll.cursor) : stats->anchor;
}

void stats_forget(struct stats *stats, struct anchor anchor)
{
    stats->cols = stats->waits_cols = 0;
    stats->anchor = anchor;
}

void stats_step(struct stats *stats, int direction)
{
    const struct lines *lines = &stats->lines;
    long at = (long)stats->scroll.cursor, count = (long)lines->count;
    for (int turn = 0; turn < 2; turn++) {
        int by = (direction < 0) == (turn == 0) ? -1 : 1;
        for (long i = at; i >= 0 && i < count; i += by)
            if (lines->lines[i].link.kind) {
                stats->scroll.cursor = (uint32_t)i;
                return;
            }
    }
}

uint32_t stats_place(const struct stats *stats, uint32_t *count)
{
    uint32_t nth = 0;
    *count = 0;
    for (size_t i = 0; i < stats->lines.count; i++) {
        *count += stats->lines.lines[i].link_starts;
        if (i <= stats->scroll.cursor)
            nth = *count;
    }
    return nth;
}

/* False when it takes longer than patience_ms, or something comes, or the filter is still being asked. */
static bool make_lines(const struct app *app, struct stats *stats, int cols, int patience_ms)
{
    unsigned order = stats->orders[stats->page];
    lines_fini(&stats->lines);
    lines_init(&stats->lines, app->ambiguous_cols);
    bool half = app->prompting.asking.matches && stats_filtered(stats->page);
    if (app->b->parts_count > LARGE_PARTS)
        hurry_begin(patience_ms);
    if (!half)
        stats_lines(app, &stats->data, stats->page, order, cols, &stats->lines);
    if (!hurry_end() && !half)
        return true;
    stats_data_drop(&stats->data, stats->page);
    lines_fini(&stats->lines);
    lines_init(&stats->lines, app->ambiguous_cols);
    stats_lines_wait(stats->page, order, cols, &stats->lines);
    return false;
}

void stats_make(const struct app *app, struct stats *stats, int rows, int cols, int patience_ms)
{
    bool refiltered = stats->changes != app->changes && stats_filtered(stats->page);
    bool here = patience_ms >= 0 && stats->waits_cols == cols;
    if ((stats->cols == cols || here) && stats->rows == rows && stats->lines.ambiguous_cols == app->ambiguous_cols &&
        !refiltered)
        return;
    if (stats->changes != app->changes)
        stats_data_drop(&stats->data, STATS_TARGETS);
    stats->changes = app->changes;
    struct anchor anchor = stats_anchor(stats); /* another width, and the same cursor */
    bool made = make_lines(app, stats, cols, patience_ms);
    stats->anchor = anchor;
    stats->cols = made ? cols : 0;
    stats->waits_cols = made ? 0 : cols;
    stats->rows = rows;
    if (!made)
        return;
    stats->scroll.cursor = anchor_find(&stats->lines, anchor, stats->scroll.cursor);
    scroll_move(&stats->scroll, 0, (uint32_t)stats->lines.count);
    stats_step(stats, 0);
}
