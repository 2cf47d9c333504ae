/* SPDX-License-Identifier: MIT */
#include "term/style.h"

#include <stdlib.h>

#include "term/screen.h"
#include "term/terminfo.h"

static struct look looks[STYLES_COUNT];

static enum depth depth_of_terminal(void)
{
    if (terminfo_direct_color())
        return DEPTH_8;
    return COLORS >= 256 ? DEPTH_256 : COLORS >= 16 ? DEPTH_16 : COLORS >= 8 ? DEPTH_8 : DEPTH_MONO;
}

static bool init_pairs(void)
{
    for (int i = 0; i < STYLES_COUNT; i++) {
        struct look look = looks[i];
        bool colored = look.foreground != LOOK_OWN_COLOR || look.background != LOOK_OWN_COLOR;
        if (colored && init_pair((short)(i + 1), look.foreground, look.background) == ERR)
            return false;
    }
    return true;
}

static void take_looks(const struct theme *theme, enum depth depth)
{
    for (int i = 0; i < STYLES_COUNT; i++)
        looks[i] = theme_look(theme, (enum style)i, depth);
}

void style_start(const struct theme *theme, enum color_choice choice)
{
    take_looks(theme, DEPTH_MONO);
    const char *no_color = getenv("NO_COLOR");
    if (choice == COLOR_CHOICE_NEVER || (choice == COLOR_CHOICE_AUTO && no_color && *no_color))
        return;
    /* Without the terminal's own colours as a background, ours would be a guess. */
    if (theme->kind == THEME_MONO || !has_colors() || start_color() == ERR || use_default_colors() == ERR)
        return;
    take_looks(theme, depth_of_terminal());
    if (!init_pairs())
        take_looks(theme, DEPTH_MONO);
}

struct look style_look(enum style style)
{
    return looks[style];
}

void style_curses(enum style style, unsigned *attributes, short *pair)
{
    struct look look = style_look(style);
    attr_t of_curses = A_NORMAL;
    if (look.attributes & LOOK_BOLD)
        of_curses |= A_BOLD;
    if (look.attributes & LOOK_FAINT)
        of_curses |= A_DIM;
    if (look.attributes & LOOK_UNDERLINE)
        of_curses |= A_UNDERLINE;
    if (look.attributes & LOOK_REVERSE)
        of_curses |= A_REVERSE;
    *attributes = (unsigned)of_curses;
    bool colored = look.foreground != LOOK_OWN_COLOR || look.background != LOOK_OWN_COLOR;
    *pair = colored ? (short)(style + 1) : 0;
}
