/* SPDX-License-Identifier: MIT */
/*
 * The few signs of our own that the screen shows.  Their usual forms are East Asian ambiguous characters; where those
 * are two columns wide, and with --ascii, ASCII stands for them.
 */
#ifndef UI_GLYPH_H
#define UI_GLYPH_H

#include "ui/grid.h"

enum glyph {
    GLYPH_OPEN,    /* an unfolded row */
    GLYPH_FOLDED,  /* a folded row */
    GLYPH_FOCUS,   /* left of the selected row */
    GLYPH_DIVIDER, /* between panes */
    GLYPH_THUMB,   /* where we are in a long list; a blank is to be drawn reversed */
    GLYPH_TRAIL,   /* between the steps of the trail */
    GLYPH_BAR,     /* a cell of a bar */
    GLYPH_LIGHT,   /* a cell of its lighter part */
    GLYPH_MARK,    /* left of a marked row */
    GLYPH_MANY,    /* marks the densest cells of a table */
    GLYPHS_COUNT
};

/* One column wide on a grid of this kind. */
struct text glyph_text(const struct grid *grid, enum glyph glyph);
/* The same before there is a grid. */
struct text glyph_of(enum glyph glyph, int ambiguous_cols, bool ascii);

#endif
