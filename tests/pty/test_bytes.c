/* SPDX-License-Identifier: MIT */
/*
 * What a step of the cursor writes, over all tasks at 120x40.  The figures are today's and a little more: most of them
 * is the text of the next task itself, so a change that costs more has a reason or a fault.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty/kinds.h"
#include "pty/session.h"

enum { TASKS_COUNT = 193, PROMISED_BYTES = 700, HEADING_BYTES = 1100 };

/* Tasks of the leaders' sections, in their order. */
static const int sections[] = { 9, 51, 19, 10, 31, 26, 9, 19, 19 };
enum { SECTIONS_COUNT = sizeof sections / sizeof *sections };

/* How a character is written in UTF-8. */
static size_t char_bytes(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static size_t cell_bytes(const struct emulator_cell *cell)
{
    size_t bytes = 0;
    for (int i = 0; i < EMULATOR_CHARS_MAX && cell->chars[i]; i++)
        bytes += char_bytes(cell->chars[i]);
    return bytes ? bytes : 1;
}

/* How what is written looks: the look so far, and the bytes of the sequences that switch it. */
struct look {
    uint32_t now;
    size_t bytes;
};

/* A colour as SGR sets it: of the first eight in two digits, else by its number. */
static int colour_bytes(uint32_t colour_no)
{
    return colour_no <= 8 ? 3 : snprintf(NULL, 0, "38;5;%u;", colour_no - 1);
}

/* The sequence that makes one look of another. */
static size_t look_bytes(uint32_t from, uint32_t to)
{
    enum { ATTRIBUTES = SGR_BOLD | SGR_DIM | SGR_UNDERLINE | SGR_REVERSE, FRAME_BYTES = 2 };
    int bytes = FRAME_BYTES;
    if (from == to)
        return 0;
    if (from & ~to & ATTRIBUTES) {
        bytes += 2; /* 0; */
        from = 0;
    }
    for (uint32_t bit = SGR_BOLD; bit <= SGR_REVERSE; bit <<= 1)
        bytes += (to & ~from & bit) ? 2 : 0;
    if ((from ^ to) & SGR_FOREGROUND)
        bytes += colour_bytes(to & SGR_FOREGROUND);
    if ((from ^ to) & SGR_BACKGROUND)
        bytes += colour_bytes((to & SGR_BACKGROUND) >> 8);
    return to ? (size_t)bytes : 3;
}

/* What changes one row into another: `gap` is what stands between two cells that are other, written again where shorter. */
static size_t needed_in_row(const struct emulator_cell *before, const struct emulator *screen, int row,
                            struct look *look)
{
    enum { ERASE_BYTES = 4 };
    size_t bytes = 0, gap_bytes = 0, blanks = 0;
    bool moved = false;
    for (int col = 0; col < screen->cols; col++) {
        const struct emulator_cell *a = &before[row * screen->cols + col], *b = emulator_cell(screen, row, col);
        size_t move_bytes = (size_t)snprintf(NULL, 0, "\033[%d;%dH", row + 1, col + 1);
        if (!b->cols) /* the other half of what was just looked at */
            continue;
        if (memcmp(a, b, sizeof *a) == 0) {
            gap_bytes += cell_bytes(b);
            blanks = 0;
            continue;
        }
        bytes += moved && gap_bytes < move_bytes ? gap_bytes : move_bytes;
        blanks = b->chars[0] == ' ' || !b->chars[0] ? blanks + 1 : 0;
        bytes += blanks > ERASE_BYTES ? 0 : cell_bytes(b);
        look->bytes += look_bytes(look->now, b->look);
        look->now = b->look;
        gap_bytes = 0;
        moved = true;
    }
    return bytes;
}

/*
 * What a program must write to change one screen into another by writing cells: the characters of those that are other,
 * and before each run of them the cursor's address, or what stands between two runs where that is shorter.  Many blanks
 * are erased in four bytes.  How cells look is counted apart; one whose look alone is other is written again.
 */
static size_t needed_bytes(const struct emulator_cell *before, const struct emulator *screen, struct look *look)
{
    size_t bytes = 0;
    for (int row = 0; row < screen->rows; row++)
        bytes += needed_in_row(before, screen, row, look);
    return bytes;
}

/* Steps so far at one size of the screen. */
struct steps {
    size_t sizes[TASKS_COUNT], count;
    size_t written, needed;
    size_t dear;           /* how many wrote more than 1.3 times what they needed */
    size_t dear_for_looks; /* of these, those that did not write more than 1.3 times that and what their looks need */
};

static size_t step(struct session *session, const char *key, struct steps *steps)
{
    size_t before = session->output_bytes, count = (size_t)(session->screen.rows * session->screen.cols);
    struct emulator_cell *cells = malloc(count * sizeof *cells);
    memcpy(cells, session->screen.cells, count * sizeof *cells);
    session_keys(session, key);
    struct look look = { 0 };
    size_t needed = needed_bytes(cells, &session->screen, &look), written = session->output_bytes - before;
    free(cells);
    if (steps) {
        steps->sizes[steps->count++] = written;
        steps->written += written;
        steps->needed += needed;
        steps->dear += written * 10 > needed * 13;
        steps->dear_for_looks += written * 10 > needed * 13 && written * 10 <= (needed + look.bytes) * 13;
    }
    return written;
}

static void start(struct session *session, int section_no, int rows, int cols)
{
    char id[16];
    snprintf(id, sizeof id, "%d.1", section_no);
    const char *arguments[] = { "--goto", id, NULL };
    session_start(session, &(struct session_setup){ .rows = rows, .cols = cols, .arguments = arguments });
    assert_true(session_settle(session));
}

static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

static void step_to_each_task(struct steps *steps, int rows, int cols)
{
    for (int s = 0; s < SECTIONS_COUNT; s++) {
        struct session session;
        start(&session, s + 1, rows, cols);
        for (int i = 1; i < sections[s]; i++)
            step(&session, "\033OB", steps);
        assert_int_equal(session.screen.unknown, 0);
        session_fini(&session);
    }
    qsort(steps->sizes, steps->count, sizeof *steps->sizes, by_size);
    print_message("%dx%d, %zu steps: median %zu bytes, most %zu; %zu written, %zu needed, %zu steps over 1.3 times, "
                  "%zu of them for their looks\n",
                  cols, rows, steps->count, steps->sizes[steps->count / 2], steps->sizes[steps->count - 1],
                  steps->written, steps->needed, steps->dear, steps->dear_for_looks);
}

static void a_step_to_a_task_writes_little_more_than_the_task(void **state)
{
    (void)state;
    struct steps steps = { 0 };
    size_t over = 0;
    step_to_each_task(&steps, 40, 120);
    for (size_t i = 0; i < steps.count; i++)
        over += steps.sizes[i] > PROMISED_BYTES;
    assert_in_range(steps.sizes[steps.count / 2], 1, 680);
    assert_in_range(steps.sizes[steps.count * 9 / 10], 1, 1050);
    assert_in_range(steps.sizes[steps.count - 1], 1, 1500);
    assert_in_range(over, 0, 85);
    assert_in_range(steps.written * 100 / steps.needed, 1, 90);
    assert_int_equal(steps.dear, steps.dear_for_looks);
}

/* The third pane is another unit's page at nearly every step: what it writes is that. */
static void three_panes_write_what_changes_in_them(void **state)
{
    (void)state;
    struct steps steps = { 0 };
    step_to_each_task(&steps, 50, 160);
    assert_in_range(steps.written * 100 / steps.needed, 1, 130);
    assert_int_equal(steps.dear, steps.dear_for_looks);
}

static void a_step_to_an_open_heading_writes_little_more(void **state)
{
    (void)state;
    for (int s = 0; s < SECTIONS_COUNT; s++) {
        struct session session;
        start(&session, s + 1, 40, 120);
        assert_in_range(step(&session, "\033OA", NULL), 1, HEADING_BYTES);
        session_fini(&session);
    }
}

static void a_key_that_changes_nothing_writes_nothing(void **state)
{
    (void)state;
    struct session session;
    start(&session, 1, 40, 120);
    step(&session, "\033OH", NULL);
    assert_int_equal(step(&session, "\033OA", NULL), 0);
    session_fini(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_to_a_task_writes_little_more_than_the_task),
        cmocka_unit_test(three_panes_write_what_changes_in_them),
        cmocka_unit_test(a_step_to_an_open_heading_writes_little_more),
        cmocka_unit_test(a_key_that_changes_nothing_writes_nothing),
    };
    return cmocka_run_group_tests_name("bytes", tests, kinds_make, kinds_drop);
}
