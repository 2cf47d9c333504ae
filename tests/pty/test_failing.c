/* SPDX-License-Identifier: MIT */
/*
 * The screen while memory is refused and calls to the system fail, at one place after the other: it goes on or ends with
 * a clean line, and the terminal is as it was.  FENGONG_LONG=1 tries every call and 1,500 allocations, make check a few.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/shows.h"

static char count_path[] = "/tmp/fengong-failing-XXXXXX";
static char preload[4096];

static const char keys[] = "j\r\033OQj\r/fgw\r\007\033ORj\033OPf\xE7\x9C\x81\r?\007pj\007\014q";

/* The session with the at-th call of that kind failing; its status. */
static int play(struct session *session, const char *kind, long at, bool on)
{
    char fail[64], place[64], count[128];
    snprintf(fail, sizeof fail, "FENGONG_FAIL=%s", kind);
    snprintf(place, sizeof place, "FENGONG_FAIL_AT=%ld", at);
    snprintf(count, sizeof count, "FENGONG_FAIL_COUNT=%s", count_path);
    const char *const variables[] = { preload, fail, place, count, on ? "FENGONG_FAIL_ON=1" : "X=", NULL };
    session_start(session, &(struct session_setup){ .variables = variables });
    session_settle(session);
    session_send(session, keys);
    return session_end(session);
}

static long count_calls(const char *kind)
{
    struct session session;
    struct buf number = { 0 };
    int status = play(&session, kind, 0, false);
    session_fini(&session);
    assert_int_equal(status, 0);
    if (file_read(count_path, &number, NULL) != 0 || !number.bytes)
        return 0;
    long count = atol(number.at);
    buf_fini(&number);
    return count;
}

/*
 * Curses takes memory without looking.  Where it is a library of its own, not linked into the program, it takes it from
 * the system: of what it does then only the terminal can be saved.
 */
static bool curses_is_apart(void)
{
    struct buf content = { 0 };
    const char *path = getenv("FENGONG") ? getenv("FENGONG") : "build/fengong";
    assert_int_equal(file_read(path, &content, NULL), 0);
    bool apart = memmem(content.at, content.bytes, "libncursesw.so", strlen("libncursesw.so")) != NULL;
    buf_fini(&content);
    return apart;
}

/* What is wrong, or NULL. */
static const char *fault_of(struct session *session, int status, bool in_curses)
{
    struct termios now;
    if (status < 0)
        return "does not end";
    if (status != 0 && status != 2 && status != 3 && status != 128 + SIGHUP && !in_curses)
        return "ends otherwise";
    if (session->screen.alternate || session->screen.paste || !session->screen.cursor_visible)
        return "leaves its screen";
    if (tcgetattr(session->slave_fd, &now) != 0 || now.c_lflag != session->before.c_lflag ||
        now.c_iflag != session->before.c_iflag || now.c_oflag != session->before.c_oflag)
        return "leaves its modes";
    return session->screen.unknown ? "writes what the terminal does not know" : NULL;
}

static void try_places(const char *kind, bool on, long places)
{
    /* Sanitizers want to be loaded first. */
    long count = getenv("VARIANT") && *getenv("VARIANT") ? 0 : count_calls(kind), faults = 0;
    if (!count)
        skip();
    bool may_die = strcmp(kind, "malloc") == 0 && curses_is_apart();
    places = places > count ? count : places;
    for (long i = 0; i < places; i++) {
        struct session session;
        /* The last one, too, when the terminal is being given back. */
        long at = i == places - 1 ? count : 1 + i * count / places;
        int status = play(&session, kind, at, on);
        bool in_curses = may_die && (status == 128 + SIGSEGV || status == 1);
        const char *fault = fault_of(&session, status, in_curses);
        if (fault && ++faults)
            print_message("%s %ld of %ld%s: %s, status %d\n", kind, at, count, on ? " and on" : "", fault, status);
        session_fini(&session);
    }
    if (getenv("FENGONG_TIMES"))
        print_message("%s%s: %ld of %ld places, %ld faults\n", kind, on ? " and on" : "", places, count, faults);
    assert_int_equal(faults, 0);
}

static void a_call_that_fails_leaves_no_terminal_raw(void **state)
{
    (void)state;
    try_places("calls", false, effort_is_long() ? 100000 : 12);
}

static void memory_that_is_refused_once_leaves_no_terminal_raw(void **state)
{
    (void)state;
    try_places("malloc", false, effort_is_long() ? 1500 : 8);
}

static void memory_that_is_refused_from_there_on_leaves_no_terminal_raw(void **state)
{
    (void)state;
    try_places("malloc", true, effort_is_long() ? 1500 : 8);
}

static int make_file(void **state)
{
    (void)state;
    int fd = mkstemp(count_path);
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s", getenv("FAIL") ? getenv("FAIL") : "build/fail.so");
    return fd < 0 ? -1 : close(fd);
}

static int drop_file(void **state)
{
    (void)state;
    return unlink(count_path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_that_fails_leaves_no_terminal_raw),
        cmocka_unit_test(memory_that_is_refused_once_leaves_no_terminal_raw),
        cmocka_unit_test(memory_that_is_refused_from_there_on_leaves_no_terminal_raw),
    };
    return cmocka_run_group_tests_name("failing", tests, make_file, drop_file);
}
