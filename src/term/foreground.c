/* SPDX-License-Identifier: MIT */
#include "term/foreground.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/ending.h"
#include "term/signals.h"
#include "term/term.h"

enum { STEP_MS = 10, LOOK_MS = 200, NOT_STARTED = 127 };

static void wake(int number)
{
    (void)number;
}

/* In the new process: only what POSIX allows between fork() and exec(). */
static void become(const char *program, const char *const *arguments, const sigset_t *mask)
{
    setpgid(0, 0);
    tcsetpgrp(term_in_fd(), getpid());
    dup2(term_in_fd(), STDIN_FILENO);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    sigprocmask(SIG_SETMASK, mask, NULL);
    execv(program, (char *const *)(uintptr_t)arguments);
    _exit(NOT_STARTED);
}

/* We end, and wait for it and what it has started.  Who does not mind is left alone: what it has not saved is its user's. */
static void tell_to_end(pid_t pid)
{
    kill(-pid, SIGHUP);
    kill(-pid, SIGCONT);
    for (int waited_ms = 0; waited_ms < FOREGROUND_WAIT_MS; waited_ms += STEP_MS) {
        waitpid(pid, NULL, WNOHANG);
        if (kill(-pid, 0) < 0)
            return;
        poll(NULL, 0, STEP_MS);
    }
}

/* It has stopped: the shell has the terminal until somebody wants us back. */
static void stop_with_it(pid_t pid)
{
    tcsetpgrp(term_in_fd(), getpgrp());
    signals_stop_here();
    tcsetpgrp(term_in_fd(), pid);
    kill(-pid, SIGCONT);
}

/* One of two terminals that closes sends no signal. */
static bool is_hung_up(void)
{
    struct pollfd fds[2] = { { .fd = term_in_fd() }, { .fd = term_out_fd() } };
    return poll(fds, 2, 0) > 0 && ((fds[0].revents | fds[1].revents) & POLLHUP);
}

/* Until it has ended, or a signal that ends us has come, which then waits for its turn. */
static int await(pid_t pid, const sigset_t *wakes)
{
    const struct timespec look = { .tv_nsec = LOOK_MS * 1000000L };
    for (int number, status;;) {
        pid_t got = waitpid(pid, &status, WNOHANG | WUNTRACED);
        if (got < 0 && errno != EINTR)
            return -1;
        if (got == pid && !WIFSTOPPED(status))
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        if (got == pid) {
            stop_with_it(pid);
            continue;
        }
        number = sigtimedwait(wakes, NULL, &look);
        if (number > 0 && number != SIGCHLD) {
            tell_to_end(pid);
            raise(number);
            return 128 + number;
        }
        if (is_hung_up()) {
            tell_to_end(pid);
            return 128 + SIGHUP;
        }
    }
}

int foreground_run(const char *program, const char *const *arguments)
{
    struct sigaction waking = { .sa_handler = wake }, before;
    sigset_t mask, wakes, quiet;
    int status = -1;
    ending_hold(&mask);
    sigprocmask(SIG_BLOCK, NULL, &wakes); /* those that are held */
    sigaddset(&wakes, SIGCHLD);
    quiet = wakes;
    sigaddset(&quiet, SIGTTOU); /* giving the terminal to and fro stops nobody */
    sigprocmask(SIG_BLOCK, &quiet, NULL);
    sigaction(SIGCHLD, &waking, &before);
    term_pause();
    pid_t pid = fork();
    if (pid == 0)
        become(program, arguments, &mask);
    if (pid > 0) {
        setpgid(pid, pid); /* either comes first */
        tcsetpgrp(term_in_fd(), pid);
        status = await(pid, &wakes);
    }
    tcsetpgrp(term_in_fd(), getpgrp());
    sigaction(SIGCHLD, &before, NULL);
    term_resume();
    ending_release(&mask);
    return status;
}
