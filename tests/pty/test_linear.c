/* SPDX-License-Identifier: MIT */
/* The interface in lines, on a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "pty/gb_locale.h"
#include "pty/shows.h"

static const char *const LINEAR[] = { "--linear", NULL };

static bool shows(const struct session *session, const char *text)
{
    return emulator_find(&session->screen, text) >= 0;
}

static void a_terminal_that_can_nothing_gets_lines(void **state)
{
    (void)state;
    static const char *const kinds[] = { "TERM=dumb", "TERM=", "TERM=unknown", "TERM=../../tmp/x" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct session session;
        const char *variables[] = { kinds[i], NULL };
        start(&session, &(struct session_setup){ .variables = variables });
        assert_true(shows(&session, "改用逐行的方式（--linear）"));
        assert_true(shows(&session, "q 退出："));
        assert_false(session.screen.alternate);
        session_keys(&session, "q\n");
        assert_int_equal(session_end(&session), 0);
        session_fini(&session);
    }
}

static void long_answers_come_in_portions(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ .rows = 12, .arguments = LINEAR });
    session_keys(&session, "冯飞\n");
    assert_true(shows(&session, "冯飞　常务副省长：51 项"));
    assert_true(shows(&session, "还有 41 行，回车接着看，也可以写别的："));
    session_keys(&session, "\n");
    assert_true(shows(&session, "还有 30 行"));
    /* What is in the middle of it can be left for something else. */
    session_keys(&session, "2.7\n");
    assert_true(shows(&session, "2.7　冯飞：牵头 省发展改革委"));
    session_resize(&session, 40, 80);
    session_keys(&session, "\n\n");
    assert_true(shows(&session, "逐个看它的单位"));
    session_keys(&session, "b\n");
    assert_true(shows(&session, "还有 13 行"));
    session_fini(&session);
}

/* Nobody presses Enter for what comes out of a file. */
static void lines_from_a_file_are_answered_whole(void **state)
{
    (void)state;
    struct session session;
    char path[] = "/tmp/fengong-lines-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(file_write_fd(fd, SPAN("冯飞\n")), 0);
    close(fd);
    start(&session, &(struct session_setup){ .rows = 12, .input = path, .arguments = LINEAR });
    assert_int_equal(session_end(&session), 0);
    assert_true(shows(&session, "2.51"));
    assert_false(shows(&session, "还有"));
    session_fini(&session);
    unlink(path);
}

static void a_line_is_edited_by_the_terminal(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ .rows = 60, .arguments = LINEAR });
    session_keys(&session, "czx\177t\n");
    assert_true(shows(&session, "省财政厅：牵头 6，参与 8，可能 2"));
    session_keys(&session, "\025q\n");
    assert_int_equal(session_end(&session), 0);
    assert_int_equal(session.screen.unknown, 0);
    session_fini(&session);
}

static void in_gb18030(void **state)
{
    (void)state;
    const char *const variables[] = { "LC_ALL=zh_CN.GB18030", gb_locale(), "TERM=dumb", NULL };
    if (!*gb_locale())
        skip();
    struct session session;
    start(&session,
          &(struct session_setup){ .rows = 60, .charset = "GB18030", .ambiguous_cols = 2, .variables = variables });
    session_keys(&session, "省财政厅\n");
    assert_true(shows(&session, "省财政厅：牵头 6，参与 8，可能 2"));
    session_fini(&session);
}

/* Typed, or told from outside. */
static void ends(const char *typed, int signal_no, int status)
{
    struct session session;
    start(&session, &(struct session_setup){ .arguments = LINEAR });
    if (typed)
        session_send(&session, typed);
    else if (signal_no)
        kill(session.pid, signal_no);
    else
        session_hang_up(&session);
    assert_int_equal(session_end(&session), status);
    session_fini(&session);
}

static void it_ends_at_once_when_told(void **state)
{
    (void)state;
    ends("q\n", 0, 0);
    ends("\004", 0, 0);
    ends("\003", 0, 128 + SIGINT);
    ends(NULL, SIGTERM, 128 + SIGTERM);
    ends(NULL, SIGHUP, 128 + SIGHUP);
    ends(NULL, 0, 128 + SIGHUP);
}

static void a_restricted_one_does_not_stop(void **state)
{
    (void)state;
    static const char *const arguments[] = { "--linear", "--restricted", "-f", "data/tasks.yaml", NULL };
    struct session session;
    start(&session, &(struct session_setup){ .rows = 60, .arguments = arguments });
    session_keys(&session, "\032");
    session_keys(&session, "czt\n");
    assert_true(shows(&session, "省财政厅：牵头 6"));
    session_fini(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_that_can_nothing_gets_lines),
        cmocka_unit_test(long_answers_come_in_portions),
        cmocka_unit_test(lines_from_a_file_are_answered_whole),
        cmocka_unit_test(a_line_is_edited_by_the_terminal),
        cmocka_unit_test(in_gb18030),
        cmocka_unit_test(it_ends_at_once_when_told),
        cmocka_unit_test(a_restricted_one_does_not_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
