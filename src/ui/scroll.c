/* SPDX-License-Identifier: MIT */
#include "ui/scroll.h"

#include "ui/glyph.h"

bool scroll_move(struct scroll *scroll, long delta, uint32_t count)
{
    uint32_t before = scroll->cursor;
    long to = (long)before + delta;
    if (to >= (long)count)
        to = (long)count - 1;
    scroll->cursor = to < 0 ? 0 : (uint32_t)to;
    return scroll->cursor != before;
}

int scroll_delta(enum action action, int rows)
{
    int page = rows > 2 ? rows - 1 : 1, half = rows > 3 ? rows / 2 : 1;
    switch (action) {
    case ACTION_UP:
        return -1;
    case ACTION_DOWN:
        return 1;
    case ACTION_PAGE_UP:
        return -page;
    case ACTION_PAGE_DOWN:
        return page;
    case ACTION_HALF_UP:
        return -half;
    case ACTION_HALF_DOWN:
        return half;
    default:
        return 0;
    }
}

bool scroll_act(struct scroll *scroll, enum action action, uint32_t count, int rows)
{
    long delta = action == ACTION_HOME ? -(long)count : action == ACTION_END ? (long)count : scroll_delta(action, rows);
    if (delta)
        scroll_move(scroll, delta, count);
    return delta || action == ACTION_HOME || action == ACTION_END;
}

enum pointed scroll_point(struct scroll *scroll, int row, uint32_t count)
{
    uint32_t at = scroll->top + (uint32_t)(row < 0 ? 0 : row);
    if (row < 0 || at >= count)
        return POINTED_NOTHING;
    bool again = scroll->cursor == at;
    scroll->cursor = at;
    return again ? POINTED_AGAIN : POINTED_OTHER;
}

void scroll_fit(struct scroll *scroll, uint32_t count, int rows)
{
    uint32_t shown = rows < 1 ? 1 : (uint32_t)rows;
    if (scroll->cursor >= count)
        scroll->cursor = count ? count - 1 : 0;
    if (scroll->cursor < scroll->top)
        scroll->top = scroll->cursor;
    if (scroll->cursor >= scroll->top + shown)
        scroll->top = scroll->cursor - shown + 1;
    if (count <= shown)
        scroll->top = 0;
    else if (scroll->top > count - shown)
        scroll->top = count - shown;
}

void scroll_thumb(struct grid *grid, struct area area, int col, uint32_t top, uint32_t count)
{
    int rows = area.rows;
    if (rows < 2 || count <= (uint32_t)rows)
        return;
    uint64_t span = (uint64_t)rows * (uint64_t)rows / count;
    int size = span < 1 ? 1 : (int)span;
    uint64_t last = count - (uint32_t)rows;
    int at = (int)(((uint64_t)top * (uint64_t)(rows - size) + last / 2) / last);
    struct text glyph = glyph_text(grid, GLYPH_THUMB);
    for (int i = 0; i < size; i++)
        grid_text(grid, area.row + at + i, col, 1, glyph, glyph.at[0] == ' ' ? STYLE_TAB : STYLE_TITLE);
}
