/* SPDX-License-Identifier: MIT */
/*
 * From any frame to any other, on any kind of terminal: frames at random, more mixed than the program draws them, and
 * after each the emulator shows cell by cell what the grid says, in the look of a screen drawn afresh, with the cursor
 * where it shall stand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pty/emulator.h"
#include "pty/kinds.h"
#include "system/locale.h"
#include "term/frame.h"
#include "term/paint.h"
#include "term/screen.h"
#include "term/style.h"
#include "term/terminfo.h"
#include "term/wcwidth.h"

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

/* What paint_grid() sends, in place of a terminal. */
static int terminal_fd;

static void receive(struct emulator *emulator)
{
    char bytes[4096];
    ssize_t got;
    assert_int_equal(lseek(terminal_fd, 0, SEEK_SET), 0);
    while ((got = read(terminal_fd, bytes, sizeof bytes)) > 0)
        emulator_write(emulator, bytes, (size_t)got);
    assert_int_equal(ftruncate(terminal_fd, 0), 0);
    assert_int_equal(lseek(terminal_fd, 0, SEEK_SET), 0);
}

static void draw(const struct grid *grid, struct emulator *emulator)
{
    paint_grid(grid);
    frame_send();
    receive(emulator);
}

static bool cell_is_true(const struct emulator_cell *shown, const struct emulator_cell *fresh, const struct cell *cell)
{
    /* A blank's colour is not seen. */
    uint32_t seen =
        cell->chars[0] == ' ' && !cell->chars[1] ? SGR_UNDERLINE | SGR_REVERSE | SGR_BACKGROUND : ~(uint32_t)0;
    return memcmp(shown->chars, cell->chars, sizeof shown->chars) == 0 && shown->cols == cell->cols &&
           (!cell->cols || (shown->look & seen) == (fresh->look & seen));
}

/* A wide character that curses cannot draw in the corner is left out (term/paint.c). */
static void clear_corner(struct grid *grid, const char *kind)
{
    /* It can insert nothing. */
    if (strcmp(kind, "plain") == 0)
        grid_fill(grid, grid->rows - 1, grid->cols - 1, 1, STYLE_NORMAL);
    for (int col = grid->cols - 2; col >= 0 && col >= grid->cols - 3; col--)
        if (terminfo_lacks_last_cell() && grid_cell(grid, grid->rows - 1, col)->cols == 2)
            grid_fill(grid, grid->rows - 1, col, 2, STYLE_NORMAL);
}

/* Draws the screen afresh, which replaces it, and compares. */
static void check(struct emulator *shown, const struct grid *grid, const char *kind)
{
    size_t count = (size_t)(grid->rows * grid->cols), bytes = count * sizeof *shown->cells;
    struct emulator_cell *cells = malloc(bytes);
    assert_non_null(cells);
    memcpy(cells, shown->cells, bytes);
    int row = shown->row, col = shown->col, wrong = -1;
    paint_forget();
    draw(grid, shown);
    for (size_t i = 0; i < count && wrong < 0; i++)
        if (!cell_is_true(&cells[i], &shown->cells[i], &grid->cells[i]))
            wrong = (int)i;
    bool cursor = row == grid->cursor_row && col == grid->cursor_col;
    if (wrong >= 0)
        print_message("%s, %dx%d: cell %d in row %d\n", kind, grid->cols, grid->rows, wrong % grid->cols,
                      wrong / grid->cols);
    if (!cursor)
        print_message("%s, %dx%d: cursor in %d,%d, not %d,%d\n", kind, grid->cols, grid->rows, row, col,
                      grid->cursor_row, grid->cursor_col);
    if (shown->unknown)
        print_message("%s: %s\n", kind, shown->unknown_text + 1);
    assert_true(cursor && wrong < 0);
    assert_int_equal(shown->unknown, 0);
    free(cells);
}

static void walk(const char *kind)
{
    int rows = 1 + below(ROWS_MAX), cols = 1 + below(COLS_MAX), ambiguous_cols = 1 + below(2);
    cols += terminfo_lacks_last_cell(); /* which takes two */
    struct grid grid = { 0 };
    struct emulator emulator;
    grid_init(&grid, rows, cols, ambiguous_cols);
    emulator_init(&emulator, rows, cols, ambiguous_cols, "UTF-8");
    emulator.wraps_at_once = kinds_wraps_at_once(kind);
    resize_term(rows, cols);
    paint_forget();
    for (int step = 0; step < STEPS; step++) {
        change(&grid);
        clear_corner(&grid, kind);
        grid.cursor_row = below(rows);
        grid.cursor_col = below(cols);
        draw(&grid, &emulator);
        check(&emulator, &grid, kind);
    }
    emulator_fini(&emulator);
    grid_fini(&grid);
}

static void start(const char *kind, SCREEN **screen)
{
    FILE *out = frame_open(terminal_fd);
    assert_non_null(out);
    assert_true(terminfo_knows(kind));
    /* As the program: not every kind has a size. */
    setenv("LINES", "24", 1);
    setenv("COLUMNS", "80", 1);
    *screen = newterm(kind, out, stdin);
    assert_non_null(*screen);
    terminfo_trim();
    style_start(&(struct theme){ 0 }, COLOR_CHOICE_ALWAYS);
}

static void end(SCREEN *screen)
{
    endwin();
    paint_fini();
    delscreen(screen);
    frame_send();
    frame_close();
    assert_int_equal(ftruncate(terminal_fd, 0), 0);
}

static void any_frame_follows_any_other_on_any_terminal(void **state)
{
    (void)state;
    static const char *const kinds[] = { "xterm-256color", "xterm-16color", "xterm", "xterm-mono", "linux", "vt100",
                                         "screen",         "tmux-256color", "rxvt",  "ansi",       "plain" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        SCREEN *screen;
        start(kinds[i], &screen);
        for (unsigned round = 1; round <= ROUNDS; round++) {
            seed = round;
            walk(kinds[i]);
        }
        end(screen);
    }
}

static void curses_measures_characters_as_the_layout_does(void **state)
{
    (void)state;
    SCREEN *screen;
    start("xterm", &screen);
    wcwidth_set_ambiguous(2);
    assert_true(wcwidth_holds());
    assert_int_equal(wcwidth(L'“'), 2);
    assert_int_equal(wcwidth(L'省'), 2);
    assert_int_equal(wcwidth(0x301), 0);
    wcwidth_set_ambiguous(1);
    assert_int_equal(wcwidth(L'“'), 1);
    end(screen);
}

static void a_kind_that_the_system_lacks_is_not_begun(void **state)
{
    (void)state;
    assert_false(terminfo_knows("no-such-terminal"));
    assert_true(terminfo_knows("plain"));
}

static long resident_pages(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%*d %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return pages;
}

static void frames_that_have_left_take_no_memory(void **state)
{
    (void)state;
    static char bytes[1 << 16];
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    assert_non_null(frame_open(null));
    long before = resident_pages();
    for (int i = 0; i < 1024; i++) { /* 64 MiB */
        frame_add((struct span){ bytes, sizeof bytes });
        assert_true(frame_send());
    }
    assert_true(resident_pages() - before < 4096);
    frame_close();
    close(null);
}

static void what_a_terminal_refuses_or_is_dropped_is_forgotten(void **state)
{
    (void)state;
    static char bytes[1 << 20];
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC), ends[2];
    assert_non_null(frame_open(full));
    frame_add(SPAN("x"));
    assert_false(frame_send());
    assert_false(frame_waits());
    frame_close();
    close(full);
    assert_int_equal(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    assert_non_null(frame_open(ends[1]));
    frame_add((struct span){ bytes, sizeof bytes });
    assert_true(frame_send());
    assert_true(frame_waits());
    frame_drop();
    while (read(ends[0], bytes, sizeof bytes) > 0)
        continue;
    assert_true(frame_send());
    assert_int_equal(read(ends[0], bytes, sizeof bytes), 1);
    assert_int_equal(bytes[0], '\030');
    frame_close();
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    locale_setup();
    terminal_fd = memfd_create("terminal", MFD_CLOEXEC);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_frame_follows_any_other_on_any_terminal),
        cmocka_unit_test(curses_measures_characters_as_the_layout_does),
        cmocka_unit_test(a_kind_that_the_system_lacks_is_not_begun),
        cmocka_unit_test(frames_that_have_left_take_no_memory),
        cmocka_unit_test(what_a_terminal_refuses_or_is_dropped_is_forgotten),
    };
    return cmocka_run_group_tests_name("paint", tests, kinds_make, kinds_drop);
}
