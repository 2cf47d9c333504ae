/* SPDX-License-Identifier: MIT */
/*
 * Columns: how many terminal cells a character and a text take.  The one width function of the program; layout, paper
 * and the drawing of frames all ask it.  East Asian ambiguous characters (“ ” — … · Ⅲ ①) are one or two columns
 * wide by the reader's choice: every function takes that choice as ambiguous_cols, 1 or 2 (paper is always 2).
 *
 * Source: Unicode EastAsianWidth.txt (UAX #11) and general categories; tools/gen-width.py makes width_table.c.
 */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdint.h>

#include "text/text.h"

/* What width_char() leaves to the table. */
int width_other_char(uint32_t codepoint, int ambiguous_cols);

/*
 * Columns of one character: 0 for marks, zero-width and format characters, 2 for wide and full-width, ambiguous_cols
 * for ambiguous ones, else 1; -1 for control characters.  Zero width is decided first (U+0300-036F are ambiguous in
 * the table), private use is never ambiguous.
 */
static inline int width_char(uint32_t codepoint, int ambiguous_cols)
{
    if (codepoint < 0xA0)
        return codepoint < 0x20 || codepoint >= 0x7F ? -1 : 1;
    bool han = codepoint >= 0x4E00 && codepoint <= 0x9FFF, mark = codepoint >= 0x3000 && codepoint < 0x302A;
    if (han || mark || (codepoint >= 0xFF01 && codepoint <= 0xFF60))
        return 2;
    return width_other_char(codepoint, ambiguous_cols);
}

/* Columns of a text. */
int width_cols(struct text text, int ambiguous_cols);

/* The longest head of text (whole grapheme clusters) that takes at most max_cols; *cols, if asked, its columns. */
struct text width_head(struct text text, int max_cols, int ambiguous_cols, int *cols);

/*
 * The one clip function: appends text to out, shortened to at most max_cols with … at the end when it does not fit
 * (… itself is ambiguous and counted so; where it alone does not fit, nothing).  Returns the columns appended.
 */
int width_clip(struct buf *out, struct text text, int max_cols, int ambiguous_cols);

/* Clip and fill with blanks to exactly cols columns. */
void width_pad(struct buf *out, struct text text, int cols, int ambiguous_cols);

#endif
