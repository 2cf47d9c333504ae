/* SPDX-License-Identifier: MIT */
/*
 * How each semantic style (text/style.h) looks: attributes and a colour in a table with columns for monochrome, 8, 16
 * and 256 colours.  Nothing is said by colour alone, and no background is assumed: foregrounds read on light and on
 * dark, the selection is reverse video.
 */
#ifndef TERM_STYLE_H
#define TERM_STYLE_H

#include <stdbool.h>

#include "text/style.h"

enum color_choice { COLOR_CHOICE_AUTO, COLOR_CHOICE_ALWAYS, COLOR_CHOICE_NEVER };

/* After newterm(): finds out the colours that the terminal has, and starts them. AUTO: none when NO_COLOR is set. */
void term_style_start(enum color_choice choice);

/* A style's curses attributes (attr_t) and its colour's number; -1: the terminal's own. */
void term_style_look(enum style style, unsigned *attributes, int *color);

#endif
