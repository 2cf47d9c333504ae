/* SPDX-License-Identifier: MIT */
#include "term/style.h"

#include <stdlib.h>

#include "term/screen.h"

enum scheme { SCHEME_MONO, SCHEME_8, SCHEME_16, SCHEME_256, SCHEMES_COUNT };

struct look {
    attr_t attributes;
    short color; /* -1: the terminal's own */
};

/*
 * The colours of the 256 column have a luminance near the middle: at least 3.5:1 on black and on white.  Of the 8,
 * red, magenta, green and cyan do best on both; blue and yellow are kept for where reverse video helps them.
 */
static const struct look looks[STYLES_COUNT][SCHEMES_COUNT] = {
    [STYLE_NORMAL] = { { A_NORMAL, -1 }, { A_NORMAL, -1 }, { A_NORMAL, -1 }, { A_NORMAL, -1 } },
    [STYLE_TITLE] = { { A_BOLD, -1 }, { A_BOLD, -1 }, { A_BOLD, -1 }, { A_BOLD, -1 } },
    [STYLE_DIM] = { { A_NORMAL, -1 }, { A_DIM, -1 }, { A_DIM, -1 }, { A_NORMAL, 244 } },
    [STYLE_LEAD] = { { A_BOLD, -1 }, { A_BOLD, COLOR_RED }, { A_BOLD, COLOR_RED }, { A_BOLD, 167 } },
    [STYLE_SUPPORT] = { { A_NORMAL, -1 }, { A_NORMAL, COLOR_CYAN }, { A_NORMAL, COLOR_CYAN }, { A_NORMAL, 31 } },
    [STYLE_VIA] = { { A_NORMAL, -1 }, { A_NORMAL, COLOR_MAGENTA }, { A_NORMAL, COLOR_MAGENTA }, { A_NORMAL, 97 } },
    [STYLE_MAYBE] = { { A_NORMAL, -1 }, { A_DIM, -1 }, { A_DIM, -1 }, { A_NORMAL, 244 } },
    [STYLE_MATCH] = { { A_BOLD | A_UNDERLINE, -1 },
                      { A_BOLD | A_UNDERLINE, COLOR_GREEN },
                      { A_BOLD | A_UNDERLINE, COLOR_GREEN },
                      { A_BOLD | A_UNDERLINE, 64 } },
    [STYLE_FOCUS] = { { A_REVERSE, -1 }, { A_REVERSE, -1 }, { A_REVERSE, -1 }, { A_REVERSE, -1 } },
    [STYLE_SELECTED] = { { A_BOLD | A_UNDERLINE, -1 },
                         { A_BOLD | A_UNDERLINE, -1 },
                         { A_BOLD | A_UNDERLINE, -1 },
                         { A_REVERSE, 245 } },
    [STYLE_HEADER] = { { A_BOLD, -1 }, { A_BOLD, -1 }, { A_BOLD, -1 }, { A_BOLD, -1 } },
    [STYLE_FOOTER] = { { A_NORMAL, -1 }, { A_NORMAL, -1 }, { A_NORMAL, -1 }, { A_NORMAL, 244 } },
    [STYLE_KEY] = { { A_BOLD, -1 }, { A_BOLD, -1 }, { A_BOLD, -1 }, { A_BOLD, -1 } },
    [STYLE_ERROR] = { { A_REVERSE | A_BOLD, -1 },
                      { A_REVERSE | A_BOLD, COLOR_RED },
                      { A_REVERSE | A_BOLD, COLOR_RED },
                      { A_REVERSE | A_BOLD, 167 } },
    [STYLE_WARNING] = { { A_REVERSE, -1 },
                        { A_REVERSE, COLOR_YELLOW },
                        { A_REVERSE, COLOR_YELLOW },
                        { A_REVERSE, 136 } },
    [STYLE_FIELD] = { { A_UNDERLINE, -1 }, { A_UNDERLINE, -1 }, { A_UNDERLINE, -1 }, { A_UNDERLINE, -1 } },
    [STYLE_BAR] = { { A_BOLD, -1 }, { A_NORMAL, COLOR_CYAN }, { A_NORMAL, COLOR_CYAN }, { A_NORMAL, 31 } },
    [STYLE_RULE] = { { A_NORMAL, -1 }, { A_DIM, -1 }, { A_DIM, -1 }, { A_NORMAL, 244 } },
};

static enum scheme scheme;

static enum scheme scheme_of_terminal(void)
{
    /* Direct colour: numbers are RGB values but for the first eight. */
    if (tigetflag("RGB") == 1 || tigetnum("RGB") > 0)
        return SCHEME_8;
    return COLORS >= 256 ? SCHEME_256 : COLORS >= 16 ? SCHEME_16 : COLORS >= 8 ? SCHEME_8 : SCHEME_MONO;
}

void term_style_start(enum color_choice choice)
{
    scheme = SCHEME_MONO;
    const char *no_color = getenv("NO_COLOR");
    if (choice == COLOR_CHOICE_NEVER || (choice == COLOR_CHOICE_AUTO && no_color && *no_color))
        return;
    /* Without the terminal's own colours as a background, ours would be a guess. */
    if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
        return;
    scheme = scheme_of_terminal();
    for (int i = 0; i < STYLES_COUNT; i++) {
        short color = looks[i][scheme].color;
        if (color >= 0 && init_pair((short)(i + 1), color, -1) == ERR) {
            scheme = SCHEME_MONO;
            return;
        }
    }
}

void term_style_look(enum style style, unsigned *attributes, short *pair)
{
    const struct look *look = &looks[style < STYLES_COUNT ? style : STYLE_NORMAL][scheme];
    *attributes = (unsigned)look->attributes;
    *pair = look->color >= 0 ? (short)(style + 1) : 0;
}
