/* SPDX-License-Identifier: MIT */
/*
 * Our own wcwidth(), which curses finds before libc's: the widths of layout (text/width.h) and of curses are then one
 * function.  libc knows ambiguous characters only as one column wide in UTF-8; many terminals draw two.
 */
#ifndef TERM_WCWIDTH_H
#define TERM_WCWIDTH_H

#include <stdbool.h>
#include <wchar.h>

/* As POSIX wcwidth(): columns of c, 0 for NUL and marks, -1 for control characters. */
int wcwidth(wchar_t c);

/* How wide ambiguous characters are from now on: 1 (also at start) or 2. */
void wcwidth_set_ambiguous(int cols);

/* After newterm(): whether curses moves by what wcwidth() says, for either width; leaves the width as it was. */
bool wcwidth_holds(void);

#endif
