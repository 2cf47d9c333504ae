/* SPDX-License-Identifier: MIT */
/* A clock for how long things take: nobody sets it, and what it says means nothing to the user. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <time.h>

/* Milliseconds since some moment before the program began (CLOCK_MONOTONIC). */
static inline long long clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

#endif
