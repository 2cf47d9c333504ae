/* SPDX-License-Identifier: MIT */
/* The theme (text/theme.h) on this terminal: the colours that it has, as attributes and pairs of curses. */
#ifndef TERM_STYLE_H
#define TERM_STYLE_H

#include <stdbool.h>

#include "text/theme.h"

enum color_choice { COLOR_CHOICE_AUTO, COLOR_CHOICE_ALWAYS, COLOR_CHOICE_NEVER };

/* After newterm(): finds out the colours that the terminal has, and starts them. AUTO: none when NO_COLOR is set. */
void style_start(const struct theme *theme, enum color_choice choice);
/* The look of a style on this terminal, and the same for curses (an attr_t, a pair). */
struct look style_look(enum style style);
void style_curses(enum style style, unsigned *attributes, short *pair);

#endif
