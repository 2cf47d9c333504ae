/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into a program, it lets the FENGONG_FAIL_AT-th call of FENGONG_FAIL fail (malloc, which is calloc and realloc
 * too; write, fsync, openat, renameat, close, read), and all later ones with FENGONG_FAIL_ON; with FENGONG_FAIL_KILL the
 * program is killed there.  How many calls there were goes to the file FENGONG_FAIL_COUNT when the program ends.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *kind;
static long at, calls;
static int goes_on, kills, error = EIO;

__attribute__((constructor)) static void learn(void)
{
    const char *value = getenv("FENGONG_FAIL_AT"), *number = getenv("FENGONG_FAIL_ERRNO");
    at = value ? atol(value) : 0;
    goes_on = getenv("FENGONG_FAIL_ON") != NULL;
    kills = getenv("FENGONG_FAIL_KILL") != NULL;
    error = number ? atoi(number) : EIO;
    kind = getenv("FENGONG_FAIL");
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("FENGONG_FAIL_COUNT");
    char line[32];
    kind = NULL; /* what follows is ours */
    if (!path)
        return;
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int bytes = snprintf(line, sizeof line, "%ld\n", calls);
    syscall(SYS_write, fd, line, (size_t)bytes);
    syscall(SYS_close, fd);
}

static int fails(const char *name)
{
    if (!kind || strcmp(kind, name) != 0)
        return 0;
    long call = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
    if (kills && call == at)
        raise(SIGKILL);
    return call == at || (goes_on && at && call > at);
}

extern void *__libc_malloc(size_t bytes);
extern void *__libc_calloc(size_t count, size_t bytes);
extern void *__libc_realloc(void *old, size_t bytes);

void *malloc(size_t bytes)
{
    if (fails("malloc")) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    if (fails("malloc")) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_calloc(count, bytes);
}

void *realloc(void *old, size_t bytes)
{
    if (fails("malloc")) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_realloc(old, bytes);
}

#define FAILS(name)                                                                                                    \
    if (fails(#name)) {                                                                                                \
        errno = error;                                                                                                 \
        return -1;                                                                                                     \
    }

ssize_t write(int fd, const void *at_bytes, size_t bytes)
{
    FAILS(write)
    return syscall(SYS_write, fd, at_bytes, bytes);
}

ssize_t read(int fd, void *to, size_t bytes)
{
    FAILS(read)
    return syscall(SYS_read, fd, to, bytes);
}

int fsync(int fd)
{
    FAILS(fsync)
    return (int)syscall(SYS_fsync, fd);
}

int close(int fd)
{
    FAILS(close)
    return (int)syscall(SYS_close, fd);
}

int renameat(int from_fd, const char *from, int to_fd, const char *to)
{
    FAILS(renameat)
    return (int)syscall(SYS_renameat, from_fd, from, to_fd, to);
}

int openat(int fd, const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    unsigned mode = flags & O_CREAT ? va_arg(args, unsigned) : 0;
    va_end(args);
    FAILS(openat)
    return (int)syscall(SYS_openat, fd, path, flags, mode);
}
