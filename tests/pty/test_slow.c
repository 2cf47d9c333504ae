/* SPDX-License-Identifier: MIT */
/*
 * A slow line: what either side sends takes 200 ms to the other, and the terminal gets 10 kB a second, while all that lies
 * between takes in whatever is written.  What counts is bytes, so that a busy machine makes no difference.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/session.h"

enum {
    DELAY_MS = 200,
    BYTES_A_MS = 10,
    KEY_MS = 33, /* a held key comes 30 times a second */
    HELD_MS = 2500,
    LONG_HELD_MS = 5000,
    LEFT_MAX_BYTES = 12000, /* the frame that is on its way, and the last one */
    PIECES_MAX = 4096
};

/* What is on its way to one side. */
struct way {
    struct buf bytes;
    size_t arrived_bytes;
    struct {
        size_t to_bytes;
        long long at_ms;
    } pieces[PIECES_MAX];
    size_t sent, arrived; /* pieces */
    long long free_ms;
};

struct line {
    struct session session;
    struct way to_terminal, to_program;
};

static void put(struct way *way, struct span bytes, long long takes_ms)
{
    long long now = session_now_ms();
    assert_true(way->sent < PIECES_MAX);
    way->free_ms = (way->free_ms > now ? way->free_ms : now) + takes_ms;
    buf_span(&way->bytes, bytes);
    way->pieces[way->sent].to_bytes = way->bytes.bytes;
    way->pieces[way->sent++].at_ms = way->free_ms + DELAY_MS;
}

/* What has arrived since the last call. */
static struct span take(struct way *way)
{
    size_t from = way->arrived_bytes;
    while (way->arrived < way->sent && way->pieces[way->arrived].at_ms <= session_now_ms())
        way->arrived_bytes = way->pieces[way->arrived++].to_bytes;
    return (struct span){ way->bytes.at + from, way->arrived_bytes - from };
}

static void run(struct line *line, int for_ms)
{
    struct emulator *screen = &line->session.screen;
    struct pollfd ready = { .fd = line->session.fd, .events = POLLIN };
    char bytes[256];
    for (long long end = session_now_ms() + for_ms; session_now_ms() < end;) {
        ssize_t got = poll(&ready, 1, 1) > 0 ? read(ready.fd, bytes, sizeof bytes) : 0;
        if (got > 0)
            put(&line->to_terminal, (struct span){ bytes, (size_t)got }, got / BYTES_A_MS);
        struct span shown = take(&line->to_terminal);
        file_write_fd(ready.fd, take(&line->to_program));
        emulator_write(screen, shown.at, shown.bytes);
        if (screen->answer.bytes)
            put(&line->to_program, buf_view(&screen->answer), 0);
        buf_clear(&screen->answer);
    }
}

static void await(struct line *line, const char *text)
{
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; emulator_find(&line->session.screen, text) < 0;) {
        assert_true(session_now_ms() < end);
        run(line, 1);
    }
}

/* The terminal's answer at the start comes when nobody waits for it any more. */
static void a_held_key_leaves_no_frames_behind(void **state)
{
    (void)state;
    static const char *const variables[] = { "FENGONG_PROBE_MS=300", NULL };
    static struct line line;
    struct way *out = &line.to_terminal;
    session_start(&line.session, &(struct session_setup){ .rows = 40, .cols = 120, .variables = variables });
    await(&line, "[领导 F1]");
    put(&line.to_program, SPAN("+"), 0);
    size_t before = out->arrived_bytes;
    long long begin = session_now_ms();
    while (session_now_ms() - begin < (effort_is_long() ? LONG_HELD_MS : HELD_MS)) {
        put(&line.to_program, SPAN("j"), 0);
        run(&line, KEY_MS);
    }
    size_t shown = out->arrived_bytes;
    assert_true(shown > before);
    while (line.to_program.arrived < line.to_program.sent || out->arrived < out->sent)
        run(&line, 1);
    assert_true(session_settle(&line.session));
    assert_in_range(out->bytes.bytes - shown + line.session.output_bytes, 1, LEFT_MAX_BYTES);
    assert_int_equal(line.session.screen.unknown, 0);
    buf_fini(&out->bytes);
    buf_fini(&line.to_program.bytes);
    session_fini(&line.session);
}

int main(void)
{
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_held_key_leaves_no_frames_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
