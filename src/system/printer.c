/* SPDX-License-Identifier: MIT */
#include "system/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/file.h"
#include "base/i18n.h"
#include "text/text.h"

enum { TITLE_MAX_BYTES = 32, NAME_MAX_BYTES = 127, FAULT_MAX_BYTES = 200, STEP_MS = 20 };

extern char **environ;

static bool is_plain(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool printer_name_good(const char *name)
{
    size_t bytes = strlen(name);
    if (bytes == 0 || bytes > NAME_MAX_BYTES || name[0] == '-' || name[0] == '.')
        return false;
    for (size_t i = 0; i < bytes; i++)
        if (!is_plain(name[i]) && name[i] != '.')
            return false;
    return true;
}

static void clean_title(const char *title, char out[TITLE_MAX_BYTES + 1])
{
    size_t count = 0;
    for (; title && *title && count < TITLE_MAX_BYTES; title++)
        if (is_plain(*title) && (count > 0 || *title != '-'))
            out[count++] = *title;
    out[count] = 0;
    if (count == 0)
        memcpy(out, "fengong", sizeof "fengong");
}

/* A file without a name, its reading at the start: lp may be slow or never read without blocking us. */
static int fd_of_content(struct span content)
{
    FILE *file = tmpfile();
    if (!file)
        return -1;
    int fd = fcntl(fileno(file), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    fclose(file);
    if (fd >= 0 && (file_write_fd(fd, content) < 0 || lseek(fd, 0, SEEK_SET) < 0)) {
        close(fd);
        return -1;
    }
    return fd;
}

static pid_t start(const char *program, int in_fd, int out_fd, const char *name, const char *title)
{
    const char *arguments[6] = { "lp", "-t", NULL };
    int count = 2;
    arguments[count++] = title;
    if (name && *name) {
        arguments[count++] = "-d";
        arguments[count++] = name;
    }
    arguments[count] = NULL;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t plain;
    sigemptyset(&plain);
    sigaddset(&plain, SIGPIPE);
    sigaddset(&plain, SIGXFSZ);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in_fd, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out_fd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out_fd, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &plain);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    pid_t pid = -1;
    int error = posix_spawn(&pid, program, &actions, &attributes, (char *const *)(uintptr_t)arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    errno = error;
    return error ? -1 : pid;
}

/* Reads what lp says and waits for its end. False after PRINTER_WAIT_MS: it is killed then. */
static bool await(pid_t pid, int fd, struct buf *said, int *status)
{
    bool open = true;
    for (int waited_ms = 0; waited_ms < PRINTER_WAIT_MS; waited_ms += STEP_MS) {
        struct pollfd wait = { .fd = open ? fd : -1, .events = POLLIN };
        char chunk[512];
        while (open && poll(&wait, 1, STEP_MS) > 0) {
            ssize_t got = read(fd, chunk, sizeof chunk);
            open = got > 0;
            if (got > 0 && said->bytes < FAULT_MAX_BYTES)
                buf_add(said, chunk, (size_t)got);
        }
        if (waitpid(pid, status, WNOHANG) == pid)
            return true;
        if (!open)
            poll(NULL, 0, STEP_MS);
    }
    kill(-pid, SIGKILL);
    waitpid(pid, status, 0);
    return false;
}

static void tell_fault(struct buf *fault, const struct buf *said)
{
    struct span words = buf_view(said);
    while (words.bytes && words.at[words.bytes - 1] == '\n')
        words.bytes--;
    if (words.bytes > FAULT_MAX_BYTES)
        words.bytes = FAULT_MAX_BYTES;
    if (words.bytes)
        text_clean_to(fault, words);
    else
        buf_string(fault, _("打印命令 lp 失败"));
}

bool printer_send_by(const char *program, struct span content, const char *name, const char *title, struct buf *fault)
{
    if (name && *name && !printer_name_good(name)) {
        buf_string(fault, _("打印机名称只能由字母、数字和 _ - . 组成"));
        return false;
    }
    char clean[TITLE_MAX_BYTES + 1];
    clean_title(title, clean);
    int pipe_fds[2];
    int in_fd = fd_of_content(content);
    if (in_fd < 0 || pipe(pipe_fds) < 0) {
        buf_printf(fault, "%s", fault_writing(errno));
        if (in_fd >= 0)
            close(in_fd);
        return false;
    }
    fcntl(pipe_fds[0], F_SETFD, FD_CLOEXEC);
    fcntl(pipe_fds[1], F_SETFD, FD_CLOEXEC);
    pid_t pid = start(program, in_fd, pipe_fds[1], name, clean);
    int cause = errno;
    close(in_fd);
    close(pipe_fds[1]);
    bool good = false;
    if (pid < 0) {
        buf_printf(fault, cause == ENOENT ? _("没有找到打印命令 lp，请安装 cups-client") : "%s", fault_writing(cause));
    } else {
        struct buf said = { 0 };
        int status = 0;
        bool ended = await(pid, pipe_fds[0], &said, &status);
        good = ended && WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (!ended)
            buf_string(fault, _("打印命令 lp 没有回应"));
        else if (!good)
            tell_fault(fault, &said);
        buf_fini(&said);
    }
    close(pipe_fds[0]);
    return good;
}

bool printer_send(struct span content, const char *name, const char *title, struct buf *fault)
{
    static const char *const places[] = { "/usr/bin/lp", "/usr/local/bin/lp", "/opt/homebrew/bin/lp" };
    for (size_t i = 1; i < sizeof places / sizeof *places; i++)
        if (access(places[i], X_OK) == 0 && access(places[0], X_OK) != 0)
            return printer_send_by(places[i], content, name, title, fault);
    return printer_send_by(places[0], content, name, title, fault);
}
