/* SPDX-License-Identifier: MIT */
#include "ui/blit.h"

#include "ui/glyph.h"
#include "ui/link.h"

static void blit_runs(const struct lines *lines, const struct line *line, struct grid *grid, int row, int col, int cols)
{
    int at = col;
    for (uint32_t r = 0; r < line->runs_count; r++) {
        const struct run *run = &lines->runs[line->run_from + r];
        at += grid_text(grid, row, at, col + cols - at, run->text, run->style);
    }
}

void blit_selected(struct grid *grid, int row, int col, int cols, enum style style)
{
    grid_restyle(grid, row, col, cols, style);
    grid_text(grid, row, col, 1, glyph_text(grid, GLYPH_FOCUS), style);
}

void blit_lines(const struct lines *lines, struct grid *grid, struct area area, uint32_t top, uint32_t selected,
                enum style style)
{
    struct link link = selected < lines->count ? lines->lines[selected].link : (struct link){ 0 };
    uint32_t end = top + (uint32_t)(area.rows > 0 ? area.rows : 0);
    bool in_link = false;
    for (uint32_t i = selected < top ? selected : top; i < end && i < lines->count; i++) {
        const struct line *line = &lines->lines[i];
        if (i == selected)
            in_link = link.kind != LINK_NONE;
        else if (in_link && (line->link_starts || !link_equal(line->link, link)))
            in_link = false;
        if (i < top)
            continue;
        int row = area.row + (int)(i - top);
        blit_runs(lines, line, grid, row, area.col, area.cols);
        if (in_link)
            blit_selected(grid, row, area.col, area.cols, style);
    }
}
