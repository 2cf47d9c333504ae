/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdlib.h>

#include "ui/grid.h"
#include "ui/layout.h"
#include "ui/scroll.h"

static void expect_rows(const struct grid *grid, const char *expected)
{
    struct buf out = { 0 };
    grid_dump(grid, &out);
    assert_string_equal(out.at, expected);
    buf_fini(&out);
}

static void a_wide_character_that_does_not_fit_is_left_out(void **state)
{
    (void)state;
    struct grid grid;
    grid_init(&grid, 1, 5, 1);
    assert_int_equal(grid_text(&grid, 0, 0, 9, TEXT("省经信厅"), STYLE_NORMAL), 4);
    expect_rows(&grid, "省经\n");
    grid_fini(&grid);
}

static void overwriting_half_a_wide_character_blanks_the_other_half(void **state)
{
    (void)state;
    struct grid grid;
    grid_init(&grid, 1, 6, 1);
    grid_text(&grid, 0, 0, 6, TEXT("省经信"), STYLE_NORMAL);
    grid_text(&grid, 0, 1, 1, TEXT("x"), STYLE_NORMAL);
    grid_text(&grid, 0, 4, 1, TEXT("y"), STYLE_NORMAL);
    expect_rows(&grid, " x经y\n");
    grid_fini(&grid);
}

static void ambiguous_characters_take_what_the_grid_says(void **state)
{
    (void)state;
    struct grid one, two;
    grid_init(&one, 1, 8, 1);
    grid_init(&two, 1, 8, 2);
    assert_int_equal(grid_text(&one, 0, 0, 8, TEXT("“一”"), STYLE_NORMAL), 4);
    assert_int_equal(grid_text(&two, 0, 0, 8, TEXT("“一”"), STYLE_NORMAL), 6);
    assert_int_equal(grid_cell(&two, 0, 0)->cols, 2);
    assert_int_equal(grid_cell(&two, 0, 1)->cols, 0);
    grid_fini(&one);
    grid_fini(&two);
}

static void clipping_ends_with_an_ellipsis_inside_the_room(void **state)
{
    (void)state;
    struct grid grid;
    grid_init(&grid, 2, 12, 1);
    grid_clip(&grid, 0, 0, 7, TEXT("深入实施数字经济"), STYLE_NORMAL);
    grid_clip(&grid, 1, 0, 6, TEXT("深入实施数字经济"), STYLE_NORMAL);
    expect_rows(&grid, "深入实…\n深入…\n");
    grid_fini(&grid);
}

static void marks_join_their_base(void **state)
{
    (void)state;
    struct grid grid;
    grid_init(&grid, 1, 3, 1);
    assert_int_equal(grid_text(&grid, 0, 0, 3, TEXT("e\xCC\x81x"), STYLE_NORMAL), 2);
    assert_int_equal(grid_cell(&grid, 0, 0)->chars[1], 0x301);
    grid_fini(&grid);
}

static void styles_are_marked_in_the_dump(void **state)
{
    (void)state;
    struct grid grid;
    struct buf out = { 0 };
    grid_init(&grid, 1, 10, 1);
    grid_text(&grid, 0, 0, 10, TEXT("省"), STYLE_LEAD);
    grid_text(&grid, 0, 3, 10, TEXT("ab"), STYLE_NORMAL);
    grid_dump_style(&grid, &out);
    assert_string_equal(out.at, "⟦lead:省⟧ ab\n");
    buf_fini(&out);
    grid_fini(&grid);
}

static void writing_outside_does_nothing(void **state)
{
    (void)state;
    struct grid grid;
    grid_init(&grid, 1, 2, 1);
    assert_int_equal(grid_text(&grid, 1, 0, 9, TEXT("x"), STYLE_NORMAL), 0);
    assert_int_equal(grid_text(&grid, -1, 0, 9, TEXT("x"), STYLE_NORMAL), 0);
    assert_int_equal(grid_text(&grid, 0, 2, 9, TEXT("x"), STYLE_NORMAL), 0);
    assert_int_equal(grid_text(&grid, 0, 0, -1, TEXT("x"), STYLE_NORMAL), 0);
    grid_fill(&grid, 5, -3, 100, STYLE_FOCUS);
    grid_restyle(&grid, 0, -3, 100, STYLE_FOCUS);
    expect_rows(&grid, "\n");
    grid_fini(&grid);
}

/* After any writes: every wide cell has its right half, every right half its wide cell. */
static void no_half_cell_is_left_after_random_writes(void **state)
{
    (void)state;
    static const char *const pieces[] = { "省经信厅", "ab", "“一”", "…", "e\xCC\x81", "①Ⅲ", " " };
    srand(42);
    for (int round = 0; round < 300; round++) {
        struct grid grid;
        grid_init(&grid, 4, 1 + rand() % 20, 1 + rand() % 2);
        for (int i = 0; i < 60; i++) {
            int row = rand() % 5 - 1, col = rand() % (grid.cols + 2) - 1, room = rand() % 12;
            struct text text = text_of(pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
            int how = rand() % 4;
            if (how == 0)
                grid_clip(&grid, row, col, room, text, STYLE_NORMAL);
            else if (how == 1)
                grid_fill(&grid, row, col, room, STYLE_FOCUS);
            else if (how == 2)
                grid_restyle(&grid, row, col, room, STYLE_LEAD);
            else
                grid_text(&grid, row, col, room, text, STYLE_NORMAL);
        }
        for (int row = 0; row < grid.rows; row++)
            for (int col = 0; col < grid.cols; col++) {
                const struct cell *cell = grid_cell(&grid, row, col);
                if (cell->cols == 2) {
                    assert_true(col + 1 < grid.cols);
                    assert_int_equal(grid_cell(&grid, row, col + 1)->cols, 0);
                    assert_int_equal(grid_cell(&grid, row, col + 1)->style, cell->style);
                }
                if (cell->cols == 0)
                    assert_true(col > 0 && grid_cell(&grid, row, col - 1)->cols == 2);
            }
        grid_fini(&grid);
    }
}

static void panes_are_as_wide_as_the_screen_allows(void **state)
{
    (void)state;
    static const struct {
        int cols, panes, left_cols;
    } cases[] = { { 46, 1, 46 },  { 59, 1, 59 },  { 60, 2, 24 },  { 99, 2, 39 }, { 100, 2, 40 },
                  { 139, 2, 40 }, { 140, 3, 38 }, { 160, 3, 40 }, { 300, 3, 48 } };
    struct across across = { .count = 3, .least_cols = LAYOUT_BESIDE_COLS };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct area panes[LAYOUT_ACROSS_MAX], body = layout_make(24, cases[i].cols, false).body;
        assert_int_equal(layout_across(body, across, panes), cases[i].panes);
        assert_int_equal(panes[0].cols, cases[i].left_cols);
        int end = 0;
        for (int k = 0; k < cases[i].panes; k++) {
            assert_int_equal(panes[k].col, end + (k ? 1 : 0));
            assert_true(panes[k].cols >= 24);
            end = panes[k].col + panes[k].cols;
        }
        assert_int_equal(end, cases[i].cols);
    }
    /* A view of two panes has no third; its own may be as wide as it wants. */
    struct area panes[LAYOUT_ACROSS_MAX], body = layout_make(24, 160, false).body;
    across = (struct across){ .count = 2, .least_cols = 100, .first_cols = 42 };
    assert_int_equal(layout_across(body, across, panes), 2);
    assert_int_equal(panes[0].cols, 42);
}

static void scrolling_leaves_no_empty_rows_below_while_there_are_lines_above(void **state)
{
    (void)state;
    struct scroll scroll = { .cursor = 25, .top = 20 };
    scroll_fit(&scroll, 26, 10); /* rows 20 to 25 would leave four empty */
    assert_int_equal(scroll.top, 16);
    scroll_fit(&scroll, 26, 40);
    assert_int_equal(scroll.top, 0);
    scroll_fit(&scroll, 26, 5);
    assert_int_equal(scroll.top, 21);
    scroll_fit(&scroll, 3, 5);
    assert_int_equal(scroll.cursor, 2);
    scroll_fit(&scroll, 0, 5);
    assert_int_equal(scroll.cursor, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scrolling_leaves_no_empty_rows_below_while_there_are_lines_above),
        cmocka_unit_test(panes_are_as_wide_as_the_screen_allows),
        cmocka_unit_test(a_wide_character_that_does_not_fit_is_left_out),
        cmocka_unit_test(overwriting_half_a_wide_character_blanks_the_other_half),
        cmocka_unit_test(ambiguous_characters_take_what_the_grid_says),
        cmocka_unit_test(clipping_ends_with_an_ellipsis_inside_the_room),
        cmocka_unit_test(marks_join_their_base),
        cmocka_unit_test(styles_are_marked_in_the_dump),
        cmocka_unit_test(writing_outside_does_nothing),
        cmocka_unit_test(no_half_cell_is_left_after_random_writes),
    };
    return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
