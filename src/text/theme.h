/* SPDX-License-Identifier: MIT */
/*
 * How each semantic style (text/style.h) looks, decided once for the screen and for coloured output: attributes and
 * colours, in columns for monochrome, 8, 16 and 256 colours.  Nothing is said by colour alone.
 *
 * The usual theme knows no background: every look keeps a contrast of 4.5 : 1 (WCAG 2.1, 1.4.3) on black and on white.
 * The dark and the light one keep it on backgrounds of their kind, the high-contrast one keeps 7 : 1 (1.4.6) on both.
 */
#ifndef TEXT_THEME_H
#define TEXT_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "text/style.h"

/* How many colours there are. */
enum depth { DEPTH_MONO, DEPTH_8, DEPTH_16, DEPTH_256, DEPTHS_COUNT };

enum { LOOK_BOLD = 1, LOOK_FAINT = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };
enum { LOOK_OWN_COLOR = -1 }; /* the terminal's own */

struct look {
    unsigned attributes;
    short foreground, background; /* colour numbers, or LOOK_OWN_COLOR */
};

enum theme_kind { THEME_AUTO, THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEMES_COUNT };

/* A theme as the user has it: zero-initialised is the usual one. */
struct theme {
    enum theme_kind kind;
    bool is_own[STYLES_COUNT]; /* these styles look as own says, wherever there are colours */
    struct look own[STYLES_COUNT];
};

/* How many colours a terminal has by its name (TERM) and COLORTERM, either may be NULL; for output without a screen. */
enum depth theme_depth(const char *term, const char *colorterm);
struct look theme_look(const struct theme *theme, enum style style, enum depth depth);
bool look_equal(struct look a, struct look b);
/* A blank in this look differs from a plain one. */
bool look_shows_on_blanks(struct look look);

#endif
