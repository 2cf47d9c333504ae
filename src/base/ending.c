/* SPDX-License-Identifier: MIT */
#include "base/ending.h"

#include <errno.h>
#include <stddef.h>

static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
enum { ENDING_COUNT = sizeof ending / sizeof *ending };

void ending_hold(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (int i = 0; i < ENDING_COUNT; i++)
        sigaddset(&held, ending[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

bool ending_waits(void)
{
    sigset_t waiting;
    sigpending(&waiting);
    for (int i = 0; i < ENDING_COUNT; i++) {
        struct sigaction action;
        if (sigismember(&waiting, ending[i]) && sigaction(ending[i], NULL, &action) == 0 &&
            action.sa_handler != SIG_IGN)
            return true;
    }
    return false;
}

void ending_release(const sigset_t *before)
{
    int saved = errno;
    sigprocmask(SIG_SETMASK, before, NULL);
    errno = saved;
}
