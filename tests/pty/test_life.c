/* SPDX-License-Identifier: MIT */
/* How the screen ends, and bears what happens to its terminal meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "pty/kinds.h"
#include "pty/shows.h"

enum { GONE_CPU_MS = 2000, IDLE_MS = 2300, ESCAPE_ANSWER_MS = 50, STEP_BYTES_MAX = 700 };

static void assert_given_back(const struct session *session)
{
    struct termios now;
    assert_false(session->screen.alternate);
    assert_false(session->screen.paste);
    assert_false(session->screen.mouse);
    assert_true(session->screen.cursor_visible);
    assert_int_equal(tcgetattr(session->slave_fd, &now), 0);
    assert_int_equal(now.c_lflag, session->before.c_lflag);
    assert_int_equal(now.c_iflag, session->before.c_iflag);
    assert_int_equal(now.c_oflag, session->before.c_oflag);
}

static void ends_with(int signal_no, const char *keys, int expected)
{
    struct session session;
    session_start(&session, &(struct session_setup){ 0 });
    assert_true(session_settle(&session));
    assert_true(session.screen.alternate);
    session_keys(&session, "m"); /* with the mouse on, too */
    if (keys)
        session_send(&session, keys);
    else
        kill(session.pid, signal_no);
    int status = session_end(&session);
    if (expected >= 0)
        assert_int_equal(status, expected);
    else
        assert_true(status > 0);
    assert_given_back(&session);
    session_fini(&session);
}

static void quitting_gives_the_terminal_back(void **state)
{
    (void)state;
    ends_with(0, "q", 0);
}

static void signals_end_it_with_their_number_and_give_the_terminal_back(void **state)
{
    (void)state;
    ends_with(SIGTERM, NULL, 128 + SIGTERM);
    ends_with(SIGHUP, NULL, 128 + SIGHUP);
    ends_with(SIGINT, NULL, 128 + SIGINT);
    ends_with(0, "\034", 128 + SIGQUIT);
}

/* As after Ctrl-S at the far end. */
static void a_signal_ends_it_before_a_terminal_that_was_stopped(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ 0 });
    tcflow(session.slave_fd, TCOOFF);
    session_send(&session, "j");
    kill(session.pid, SIGTERM);
    assert_int_equal(session_end(&session), 128 + SIGTERM);
    session_fini(&session);
}

static void a_crash_gives_the_terminal_back(void **state)
{
    (void)state;
    /* Sanitizers have their own exit status. */
    ends_with(SIGSEGV, NULL, -1);
    ends_with(SIGABRT, NULL, -1);
}

/* Where the shell's prompt comes to stand. */
static void assert_below_the_screen(const char *kind, int signal_no)
{
    struct session session;
    const char *variables[] = { kind, NULL };
    start(&session, &(struct session_setup){ .variables = variables });
    assert_true(emulator_find(&session.screen, "退出") == session.screen.rows - 1);
    if (signal_no)
        kill(session.pid, signal_no);
    else
        session_send(&session, "q");
    session_end(&session);
    char *row = emulator_row(&session.screen, session.screen.rows - 1);
    assert_string_equal(row, "");
    free(row);
    assert_int_equal(session.screen.row, session.screen.rows - 1);
    assert_int_equal(session.screen.col, 0);
    assert_int_equal(session.screen.look, 0);
    session_fini(&session);
}

static void without_another_screen_the_shell_goes_on_in_a_clear_last_row(void **state)
{
    (void)state;
    static const char *const kinds[] = { "TERM=vt100", "TERM=linux", "TERM=ansi" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        assert_below_the_screen(kinds[i], 0);
        assert_below_the_screen(kinds[i], SIGTERM);
        assert_below_the_screen(kinds[i], SIGABRT);
    }
}

static void a_broken_connection_ends_it_without_a_busy_loop(void **state)
{
    (void)state;
    static const char *const ignoring[] = { "-c", "trap '' HUP; exec \"$FENGONG\"", NULL };
    for (int ignored = 0; ignored < 2; ignored++) {
        struct session session;
        struct session_setup setup = { 0 };
        if (ignored)
            setup = (struct session_setup){ .program = "/bin/sh", .arguments = ignoring };
        start(&session, &setup);
        session_hang_up(&session);
        assert_int_equal(session_end(&session), 128 + SIGHUP);
        /* What it took to start is in it, too; a busy loop takes seconds. */
        assert_true(session.cpu_ms < GONE_CPU_MS);
        session_fini(&session);
    }
}

static void escape_is_answered_within_50_ms(void **state)
{
    (void)state;
    struct session session;
    long long best = 1000;
    start(&session, &(struct session_setup){ 0 });
    /* A busy machine may be late, but not always. */
    for (int i = 0; i < 50 && best > ESCAPE_ANSWER_MS; i++) {
        session_keys(&session, "?");
        size_t before = session.output_bytes;
        long long sent = session_now_ms();
        session_send(&session, "\033");
        while (session.output_bytes == before && session_now_ms() - sent < 1000)
            session_settle(&session);
        long long took = session_now_ms() - sent;
        best = took < best ? took : best;
    }
    assert_true(best <= ESCAPE_ANSWER_MS);
    session_fini(&session);
}

static void ten_held_arrows_cost_one_frame(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ .rows = 40, .cols = 120 });
    size_t before = session.output_bytes;
    session_keys(&session, "\033OB\033OB\033OB\033OB\033OB\033OB\033OB\033OB\033OB\033OB");
    size_t at_once = session.output_bytes - before;
    session_keys(&session, "g");
    before = session.output_bytes;
    for (int i = 0; i < 10; i++)
        session_keys(&session, "\033OB");
    size_t one_by_one = session.output_bytes - before;
    assert_true(at_once > 0 && at_once * 3 < one_by_one);
    session_fini(&session);
}

static int by_size(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

/* From task to task, each with a text and units of its own beside it. */
static void a_step_of_the_cursor_writes_little(void **state)
{
    (void)state;
    enum { STEPS = 49 };
    struct session session;
    size_t sizes[STEPS];
    const char *const arguments[] = { "--goto", "2.1", NULL };
    start(&session, &(struct session_setup){ .rows = 40, .cols = 120, .arguments = arguments });
    for (int i = 0; i < STEPS; i++) {
        size_t before = session.output_bytes;
        session_keys(&session, "\033OB");
        sizes[i] = session.output_bytes - before;
    }
    qsort(sizes, STEPS, sizeof *sizes, by_size);
    assert_in_range(sizes[STEPS / 2], 1, STEP_BYTES_MAX);
    session_fini(&session);
}

static void nothing_is_written_while_idle(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ 0 });
    size_t before = session.output_bytes;
    session_watch(&session, IDLE_MS);
    assert_int_equal(session.output_bytes, before);
    session_fini(&session);
}

static void a_paste_runs_no_commands(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ 0 });
    assert_true(session.screen.paste);
    session_keys(&session, "\033[200~q\003q\r\033[201~");
    assert_false(session.ended);
    session_fini(&session);
}

static long resident_kib(const struct session *session)
{
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)session->pid);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        sscanf(line, "VmRSS: %ld", &kib);
    if (file)
        fclose(file);
    return kib;
}

static void absurd_sizes_are_borne(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 0, 0 },     { 65535, 65535 }, { 1, 1 },  { 32767, 32767 },
                                    { 0, 65535 }, { 1, 65535 },     { 24, 80 } };
    static const char *const variables[] = { "LINES=4000", "COLUMNS=4000", NULL };
    struct session session;
    start(&session, &(struct session_setup){ .variables = variables });
    assert_shows(&session, NULL, 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        session_resize(&session, sizes[i][0], sizes[i][1]);
        session_keys(&session, "jk");
        assert_false(session.ended);
    }
    assert_int_equal(twin_stale_cells(&session), 0);
    assert_true(resident_kib(&session) < 96 * 1024 || getenv("ASAN_OPTIONS") || resident_kib(&session) < 1024 * 1024);
    session_fini(&session);
    start(&session, &(struct session_setup){ .rows = 65535, .cols = 65535 });
    session_send(&session, "q");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

static void a_storm_of_sizes_leaves_a_true_screen(void **state)
{
    (void)state;
    struct session session;
    unsigned seed = 7;
    start(&session, &(struct session_setup){ 0 });
    for (int i = 0; i < 200; i++) {
        seed = seed * 1103515245 + 12345;
        session_resize(&session, (int)(1 + (seed >> 16) % 60), (int)(1 + (seed >> 8) % 200));
    }
    session_resize(&session, 24, 80);
    assert_int_equal(twin_stale_cells(&session), 0);
    assert_shows(&session, NULL, 0);
    session_fini(&session);
}

static void drawing_anew_takes_a_scrolling_region_back(void **state)
{
    (void)state;
    static const char region[] = "\033[5;10r";
    struct session session;
    start(&session, &(struct session_setup){ 0 });
    emulator_write(&session.screen, region, sizeof region - 1);
    session_keys(&session, "\014");
    assert_int_equal(session.screen.top, 0);
    assert_int_equal(session.screen.bottom, session.screen.rows - 1);
    session_fini(&session);
}

static void it_stops_and_goes_on_as_a_shell_job(void **state)
{
    (void)state;
    static const char *const script[] = { "-c",
                                          "set -m; \"$FENGONG\"; echo stopped; read go; fg >/dev/null; echo ended",
                                          NULL };
    struct session session;
    session_start(&session, &(struct session_setup){ .program = "/bin/sh", .arguments = script });
    assert_true(session_await(&session, "袁家军"));
    session_settle(&session);
    session_send(&session, "\032");
    assert_true(session_await(&session, "stopped"));
    assert_false(session.screen.alternate);
    session_send(&session, "\r");
    assert_true(session_await(&session, "袁家军"));
    assert_true(session.screen.alternate && session.screen.paste);
    session_send(&session, "q");
    assert_true(session_await(&session, "ended"));
    session_fini(&session);
}

static void restricted_it_does_not_stop(void **state)
{
    (void)state;
    struct session session;
    static const char *const script[] = { "-c", "set -m; \"$FENGONG\" --restricted -f data/tasks.yaml; echo ended",
                                          NULL };
    session_start(&session, &(struct session_setup){ .program = "/bin/sh", .arguments = script });
    assert_true(session_await(&session, "袁家军"));
    session_keys(&session, "\032\033OB");
    assert_true(session.screen.alternate); /* a shell's job that stops gives the terminal back */
    assert_true(session_await(&session, "袁家军 › 1.1"));
    session_fini(&session);
}

static void the_mouse_is_off_until_switched_on(void **state)
{
    (void)state;
    struct session session;
    static const struct twin_step mouse = { TWIN_KEY, "m", "m", 0, 0 };
    start(&session, &(struct session_setup){ 0 });
    assert_false(session.screen.mouse);
    session_keys(&session, mouse.bytes);
    assert_true(session.screen.mouse);
    session_keys(&session, "m");
    assert_false(session.screen.mouse);
    session_fini(&session);
}

static void copying_sends_osc_52_also_through_tmux(void **state)
{
    (void)state;
    static const char *const tmux[] = { "TMUX=/tmp/x,1,0", NULL };
    struct session session;
    start(&session, &(struct session_setup){ 0 });
    session_keys(&session, "jy");
    assert_non_null(session.screen.strings.at);
    assert_non_null(strstr(session.screen.strings.at, "]52;c;"));
    session_fini(&session);
    start(&session, &(struct session_setup){ .variables = tmux });
    session_keys(&session, "jy");
    assert_non_null(strstr(session.screen.strings.at, "Ptmux;"));
    session_fini(&session);
}

static void the_plain_screen_shows_text_until_a_key(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ 0 });
    session_keys(&session, "jv");
    assert_false(session.screen.alternate);
    assert_true(emulator_find(&session.screen, "按任意键返回") >= 0);
    session_keys(&session, "q");
    assert_true(session_await(&session, "单位 F2"));
    assert_true(session.screen.alternate);
    assert_false(session.ended);
    session_fini(&session);
}

/* A command of the shell, run in folder, where $DATA is the shipped file. */
static void run(const char *folder, const char *command)
{
    struct buf line = { 0 };
    buf_printf(&line, "DATA=\"$PWD/data/tasks.yaml\"; cd %s && %s", folder, command);
    assert_int_equal(system(line.at), 0);
    buf_fini(&line);
}

static void a_changed_file_is_shown_at_once_and_a_broken_one_is_told(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-life-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.yaml", folder);
    run(folder, "cp $DATA t.yaml");
    const char *arguments[] = { "-f", path, NULL };
    struct session session;
    start(&session, &(struct session_setup){ .cols = 120, .arguments = arguments });
    assert_true(session_await(&session, "袁家军"));
    run(folder, "sed 's/袁家军/袁家新/' $DATA >n && mv n t.yaml");
    assert_true(session_await(&session, "袁家新"));
    run(folder, "printf 'title: [\\n' >t.yaml");
    assert_true(session_await(&session, "t.yaml:"));
    assert_true(emulator_find(&session.screen, "袁家新") >= 0);
    run(folder, "cp $DATA t.yaml");
    assert_true(session_await(&session, "袁家军"));
    run(folder, "rm t.yaml");
    assert_true(session_await(&session, "t.yaml"));
    run(folder, "cp $DATA t.yaml");
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end;)
        if (emulator_find(&session.screen, "t.yaml") < 0)
            break;
        else
            session_watch(&session, 10);
    assert_true(emulator_find(&session.screen, "t.yaml") < 0);
    session_fini(&session);
    run(folder, "rm -r \"$PWD\"");
}

int main(void)
{
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quitting_gives_the_terminal_back),
        cmocka_unit_test(signals_end_it_with_their_number_and_give_the_terminal_back),
        cmocka_unit_test(a_signal_ends_it_before_a_terminal_that_was_stopped),
        cmocka_unit_test(a_crash_gives_the_terminal_back),
        cmocka_unit_test(without_another_screen_the_shell_goes_on_in_a_clear_last_row),
        cmocka_unit_test(a_broken_connection_ends_it_without_a_busy_loop),
        cmocka_unit_test(escape_is_answered_within_50_ms),
        cmocka_unit_test(ten_held_arrows_cost_one_frame),
        cmocka_unit_test(a_step_of_the_cursor_writes_little),
        cmocka_unit_test(nothing_is_written_while_idle),
        cmocka_unit_test(a_paste_runs_no_commands),
        cmocka_unit_test(absurd_sizes_are_borne),
        cmocka_unit_test(a_storm_of_sizes_leaves_a_true_screen),
        cmocka_unit_test(drawing_anew_takes_a_scrolling_region_back),
        cmocka_unit_test(it_stops_and_goes_on_as_a_shell_job),
        cmocka_unit_test(restricted_it_does_not_stop),
        cmocka_unit_test(the_mouse_is_off_until_switched_on),
        cmocka_unit_test(copying_sends_osc_52_also_through_tmux),
        cmocka_unit_test(the_plain_screen_shows_text_until_a_key),
        cmocka_unit_test(a_changed_file_is_shown_at_once_and_a_broken_one_is_told),
    };
    return cmocka_run_group_tests_name("life", tests, kinds_make, kinds_drop);
}
