/* SPDX-License-Identifier: MIT */
/*
 * A grid of cells: what the screen shall show.  Panes write text into it, term/paint.c blits it, tests read it as text.
 * A write that would split a wide character blanks the other half itself; nothing ever stands outside the grid.
 */
#ifndef UI_GRID_H
#define UI_GRID_H

#include <stdint.h>

#include "text/style.h"
#include "text/text.h"

enum { CELL_CHARS_MAX = 5 }; /* a base and up to four marks */

struct cell {
    uint32_t chars[CELL_CHARS_MAX]; /* 0-terminated when shorter; all 0 in the right half of a wide character */
    uint8_t cols;                   /* 1 or 2; 0: the right half of the wide character before */
    uint8_t style;                  /* enum style */
    uint16_t zero;                  /* no padding: cells are compared as bytes */
};

struct grid {
    struct cell *cells; /* rows * cols, row by row */
    int rows;
    int cols;
    int ambiguous_cols;         /* 1 or 2 */
    bool ascii;                 /* chrome in ASCII only */
    int cursor_row, cursor_col; /* where the terminal's cursor shall stand, seen or not */
    bool cursor_visible;
};

/* rows and cols at least 1.  All blank. */
void grid_init(struct grid *grid, int rows, int cols, int ambiguous_cols);
void grid_fini(struct grid *grid);
void grid_clear(struct grid *grid);

/*
 * Writes text from (row, col) on, at most max_cols columns and not beyond the right edge; a wide character that does
 * not fit whole is left out.  Returns the columns written.  Outside the grid nothing happens.
 */
int grid_text(struct grid *grid, int row, int col, int max_cols, struct text text, enum style style);
/* The same clipped with … when it does not fit. */
int grid_clip(struct grid *grid, int row, int col, int max_cols, struct text text, enum style style);
/* Blanks cols cells in a style. */
void grid_fill(struct grid *grid, int row, int col, int cols, enum style style);
/*
 * Gives cells another style, text unchanged; wide characters as a whole.  Matched characters and bars are still to be
 * seen in it.  In the row that has the focus the unseen cursor comes to rest: braille displays, screen readers and
 * magnifiers follow it.
 */
void grid_restyle(struct grid *grid, int row, int col, int cols, enum style style);

const struct cell *grid_cell(const struct grid *grid, int row, int col);
/* The rows as text, one line each, without blanks at line ends. */
void grid_dump(const struct grid *grid, struct buf *out);
/* The same with every run of a style but the normal one marked: ⟦lead:省发展改革委⟧. */
void grid_dump_style(const struct grid *grid, struct buf *out);

#endif
