/* SPDX-License-Identifier: MIT */
#include "base/hurry.h"

#include <stddef.h>

#include "base/clock.h"

static bool (*ask)(void *context);
static void *ask_context;
static bool is_asked, has_come;
static long long asked_ms, end_ms; /* -1: never */

void hurry_ask(bool (*came)(void *context), void *context)
{
    ask = came;
    ask_context = context;
}

void hurry_begin(int patience_ms)
{
    is_asked = ask != NULL;
    has_come = false;
    asked_ms = -1;
    end_ms = patience_ms < 0 ? -1 : clock_ms() + patience_ms;
}

bool hurry(void)
{
    if (has_come || !is_asked)
        return has_come;
    long long now_ms = clock_ms();
    if (now_ms == asked_ms) /* once in a millisecond: who is asked asks the system */
        return false;
    asked_ms = now_ms;
    has_come = ask(ask_context) || (end_ms >= 0 && now_ms >= end_ms);
    return has_come;
}

bool hurry_end(void)
{
    bool cut_short = has_come;
    is_asked = has_come = false;
    return cut_short;
}
