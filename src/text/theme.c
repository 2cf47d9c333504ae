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

/* Where a theme differs from that, for 8, 16 and 256 colours. */
struct difference {
    enum style style;
    struct look looks[DEPTHS_COUNT - DEPTH_8];
};

/* On black, of the first eight cyan, green and white read well in every usual palette; of the next eight the bright. */
static const struct difference dark[] = {
    { STYLE_TITLE, { { BOLD, OWN, OWN }, { BOLD, OWN, OWN }, { BOLD, 117, OWN } } },
    { STYLE_DIM, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 248, OWN } } },
    { STYLE_LEAD, { { BOLD, 6, OWN }, { BOLD, 11, OWN }, { BOLD, 215, OWN } } },
    { STYLE_VIA, { { 0, 2, OWN }, { 0, 10, OWN }, { 0, 114, OWN } } },
    { STYLE_MAYBE, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 110, OWN } } },
    { STYLE_MATCH, { { LINE, 0, 6 }, { LINE, 0, 11 }, { BOLD | LINE, 16, 221 } } },
    { STYLE_FIGURE, { { BOLD, OWN, OWN }, { BOLD, OWN, OWN }, { BOLD, 221, OWN } } },
    { STYLE_SELECTED, { { BOLD | LINE, OWN, OWN }, { BOLD | LINE, OWN, OWN }, { 0, 231, 24 } } },
    { STYLE_SELECTED_MATCH, { { REVERSE | BOLD | LINE, OWN, OWN }, { LINE, 0, 14 }, { BOLD | LINE, 16, 117 } } },
    { STYLE_FOOTER, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 248, OWN } } },
    { STYLE_KEY, { { BOLD, 6, OWN }, { BOLD, 14, OWN }, { BOLD, 117, OWN } } },
    { STYLE_BAR, { { 0, 6, OWN }, { 0, 14, OWN }, { 0, 75, OWN } } },
    { STYLE_RULE, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 247, OWN } } },
};

/* On white, of the first sixteen blue, magenta and red read well, and not bold: most terminals then brighten them. */
static const struct difference light[] = {
    { STYLE_TITLE, { { BOLD, OWN, OWN }, { BOLD, OWN, OWN }, { BOLD, 25, OWN } } },
    { STYLE_DIM, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 241, OWN } } },
    { STYLE_LEAD, { { 0, 5, OWN }, { 0, 5, OWN }, { BOLD, 90, OWN } } },
    { STYLE_VIA, { { 0, 4, OWN }, { 0, 4, OWN }, { 0, 22, OWN } } },
    { STYLE_MAYBE, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 60, OWN } } },
    { STYLE_MATCH, { { LINE, 0, 6 }, { LINE, 0, 11 }, { BOLD | LINE, 16, 221 } } },
    { STYLE_FIGURE, { { BOLD, OWN, OWN }, { BOLD, OWN, OWN }, { BOLD, 88, OWN } } },
    { STYLE_SELECTED, { { BOLD | LINE, OWN, OWN }, { BOLD | LINE, OWN, OWN }, { 0, 16, 153 } } },
    { STYLE_SELECTED_MATCH, { { REVERSE | BOLD | LINE, OWN, OWN }, { LINE, 0, 14 }, { BOLD | LINE, 16, 221 } } },
    { STYLE_FOOTER, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 241, OWN } } },
    { STYLE_KEY, { { 0, 4, OWN }, { 0, 4, OWN }, { BOLD, 25, OWN } } },
    { STYLE_BAR, { { 0, 4, OWN }, { 0, 4, OWN }, { 0, 25, OWN } } },
    { STYLE_RULE, { { FAINT, OWN, OWN }, { FAINT, OWN, OWN }, { 0, 242, OWN } } },
};

/* No colour reaches 7 : 1 on black and on white: none without a background of its own, and nothing is faint. */
static const struct difference contrast[] = {
    { STYLE_DIM, { { 0, OWN, OWN }, { 0, OWN, OWN }, { 0, OWN, OWN } } },
    { STYLE_LEAD, { { BOLD, OWN, OWN }, { BOLD, OWN, OWN }, { BOLD, OWN, OWN } } },
    { STYLE_VIA, { { 0, OWN, OWN }, { 0, OWN, OWN }, { 0, OWN, OWN } } },
    { STYLE_MAYBE, { { 0, OWN, OWN }, { 0, OWN, OWN }, { 0, OWN, OWN } } },
    { STYLE_MATCH, { { LINE, 0, 6 }, { LINE, 0, 11 }, { BOLD | LINE, 16, 226 } } },
    { STYLE_FIGURE, { { BOLD | LINE, OWN, OWN }, { BOLD | LINE, OWN, OWN }, { BOLD | LINE, OWN, OWN } } },
    { STYLE_FOCUS, { { REVERSE | BOLD, OWN, OWN }, { REVERSE | BOLD, OWN, OWN }, { REVERSE | BOLD, OWN, OWN } } },
    { STYLE_SELECTED, { { BOLD | LINE, OWN, OWN }, { BOLD | LINE, OWN, OWN }, { BOLD, 231, 18 } } },
    { STYLE_SELECTED_MATCH, { { REVERSE | BOLD | LINE, OWN, OWN }, { LINE, 0, 14 }, { BOLD | LINE, 16, 226 } } },
    { STYLE_FOOTER, { { 0, OWN, OWN }, { 0, OWN, OWN }, { 0, OWN, OWN } } },
    { STYLE_KEY, { { REVERSE, OWN, OWN }, { REVERSE, OWN, OWN }, { REVERSE, OWN, OWN } } },
    { STYLE_ERROR, { { REVERSE | BOLD, OWN, OWN }, { REVERSE | BOLD, OWN, OWN }, { BOLD, 231, 88 } } },
    { STYLE_BAR, { { 0, OWN, OWN }, { 0, OWN, OWN }, { 0, OWN, OWN } } },
    { STYLE_RULE, { { 0, OWN, OWN }, { 0, OWN, OWN }, { 0, OWN, OWN } } },
};
/* clang-format on */

#define LIST(differences) { differences, sizeof(differences) / sizeof *(differences) }

static const struct {
    const struct difference *list;
    size_t count;
} themes[THEMES_COUNT] = { [THEME_DARK] = LIST(dark), [THEME_LIGHT] = LIST(light), [THEME_CONTRAST] = LIST(contrast) };

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

/* A colour that the terminal has not got is left to it. */
static struct look fitting(struct look look, enum depth depth)
{
    static const short counts[DEPTHS_COUNT] = { 0, 8, 16, 256 };
    if (look.foreground >= counts[depth])
        look.foreground = LOOK_OWN_COLOR;
    if (look.background >= counts[depth])
        look.background = LOOK_OWN_COLOR;
    return look;
}

/* The row that one is on must be seen. */
static bool must_show(enum style style)
{
    return style == STYLE_FOCUS || style == STYLE_FOCUS_MATCH || style == STYLE_SELECTED ||
           style == STYLE_SELECTED_MATCH;
}

struct look theme_look(const struct theme *theme, enum style style, enum depth depth)
{
    if (depth == DEPTH_MONO || theme->kind == THEME_MONO)
        return any[style][DEPTH_MONO];
    struct look own = fitting(theme->own[style], depth);
    if (theme->is_own[style] && (look_shows_on_blanks(own) || !must_show(style)))
        return own;
    for (size_t i = 0; i < themes[theme->kind].count; i++)
        if (themes[theme->kind].list[i].style == style)
            return themes[theme->kind].list[i].looks[depth - DEPTH_8];
    return any[style][depth];
}

bool look_equal(struct look a, struct look b)
{
    return a.attributes == b.attributes && a.foreground == b.foreground && a.background == b.background;
}

bool look_shows_on_blanks(struct look look)
{
    return (look.attributes & (LOOK_UNDERLINE | LOOK_REVERSE)) || look.background != LOOK_OWN_COLOR;
}
