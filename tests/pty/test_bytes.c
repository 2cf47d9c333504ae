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

/* What a step must write at least: the characters that are new, and a move to each run of them. */
static size_t needed_bytes(const struct emulator_cell *before, const struct emulator *screen)
{
    enum { MOVE_BYTES = 7 };
    size_t bytes = 0;
    for (int row = 0; row < screen->rows; row++) {
        bool in_run = false;
        for (int col = 0; col < screen->cols; col++) {
            const struct emulator_cell *a = &before[row * screen->cols + col], *b = emulator_cell(screen, row, col);
            bool changed = memcmp(a, b, sizeof *a) != 0;
            if (changed && b->chars[0])
                bytes += (b->chars[0] < 0x80 ? 1u : b->chars[0] < 0x800 ? 2u : 3u) + (in_run ? 0u : MOVE_BYTES);
            in_run = changed;
        }
    }
    return bytes;
}

/* Of all steps so far. */
static size_t all_written, all_needed;

static size_t step(struct session *session, const char *key)
{
    size_t before = session->output_bytes, count = (size_t)(session->screen.rows * session->screen.cols);
    struct emulator_cell *cells = malloc(count * sizeof *cells);
    memcpy(cells, session->screen.cells, count * sizeof *cells);
    session_keys(session, key);
    all_needed += needed_bytes(cells, &session->screen);
    all_written += session->output_bytes - before;
    free(cells);
    return session->output_bytes - before;
}

static void start(struct session *session, int section_no)
{
    char id[16];
    snprintf(id, sizeof id, "%d.1", section_no);
    const char *arguments[] = { "--goto", id, NULL };
    session_start(session, &(struct session_setup){ .rows = 40, .cols = 120, .arguments = arguments });
    assert_true(session_settle(session));
}

static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

static void a_step_to_a_task_writes_little_more_than_the_task(void **state)
{
    (void)state;
    size_t sizes[TASKS_COUNT], count = 0, over = 0;
    for (int s = 0; s < SECTIONS_COUNT; s++) {
        struct session session;
        start(&session, s + 1);
        for (int i = 1; i < sections[s]; i++)
            sizes[count++] = step(&session, "\033OB");
        assert_int_equal(session.screen.unknown, 0);
        session_fini(&session);
    }
    qsort(sizes, count, sizeof *sizes, by_size);
    for (size_t i = 0; i < count; i++)
        over += sizes[i] > PROMISED_BYTES;
    print_message("%zu steps: median %zu bytes, most %zu, %zu over %d\n", count, sizes[count / 2], sizes[count - 1],
                  over, PROMISED_BYTES);
    print_message("%zu bytes written, %zu needed\n", all_written, all_needed);
    assert_in_range(sizes[count / 2], 1, 680);
    assert_in_range(sizes[count * 9 / 10], 1, 1050);
    assert_in_range(sizes[count - 1], 1, 1500);
    assert_in_range(over, 0, 85);
}

static void a_step_to_an_open_heading_writes_little_more(void **state)
{
    (void)state;
    for (int s = 0; s < SECTIONS_COUNT; s++) {
        struct session session;
        start(&session, s + 1);
        assert_in_range(step(&session, "\033OA"), 1, HEADING_BYTES);
        session_fini(&session);
    }
}

static void a_key_that_changes_nothing_writes_nothing(void **state)
{
    (void)state;
    struct session session;
    start(&session, 1);
    step(&session, "\033OH");
    assert_int_equal(step(&session, "\033OA"), 0);
    session_fini(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_to_a_task_writes_little_more_than_the_task),
        cmocka_unit_test(a_step_to_an_open_heading_writes_little_more),
        cmocka_unit_test(a_key_that_changes_nothing_writes_nothing),
    };
    return cmocka_run_group_tests_name("bytes", tests, kinds_make, kinds_drop);
}
