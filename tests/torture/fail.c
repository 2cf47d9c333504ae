/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into a program, it lets the FENGONG_FAIL_AT-th call of FENGONG_FAIL fail (malloc, which is calloc and realloc
 * too; the name of a call to the system; calls, which is any of these), and all later ones with FENGONG_FAIL_ON; with
 * FENGONG_FAIL_KILL the program is killed there.  How many calls there were goes to the file FENGONG_FAIL_COUNT when the
 * program ends.  FENGONG_LOCALES is a folder whose locales the program takes for the system's.
 *
 * With FENGONG_FAIL_EACH=N each N-th call fails once, and once more with all later ones, each time in a child that leaves
 * the program there: a small part of the time that so many runs take.  It ends where the program makes its first file,
 * which its children would share; how far it came goes to FENGONG_FAIL_COUNT, what went wrong to the file each.wrong, and
 * what a child says to each.out and each.err.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *kind, *locales;
static long at, calls, each;
static bool is_child; /* one of many: its count is nobody's */
static int goes_on, kills, error = EIO;

__attribute__((constructor)) static void learn(void)
{
    const char *value = getenv("FENGONG_FAIL_AT"), *number = getenv("FENGONG_FAIL_ERRNO"),
               *step = getenv("FENGONG_FAIL_EACH");
    at = value ? atol(value) : 0;
    each = step ? atol(step) : 0;
    goes_on = getenv("FENGONG_FAIL_ON") != NULL;
    kills = getenv("FENGONG_FAIL_KILL") != NULL;
    error = number ? atoi(number) : EIO;
    kind = getenv("FENGONG_FAIL");
    locales = getenv("FENGONG_LOCALES");
}

static int open_own(const char *path, int flags)
{
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0600);
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("FENGONG_FAIL_COUNT");
    char line[32];
    kind = NULL; /* what follows is ours */
    if (!path || is_child)
        return;
    int fd = open_own(path, O_WRONLY | O_CREAT | O_TRUNC);
    int bytes = snprintf(line, sizeof line, "%ld\n", calls);
    syscall(SYS_write, fd, line, (size_t)bytes);
    syscall(SYS_close, fd);
}

static void send_to(int fd, const char *path)
{
    int file = open_own(path, O_WRONLY | O_CREAT | O_TRUNC);
    syscall(SYS_dup3, file, fd, 0);
    syscall(SYS_close, file);
}

/* What a child that ended so said last, where that is not what it should say; NULL when all is well. */
static const char *wrong_in(int status, char *said, size_t bytes)
{
    int fd = open_own("each.err", O_RDONLY);
    long got = syscall(SYS_read, fd, said, bytes - 1);
    syscall(SYS_close, fd);
    said[got > 0 ? got : 0] = '\0';
    if (got > 0 && said[got - 1] == '\n')
        said[got - 1] = '\0';
    const char *line = strrchr(said, '\n') ? strrchr(said, '\n') + 1 : said;
    bool clean = strcmp(line, "fengong: 内存不足") == 0 || strcmp(line, "fengong: out of memory") == 0;
    /* 0 and 1: what was refused could be done without. */
    return WIFEXITED(status) && (WEXITSTATUS(status) < 2 || (WEXITSTATUS(status) == 3 && clean)) ? NULL : line;
}

/* What a child reads of a file that it shares is not read for the program. */
static void go_back(const off_t *offsets, int count)
{
    for (int fd = 0; fd < count; fd++)
        if (offsets[fd] >= 0)
            syscall(SYS_lseek, fd, offsets[fd], SEEK_SET);
}

/* True in the child in which this call fails.  The system's fork() alone takes no lock of the C library's. */
static bool fails_in_child(long call)
{
    enum { FDS = 16 };
    char said[4096], line[4200];
    off_t offsets[FDS];
    for (int fd = 0; fd < FDS; fd++)
        offsets[fd] = (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
    for (int on = 0; on < 2; on++) {
        pid_t child = (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
        if (child == 0) {
            alarm(20);
            each = 0;
            is_child = true;
            send_to(STDOUT_FILENO, "each.out");
            send_to(STDERR_FILENO, "each.err");
            at = call;
            goes_on = on;
            return true;
        }
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
        go_back(offsets, FDS);
        const char *wrong = child < 0 ? "no child" : wrong_in(status, said, sizeof said);
        if (!wrong)
            continue;
        int fd = open_own("each.wrong", O_WRONLY | O_CREAT | O_APPEND),
            bytes =
                snprintf(line, sizeof line, "at %ld%s: status %x, %.80s\n", call, on ? " and on" : "", status, wrong);
        syscall(SYS_write, fd, line, (size_t)bytes);
        syscall(SYS_close, fd);
    }
    return false;
}

static int fails(const char *name)
{
    if (!kind || (strcmp(kind, name) != 0 && (strcmp(kind, "calls") != 0 || strcmp(name, "malloc") == 0)))
        return 0;
    long call = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
    if (each)
        return call % each == 0 && fails_in_child(call);
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

/* A call with so many arguments, all of which fit a register. */
#define CALL1(type, name, number, A)                                                                                   \
    type name(A a)                                                                                                     \
    {                                                                                                                  \
        return fails(#name) ? (errno = error, -1) : (type)syscall(number, a);                                          \
    }
#define CALL2(type, name, number, A, B)                                                                                \
    type name(A a, B b)                                                                                                \
    {                                                                                                                  \
        return fails(#name) ? (errno = error, -1) : (type)syscall(number, a, b);                                       \
    }
#define CALL3(type, name, number, A, B, C)                                                                             \
    type name(A a, B b, C c)                                                                                           \
    {                                                                                                                  \
        return fails(#name) ? (errno = error, -1) : (type)syscall(number, a, b, c);                                    \
    }
#define CALL4(type, name, number, A, B, C, D)                                                                          \
    type name(A a, B b, C c, D d)                                                                                      \
    {                                                                                                                  \
        return fails(#name) ? (errno = error, -1) : (type)syscall(number, a, b, c, d);                                 \
    }

CALL3(ssize_t, write, SYS_write, int, const void *, size_t)
CALL3(ssize_t, read, SYS_read, int, void *, size_t)
CALL4(ssize_t, pread, SYS_pread64, int, void *, size_t, off_t)
CALL3(off_t, lseek, SYS_lseek, int, off_t, int)
CALL1(int, fsync, SYS_fsync, int)
CALL1(int, close, SYS_close, int)
CALL4(int, renameat, SYS_renameat, int, const char *, int, const char *)
CALL3(int, unlinkat, SYS_unlinkat, int, const char *, int)
CALL2(int, fchmod, SYS_fchmod, int, mode_t)
CALL3(int, fchown, SYS_fchown, int, uid_t, gid_t)
CALL2(int, flock, SYS_flock, int, int)
CALL2(int, dup2, SYS_dup2, int, int)
CALL2(int, fstat, SYS_fstat, int, struct stat *)
CALL4(int, fstatat, SYS_newfstatat, int, const char *, struct stat *, int)
CALL2(int, stat, SYS_stat, const char *, struct stat *)
CALL2(int, memfd_create, SYS_memfd_create, const char *, unsigned)

int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
    return fails("linkat") ? (errno = error, -1) : (int)syscall(SYS_linkat, from_fd, from, to_fd, to, flags);
}

int pipe(int fds[2])
{
    return fails("pipe") ? (errno = error, -1) : (int)syscall(SYS_pipe, fds);
}

int fcntl(int fd, int what, ...)
{
    va_list args;
    va_start(args, what);
    long value = va_arg(args, long);
    va_end(args);
    return fails("fcntl") ? (errno = error, -1) : (int)syscall(SYS_fcntl, fd, what, value);
}

/* Restricted mode drops LOCPATH, which would lead there otherwise; where it does not, what LOCPATH says is seen. */
char *setlocale(int category, const char *locale)
{
    char *(*real)(int, const char *);
    int lends = locales && locale && !getenv("LOCPATH");
    *(void **)&real = dlsym(RTLD_NEXT, "setlocale");
    if (lends)
        setenv("LOCPATH", locales, 1);
    char *found = real(category, locale);
    if (lends)
        unsetenv("LOCPATH");
    return found;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
    int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    *(void **)&real = dlsym(RTLD_NEXT, "pthread_create");
    /* Where each call fails in a child, which would have this thread alone, there is one. */
    return each || fails("pthread_create") ? error : real(thread, attributes, start, argument);
}

/* A file of the program's own is made. */
static void end_each(int flags)
{
    if (!each || !(flags & O_CREAT))
        return;
    tell();
    _exit(0);
}

int openat(int fd, const char *path, int flags, ...)
{
    end_each(flags);
    va_list args;
    va_start(args, flags);
    unsigned mode = flags & O_CREAT ? va_arg(args, unsigned) : 0;
    va_end(args);
    return fails("openat") ? (errno = error, -1) : (int)syscall(SYS_openat, fd, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    unsigned mode = flags & O_CREAT ? va_arg(args, unsigned) : 0;
    va_end(args);
    return fails("open") ? (errno = error, -1) : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
