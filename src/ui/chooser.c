/* SPDX-License-Identifier: MIT */
#include "ui/chooser.h"

struct anchor chooser_anchor(const struct chooser *chooser)
{
    return chooser->cols ? anchor_at(&chooser->lines, chooser->scroll.cursor) : chooser->anchor;
}

struct link chooser_link(const struct chooser *chooser)
{
    uint32_t at = chooser->scroll.cursor;
    return at < chooser->lines.count ? chooser->lines.lines[at].link : (struct link){ 0 };
}

void chooser_forget(struct chooser *chooser, struct anchor anchor)
{
    chooser->cols = 0;
    chooser->anchor = anchor;
}

void chooser_clear(struct chooser *chooser, int ambiguous_cols)
{
    lines_fini(&chooser->lines);
    lines_init(&chooser->lines, ambiguous_cols);
}

/* To the nearest link in the direction, else in the other. */
static void step(struct chooser *chooser, int direction)
{
    const struct lines *lines = &chooser->lines;
    for (int turn = 0; turn < 2; turn++) {
        int by = (direction < 0) == (turn == 0) ? -1 : 1;
        for (long i = (long)chooser->scroll.cursor; i >= 0 && i < (long)lines->count; i += by)
            if (lines->lines[i].link.kind) {
                chooser->scroll.cursor = (uint32_t)i;
                return;
            }
    }
}

void chooser_made(struct chooser *chooser, int cols, struct anchor anchor)
{
    chooser->cols = cols;
    chooser->anchor = anchor;
    chooser->scroll.cursor = anchor_find(&chooser->lines, anchor, chooser->scroll.cursor);
    scroll_move(&chooser->scroll, 0, (uint32_t)chooser->lines.count);
    step(chooser, 1);
}

uint32_t chooser_heads(const struct chooser *chooser)
{
    uint32_t heads = 0;
    while (heads < chooser->lines.count && !chooser->lines.lines[heads].link.kind)
        heads++;
    return heads;
}

bool chooser_act(struct chooser *chooser, enum action action, int rows)
{
    uint32_t before = chooser->scroll.cursor;
    if (!scroll_act(&chooser->scroll, action, (uint32_t)chooser->lines.count, rows))
        return false;
    step(chooser, chooser->scroll.cursor < before || action == ACTION_UP ? -1 : 1);
    return true;
}

enum pointed chooser_point(struct chooser *chooser, int row)
{
    uint32_t at = chooser->scroll.top + (uint32_t)(row < 0 ? 0 : row);
    if (at >= chooser->lines.count || !chooser->lines.lines[at].link.kind)
        return POINTED_NOTHING;
    return scroll_point(&chooser->scroll, row, (uint32_t)chooser->lines.count);
}
