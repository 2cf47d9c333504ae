/* SPDX-License-Identifier: MIT */
/* A large file on the screen: the first frame comes long before its end, and keys work meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/session.h"

/* Loading takes a good deal longer than a first frame and a key. */
enum { TASKS = 40000, FILES = 1, EVENTS = 120, LONG_FILES = 30, LONG_EVENTS = 400, SECTION_TASKS = 50, TRIES = 30 };

static char path[64];

static void write_file(unsigned tasks, const char *title)
{
    struct buf out = { 0 };
    buf_printf(&out, "format: 1\ntitle: %s\nunits:\n  - 甲局\n  - 乙厅\nsections:\n", title);
    for (unsigned i = 0; i < tasks; i++) {
        if (i % SECTION_TASKS == 0)
            buf_printf(&out, "  - kind: general\n    heading: 标题%u\n    tasks:\n", i / SECTION_TASKS);
        buf_printf(&out,
                   "      - no: %u\n        text: 做好第%u件事，写得长一些，好让文件大起来。\n        label: 责任单位\n"
                   "        units:\n          - %s\n          - %s\n",
                   i % SECTION_TASKS + 1, i, i % 3 ? "甲局" : "乙厅", i % 3 ? "乙厅" : "甲局");
    }
    unlink(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    assert_true(fd >= 0);
    assert_int_equal(file_write_fd(fd, buf_view(&out)), 0);
    close(fd);
    buf_fini(&out);
}

static void start_on_file(struct session *session, const char *option, int rows, int cols)
{
    const char *arguments[] = { "-f", path, option, NULL };
    session_start(session, &(struct session_setup){ .arguments = arguments, .rows = rows, .cols = cols });
}

static bool is_shown(const struct session *session, const char *text)
{
    return emulator_find(&session->screen, text) >= 0;
}

/* All has been read, whatever is waited for meanwhile. */
static void await_all(struct session *session)
{
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end;) {
        assert_true(session_settle(session));
        if (!is_shown(session, "停止读取") && !is_shown(session, "读到"))
            return;
        session_watch(session, 1);
    }
    fail();
}

/* A busy machine may have read all of it before we look, or before Esc is there: then it is started once more. */
static bool is_stopped_in_time(struct session *session)
{
    start_on_file(session, NULL, 24, 80);
    assert_true(session_await(session, "大文件"));
    session_send(session, "j");
    assert_true(session_await(session, "1.1  "));
    bool reading = is_shown(session, "停止读取");
    session_send(session, "\033");
    /* It sleeps, and would not if it read on. */
    assert_true(session_settle(session));
    return reading && is_shown(session, "只读到");
}

static void keys_work_esc_stops_and_r_goes_on(void **state)
{
    (void)state;
    struct session session;
    write_file(TASKS, "大文件");
    for (int i = 0; !is_stopped_in_time(&session); i++) {
        session_fini(&session);
        assert_true(i < TRIES);
    }
    /* What would lack tasks is not copied. */
    session_keys(&session, "Y");
    assert_true(is_shown(&session, "没有读完"));
    session_keys(&session, "R");
    await_all(&session);
    assert_true(is_shown(&session, "1.1  "));
    session_keys(&session, "G");
    session_keys(&session, ":800.50\r");
    assert_true(is_shown(&session, "做好第39999件事"));
    session_fini(&session);
}

static void a_place_asked_for_is_shown_before_the_end(void **state)
{
    (void)state;
    bool early = false;
    write_file(4 * TASKS, "大文件");
    for (int i = 0; !early && i < TRIES; i++) {
        struct session session;
        start_on_file(&session, "--goto=1.7", 24, 80);
        assert_true(session_await(&session, "做好第6件事"));
        early = is_shown(&session, "停止读取");
        session_fini(&session);
    }
    assert_true(early);
}

/* What is whole stays until the new one is there; that it is being read may be over before we look. */
static void await_new(struct session *session, const char *old, const char *new)
{
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; !is_shown(session, new); session_watch(session, 1)) {
        assert_true(!is_shown(session, "停止读取") || is_shown(session, old) || is_shown(session, new));
        assert_true(session_now_ms() < end);
    }
}

/* As the watch sees it, or reading itself. */
static void a_file_replaced_while_it_is_read_is_read_again(void **state)
{
    (void)state;
    struct session session;
    write_file(TASKS, "大文件");
    start_on_file(&session, NULL, 24, 80);
    assert_true(session_await(&session, "大文件"));
    write_file(TASKS / 2, "另一份");
    assert_true(session_await(&session, "另一份"));
    await_all(&session);
    write_file(TASKS / 2, "第三份");
    await_new(&session, "另一份", "第三份");
    session_fini(&session);
}

static void disturb(unsigned turn)
{
    char title[32];
    snprintf(title, sizeof title, "第%u份", turn);
    if (rand() % 3 == 0) {
        int fd = open(path, O_WRONLY | O_APPEND);
        assert_int_equal(write(fd, "# x\n", 4), 4);
        close(fd);
    } else if (rand() % 2) {
        assert_int_equal(truncate(path, 500000 + rand() % 1000000), 0);
    } else {
        write_file(TASKS / 4 + (unsigned)rand() % TASKS, title);
    }
}

/* Random keys, sizes and changes of the file while it is read. */
static void walk(struct session *session, unsigned events)
{
    static const char *const keys[] = { "j", "j", "k", "\r", "\033", "\t", "/局", "f事", ":7.3\r", "\033OP", "\033OQ",
                                        "G", "g", "R", "-",  "+",    "n",  "J",   "K",   "?",      "\025",   "\177" };
    for (unsigned i = 0; i < events; i++) {
        int kind = rand() % 60;
        if (kind == 0)
            disturb(i);
        else if (kind < 4)
            session_resize(session, 5 + rand() % 40, 30 + rand() % 120);
        else
            session_send(session, keys[(size_t)rand() % (sizeof keys / sizeof *keys)]);
        session_watch(session, rand() % 8 == 0);
    }
}

static void assert_same(struct session *a, struct session *b)
{
    for (int row = 0; row < a->screen.rows; row++) {
        char *rows[2] = { emulator_row(&a->screen, row), emulator_row(&b->screen, row) };
        assert_string_equal(rows[0], rows[1]);
        free(rows[0]);
        free(rows[1]);
    }
}

static void walks_while_it_is_read_end_at_the_screen_of_what_was_read_first(void **state)
{
    (void)state;
    static const char *const ways[] = { "\033OP", "-", "G", "g", ":9.4\r" };
    for (unsigned seed = 1; seed <= (effort_is_long() ? LONG_FILES : FILES); seed++) {
        struct session session, first;
        srand(seed);
        write_file(TASKS, "大文件");
        start_on_file(&session, NULL, 24, 80);
        /* A file that is broken before it is seen is refused. */
        assert_true(session_await(&session, "大文件"));
        walk(&session, effort_is_long() ? LONG_EVENTS : EVENTS);
        /* The walk may have left it too small for a title. */
        session_resize(&session, 24, 80);
        /*
         * Out of whatever is open, and before there is something new, whose reading it would stop: that all of it has
         * been read shows in what the last keys do.
         */
        for (int i = 0; i < 130; i++) {
            session_send(&session, "\007");
            session_watch(&session, 0);
        }
        session_send(&session, "\033OQ");
        assert_true(session_await(&session, "[单位 F2]"));
        session_send(&session, "\033OP");
        assert_true(session_await(&session, "[领导 F1]"));
        write_file(TASKS / 4, "最后一份");
        assert_true(session_await(&session, "最后一份"));
        await_all(&session);
        start_on_file(&first, NULL, 24, 80);
        assert_true(session_await(&first, "最后一份"));
        await_all(&first);
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            session_keys(&session, ways[i]);
            session_keys(&first, ways[i]);
        }
        assert_same(&session, &first);
        assert_int_equal(session.screen.unknown, 0);
        session_fini(&session);
        session_fini(&first);
    }
}

static int drop_file(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    snprintf(path, sizeof path, "/tmp/fengong-load-%d.yaml", (int)getpid());
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_work_esc_stops_and_r_goes_on),
        cmocka_unit_test(a_place_asked_for_is_shown_before_the_end),
        cmocka_unit_test(a_file_replaced_while_it_is_read_is_read_again),
        cmocka_unit_test(walks_while_it_is_read_end_at_the_screen_of_what_was_read_first),
    };
    return cmocka_run_group_tests(tests, NULL, drop_file);
}
