/* SPDX-License-Identifier: MIT */
/*
 * From any frame to any other, on any kind of terminal: frames at random, more mixed than the program draws them, and
 * after each the emulator shows cell by cell what the grid says, in the look of a screen drawn afresh.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "pty/emulator.h"
#include "system/locale.h"
#include "term/pen.h"
#include "term/redraw.h"
#include "term/screen.h"
#include "term/style.h"

enum { ROUNDS = 25, STEPS = 20, ROWS_MAX = 12, COLS_MAX = 40 };

static unsigned seed;

static int below(int limit)
{
    seed = seed * 1103515245 + 12345;
    return (int)((seed >> 16) % (unsigned)limit);
}

static enum style some_style(void)
{
    return below(2) ? STYLE_NORMAL : (enum style)below(STYLES_COUNT);
}

static void write_some(struct grid *grid, int row, int col)
{
    static const char *const words[] = {
        "发展",     "a",  "“省”", "①",     "…", "e\xcc\x81",
        "—",        "Ⅲ",  "x y",  "   ",   "·", "\xe1\x84\x80\xe1\x85\xa1",
        "        ", "𠀀", "│",    "1.2.3", "ﾊ", "a\xcc\x80\xcc\x81\xcc\x82\xcc\x83\xcc\x84"
    };
    const char *word = words[below(sizeof words / sizeof *words)];
    grid_text(grid, row, col, grid->cols, text_composed(span_of(word)), some_style());
}

static void fill_row(struct grid *grid, int row)
{
    grid_fill(grid, row, 0, grid->cols, STYLE_NORMAL);
    for (int col = 0; col < grid->cols; col += 1 + below(4))
        write_some(grid, row, col);
    grid_fill(grid, row, below(grid->cols), below(grid->cols), some_style());
}

static void move_rows(struct grid *grid, int lines)
{
    int count = lines < 0 ? -lines : lines;
    if (count >= grid->rows)
        return;
    struct cell *top = grid->cells, *below_top = grid->cells + count * grid->cols;
    size_t kept_bytes = (size_t)((grid->rows - count) * grid->cols) * sizeof *top;
    memmove(lines < 0 ? top : below_top, lines < 0 ? below_top : top, kept_bytes);
    for (int i = 0; i < count; i++)
        fill_row(grid, lines < 0 ? grid->rows - 1 - i : i);
}

static void change(struct grid *grid)
{
    int row = below(grid->rows), what = below(5);
    for (int i = 0; what == 0 && i < grid->rows; i++)
        fill_row(grid, i);
    if (what == 1)
        move_rows(grid, below(9) - 4);
    else if (what == 2)
        grid_restyle(grid, row, below(grid->cols), grid->cols, some_style());
    else if (what == 3)
        grid_fill(grid, row, below(grid->cols), grid->cols, some_style());
    for (int i = below(5); i > 0; i--)
        write_some(grid, below(grid->rows), below(grid->cols));
}

/* As term/paint.c does: the grid as this terminal shows it. */
static void draw(struct pen *pen, struct grid *before, const struct grid *grid, struct emulator *emulator)
{
    struct grid after = { 0 };
    size_t count = (size_t)(grid->rows * grid->cols);
    grid_init(&after, grid->rows, grid->cols, 1);
    memcpy(after.cells, grid->cells, count * sizeof *after.cells);
    for (size_t i = 0; i < count; i++)
        after.cells[i].style = pen_look_of(&after.cells[i]);
    redraw(pen, before, &after);
    pen_look(pen, STYLE_NORMAL);
    emulator_write(emulator, pen->out.at ? pen->out.at : "", pen->out.bytes);
    buf_clear(&pen->out);
    grid_fini(before);
    *before = after;
}

static void draw_afresh(const struct grid *grid, struct emulator *emulator)
{
    struct pen pen = { .rows = grid->rows, .cols = grid->cols };
    struct grid before = { 0 };
    grid_init(&before, grid->rows, grid->cols, 1);
    emulator_init(emulator, grid->rows, grid->cols, grid->ambiguous_cols, "UTF-8");
    pen_clear(&pen);
    draw(&pen, &before, grid, emulator);
    grid_fini(&before);
    buf_fini(&pen.out);
}

static bool cell_is_true(const struct emulator_cell *shown, const struct emulator_cell *fresh, const struct cell *cell)
{
    /* A blank's colour is not seen. */
    uint32_t seen = cell->chars[0] == ' ' && !cell->chars[1] ? LOOK_UNDERLINE | LOOK_REVERSE : ~(uint32_t)0;
    return memcmp(shown->chars, cell->chars, sizeof shown->chars) == 0 && shown->cols == cell->cols &&
           (!cell->cols || (shown->look & seen) == (fresh->look & seen));
}

static void check(const struct emulator *shown, const struct grid *grid, bool lacks_last, const char *kind)
{
    struct emulator fresh;
    int last = grid->rows * grid->cols - 1;
    draw_afresh(grid, &fresh);
    for (int i = 0; i <= last; i++) {
        bool is_last = i == last || (i == last - 1 && grid->cells[i].cols == 2);
        if ((lacks_last && is_last) || cell_is_true(&shown->cells[i], &fresh.cells[i], &grid->cells[i]))
            continue;
        print_message("%s, %dx%d: cell %d in row %d\n", kind, grid->cols, grid->rows, i % grid->cols, i / grid->cols);
        fail();
    }
    if (shown->unknown)
        print_message("%s: %s\n", kind, shown->unknown_text + 1);
    assert_int_equal(shown->unknown, 0);
    emulator_fini(&fresh);
}

static void walk(const char *kind)
{
    bool lacks_last = tigetflag("am") == 1 && tigetflag("xenl") != 1;
    int rows = 1 + below(ROWS_MAX), cols = 1 + below(COLS_MAX), ambiguous_cols = 1 + below(2);
    struct pen pen = { .rows = rows, .cols = cols };
    struct grid grid = { 0 }, before = { 0 };
    struct emulator emulator;
    grid_init(&grid, rows, cols, ambiguous_cols);
    grid_init(&before, rows, cols, ambiguous_cols);
    emulator_init(&emulator, rows, cols, ambiguous_cols, "UTF-8");
    pen_clear(&pen);
    for (int step = 0; step < STEPS; step++) {
        change(&grid);
        draw(&pen, &before, &grid, &emulator);
        check(&emulator, &grid, lacks_last, kind);
    }
    emulator_fini(&emulator);
    grid_fini(&before);
    grid_fini(&grid);
    buf_fini(&pen.out);
}

static void any_frame_follows_any_other_on_any_terminal(void **state)
{
    (void)state;
    static const char *const kinds[] = {
        "xterm-256color", "xterm",  "xterm-mono", "linux",  "vt100",           "vt220",  "screen",
        "tmux-256color",  "rxvt",   "putty",      "ansi",   "st-256color",     "cygwin", "mlterm",
        "teraterm",       "ansi77", "vt200-js",   "pcansi", "konsole-256color"
    };
    FILE *nowhere = fopen("/dev/null", "r+");
    assert_non_null(nowhere);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        SCREEN *screen = newterm(kinds[i], nowhere, nowhere);
        if (!screen)
            continue; /* not installed here */
        term_style_start(COLOR_CHOICE_ALWAYS);
        pen_learn();
        for (unsigned round = 1; round <= ROUNDS; round++) {
            seed = round;
            walk(kinds[i]);
        }
        endwin();
        delscreen(screen);
    }
    fclose(nowhere);
}

int main(void)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    locale_setup();
    const struct CMUnitTest tests[] = { cmocka_unit_test(any_frame_follows_any_other_on_any_terminal) };
    return cmocka_run_group_tests_name("redraw", tests, NULL, NULL);
}
