/* SPDX-License-Identifier: MIT */
#include "system/sandbox.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    READ_RIGHTS = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    FIRST_RIGHTS = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1, /* all of version 1 */
    REFER_RIGHT = 1 << 13,                                 /* from version 2 */
    TRUNCATE_RIGHT = 1 << 14,                              /* from version 3 */
};

static void allow(int ruleset_fd, const char *path, uint64_t rights)
{
    struct stat st;
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0) {
        /* A file has no rights of a folder. */
        struct landlock_path_beneath_attr beneath = {
            .allowed_access = S_ISDIR(st.st_mode) ? rights : rights & ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR,
            .parent_fd = fd,
        };
        (void)syscall(SYS_landlock_add_rule, ruleset_fd, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    }
    close(fd);
}

static int enter_landlock(const char *const *readable, uint32_t readable_count)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    struct landlock_ruleset_attr attr = { .handled_access_fs = FIRST_RIGHTS };
    attr.handled_access_fs |= (version >= 2 ? REFER_RIGHT : 0) | (version >= 3 ? TRUNCATE_RIGHT : 0);
    int fd = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr.handled_access_fs, 0);
    if (fd < 0)
        return 0;
    for (uint32_t i = 0; i < readable_count; i++)
        allow(fd, readable[i], READ_RIGHTS);
    allow(fd, "/dev/tty", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    bool held = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
    close(fd);
    return held ? (int)version : 0;
}

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef OWN_ARCHITECTURE
#define LOAD(field)   BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define REFUSE        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define DENY(call)    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), REFUSE
#define DENY_TTY(way) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (way), 0, 1), REFUSE

/* A list of what is allowed would break with the next C library; this one says what nobody here ever needs. */
static bool enter_seccomp(void)
{
    struct sock_filter lines[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0),
        REFUSE,
        LOAD(nr),
        /* x32 calls have other numbers. */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        REFUSE,
        DENY(execve),
        DENY(execveat),
        DENY(ptrace),
        DENY(process_vm_readv),
        DENY(process_vm_writev),
        DENY(socket),
        DENY(connect),
        DENY(mount),
        DENY(bpf),
        DENY(keyctl),
        DENY(userfaultfd),
        DENY(io_uring_setup),
        DENY(perf_event_open),
        DENY(unshare),
        /* Keys put into the terminal as if typed, for the shell behind us. */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 5),
        LOAD(args[1]),
        DENY_TTY(TIOCSTI),
        DENY_TTY(TIOCLINUX),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = { .len = sizeof lines / sizeof *lines, .filter = lines };
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
#else
static bool enter_seccomp(void)
{
    return false;
}
#endif

struct sandbox sandbox_enter(const char *const *readable, uint32_t readable_count)
{
    struct sandbox sandbox = { 0 };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        return sandbox;
    sandbox.landlock_version = enter_landlock(readable, readable_count);
    sandbox.has_seccomp = enter_seccomp();
    return sandbox;
}
#else
struct sandbox sandbox_enter(const char *const *readable, uint32_t readable_count)
{
    (void)readable;
    (void)readable_count;
    return (struct sandbox){ 0 };
}
#endif
