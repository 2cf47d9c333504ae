/* SPDX-License-Identifier: MIT */
/*
 * The tables of looks, measured: the contrast of every style (WCAG 2.1, relative luminance) in every theme and at every
 * depth, on the backgrounds that the theme is for, with the palettes that are usual.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

#include "text/theme.h"

struct color {
    double red, green, blue; /* 0 to 255 */
};

/* The first sixteen of xterm and of the Linux console. */
static const struct color palettes[][16] = {
    { { 0, 0, 0 },
      { 205, 0, 0 },
      { 0, 205, 0 },
      { 205, 205, 0 },
      { 0, 0, 238 },
      { 205, 0, 205 },
      { 0, 205, 205 },
      { 229, 229, 229 },
      { 127, 127, 127 },
      { 255, 0, 0 },
      { 0, 255, 0 },
      { 255, 255, 0 },
      { 92, 92, 255 },
      { 255, 0, 255 },
      { 0, 255, 255 },
      { 255, 255, 255 } },
    { { 0, 0, 0 },
      { 170, 0, 0 },
      { 0, 170, 0 },
      { 170, 85, 0 },
      { 0, 0, 170 },
      { 170, 0, 170 },
      { 0, 170, 170 },
      { 170, 170, 170 },
      { 85, 85, 85 },
      { 255, 85, 85 },
      { 85, 255, 85 },
      { 255, 255, 85 },
      { 85, 85, 255 },
      { 255, 85, 255 },
      { 85, 255, 255 },
      { 255, 255, 255 } },
};
enum { PALETTES_COUNT = sizeof palettes / sizeof *palettes };

/* Black, white; then backgrounds that dark and light desktops have. */
enum { BLACK, WHITE, DARK, LIGHT = DARK + 4, GROUNDS_COUNT = LIGHT + 3 };
static const struct color grounds[GROUNDS_COUNT] = {
    [BLACK] = { 0, 0, 0 }, [WHITE] = { 255, 255, 255 }, [DARK] = { 30, 30, 30 }, { 46, 52, 54 },    { 0, 43, 54 },
    { 40, 42, 54 },        [LIGHT] = { 238, 238, 238 }, { 253, 246, 227 },       { 255, 255, 221 },
};

static bool is_dark(int ground)
{
    return ground == BLACK || (ground >= DARK && ground < LIGHT);
}

/* Whose sixteen colours do not go with a background are changed with it: these are measured where all of them do. */
static bool is_for(enum theme_kind kind, enum depth depth, int ground)
{
    switch (kind) {
    case THEME_DARK:
        return depth == DEPTH_256 ? is_dark(ground) : ground == BLACK;
    case THEME_LIGHT:
        return depth == DEPTH_256 ? !is_dark(ground) : ground == WHITE;
    default:
        return ground == BLACK || ground == WHITE;
    }
}

static struct color color_of(int number, const struct color *palette)
{
    static const double levels[] = { 0, 95, 135, 175, 215, 255 };
    assert_in_range(number, 0, 255);
    if (number < 16)
        return palette[number];
    if (number >= 232) {
        double grey = 8 + 10 * (number - 232);
        return (struct color){ grey, grey, grey };
    }
    return (struct color){ levels[(number - 16) / 36], levels[(number - 16) / 6 % 6], levels[(number - 16) % 6] };
}

static double linear(double value)
{
    value /= 255;
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct color c)
{
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

static double contrast(struct color a, struct color b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

/* Faint is two thirds of the way from the background in most terminals. */
static struct color faint(struct color text, struct color ground)
{
    return (struct color){ ground.red + (text.red - ground.red) * 2 / 3,
                           ground.green + (text.green - ground.green) * 2 / 3,
                           ground.blue + (text.blue - ground.blue) * 2 / 3 };
}

static double contrast_of(struct look look, struct color ground, const struct color *palette);

/* Most terminals draw bold text of the first eight colours in the brighter eight: it must read either way. */
static double least_contrast(struct look look, struct color ground, const struct color *palette)
{
    double plain = contrast_of(look, ground, palette);
    if (!(look.attributes & LOOK_BOLD) || look.foreground < 0 || look.foreground > 7)
        return plain;
    look.foreground += 8;
    double bright = contrast_of(look, ground, palette);
    return bright < plain ? bright : plain;
}

static double contrast_of(struct look look, struct color ground, const struct color *palette)
{
    /* A dark ground has light text. */
    struct color own = luminance(ground) < 0.2 ? (struct color){ 255, 255, 255 } : (struct color){ 0, 0, 0 };
    struct color text = look.foreground == LOOK_OWN_COLOR ? own : color_of(look.foreground, palette);
    struct color behind = look.background == LOOK_OWN_COLOR ? ground : color_of(look.background, palette);
    return contrast(look.attributes & LOOK_FAINT ? faint(text, behind) : text, behind);
}

static void every_style_reads_on_the_backgrounds_of_its_theme(void **state)
{
    (void)state;
    for (int kind = 0; kind < THEMES_COUNT; kind++) {
        struct theme theme = { .kind = (enum theme_kind)kind };
        double wanted = kind == THEME_CONTRAST ? 7 : 4.5, least = 21;
        for (int style = 0; style < STYLES_COUNT; style++)
            for (int depth = 0; depth < DEPTHS_COUNT; depth++)
                for (int i = 0; i < GROUNDS_COUNT * PALETTES_COUNT; i++) {
                    int ground = i / PALETTES_COUNT;
                    struct look look = theme_look(&theme, (enum style)style, (enum depth)depth);
                    double got = least_contrast(look, grounds[ground], palettes[i % PALETTES_COUNT]);
                    if (!is_for(theme.kind, (enum depth)depth, ground))
                        continue;
                    if (got < wanted)
                        print_message("theme %d, %s, column %d, ground %d, palette %d: %.2f\n", kind,
                                      style_name((enum style)style), depth, ground, i % PALETTES_COUNT, got);
                    assert_true(got >= wanted);
                    least = got < least ? got : least;
                }
        print_message("theme %d: least contrast %.2f : 1\n", kind, least);
    }
}

static void nothing_is_said_by_colour_alone(void **state)
{
    (void)state;
    /* A word or a sign says it: 牵, 经, a bar's length. */
    static const enum style said_otherwise[] = { STYLE_VIA,  STYLE_MAYBE,  STYLE_BAR, STYLE_SUPPORT,
                                                 STYLE_RULE, STYLE_FOOTER, STYLE_DIM };
    for (int kind = 0; kind < THEMES_COUNT; kind++)
        for (int style = 0; style < STYLES_COUNT; style++) {
            struct theme theme = { .kind = (enum theme_kind)kind };
            struct look mono = theme_look(&theme, (enum style)style, DEPTH_MONO);
            bool otherwise = look_equal(mono, theme_look(&theme, (enum style)style, DEPTH_256));
            for (size_t i = 0; i < sizeof said_otherwise / sizeof *said_otherwise; i++)
                otherwise = otherwise || said_otherwise[i] == (enum style)style;
            if (!otherwise)
                assert_int_not_equal(mono.attributes, 0);
        }
}

static void what_matched_is_seen_in_a_selected_row_without_a_hole(void **state)
{
    (void)state;
    for (int kind = 0; kind < THEMES_COUNT; kind++)
        for (int depth = 0; depth < DEPTHS_COUNT; depth++) {
            struct theme theme = { .kind = (enum theme_kind)kind };
            struct look focus = theme_look(&theme, STYLE_FOCUS, (enum depth)depth);
            struct look match = theme_look(&theme, STYLE_FOCUS_MATCH, (enum depth)depth);
            assert_true((focus.attributes & LOOK_REVERSE) && (match.attributes & LOOK_REVERSE));
            assert_false(look_equal(focus, match));
            assert_false(look_equal(theme_look(&theme, STYLE_SELECTED, (enum depth)depth),
                                    theme_look(&theme, STYLE_SELECTED_MATCH, (enum depth)depth)));
        }
}

static void what_is_selected_differs_from_its_neighbours_in_every_theme(void **state)
{
    (void)state;
    static const enum style rows[] = { STYLE_NORMAL, STYLE_LEAD, STYLE_SUPPORT, STYLE_VIA, STYLE_MAYBE, STYLE_DIM };
    for (int kind = 0; kind < THEMES_COUNT; kind++)
        for (int depth = 0; depth < DEPTHS_COUNT; depth++)
            for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
                struct theme theme = { .kind = (enum theme_kind)kind };
                struct look row = theme_look(&theme, rows[i], (enum depth)depth);
                assert_true(look_shows_on_blanks(theme_look(&theme, STYLE_FOCUS, (enum depth)depth)));
                assert_true(look_shows_on_blanks(theme_look(&theme, STYLE_SELECTED, (enum depth)depth)));
                assert_false(look_shows_on_blanks(row));
            }
}

static void a_colour_of_ones_own_is_left_out_where_the_terminal_lacks_it(void **state)
{
    (void)state;
    struct theme theme = { .is_own = { [STYLE_LEAD] = true },
                           .own = { [STYLE_LEAD] = { LOOK_BOLD, 208, LOOK_OWN_COLOR } } };
    assert_int_equal(theme_look(&theme, STYLE_LEAD, DEPTH_256).foreground, 208);
    assert_int_equal(theme_look(&theme, STYLE_LEAD, DEPTH_16).foreground, LOOK_OWN_COLOR);
    assert_int_equal(theme_look(&theme, STYLE_LEAD, DEPTH_8).attributes, LOOK_BOLD);
    theme.own[STYLE_LEAD] = (struct look){ 0, 9, 4 };
    assert_int_equal(theme_look(&theme, STYLE_LEAD, DEPTH_16).foreground, 9);
    assert_int_equal(theme_look(&theme, STYLE_LEAD, DEPTH_8).background, 4);
    assert_int_equal(theme_look(&theme, STYLE_LEAD, DEPTH_MONO).attributes, LOOK_BOLD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_style_reads_on_the_backgrounds_of_its_theme),
        cmocka_unit_test(nothing_is_said_by_colour_alone),
        cmocka_unit_test(what_matched_is_seen_in_a_selected_row_without_a_hole),
        cmocka_unit_test(what_is_selected_differs_from_its_neighbours_in_every_theme),
        cmocka_unit_test(a_colour_of_ones_own_is_left_out_where_the_terminal_lacks_it),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
