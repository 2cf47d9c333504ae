/* SPDX-License-Identifier: MIT */
#include "term/style.h"

#include <stdlib.h>

#include "term/screen.h"

enum scheme { SCHEME_MONO, SCHEME_8, SCHEME_16, SCHEME_256, SCHEMES_COUNT };

struct look {
    attr_t attributes;
    short color; /* -1: the terminal's own */
};

#define EVERYWHERE(attributes)                                                                                         \
    { (attributes), -1 }, { (attributes), -1 }, { (attributes), -1 },                                                  \
    {                                                                                                                  \
        (attributes), -1                                                                                               \
    }
#define COLORED(mono, attributes, color)                                                                               \
    { (mono), -1 }, { (attributes), (color) }, { (attributes), (color) },                                              \
    {                                                                                                                  \
        (attributes), (color)                                                                                          \
    }
#define DIMMED                                                                                                         \
    { A_NORMAL, -1 }, { A_DIM, -1 }, { A_DIM, -1 },                                                                    \
    {                                                                                                                  \
        A_DIM, -1                                                                                                      \
    }

/*
 * The first eight colours are the user's: whoever chose the background made them readable on it, and they cost half
 * the bytes of a number out of 256.  Of them magenta does best on black and on white alike; red is for what is wrong,
 * yellow is kept for reverse video.  What leads is coloured; what supports is not, so that the leading stand out.
 * Where there are 256, the middle greys and ochre do better than what the eight offer.
 */
static const struct look looks[STYLES_COUNT][SCHEMES_COUNT] = {
    [STYLE_NORMAL] = { EVERYWHERE(A_NORMAL) },
    [STYLE_TITLE] = { EVERYWHERE(A_BOLD) },
    [STYLE_DIM] = { DIMMED },
    [STYLE_LEAD] = { COLORED(A_BOLD, A_NORMAL, COLOR_MAGENTA) },
    [STYLE_SUPPORT] = { EVERYWHERE(A_NORMAL) },
    [STYLE_VIA] = { COLORED(A_NORMAL, A_NORMAL, COLOR_CYAN) },
    [STYLE_MAYBE] = { DIMMED },
    [STYLE_MATCH] = { COLORED(A_BOLD | A_UNDERLINE, A_BOLD | A_UNDERLINE, COLOR_GREEN) },
    [STYLE_FOCUS] = { EVERYWHERE(A_REVERSE) },
    [STYLE_SELECTED] = { { A_BOLD | A_UNDERLINE, -1 },
                         { A_BOLD | A_UNDERLINE, -1 },
                         { A_BOLD | A_UNDERLINE, -1 },
                         { A_REVERSE, 245 } },
    [STYLE_HEADER] = { EVERYWHERE(A_BOLD) },
    [STYLE_FOOTER] = { DIMMED },
    [STYLE_KEY] = { EVERYWHERE(A_BOLD) },
    [STYLE_ERROR] = { COLORED(A_REVERSE | A_BOLD, A_REVERSE | A_BOLD, COLOR_RED) },
    [STYLE_WARNING] = { { A_REVERSE, -1 },
                        { A_REVERSE, COLOR_YELLOW },
                        { A_REVERSE, COLOR_YELLOW },
                        { A_REVERSE, 136 } },
    [STYLE_FIELD] = { EVERYWHERE(A_UNDERLINE) },
    [STYLE_BAR] = { COLORED(A_BOLD, A_NORMAL, COLOR_CYAN) },
    [STYLE_RULE] = { DIMMED },
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
}

void term_style_look(enum style style, unsigned *attributes, int *color)
{
    const struct look *look = &looks[style < STYLES_COUNT ? style : STYLE_NORMAL][scheme];
    *attributes = (unsigned)look->attributes;
    *color = look->color;
}
