/* SPDX-License-Identifier: MIT */
/*
 * A slow line: what the program writes is taken at 10 kB a second and arrives 200 ms later, and so long take its keys
 * and answers.  Keys that repeat for seconds, each of which changes much, and then stop leave no
 * backlog.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/kinds.h"
#include "pty/session.h"

enum { RATE_BYTES_MS = 10, DELAY_MS = 200, KEY_MS = 33, PIECES_MAX = 4096, CALM_MS = 600, BACKLOG_MS = 1500 };

struct piece {
    long long due_ms;
    size_t bytes;
    char at[64];
};

/* One direction of the line. */
struct wire {
    struct piece pieces[PIECES_MAX];
    size_t from, to;
};

static void wire_put(struct wire *wire, struct span bytes, long long now_ms)
{
    while (bytes.bytes) {
        struct piece *piece = &wire->pieces[wire->to++ % PIECES_MAX];
        assert_true(wire->to - wire->from < PIECES_MAX);
        piece->due_ms = now_ms + DELAY_MS;
        piece->bytes = bytes.bytes < sizeof piece->at ? bytes.bytes : sizeof piece->at;
        memcpy(piece->at, bytes.at, piece->bytes);
        bytes = (struct span){ bytes.at + piece->bytes, bytes.bytes - piece->bytes };
    }
}

static const struct piece *wire_take(struct wire *wire, long long now_ms)
{
    if (wire->from == wire->to || wire->pieces[wire->from % PIECES_MAX].due_ms > now_ms)
        return NULL;
    return &wire->pieces[wire->from++ % PIECES_MAX];
}

static struct wire down, up;

/* As fast as the line is. Returns how many bytes have arrived at the terminal. */
static size_t carry(struct session *session, long long *taken_ms)
{
    char bytes[4096];
    long long now = session_now_ms(), room = (now - *taken_ms) * RATE_BYTES_MS;
    struct pollfd ready = { .fd = session->fd, .events = POLLIN };
    size_t arrived_bytes = 0;
    if (room > 0 && poll(&ready, 1, 1) > 0) {
        ssize_t got = read(session->fd, bytes, room < (long long)sizeof bytes ? (size_t)room : sizeof bytes);
        if (got > 0)
            wire_put(&down, (struct span){ bytes, (size_t)got }, now);
    } else {
        (void)poll(NULL, 0, 1);
    }
    *taken_ms = now;
    for (const struct piece *piece; (piece = wire_take(&down, now));) {
        emulator_write(&session->screen, piece->at, piece->bytes);
        arrived_bytes += piece->bytes;
    }
    wire_put(&up, buf_view(&session->screen.answer), now);
    buf_clear(&session->screen.answer);
    for (const struct piece *piece; (piece = wire_take(&up, now));)
        file_write_fd(session->fd, (struct span){ piece->at, piece->bytes });
    return arrived_bytes;
}

static void keys_that_repeat_and_stop_leave_no_backlog(void **state)
{
    (void)state;
    unsigned keys = 0;
    int held_ms = effort_is_long() ? 5000 : 1500;
    struct session session;
    const char *const arguments[] = { "--goto", "2.1", NULL };
    session_start(&session, &(struct session_setup){ .rows = 40, .cols = 120, .arguments = arguments });
    assert_true(session_settle(&session));
    long long begin = session_now_ms(), taken = begin, next_key = begin, last = begin;
    while (session_now_ms() < begin + held_ms) {
        carry(&session, &taken);
        if (session_now_ms() >= next_key) {
            wire_put(&up, keys++ % 2 ? SPAN("\033[5~") : SPAN("\033[6~"), session_now_ms());
            next_key += KEY_MS;
        }
    }
    long long released = last = session_now_ms();
    size_t late_bytes = 0;
    while (session_now_ms() < last + CALM_MS && session_now_ms() < released + SESSION_LIMIT_MS) {
        size_t arrived_bytes = carry(&session, &taken);
        late_bytes += arrived_bytes;
        last = arrived_bytes ? session_now_ms() : last;
    }
    /* In bytes, which a busy machine does not make more. */
    print_message("%zu bytes came after the last key, %lld ms\n", late_bytes, last - released);
    assert_in_range(late_bytes, 1, BACKLOG_MS * RATE_BYTES_MS);
    assert_true(emulator_find(&session.screen, "冯飞") >= 0);
    session_fini(&session);
}

int main(void)
{
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    const struct CMUnitTest tests[] = { cmocka_unit_test(keys_that_repeat_and_stop_leave_no_backlog) };
    return cmocka_run_group_tests_name("line", tests, kinds_make, kinds_drop);
}
