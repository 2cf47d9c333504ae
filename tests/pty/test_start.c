/* SPDX-License-Identifier: MIT */
/* How the screen begins: terminals, locales and colours of all kinds, and none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>

#include "pty/kinds.h"
#include "pty/shows.h"

/* UTF-8, and ambiguous characters are narrow. */
#define ANSWER "\033[1;5R\033[1;2R\033[?64;1;2c"

enum { WIDE_COLS = 240, FRAME_BYTES_MAX = 3000, QUESTION_BYTES_MAX = 40 };

static void refuses(const char *variable, const char *charset, bool on_pipe, bool mute, const char *says)
{
    struct session session;
    const char *variables[] = { variable ? variable : "X=y", NULL };
    session_start(
        &session,
        &(struct session_setup){
            .cols = WIDE_COLS, .variables = variables, .charset = charset, .on_pipe = on_pipe, .mute = mute });
    assert_int_equal(session_end(&session), 2);
    assert_true(emulator_find(&session.screen, says) >= 0);
    assert_false(session.screen.alternate);
    session_fini(&session);
}

static void without_a_terminal_one_line_names_the_commands(void **state)
{
    (void)state;
    refuses("TERM=dumb", NULL, true, false, "fengong show 2.7");
    refuses(NULL, NULL, true, false, "fengong show 2.7");
}

static void a_plain_locale_is_refused_where_utf8_is_not_sure(void **state)
{
    (void)state;
    refuses("LC_ALL=C", "GB18030", false, false, "set the terminal to UTF-8");
    refuses("LC_ALL=zh_CN", "GB18030", false, false, "set the terminal to UTF-8");
    refuses("LC_ALL=C", NULL, false, true, "set the terminal to UTF-8");
}

static void starts_in(const char *variable, bool mute)
{
    struct session session;
    const char *variables[] = { variable, "FENGONG_PROBE_MS=50", NULL };
    session_start(&session, &(struct session_setup){ .variables = variables, .mute = mute });
    assert_true(session_await(&session, "袁家军"));
    session_settle(&session);
    assert_shows(&session, NULL, 0);
    session_fini(&session);
}

static void a_locale_that_is_missing_or_plain_works_on_a_utf8_terminal(void **state)
{
    (void)state;
    starts_in("LC_ALL=C", false);
    starts_in("LC_ALL=", false);
    starts_in("LC_ALL=xx_YY.UTF-8", false);
    starts_in("LC_ALL=xx_YY.UTF-8", true);
    starts_in("LC_ALL=C.UTF-8", true);
}

static void terminals_of_all_names_show_the_same(void **state)
{
    (void)state;
    static const char *const names[] = {
        "TERM=xterm",     "TERM=xterm-256color",   "TERM=xterm-kitty", "TERM=foot-no-such",
        "TERM=alacritty", "TERM=tmux-256color",    "TERM=screen",      "TERM=linux",
        "TERM=vt100",     "TERM=no-such-terminal", "TERM=mlterm",      "TERM=rxvt-unicode-256color",
    };
    static const struct twin_step down = { TWIN_KEY, "Down", "\033[B", 0, 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct session session;
        const char *variables[] = { names[i], NULL };
        start(&session, &(struct session_setup){ .variables = variables });
        session_keys(&session, down.bytes);
        if (session.screen.unknown)
            print_message("%s: %s\n", names[i], session.screen.unknown_text + 1);
        assert_shows(&session, &down, 1);
        session_fini(&session);
    }
}

static unsigned looks_in_use(const struct session *session)
{
    unsigned looks = 0;
    for (int i = 0; i < session->screen.rows * session->screen.cols; i++)
        looks |= session->screen.cells[i].look;
    return looks;
}

static void the_selection_is_reversed_with_and_without_colours(void **state)
{
    (void)state;
    static const char *const variables[][2] = { { "TERM=xterm-256color", NULL },
                                                { "NO_COLOR=", NULL }, /* empty is unset */
                                                { "TERM=vt100", NULL },
                                                { "NO_COLOR=1", NULL } };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        struct session session;
        start(&session, &(struct session_setup){ .variables = variables[i] });
        session_keys(&session, "j");
        bool colors = (looks_in_use(&session) & (SGR_FOREGROUND | SGR_BACKGROUND)) != 0;
        assert_true(looks_in_use(&session) & SGR_REVERSE);
        assert_int_equal(colors, i < 2);
        session_fini(&session);
    }
}

static void keys_typed_during_the_probe_are_kept_and_late_replies_are_not_keys(void **state)
{
    (void)state;
    struct session session;
    static const struct twin_step down = { TWIN_KEY, "Down", "", 0, 0 };
    static const char *const variables[] = { "FENGONG_PROBE_MS=200", NULL };
    session_start(&session, &(struct session_setup){ .variables = variables, .mute = true });
    session_send(&session, "j");
    assert_true(session_await(&session, "袁家军"));
    session_keys(&session, ANSWER);
    assert_shows(&session, &down, 1);
    session_fini(&session);
}

/* On a slow line the time may be up in the middle of the answer. */
static void an_answer_that_comes_half_too_late_is_no_keys(void **state)
{
    (void)state;
    static const char answer[] = ANSWER;
    static const char *const variables[] = { "FENGONG_PROBE_MS=60", NULL };
    static const size_t cuts[] = { 3, 5, 10, 16 };
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        struct session session;
        char half[sizeof answer];
        snprintf(half, sizeof half, "%.*s", (int)cuts[i], answer);
        session_start(&session, &(struct session_setup){ .variables = variables, .mute = true });
        session_send(&session, half);
        assert_true(session_await(&session, "退出"));
        session_settle(&session);
        session_keys(&session, answer + cuts[i]);
        assert_shows(&session, NULL, 0);
        session_fini(&session);
    }
}

static size_t first_bytes(const char *option)
{
    struct session session;
    const char *arguments[] = { option, NULL };
    start(&session, &(struct session_setup){ .ambiguous_cols = 2, .arguments = option ? arguments : NULL });
    assert_true(session_await(&session, "退出"));
    session_settle(&session);
    size_t bytes = session.output_bytes;
    session_fini(&session);
    return bytes;
}

/* The frame made for a narrow one while the answer was awaited is dropped: all that is more is the question. */
static void a_wide_terminal_is_drawn_once(void **state)
{
    (void)state;
    assert_in_range(first_bytes(NULL) - first_bytes("--ambiguous=2"), 1, QUESTION_BYTES_MAX);
}

/* A window manager that arranges windows does so just after they open. */
static void a_window_resized_during_the_probe_is_drawn_once(void **state)
{
    (void)state;
    static const char *const variables[] = { "FENGONG_PROBE_MS=20000", NULL };
    struct session session;
    session_start(&session, &(struct session_setup){ .variables = variables, .mute = true });
    /* The question is out. */
    while (!session.output_bytes)
        session_watch(&session, 1);
    session_resize(&session, 40, 120);
    session_send(&session, ANSWER);
    assert_true(session_await(&session, "退出"));
    session_settle(&session);
    assert_shows(&session, NULL, 0);
    assert_in_range(session.output_bytes, 1, FRAME_BYTES_MAX);
    session_fini(&session);
}

static void with_data_on_standard_input_keys_come_from_the_terminal(void **state)
{
    (void)state;
    static const char *const arguments[] = { "-f", "-", NULL };
    struct session session;
    start(&session, &(struct session_setup){ .input = "data/tasks.yaml", .arguments = arguments });
    assert_true(session_await(&session, "袁家军"));
    session_send(&session, "q");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_terminal_one_line_names_the_commands),
        cmocka_unit_test(a_plain_locale_is_refused_where_utf8_is_not_sure),
        cmocka_unit_test(a_locale_that_is_missing_or_plain_works_on_a_utf8_terminal),
        cmocka_unit_test(terminals_of_all_names_show_the_same),
        cmocka_unit_test(the_selection_is_reversed_with_and_without_colours),
        cmocka_unit_test(keys_typed_during_the_probe_are_kept_and_late_replies_are_not_keys),
        cmocka_unit_test(an_answer_that_comes_half_too_late_is_no_keys),
        cmocka_unit_test(a_wide_terminal_is_drawn_once),
        cmocka_unit_test(a_window_resized_during_the_probe_is_drawn_once),
        cmocka_unit_test(with_data_on_standard_input_keys_come_from_the_terminal),
    };
    return cmocka_run_group_tests_name("start", tests, kinds_make, kinds_drop);
}
