/* SPDX-License-Identifier: MIT */
#include "term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

enum { NOTED_COUNT = 3, ENDING_COUNT = 4, CRASHES_COUNT = 5, STACK_BYTES = 16384 };

static const int noted[NOTED_COUNT] = { SIGWINCH, SIGTSTP, SIGCONT };
static const int ending[ENDING_COUNT] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
static const int crashes[CRASHES_COUNT] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };

static struct sigaction noted_before[NOTED_COUNT], ending_before[ENDING_COUNT], crashes_before[CRASHES_COUNT],
    pipe_before;
static volatile sig_atomic_t seen_resized, seen_stop, seen_again;
static int wake_fds[2] = { -1, -1 };
static void (*restore_terminal)(void);
static char crash_stack[STACK_BYTES];

/*
 * Nobody is asked: whatever the program is waiting for (a slow file system, lp, a terminal that takes nothing) or busy
 * with, it ends.  What must not be cut short holds the signal back (base/ending.h).
 */
static void end(int number)
{
    restore_terminal();
    signal(number, SIG_DFL);
    raise(number);
}

static void note(int number)
{
    int saved = errno;
    if (number == SIGWINCH)
        seen_resized = 1;
    else if (number == SIGTSTP)
        seen_stop = 1;
    else
        seen_again = 1;
    /* A full pipe has woken the loop already. */
    ssize_t done = write(wake_fds[1], "", 1);
    (void)done;
    errno = saved;
}

static void crash(int number, siginfo_t *info, void *context)
{
    (void)context;
    restore_terminal();
    for (int i = 0; i < CRASHES_COUNT; i++)
        if (crashes[i] == number)
            sigaction(number, &crashes_before[i], NULL);
    /* A fault of the processor comes again by itself when we return, and then with its true place; others must be sent. */
    if (info->si_code <= 0)
        raise(number);
}

static int pipe_open(void)
{
    if (pipe(wake_fds) < 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(wake_fds[i], F_SETFD, FD_CLOEXEC);
        fcntl(wake_fds[i], F_SETFL, O_NONBLOCK);
    }
    return 0;
}

int signals_start(void (*restore)(void), bool may_stop)
{
    if (pipe_open() < 0)
        return -1;
    restore_terminal = restore;
    seen_resized = seen_stop = seen_again = 0;
    struct sigaction action = { .sa_handler = note, .sa_flags = SA_RESTART };
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < NOTED_COUNT; i++) {
        struct sigaction own = action;
        if (noted[i] == SIGTSTP && !may_stop)
            own.sa_handler = SIG_IGN;
        sigaction(noted[i], &own, &noted_before[i]);
    }
    struct sigaction last = { .sa_handler = end, .sa_flags = SA_RESTART };
    sigemptyset(&last.sa_mask);
    for (int i = 0; i < ENDING_COUNT; i++)
        sigaddset(&last.sa_mask, ending[i]);
    for (int i = 0; i < ENDING_COUNT; i++)
        sigaction(ending[i], &last, &ending_before[i]);
    stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };
    sigaltstack(&stack, NULL);
    struct sigaction fault = { .sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };
    sigemptyset(&fault.sa_mask);
    for (int i = 0; i < CRASHES_COUNT; i++)
        sigaction(crashes[i], &fault, &crashes_before[i]);
    sigaction(SIGPIPE, &(struct sigaction){ .sa_handler = SIG_IGN }, &pipe_before);
    return 0;
}

void signals_end(void)
{
    if (wake_fds[0] < 0)
        return;
    for (int i = 0; i < NOTED_COUNT; i++)
        sigaction(noted[i], &noted_before[i], NULL);
    for (int i = 0; i < ENDING_COUNT; i++)
        sigaction(ending[i], &ending_before[i], NULL);
    for (int i = 0; i < CRASHES_COUNT; i++)
        sigaction(crashes[i], &crashes_before[i], NULL);
    sigaction(SIGPIPE, &pipe_before, NULL);
    close(wake_fds[0]);
    close(wake_fds[1]);
    wake_fds[0] = wake_fds[1] = -1;
}

int signals_fd(void)
{
    return wake_fds[0];
}

struct signals_seen signals_take(void)
{
    char bytes[64];
    while (read(wake_fds[0], bytes, sizeof bytes) > 0)
        continue;
    struct signals_seen seen = { .resized = seen_resized, .stop = seen_stop, .again = seen_again };
    seen_resized = seen_stop = seen_again = 0;
    return seen;
}

void signals_stop_here(void)
{
    struct sigaction plain = { .sa_handler = SIG_DFL }, ours;
    sigaction(SIGTSTP, &plain, &ours);
    /* The whole group: a script that started us must stop as well, or the terminal waits for it in vain. */
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
