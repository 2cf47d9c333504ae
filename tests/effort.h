/* SPDX-License-Identifier: MIT */
/* How far a test that could go on for long goes: FENGONG_LONG (make check-long) as far as it can. */
#ifndef TESTS_EFFORT_H
#define TESTS_EFFORT_H

#include <stdbool.h>
#include <stdlib.h>

static inline bool effort_is_long(void)
{
    return getenv("FENGONG_LONG") != NULL;
}

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = true };
#else
enum { SANITIZED = false };
#endif

/* Of how many rounds one is done: of `quick`, or of `least` where sanitizers make each many times as slow. */
static inline unsigned effort_step(unsigned quick, unsigned least)
{
    return effort_is_long() ? 1 : SANITIZED ? least : quick;
}

#endif
