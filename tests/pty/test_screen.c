/* SPDX-License-Identifier: MIT */
/*
 * What stands on the terminal is what the program drew: for terminals that draw ambiguous characters one and two
 * columns wide, in UTF-8 and GB18030, at all sizes, after any walk.  With FENGONG_LONG each kind of terminal has each
 * size, and walks are ten times as long; without, the kinds share the sizes out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "effort.h"
#include "pty/gb_locale.h"
#include "pty/kinds.h"
#include "pty/twin.h"

static void start(struct session *session, int rows, int cols, int ambiguous_cols, bool gb)
{
    const char *fixed[] = { ambiguous_cols == 1 ? "--ambiguous=1" : "--ambiguous=2", NULL };
    const char *variables[] = { "LC_ALL=zh_CN.GB18030", gb_locale(), NULL };
    session_start(session, &(struct session_setup){ .rows = rows,
                                                    .cols = cols,
                                                    .ambiguous_cols = ambiguous_cols,
                                                    .charset = gb ? "GB18030" : NULL,
                                                    /* In UTF-8 the program finds out by itself; in GB it believes 2. */
                                                    .arguments = gb && ambiguous_cols == 1 ? fixed : NULL,
                                                    .variables = gb ? variables : NULL });
    assert_true(session_settle(session));
}

/* Every screen, dialog and field. C-g in Esc's place: an ESC is in doubt for a while. */
static const struct twin_step tour[] = {
    /* the panes */
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "End", "\033OF", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_ASIDE, " ", "v", 0, 0 },
    { TWIN_ASIDE, "\014", "y", 0, 0 },
    { TWIN_KEY, "F2", "\033OQ", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_ASIDE, " ", "v", 0, 0 },
    { TWIN_KEY, "F3", "\033OR", 0, 0 },
    { TWIN_KEY, "PgDn", "\033[6~", 0, 0 },
    { TWIN_KEY, "Tab", "\t", 0, 0 },
    { TWIN_ASIDE, " ", "v", 0, 0 },
    { TWIN_KEY, "F1", "\033OP", 0, 0 },
    { TWIN_KEY, "Home", "\033OH", 0, 0 },
    { TWIN_KEY, "+", "+", 0, 0 },
    /* the help and its search */
    { TWIN_KEY, "?", "?", 0, 0 },
    { TWIN_KEY, "PgDn", "\033[6~", 0, 0 },
    { TWIN_KEY, "/", "/", 0, 0 },
    { TWIN_TEXT, "打印“", "打印“", 0, 0 },
    { TWIN_KEY, "BSpace", "\177", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    /* the fields */
    { TWIN_KEY, ":", ":", 0, 0 },
    { TWIN_TEXT, "2.7", "2.7", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "f", "f", 0, 0 },
    { TWIN_TEXT, "“数", "“数", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "n", "n", 0, 0 },
    { TWIN_KEY, "f", "f", 0, 0 },
    { TWIN_KEY, "C-u", "\025", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "/", "/", 0, 0 },
    { TWIN_TEXT, "发改", "发改", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    { TWIN_KEY, "/", "/", 0, 0 },
    { TWIN_TEXT, "没有…", "没有…", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    /* printing: the lists, a file's name, the paper */
    { TWIN_KEY, "F1", "\033OP", 0, 0 },
    { TWIN_KEY, "p", "p", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Right", "\033OC", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Right", "\033OC", 0, 0 },
    { TWIN_KEY, "Down", "\033OB", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_TEXT, "—", "—", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    { TWIN_KEY, "Up", "\033OA", 0, 0 },
    { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "PgDn", "\033[6~", 0, 0 },
    { TWIN_KEY, "Right", "\033OC", 0, 0 },
    { TWIN_ASIDE, " ", "v", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    /* the ruler and the mouse */
    { TWIN_KEY, "w", "w", 0, 0 },
    { TWIN_KEY, "C-g", "\007", 0, 0 },
    { TWIN_KEY, "m", "m", 0, 0 },
    { TWIN_KEY, "m", "m", 0, 0 },
    { TWIN_KEY, "C-l", "\014", 0, 0 },
};
enum { TOUR_COUNT = sizeof tour / sizeof *tour };

static void all_screens_are_true(int ambiguous_cols, bool gb)
{
    static const int sizes[][2] = { { 24, 80 },  { 24, 81 }, { 30, 100 }, { 30, 101 }, { 50, 160 },
                                    { 50, 161 }, { 20, 46 }, { 20, 47 },  { 40, 120 }, { 25, 60 },
                                    { 25, 59 },  { 25, 99 }, { 10, 140 }, { 5, 30 },   { 60, 200 },
                                    { 3, 20 },   { 1, 1 },   { 2, 500 },  { 200, 40 }, { 100, 139 } };
    size_t kind = (size_t)(gb ? 2 : 0) + (ambiguous_cols == 2);
    for (size_t i = effort_is_long() ? 0 : kind; i < sizeof sizes / sizeof *sizes; i += effort_step(5, 20)) {
        int rows = sizes[i][0], cols = sizes[i][1];
        struct session session;
        struct twin twin;
        assert_true(twin_play(&twin, tour, TOUR_COUNT, rows, cols, ambiguous_cols));
        start(&session, rows, cols, ambiguous_cols, gb);
        assert_int_equal(twin_differences(&session, twin.screens[0]), 0);
        for (size_t step = 0; step < TOUR_COUNT; step++) {
            twin_do(&session, &tour[step]);
            int wrong = twin_differences(&session, twin.screens[step + 1]);
            if (wrong)
                print_message("step %zu (%s) of the tour at %dx%d\n", step, tour[step].name, cols, rows);
            assert_int_equal(wrong, 0);
        }
        assert_int_equal(session.screen.unknown, 0);
        session_send(&session, "\033OPq");
        assert_int_equal(session_end(&session), 0);
        session_fini(&session);
        twin_fini(&twin);
    }
}

static void a_narrow_terminal_shows_what_was_drawn(void **state)
{
    (void)state;
    all_screens_are_true(1, false);
}

static void a_wide_terminal_shows_what_was_drawn(void **state)
{
    (void)state;
    all_screens_are_true(2, false);
}

static void a_gb18030_terminal_shows_what_was_drawn(void **state)
{
    (void)state;
    if (!*gb_locale()) {
        print_message("no localedef, or no GB18030 for it\n");
        skip();
    }
    all_screens_are_true(2, true);
}

static void a_narrow_gb18030_terminal_shows_what_was_drawn(void **state)
{
    (void)state;
    if (!*gb_locale())
        skip();
    all_screens_are_true(1, true);
}

static size_t walk_steps(void)
{
    return 3000 / effort_step(12, 50);
}

static void walk(int ambiguous_cols, unsigned seed, bool resizes, const char *kind, size_t count)
{
    struct twin_step *steps = mem_array(count, sizeof *steps);
    struct session session;
    struct twin twin;
    twin_random(steps, count, seed, resizes);
    /* Nothing is to be printed or written; the tour sees that dialog.  Restricted mode would not know our kinds. */
    for (size_t i = 0; i < count; i++)
        if (steps[i].name && strcmp(steps[i].name, "p") == 0)
            steps[i] = (struct twin_step){ TWIN_KEY, "C-l", "\014", 0, 0 };
    assert_true(twin_play(&twin, steps, count, 30, 100, ambiguous_cols));
    const char *variables[] = { kind, NULL };
    session_start(&session, &(struct session_setup){
                                .rows = 30, .cols = 100, .ambiguous_cols = ambiguous_cols, .variables = variables });
    assert_true(session_settle(&session));
    for (size_t i = 0; i < count; i++) {
        twin_do(&session, &steps[i]);
        int wrong = twin_differences(&session, twin.screens[i + 1]);
        int stale = twin_stale_cells(&session);
        if (wrong || stale)
            print_message("%s, step %zu of seed %u: %s\n", kind, i, seed, steps[i].name ? steps[i].name : "resize");
        assert_int_equal(wrong, 0);
        assert_int_equal(stale, 0);
    }
    assert_int_equal(session.screen.unknown, 0);
    session_fini(&session);
    twin_fini(&twin);
    free(steps);
}

static void after_a_random_walk_the_screen_is_as_if_drawn_afresh(void **state)
{
    (void)state;
    walk(1, 1, false, "TERM=xterm-256color", walk_steps());
}

static void the_same_on_a_wide_terminal_with_resizes(void **state)
{
    (void)state;
    walk(2, 2, true, "TERM=xterm-256color", walk_steps());
}

/* Fewer colours, no erasing of characters, no columns to go to, no scrolling region, …: each is drawn another way. */
static void terminals_that_can_do_less_show_it_too(void **state)
{
    (void)state;
    static const char *const kinds[] = { "TERM=xterm", "TERM=screen",     "TERM=tmux-256color", "TERM=linux",
                                         "TERM=vt100", "TERM=xterm-mono", "TERM=rxvt",          "TERM=ansi" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        walk(1, 3 + (unsigned)i, true, kinds[i], walk_steps() / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_narrow_terminal_shows_what_was_drawn),
        cmocka_unit_test(a_wide_terminal_shows_what_was_drawn),
        cmocka_unit_test(a_gb18030_terminal_shows_what_was_drawn),
        cmocka_unit_test(a_narrow_gb18030_terminal_shows_what_was_drawn),
        cmocka_unit_test(after_a_random_walk_the_screen_is_as_if_drawn_afresh),
        cmocka_unit_test(the_same_on_a_wide_terminal_with_resizes),
        cmocka_unit_test(terminals_that_can_do_less_show_it_too),
    };
    return cmocka_run_group_tests_name("screen", tests, kinds_make, kinds_drop);
}
