/* SPDX-License-Identifier: MIT */
#include "system/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/ending.h"
#include "base/file.h"
#include "base/mem.h"

enum { STEP_MS = 20, CHUNK_BYTES = 16 * 1024 };

extern char **environ;

static bool (*unwanted)(void *context);
static void *unwanted_context;

void child_ask(bool (*stop)(void *context), void *context)
{
    unwanted = stop;
    unwanted_context = context;
}

/* Ours with LC_ALL=C, so that its words can be read; the caller frees the array alone. */
static const char **plain_environment(void)
{
    size_t count = 0, kept = 0;
    while (environ[count])
        count++;
    const char **made = mem_array(count + 2, sizeof *made);
    for (size_t i = 0; i < count; i++)
        if (strncmp(environ[i], "LC_ALL=", strlen("LC_ALL=")) != 0)
            made[kept++] = environ[i];
    made[kept] = "LC_ALL=C";
    return made;
}

static pid_t start(const struct child *child, int in_fd, int out_fd, int complaint_fd, const sigset_t *mask)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t plain;
    pid_t pid = -1;
    sigemptyset(&plain);
    sigaddset(&plain, SIGPIPE);
    sigaddset(&plain, SIGXFSZ);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in_fd, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out_fd, STDOUT_FILENO);
    if (complaint_fd >= 0)
        posix_spawn_file_actions_adddup2(&actions, complaint_fd, STDERR_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &plain);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigmask(&attributes, mask);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    const char **own = child->environment ? NULL : plain_environment();
    errno = posix_spawn(&pid, child->program, &actions, &attributes, (char *const *)(uintptr_t)child->arguments,
                        (char *const *)(uintptr_t)(own ? own : child->environment));
    int fault = errno;
    free(own);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    errno = fault;
    return fault ? -1 : pid;
}

/* Reads what is there from either; an end that is reached becomes -1. */
static void read_some(int fds[2], struct buf *const outs[2])
{
    struct pollfd waits[2] = { { .fd = fds[0], .events = POLLIN }, { .fd = fds[1], .events = POLLIN } };
    if (poll(waits, 2, STEP_MS) <= 0)
        return;
    for (int i = 0; i < 2; i++) {
        char chunk[CHUNK_BYTES];
        if (fds[i] < 0 || !waits[i].revents)
            continue;
        ssize_t got = read(fds[i], chunk, sizeof chunk);
        if (got > 0) {
            buf_add(outs[i], chunk, (size_t)got);
        } else if (got == 0 || errno != EINTR) {
            close(fds[i]);
            fds[i] = -1;
        }
    }
}

static size_t heard(const struct child *child)
{
    return child->complaint ? child->complaint->bytes : 0;
}

static enum child_end await(const struct child *child, pid_t pid, int fds[2], struct buf *said)
{
    struct buf *const outs[2] = { said, child->complaint };
    size_t before = said->bytes + heard(child), limit_bytes = child->limit_bytes ? child->limit_bytes : SIZE_MAX;
    long long end_ms = clock_ms() + child->limit_ms;
    bool stopped = false;
    int status;
    while (!stopped && clock_ms() < end_ms && said->bytes + heard(child) - before <= limit_bytes) {
        if (fds[0] >= 0 || fds[1] >= 0)
            read_some(fds, outs);
        else
            poll(NULL, 0, STEP_MS);
        if (fds[0] < 0 && fds[1] < 0 && waitpid(pid, &status, WNOHANG) == pid) {
            kill(-pid, SIGKILL); /* what it left behind */
            return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? CHILD_DONE : CHILD_FAILED;
        }
        stopped = ending_waits() || (unwanted && unwanted(unwanted_context)) ||
                  (child->hears && !child->hears(child->context, buf_view(child->complaint)));
    }
    kill(-pid, SIGKILL);
    waitpid(pid, &status, 0);
    bool loud = said->bytes + heard(child) - before > limit_bytes;
    return stopped ? CHILD_STOPPED : loud ? CHILD_LOUD : CHILD_LATE;
}

static bool open_pipe(int fds[2])
{
    if (pipe(fds) < 0)
        return false;
    fcntl(fds[0], F_SETFD, FD_CLOEXEC);
    fcntl(fds[1], F_SETFD, FD_CLOEXEC);
    return true;
}

static void close_all(const int *fds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

enum child_end child_run(const struct child *child, struct buf *said)
{
    int out_fds[2] = { -1, -1 }, complaint_fds[2] = { -1, -1 };
    /* A program may be slow, or never read, without blocking us. */
    int in_fd = child->input.bytes ? file_nameless(child->input) : open("/dev/null", O_RDONLY | O_CLOEXEC);
    pid_t pid = -1;
    sigset_t mask;
    ending_hold(&mask);
    errno = 0;
    if (in_fd >= 0 && open_pipe(out_fds) && (!child->complaint || open_pipe(complaint_fds)))
        pid = start(child, in_fd, out_fds[1], complaint_fds[1], &mask);
    bool absent = pid < 0 && errno == ENOENT;
    close_all((int[]){ in_fd, out_fds[1], complaint_fds[1] }, 3);
    int fds[2] = { out_fds[0], complaint_fds[0] };
    enum child_end end = absent ? CHILD_ABSENT : CHILD_FAILED;
    if (pid > 0)
        end = await(child, pid, fds, said);
    close_all(fds, 2);
    ending_release(&mask);
    return end;
}
