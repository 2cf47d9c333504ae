/* SPDX-License-Identifier: MIT */
#include "pty/session.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include "base/file.h"
#include "pty/kinds.h"

enum { STEP_MS = 2, ESCAPE_MS = 60, CALM_STEPS = 2 };

long long session_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool session_has_paper(void)
{
    char paper[4096];
    struct stat status;
    snprintf(paper, sizeof paper, "%s-paper", getenv("FENGONG"));
    return stat(paper, &status) == 0 && status.st_size > 0;
}

static void become_program(const struct session_setup *setup, int slave_fd)
{
    static const char *const dropped[] = { "LC_ALL",           "LANG",     "LC_CTYPE",    "TMUX", "STY", "NO_COLOR",
                                           "FENGONG_PROBE_MS", "LANGUAGE", "FENGONG_FILE" };
    const char *program = setup->program ? setup->program : getenv("FENGONG");
    const char *arguments[32] = { program ? program : "build/fengong" };
    login_tty(slave_fd);
    if (setup->on_pipe) {
        int fd = open("/dev/null", O_RDWR);
        dup2(fd, STDOUT_FILENO);
    }
    if (setup->input) {
        int fd = open(setup->input, O_RDONLY);
        dup2(fd, STDIN_FILENO);
    }
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        unsetenv(dropped[i]);
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    /* A terminal that answers does, however busy the machine is. */
    if (!setup->mute)
        setenv("FENGONG_PROBE_MS", "20000", 1);
    for (int i = 0; setup->variables && setup->variables[i]; i++) {
        char *pair = strdup(setup->variables[i]), *equals = strchr(pair, '=');
        *equals = 0;
        setenv(pair, equals + 1, 1);
    }
    for (int i = 0; setup->arguments && setup->arguments[i] && i < 30; i++)
        arguments[i + 1] = setup->arguments[i];
    execv(arguments[0], (char *const *)(uintptr_t)arguments);
    perror(arguments[0]);
    _exit(127);
}

void session_start(struct session *session, const struct session_setup *setup)
{
    *session = (struct session){ .fd = -1, .charset = setup->charset ? setup->charset : "UTF-8" };
    int rows = setup->rows ? setup->rows : 24, cols = setup->cols ? setup->cols : 80;
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
    emulator_init(&session->screen, rows > 1000 ? 1000 : rows, cols > 1000 ? 1000 : cols,
                  setup->ambiguous_cols ? setup->ambiguous_cols : 1, session->charset);
    session->screen.answers = !setup->mute;
    for (int i = 0; setup->variables && setup->variables[i]; i++)
        if (strncmp(setup->variables[i], "TERM=", 5) == 0)
            session->screen.wraps_at_once = kinds_wraps_at_once(setup->variables[i] + 5);
    if (openpty(&session->fd, &session->slave_fd, NULL, NULL, &size) < 0) {
        perror("openpty");
        abort();
    }
    fcntl(session->fd, F_SETFD, FD_CLOEXEC);
    tcgetattr(session->slave_fd, &session->before);
    session->pid = fork();
    if (session->pid == 0)
        become_program(setup, session->slave_fd);
    fcntl(session->slave_fd, F_SETFD, FD_CLOEXEC);
}

/* Takes in what the program has written, and sends the terminal's answers. True when there was something. */
static bool pump(struct session *session, int wait_ms)
{
    struct pollfd ready = { .fd = session->fd, .events = POLLIN };
    if (poll(&ready, 1, wait_ms) <= 0 || !(ready.revents & POLLIN))
        return false;
    char bytes[65536];
    ssize_t got = read(session->fd, bytes, sizeof bytes);
    if (got <= 0)
        return false;
    session->output_bytes += (size_t)got;
    emulator_write(&session->screen, bytes, (size_t)got);
    if (session->screen.answer.bytes) {
        file_write_fd(session->fd, buf_view(&session->screen.answer));
        buf_clear(&session->screen.answer);
    }
    return true;
}

static bool has_ended(struct session *session)
{
    struct rusage usage;
    if (!session->ended && wait4(session->pid, &session->status, WNOHANG, &usage) == session->pid) {
        session->ended = true;
        session->cpu_ms = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                          (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
    }
    return session->ended;
}

static bool sleeps(int thread_folder, const char *thread)
{
    char path[300], line[512] = "";
    snprintf(path, sizeof path, "%s/stat", thread);
    int fd = openat(thread_folder, path, O_RDONLY);
    const char *state = fd >= 0 && read(fd, line, sizeof line - 1) > 0 ? strrchr(line, ')') : NULL;
    if (fd >= 0)
        close(fd);
    return !state || state[2] == 'S' || state[2] == 'T';
}

/* The program waits for us: all of it sleeps, and has read what was typed. */
static bool is_waiting(const struct session *session)
{
    /* What was sent is on its way for a while; asking so has the system bring it there first. */
    struct pollfd typed = { .fd = session->slave_fd, .events = POLLIN };
    int unread = 0;
    bool waiting = poll(&typed, 1, 0) >= 0 && (ioctl(session->slave_fd, FIONREAD, &unread) != 0 || unread == 0);
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task", (int)session->pid);
    DIR *threads = waiting ? opendir(path) : NULL;
    for (struct dirent *thread; waiting && threads && (thread = readdir(threads));)
        waiting = thread->d_name[0] == '.' || sleeps(dirfd(threads), thread->d_name);
    if (threads)
        closedir(threads);
    return waiting;
}

bool session_settle(struct session *session)
{
    long long end = session_now_ms() + SESSION_LIMIT_MS;
    for (int calm = 0; calm < CALM_STEPS; calm++) {
        if (pump(session, calm ? STEP_MS : 0) || !is_waiting(session))
            calm = -1;
        if (has_ended(session)) {
            while (pump(session, 0))
                continue;
            return true;
        }
        if (session_now_ms() > end)
            return false;
    }
    return true;
}

void session_watch(struct session *session, int for_ms)
{
    for (long long end = session_now_ms() + for_ms; session_now_ms() < end;)
        pump(session, STEP_MS);
}

void session_send(struct session *session, const char *keys)
{
    char encoded[8192], *from = (char *)(uintptr_t)keys, *to = encoded;
    size_t from_bytes = strlen(keys), to_bytes = sizeof encoded;
    iconv_t converter = iconv_open(session->charset, "UTF-8");
    size_t good = iconv(converter, &from, &from_bytes, &to, &to_bytes);
    iconv_close(converter);
    /* What is no text goes as it is. */
    if (good == (size_t)-1)
        file_write_fd(session->fd, span_of(keys));
    else
        file_write_fd(session->fd, (struct span){ encoded, sizeof encoded - to_bytes });
}

void session_keys(struct session *session, const char *keys)
{
    session_send(session, keys);
    session_settle(session);
    /* An ESC at the end is in doubt for a moment from when it is read, during which the program sleeps. */
    size_t count = strlen(keys);
    if (count && keys[count - 1] == 27) {
        session_watch(session, ESCAPE_MS);
        session_settle(session);
    }
}

bool session_await(struct session *session, const char *text)
{
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end;) {
        if (emulator_find(&session->screen, text) >= 0)
            return true;
        if (!pump(session, STEP_MS) && has_ended(session) && !pump(session, 0))
            return emulator_find(&session->screen, text) >= 0;
    }
    return false;
}

void session_hang_up(struct session *session)
{
    if (session->fd < 0)
        return;
    close(session->slave_fd);
    close(session->fd);
    session->fd = session->slave_fd = -1;
}

int session_end(struct session *session)
{
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; !has_ended(session); pump(session, STEP_MS))
        if (session_now_ms() > end)
            return -1;
    while (pump(session, 0))
        continue;
    return WIFSIGNALED(session->status) ? 128 + WTERMSIG(session->status) : WEXITSTATUS(session->status);
}

void session_resize(struct session *session, int rows, int cols)
{
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
    int seen_rows = rows < 1 ? 24 : rows > 500 ? 500 : rows, seen_cols = cols < 1 ? 80 : cols > 1000 ? 1000 : cols;
    session_settle(session);
    emulator_resize(&session->screen, seen_rows, seen_cols);
    ioctl(session->fd, TIOCSWINSZ, &size);
    session_settle(session);
}

void session_fini(struct session *session)
{
    if (!has_ended(session)) {
        kill(session->pid, SIGKILL);
        waitpid(session->pid, &session->status, 0);
    }
    session_hang_up(session);
    emulator_fini(&session->screen);
}
