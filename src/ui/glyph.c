/* SPDX-License-Identifier: MIT */
#include "ui/glyph.h"

struct text glyph_of(enum glyph glyph, int ambiguous_cols, bool ascii)
{
    static const char *const usual[GLYPHS_COUNT] = {
        [GLYPH_OPEN] = "▾",  [GLYPH_FOLDED] = "▸", [GLYPH_FOCUS] = "▌", [GLYPH_DIVIDER] = "│", [GLYPH_THUMB] = "┃",
        [GLYPH_TRAIL] = "›", [GLYPH_BAR] = "█",    [GLYPH_LIGHT] = "░", [GLYPH_MANY] = "*",    [GLYPH_MARK] = "*",
    };
    static const char *const plain[GLYPHS_COUNT] = {
        [GLYPH_OPEN] = "v",  [GLYPH_FOLDED] = ">", [GLYPH_FOCUS] = ">", [GLYPH_DIVIDER] = "|", [GLYPH_THUMB] = " ",
        [GLYPH_TRAIL] = ">", [GLYPH_BAR] = "#",    [GLYPH_LIGHT] = "-", [GLYPH_MANY] = "*",    [GLYPH_MARK] = "*",
    };
    return text_of((ascii || ambiguous_cols == 2 ? plain : usual)[glyph]);
}

struct text glyph_text(const struct grid *grid, enum glyph glyph)
{
    return glyph_of(glyph, grid->ambiguous_cols, grid->ascii);
}
