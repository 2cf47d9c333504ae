/* SPDX-License-Identifier: MIT */
#include "text/theme.h"

#include <stddef.h>
#include <string.h>

enum { BOLD = LOOK_BOLD, FAINT = LOOK_FAINT, LINE = LOOK_UNDERLINE, REVERSE = LOOK_REVERSE, OWN = LOOK_OWN_COLOR };
/* clang-format off */

/* One look everywhere; faint but where there are no colours; one for few colours, another for 256. */
#define EVERYWHERE(look) { { look, OWN, OWN }, { look, OWN, OWN }, { look, OWN, OWN }, { look, OWN, OWN } }
#define DIMMED { { 0, OWN, OWN }, { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { FAINT, OWN, OWN } }
#define RICH(few, ...) { { few, OWN, OWN }, { few, OWN, OWN }, { few, OWN, OWN }, __VA_ARGS__ }

/*
 * The first sixteen colours are the user's, and of the usual palettes none reads well on black and on white: with so
 * few, colour comes with a background of its own, or not at all.  Of the 240 that are the same everywhere six reach
 * 4.5 : 1 on both: 29 green, 63 blue, 98 violet, 131 red, 163 magenta, 243 grey.  What leads is coloured, what supports
 * is not, so that the leading stand out.
 */
static const struct look any[STYLES_COUNT][DEPTHS_COUNT] = {
    [STYLE_NORMAL] = EVERYWHERE(0),
    [STYLE_TITLE] = EVERYWHERE(BOLD),
    [STYLE_DIM] = DIMMED,
    [STYLE_LEAD] = RICH(BOLD, { 0, 163, OWN }),
    [STYLE_SUPPORT] = EVERYWHERE(0),
    [STYLE_VIA] = RICH(0, { 0, 29, OWN }),
    [STYLE_MAYBE] = DIMMED,
    [STYLE_MATCH] = { { BOLD | LINE, OWN, OWN }, { LINE, 0, 6 }, { LINE, 0, 6 }, { BOLD | LINE, 29, OWN } },
    [STYLE_FIGURE] = EVERYWHERE(BOLD),
    [STYLE_FOCUS] = EVERYWHERE(REVERSE),
    [STYLE_FOCUS_MATCH] = EVERYWHERE(REVERSE | BOLD | LINE),
    [STYLE_SELECTED] = RICH(BOLD | LINE, { REVERSE, 243, OWN }),
    [STYLE_SELECTED_MATCH] = RICH(REVERSE | BOLD | LINE, { REVERSE | BOLD | LINE, 243, OWN }),
    [STYLE_HEADER] = EVERYWHERE(BOLD),
    [STYLE_TAB] = EVERYWHERE(REVERSE),
    [STYLE_FOOTER] = DIMMED,
    [STYLE_KEY] = EVERYWHERE(BOLD),
    [STYLE_ERROR] = RICH(REVERSE | BOLD, { BOLD, 231, 124 }),
    [STYLE_WARNING] = RICH(REVERSE, { 0, 16, 214 }),
    [STYLE_FIELD] = EVERYWHERE(LINE),
    [STYLE_BAR] = { { 0, OWN, OWN }, { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 243, OWN } },
    [STYLE_RULE] = DIMMED,
};
/* clang-format on */

static const struct look (*const themes[THEMES_COUNT])[DEPTHS_COUNT] = { [THEME_ANY] = any };

enum depth theme_depth(const char *term, const char *colorterm)
{
    static const char *const many[] = { "256color", "direct", "kitty", "foot", "alacritty", "ghostty", "wezterm" };
    if (colorterm && (strcmp(colorterm, "truecolor") == 0 || strcmp(colorterm, "24bit") == 0))
        return DEPTH_256;
    for (size_t i = 0; term && i < sizeof many / sizeof *many; i++)
        if (strstr(term, many[i]))
            return DEPTH_256;
    if (term && strstr(term, "-16color"))
        return DEPTH_16;
    return term && (strncmp(term, "vt", 2) == 0 || strstr(term, "-mono")) ? DEPTH_MONO : DEPTH_8;
}

struct look theme_look(enum theme theme, enum style style, enum depth depth)
{
    return themes[theme][style < STYLES_COUNT ? style : STYLE_NORMAL][depth];
}

bool look_equal(struct look a, struct look b)
{
    return a.attributes == b.attributes && a.foreground == b.foreground && a.background == b.background;
}

bool look_shows_on_blanks(struct look look)
{
    return (look.attributes & (LOOK_UNDERLINE | LOOK_REVERSE)) || look.background != LOOK_OWN_COLOR;
}
