/* SPDX-License-Identifier: MIT */
/* What is asked of the terminal's description (terminfo) itself, beside what curses does with it. */
#ifndef TERM_TERMINFO_H
#define TERM_TERMINFO_H

#include <stdbool.h>

#include "base/buf.h"
#include "term/input.h"

/*
 * The system has a description of this kind, and its cursor can be moved.  newterm() is asked for no other: for one
 * that it does not find it loses memory.
 */
bool terminfo_knows(const char *kind);

/* All others are for after newterm(). */

/* Colours are RGB values here, but for the first eight. */
bool terminfo_direct_color(void);

/*
 * Looks are switched without naming the character set for line drawing each time, which is a sixth of a frame on xterm:
 * our lines are characters.
 */
void terminfo_trim(void);
/*
 * The last cell of the screen cannot be written without more ado: the row would wrap and the screen scroll.  Curses then
 * writes it in the place of the one before, and inserts that anew.
 */
bool terminfo_lacks_last_cell(void);
/* The keys as this terminal sends them. */
void terminfo_keys(struct input *input);
/* The next frame begins by taking a scrolling region back. It must clear the screen then: the cursor has moved. */
void terminfo_reset_region(int rows);
/*
 * Appends what gives the terminal back: the end of looks, keys, the hidden cursor and our screen; where there is no
 * other screen to go back to, the last row is cleared, for the shell to go on in.
 */
void terminfo_end(int rows, struct buf *out);

#endif
