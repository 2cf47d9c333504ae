/* SPDX-License-Identifier: MIT */
/* For tests that start the program in some terminal and look whether its screen is the one it should be. */
#ifndef PTY_SHOWS_H
#define PTY_SHOWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "pty/twin.h"

static inline void start(struct session *session, const struct session_setup *setup)
{
    session_start(session, setup);
    assert_true(session_settle(session));
}

/* The screen is what the twin draws after these steps. */
static inline void assert_shows(struct session *session, const struct twin_step *steps, size_t count)
{
    struct twin twin;
    assert_true(twin_play(&twin, steps, count, session->screen.rows, session->screen.cols, 1));
    assert_int_equal(twin_differences(session, twin.screens[count]), 0);
    assert_int_equal(session->screen.unknown, 0);
    twin_fini(&twin);
}

#endif
