/* SPDX-License-Identifier: MIT */
/*
 * Many sessions on one machine, as over SSH: what each has for itself alone, and that nobody wakes up while nothing is
 * to do, but to look at its file where the kernel does not tell of it (system/tidings.h).  Three of them; FENGONG_LONG opens 300.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "effort.h"
#include "pty/kinds.h"
#include "pty/session.h"
#include "system/watch.h"

enum { MANY = 300, FEW = 3, PRIVATE_MAX_KIB = 2048, IDLE_MS = 1500 };

/* The sum of the lines of a file in /proc that begin with name; -1 when there is none. */
static long sum_of(pid_t pid, const char *file, const char *name)
{
    char path[64], line[256];
    long sum = -1;
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    FILE *in = fopen(path, "r");
    while (in && fgets(line, sizeof line, in))
        if (strncmp(line, name, strlen(name)) == 0)
            sum = (sum < 0 ? 0 : sum) + atol(strchr(line, ':') + 1);
    if (in)
        fclose(in);
    return sum;
}

static long wake_ups(pid_t pid)
{
    return sum_of(pid, "status", "voluntary_ctxt_switches");
}

/* Does the kernel tell so many sessions of one user all about the shipped file?  It may be on a network, or too many. */
static bool told_of_all(int count)
{
    static struct tidings told[MANY];
    char *path = realpath("data/tasks.yaml", NULL);
    bool all = path != NULL;
    for (int i = 0; i < count && path; i++) {
        tidings_open(&told[i], path);
        all = all && told[i].all;
    }
    for (int i = 0; i < count && path; i++)
        tidings_close(&told[i]);
    free(path);
    return all;
}

static void many_sessions_take_little_each_and_sleep(void **state)
{
    (void)state;
    static struct session sessions[MANY];
    static long before[MANY];
    int count = effort_is_long() ? MANY : FEW;
    long most_kib = 0, all_kib = 0, woken = 0;
    for (int i = 0; i < count; i++) {
        session_start(&sessions[i], &(struct session_setup){ .rows = 40, .cols = 120 });
        assert_true(session_settle(&sessions[i]));
        session_keys(&sessions[i], "\033OB\033OQ"); /* somebody works with it: the units and a page are made */
    }
    for (int i = 0; i < count; i++)
        before[i] = wake_ups(sessions[i].pid);
    long long begin_ms = session_now_ms();
    session_watch(&sessions[0], IDLE_MS);
    for (int i = 0; i < count; i++)
        woken += wake_ups(sessions[i].pid) - before[i];
    long long idle_ms = session_now_ms() - begin_ms;
    for (int i = 0; i < count; i++) {
        long kib = sum_of(sessions[i].pid, "smaps_rollup", "Private_");
        most_kib = kib > most_kib ? kib : most_kib;
        all_kib += kib;
    }
    print_message("%d sessions: %ld KiB private each, at most %ld; %ld wake-ups in %lld ms\n", count, all_kib / count,
                  most_kib, woken, idle_ms);
    assert_in_range(woken, 0, told_of_all(count) ? 0 : count * (idle_ms / WATCH_LOOK_MS + 1));
#ifndef __SANITIZE_ADDRESS__
    assert_in_range(most_kib, 1, PRIVATE_MAX_KIB);
#endif
    for (int i = 0; i < count; i++)
        session_fini(&sessions[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(many_sessions_take_little_each_and_sleep) };
    return cmocka_run_group_tests_name("many", tests, kinds_make, kinds_drop);
}
