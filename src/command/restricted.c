/* SPDX-License-Identifier: MIT */
#include "command/restricted.h"

#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "command/command.h"
#include "command/message.h"
#include "system/sandbox.h"

bool restricted_by_name(const char *name)
{
    const char *slash = strrchr(name, '/');
    return *name == '-' || strcmp(slash ? slash + 1 : name, "fengong-restricted") == 0;
}

bool restricted_wanted(int argc, char **argv)
{
    static const char option[] = "--restricted";
    if (argc > 0 && restricted_by_name(argv[0]))
        return true;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        /* As getopt_long() reads it: cut short, too. A value that looks like it restricts needlessly, and no more. */
        if (strlen(argv[i]) > 2 && strncmp(argv[i], option, strlen(argv[i])) == 0)
            return true;
    return false;
}

bool restricted_accepts(const struct options *options, int argc, char **argv)
{
    if (!restricted_by_name(argv[0]))
        return true;
    /* sshd starts a login shell with -c for a command, sftp and scp. */
    if (argc > 1 && *argv[0] == '-') {
        message(_("登录时不接受命令"));
        return false;
    }
    if (options->settings.values[SETTING_FILE].from == FROM_OPTION) {
        message(_("受限模式不读另外指定的文件"));
        return false;
    }
    return true;
}

/* The folder that holds path; owned. */
static char *folder_of(const char *path)
{
    char *copy = mem_copy_string(path), *slash = strrchr(copy, '/');
    if (slash)
        slash[slash == copy] = '\0';
    if (slash)
        return copy;
    free(copy);
    return mem_copy_string(".");
}

struct sandbox restricted_enter(const struct settings *settings)
{
    /* What libraries read late: catalogues, character sets, terminal descriptions, the time zone. */
    static const char *const system_folders[] = { "/usr/share",    "/usr/lib",       "/usr/local/share", "/lib",
                                                  "/etc/terminfo", "/etc/localtime", "/etc/fengong" };
    enum { SYSTEM_COUNT = sizeof system_folders / sizeof *system_folders };
    uint32_t count = 0;
    const char **readable = mem_array(SYSTEM_COUNT + 1 + settings->files_count, sizeof *readable);
    char **owned = mem_array(settings->files_count, sizeof *owned);
    for (; count < SYSTEM_COUNT; count++)
        readable[count] = system_folders[count];
    readable[count++] = bindtextdomain("fengong", NULL);
    /* A file that is replaced is another one under the same name: its folder is what counts. */
    for (uint32_t i = 0; i < settings->files_count; i++)
        readable[count++] = owned[i] = folder_of(settings->files[i]);
    struct sandbox sandbox = sandbox_enter(readable, count);
    for (uint32_t i = 0; i < settings->files_count; i++)
        free(owned[i]);
    free(owned);
    free(readable);
    return sandbox;
}

/* Each returns 0 when it could be done, else errno. */
static int try_program(void)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        char *argv[] = { (char *)(uintptr_t) "true", NULL }, *envp[] = { NULL };
        execve("/bin/true", argv, envp);
        _exit(errno);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0)
        return errno;
    return WIFEXITED(status) ? WEXITSTATUS(status) : EIO;
}

static int try_open(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno;
    close(fd);
    if (flags & O_CREAT)
        unlink(path);
    return 0;
}

static int try_write(void)
{
    return try_open("/tmp/.fengong-self-test", O_WRONLY | O_CREAT | O_EXCL);
}

static int try_write_here(void)
{
    return try_open(".fengong-self-test", O_WRONLY | O_CREAT | O_EXCL);
}

static int try_read(void)
{
    return try_open("/etc/passwd", O_RDONLY);
}

static int try_network(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return errno;
    close(fd);
    return 0;
}

static int try_typing(void)
{
    char nothing = 0;
    /* Without a terminal it is tried on what there is: the filter answers before the terminal does. */
    return ioctl(STDIN_FILENO, TIOCSTI, &nothing) < 0 ? errno : 0;
}

static int try_environment(void)
{
    static const char *const names[] = { "GCONV_PATH",    "LOCPATH",      "LANGUAGE",        "TERMINFO",
                                         "TERMINFO_DIRS", "HOME",         "XDG_DATA_HOME",   "NLSPATH",
                                         "XDG_DATA_DIRS", "FENGONG_FILE", "XDG_CONFIG_HOME", "FENGONG_CONFIG" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        /* A language that we have set ourselves leads nowhere. */
        if (value && strcmp(value, "en") != 0 && strcmp(value, "zh") != 0)
            return 0;
    }
    return EPERM;
}

static void put_line(struct buf *out, const char *what, bool closed, const char *by)
{
    buf_printf(out, "%s\t%s%s%s\n", what, closed ? _("已关闭") : _("开着"), *by ? "\t" : "", by);
}

int restricted_self_test(const struct sandbox *sandbox, struct buf *out)
{
    static const struct {
        enum capability capability;
        const char *what;
    } acts[] = {
        { CAPABILITY_START_PROGRAM, N_("打印、编辑、启动程序（命令与按键）") },
        { CAPABILITY_WRITE_FILE, N_("写文件（命令与按键）") },
        { CAPABILITY_NAME_FILE, N_("import、diff、--script 读文件") },
        { CAPABILITY_ENVIRONMENT, N_("环境变量和当前目录里的数据文件") },
        { CAPABILITY_OWN_SETTINGS, N_("用户自己的设置") },
        { CAPABILITY_SUSPEND, N_("Ctrl-Z") },
    };
    static const struct {
        int (*attempt)(void);
        const char *what;
    } ways[] = {
        { try_program, N_("启动 /bin/true") },      { try_write, N_("在 /tmp 建文件") },
        { try_write_here, N_("在当前目录建文件") }, { try_read, N_("读 /etc/passwd") },
        { try_network, N_("打开网络连接") },        { try_typing, N_("替终端输入字符") },
        { try_environment, N_("危险的环境变量") },
    };
    int open_count = 0;
    struct buf kernel = { 0 };
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        bool closed = !capability_allowed(acts[i].capability);
        put_line(out, _(acts[i].what), closed, "");
        open_count += !closed;
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        int fault = ways[i].attempt();
        put_line(out, _(ways[i].what), fault != 0, fault ? strerror(fault) : "");
        open_count += fault == 0;
    }
    buf_printf(&kernel, "%d", sandbox->landlock_version);
    buf_printf(out, "Landlock\t%s\n", sandbox->landlock_version ? kernel.at : _("这个内核没有"));
    buf_printf(out, "seccomp\t%s\n", sandbox->has_seccomp ? _("有") : _("这个内核没有"));
    buf_fini(&kernel);
    return open_count ? STATUS_NOTHING : STATUS_DONE;
}
