/* SPDX-License-Identifier: MIT */
#include "system/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEP_MS = 20, CHUNK_BYTES = 16 * 1024 };

static pid_t start(const struct child *child, int out_fd)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t plain;
    pid_t pid = -1;
    sigemptyset(&plain);
    sigaddset(&plain, SIGPIPE);
    sigaddset(&plain, SIGXFSZ);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out_fd, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &plain);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    errno = posix_spawn(&pid, child->program, &actions, &attributes, (char *const *)(uintptr_t)child->arguments,
                        (char *const *)(uintptr_t)child->environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return errno ? -1 : pid;
}

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads what is there; false at the end. */
static bool read_some(int fd, struct buf *said)
{
    char chunk[CHUNK_BYTES];
    struct pollfd wait = { .fd = fd, .events = POLLIN };
    if (poll(&wait, 1, STEP_MS) <= 0)
        return true;
    ssize_t got = read(fd, chunk, sizeof chunk);
    if (got > 0)
        buf_add(said, chunk, (size_t)got);
    return got > 0 || (got < 0 && errno == EINTR);
}

static enum child_end await(const struct child *child, pid_t pid, int fd, struct buf *said)
{
    size_t before = said->bytes;
    long long end_ms = now_ms() + child->limit_ms;
    bool open = true;
    int status;
    while (now_ms() < end_ms && said->bytes - before <= child->limit_bytes) {
        if (open)
            open = read_some(fd, said);
        else
            poll(NULL, 0, STEP_MS);
        if (!open && waitpid(pid, &status, WNOHANG) == pid) {
            kill(-pid, SIGKILL); /* what it left behind */
            return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? CHILD_DONE : CHILD_FAILED;
        }
    }
    kill(-pid, SIGKILL);
    waitpid(pid, &status, 0);
    return said->bytes - before > child->limit_bytes ? CHILD_LOUD : CHILD_LATE;
}

enum child_end child_run(const struct child *child, struct buf *said)
{
    int fds[2];
    if (pipe(fds) < 0)
        return CHILD_FAILED;
    fcntl(fds[0], F_SETFD, FD_CLOEXEC);
    fcntl(fds[1], F_SETFD, FD_CLOEXEC);
    pid_t pid = start(child, fds[1]);
    bool absent = pid < 0 && errno == ENOENT;
    close(fds[1]);
    enum child_end end = absent ? CHILD_ABSENT : CHILD_FAILED;
    if (pid > 0)
        end = await(child, pid, fds[0], said);
    close(fds[0]);
    return end;
}
