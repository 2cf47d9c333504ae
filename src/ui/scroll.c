/* SPDX-License-Identifier: MIT */
#include "ui/scroll.h"

bool scroll_move(struct scroll *scroll, long delta, uint32_t count)
{
    uint32_t before = scroll->cursor;
    long to = (long)before + delta;
    if (to >= (long)count)
        to = (long)count - 1;
    scroll->cursor = to < 0 ? 0 : (uint32_t)to;
    return scroll->cursor != before;
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

void scroll_thumb(struct grid *grid, int row, int rows, int col, uint32_t top, uint32_t count, struct text glyph)
{
    if (rows < 2 || count <= (uint32_t)rows)
        return;
    uint64_t span = (uint64_t)rows * (uint64_t)rows / count;
    int size = span < 1 ? 1 : (int)span;
    uint64_t last = count - (uint32_t)rows;
    int at = (int)(((uint64_t)top * (uint64_t)(rows - size) + last / 2) / last);
    for (int i = 0; i < size; i++)
        grid_text(grid, row + at + i, col, 1, glyph, STYLE_TITLE);
}
