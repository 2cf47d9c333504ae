/* SPDX-License-Identifier: MIT */
#include "term/pace.h"

void pace_init(struct pace *pace, bool on)
{
    *pace = (struct pace){ .on = on, .last_ms = -PACE_CLOSE_MS - 1 };
}

bool pace_frame(struct pace *pace, long long now_ms)
{
    bool asks = pace->on && !pace->is_waiting && now_ms - pace->last_ms <= PACE_CLOSE_MS;
    pace->last_ms = now_ms;
    if (asks) {
        pace->is_waiting = true;
        pace->asked_ms = now_ms;
    }
    return asks;
}

void pace_answer(struct pace *pace, long long now_ms)
{
    pace->on = true;
    pace->is_waiting = false;
    pace->silent = 0;
    pace->last_ms = now_ms;
}

int pace_wait_ms(struct pace *pace, long long now_ms)
{
    long long left_ms = pace->asked_ms + PACE_PATIENCE_MS - now_ms;
    if (!pace->is_waiting)
        return 0;
    if (left_ms > 0)
        return (int)left_ms;
    pace->is_waiting = false;
    pace->on = ++pace->silent < PACE_SILENT_MAX;
    return 0;
}
