/* SPDX-License-Identifier: MIT */
/*
 * The table of looks, measured: the contrast of every style (WCAG 2.1, relative luminance) on a black and on a white
 * background, with the palettes that are usual.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

#include "text/theme.h"

static const double WANTED = 4.5;

struct color {
    double red, green, blue; /* 0 to 255 */
};

/* The first eight of xterm and of the Linux console; brighter ones are not in the table. */
static const struct color palettes[][8] = {
    { { 0, 0, 0 },
      { 205, 0, 0 },
      { 0, 205, 0 },
      { 205, 205, 0 },
      { 0, 0, 238 },
      { 205, 0, 205 },
      { 0, 205, 205 },
      { 229, 229, 229 } },
    { { 0, 0, 0 },
      { 170, 0, 0 },
      { 0, 170, 0 },
      { 170, 85, 0 },
      { 0, 0, 170 },
      { 170, 0, 170 },
      { 0, 170, 170 },
      { 170, 170, 170 } },
};
enum { PALETTES_COUNT = sizeof palettes / sizeof *palettes };

static struct color color_of(int number, const struct color *palette)
{
    static const double levels[] = { 0, 95, 135, 175, 215, 255 };
    assert_in_range(number, 0, 255);
    if (number < 16) {
        assert_in_range(number, 0, 7);
        return palette[number];
    }
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

static double contrast_of(struct look look, struct color ground, const struct color *palette)
{
    struct color own = { 255 - ground.red, 255 - ground.green, 255 - ground.blue };
    struct color text = look.foreground == LOOK_OWN_COLOR ? own : color_of(look.foreground, palette);
    struct color behind = look.background == LOOK_OWN_COLOR ? ground : color_of(look.background, palette);
    return contrast(look.attributes & LOOK_FAINT ? faint(text, behind) : text, behind);
}

static void every_style_reads_on_black_and_on_white(void **state)
{
    (void)state;
    static const struct color grounds[] = { { 0, 0, 0 }, { 255, 255, 255 } };
    double least = 21;
    for (int style = 0; style < STYLES_COUNT; style++)
        for (int depth = 0; depth < DEPTHS_COUNT; depth++)
            for (int i = 0; i < 2 * PALETTES_COUNT; i++) {
                struct look look = theme_look(THEME_ANY, (enum style)style, (enum depth)depth);
                double got = contrast_of(look, grounds[i % 2], palettes[i / 2]);
                if (got < WANTED)
                    print_message("%s, column %d, ground %d: %.2f\n", style_name((enum style)style), depth, i % 2, got);
                assert_true(got >= WANTED);
                least = got < least ? got : least;
            }
    print_message("least contrast %.2f : 1\n", least);
}

static void nothing_is_said_by_colour_alone(void **state)
{
    (void)state;
    /* A word or a sign says it: 牵, 经, a bar's length. */
    static const enum style said_otherwise[] = { STYLE_VIA, STYLE_BAR, STYLE_SUPPORT };
    for (int style = 0; style < STYLES_COUNT; style++) {
        struct look mono = theme_look(THEME_ANY, (enum style)style, DEPTH_MONO);
        bool colored = !look_equal(mono, theme_look(THEME_ANY, (enum style)style, DEPTH_256));
        bool otherwise = false;
        for (size_t i = 0; i < sizeof said_otherwise / sizeof *said_otherwise; i++)
            otherwise = otherwise || said_otherwise[i] == (enum style)style;
        bool faint = theme_look(THEME_ANY, (enum style)style, DEPTH_256).attributes & LOOK_FAINT;
        if (colored && !faint && !otherwise)
            assert_int_not_equal(mono.attributes, 0);
    }
}

static void what_matched_is_seen_in_a_selected_row_without_a_hole(void **state)
{
    (void)state;
    for (int depth = 0; depth < DEPTHS_COUNT; depth++) {
        struct look focus = theme_look(THEME_ANY, STYLE_FOCUS, (enum depth)depth);
        struct look match = theme_look(THEME_ANY, STYLE_FOCUS_MATCH, (enum depth)depth);
        assert_true((focus.attributes & LOOK_REVERSE) && (match.attributes & LOOK_REVERSE));
        assert_false(look_equal(focus, match));
        assert_false(look_equal(theme_look(THEME_ANY, STYLE_SELECTED, (enum depth)depth),
                                theme_look(THEME_ANY, STYLE_SELECTED_MATCH, (enum depth)depth)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_style_reads_on_black_and_on_white),
        cmocka_unit_test(nothing_is_said_by_colour_alone),
        cmocka_unit_test(what_matched_is_seen_in_a_selected_row_without_a_hole),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
