/* SPDX-License-Identifier: MIT */
#include "system/watches.h"

void watches_init(struct watches *watches, const struct watched_file *files, uint32_t files_count, long long now_ms)
{
    watches->count = files_count < WATCHES_MAX ? files_count : WATCHES_MAX;
    for (uint32_t i = 0; i < watches->count; i++)
        watch_init(&watches->items[i], files[i].path, &files[i].stamp, now_ms);
}

void watches_fini(struct watches *watches)
{
    for (uint32_t i = 0; i < watches->count; i++)
        watch_fini(&watches->items[i]);
}

uint32_t watches_poll(const struct watches *watches, struct pollfd *fds)
{
    for (uint32_t i = 0; i < watches->count; i++)
        fds[i] = (struct pollfd){ .fd = watch_fd(&watches->items[i]), .events = POLLIN };
    return watches->count;
}

int watches_wait_ms(const struct watches *watches, long long now_ms)
{
    int wait_ms = -1;
    for (uint32_t i = 0; i < watches->count; i++) {
        int this_ms = watch_wait_ms(&watches->items[i], now_ms);
        wait_ms = wait_ms < 0 || (this_ms >= 0 && this_ms < wait_ms) ? this_ms : wait_ms;
    }
    return wait_ms;
}

bool watches_look(struct watches *watches, bool *busy, long long now_ms)
{
    bool changed = false;
    for (uint32_t i = 0; i < watches->count; i++) {
        enum watched one = watch_look(&watches->items[i], now_ms);
        changed = changed || one == WATCH_CHANGED;
        *busy = *busy || one == WATCH_BUSY;
    }
    return changed;
}

bool watches_take(struct watches *watches)
{
    bool changed = false;
    for (uint32_t i = 0; i < watches->count; i++)
        changed = watch_take(&watches->items[i]) || changed;
    return changed;
}
