/* SPDX-License-Identifier: MIT */
#include "ui/rows.h"

#include "ui/app_state.h"
#include "ui/blit.h"

void rows_draw(const struct app *app, const struct lines *lines, struct grid *grid, struct area area,
               struct scroll scroll, uint32_t count, enum style style)
{
    uint32_t selected = scroll.cursor - scroll.top;
    blit_lines(lines, grid, area, 0, NO_IDX, style);
    if (selected < lines->count)
        blit_selected(grid, area.row + (int)selected, area.col, area.cols, style);
    marks_draw_lines(app, lines, grid, area, 0, selected, style);
    scroll_thumb(grid, area, area.col + area.cols, scroll.top, count);
}
