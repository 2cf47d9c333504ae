/* SPDX-License-Identifier: MIT */
/* Lines on a grid, and the mark of what is selected. */
#ifndef UI_BLIT_H
#define UI_BLIT_H

#include "text/lines.h"
#include "ui/area.h"
#include "ui/grid.h"

/* Lines from `top` on; the link that starts on line `selected` (NO_IDX: none) over its whole width in `style`. */
void blit_lines(const struct lines *lines, struct grid *grid, struct area area, uint32_t top, uint32_t selected,
                enum style style);
/* A row as the selected one: in `style`, with the mark of the focus before it. */
void blit_selected(struct grid *grid, int row, int col, int cols, enum style style);

#endif
