/* SPDX-License-Identifier: MIT */
/*
 * Gone when told: every way to be told, in everything that the program may be doing.  Each time it is gone within two
 * seconds and a tenth of a second of the processor, and a terminal that still lives is as it was.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/folder.h"
#include "pty/kinds.h"
#include "pty/shows.h"
#include "system/child.h"
#include "system/locale.h"
#include "system/printer.h"
#include "term/shell.h"
#include "text/theme.h"

enum { GONE_MS = 2000, GONE_CPU_MS = 100 };

/* What the program is doing. */
enum doing { QUESTION, BROWSE, FIELD, DIALOG, PREVIEW, PLAIN, LOADING, RELOAD, HELPER, PRINTER, EDITOR, DOINGS_COUNT };
static const char *const doing_names[] = {
    "start-up question", "browse", "field",  "dialog",  "preview", "plain screen",
    "loading",           "reload", "helper", "printer", "editor"
};

/* How it is told. */
enum told {
    TOLD_HUP,
    TOLD_HUP_IGNORED,
    TOLD_TERM,
    TOLD_INT,
    TOLD_STALLED_TERM,
    TOLD_STALLED_HUP,
    TOLD_STOPPED_TERM,
    CLOSED_TERMINAL,
    CLOSED_TERMINAL_IGNORED,
    CLOSED_INPUT, /* alone: a terminal of its own; HUP is ignored in both */
    CLOSED_OUTPUT,
    TOLDS_COUNT
};
static const char *const told_names[] = { "HUP",           "HUP ignored",     "TERM",
                                          "INT",           "stalled, TERM",   "stalled, HUP",
                                          "stopped, TERM", "closed terminal", "closed terminal, HUP ignored",
                                          "closed input",  "closed output" };

/* Where keys come from when that is not the terminal of the screen. */
static struct {
    int fd, slave_fd;
    struct termios before;
} keyboard = { -1, -1, { 0 } };

static bool is_apart(enum told told)
{
    return told == CLOSED_INPUT || told == CLOSED_OUTPUT;
}

static void keyboard_close(void)
{
    close(keyboard.fd);
    close(keyboard.slave_fd);
    keyboard.fd = keyboard.slave_fd = -1;
}

static void write_tasks(const char *name, int count)
{
    struct buf yaml = { 0 };
    buf_string(
        &yaml,
        "format: 1\ntitle: 事\nunits: [甲局, 乙局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n");
    for (int i = 1; i <= count; i++)
        buf_printf(&yaml, "    - {no: %d, text: 第%d件。, label: 责任单位, units: [甲局, 乙局]}\n", i, i);
    folder_write(name, yaml.at, 0600);
    buf_fini(&yaml);
}

static int make_all(void **state)
{
    if (kinds_make(state) != 0 || folder_make(state) != 0)
        return -1;
    write_tasks("large.yaml", 100000);
    static const char talker[] = "#!/bin/sh\necho $$ >\"${0%/*}/pid\"\nwhile :; do echo talk; done\n";
    /* lp says nothing and does not end: one that says too much would be ended before it is told. */
    folder_write("lp", "#!/bin/sh\necho $$ >\"${0%/*}/pid\"\nexec tail -f /dev/null\n", 0700);
    folder_write("fengong-paper", talker, 0700);
    char command[512];
    snprintf(command, sizeof command, "cp '%s' '%s'", getenv("FENGONG"), folder_file("fengong"));
    return system(command);
}

static int drop_all(void **state)
{
    return folder_drop(state) | kinds_drop(state);
}

/* Stands in the program's place on the terminal: takes it, and prints as the shell does by a program that says nothing. */
static int print_for_ever(void)
{
    char path[128];
    static const struct theme theme; /* the usual one */
    static struct shell shell;
    struct term_options options = { .ambiguous_cols = 1, .theme = &theme };
    struct term_answer answer = { 0 };
    struct buf said = { 0 };
    locale_setup();
    snprintf(path, sizeof path, "%s/lp", getenv("FENGONG_TEST_FOLDER"));
    if (!term_ask(&options, &said) || !term_start(&shell.input, &answer, &said))
        return 99;
    child_ask(shell_is_stopped, &shell);
    buf_clear(&said);
    printer_send(&(struct print_job){ .program = path, .title = "t" }, SPAN("x"), &said);
    term_leave();
    return said.bytes && strcmp(said.at, "已取消") == 0 ? 128 + SIGHUP : 98;
}

static void say_told(int number)
{
    (void)number;
    _exit(close(creat("told", 0600)));
}

/* The editor: takes the screen, and goes when it is told. */
static int edit_for_ever(void)
{
    struct buf pid = { 0 };
    if (chdir(getenv("FENGONG_TEST_FOLDER")) != 0 || file_write_fd(STDOUT_FILENO, SPAN("\033[?1049h")) != 0)
        return 99;
    signal(SIGHUP, say_told);
    buf_printf(&pid, "%d", (int)getpid());
    file_write("pid", buf_view(&pid), WRITE_OVER);
    for (;;)
        pause();
}

/* An exit() that nobody here has asked for. */
static int leave_by_exit(void)
{
    static const struct theme theme; /* the usual one */
    struct term_options options = { .ambiguous_cols = 1, .theme = &theme };
    struct term_answer answer = { 0 };
    struct input input = { 0 };
    struct buf said = { 0 };
    locale_setup();
    if (!term_ask(&options, &said) || !term_start(&input, &answer, &said))
        return 99;
    exit(7);
}

static long long cpu_ms(pid_t pid)
{
    struct timespec used = { 0 };
    clockid_t clock;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0;
    return (long long)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

static void moment(void)
{
    (void)poll(NULL, 0, 1);
}

static bool await_file(const char *name, off_t least_bytes)
{
    struct stat st;
    const char *path = folder_file(name);
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end; moment())
        if (stat(path, &st) == 0 && st.st_size >= least_bytes)
            return true;
    return false;
}

/* The terminal has its modes, and so much of the processor was used. */
static bool await_busy(struct session *session, long long busy_ms)
{
    struct termios now;
    int modes_fd = keyboard.fd >= 0 ? keyboard.slave_fd : session->slave_fd;
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end; session_watch(session, 1))
        if (tcgetattr(modes_fd, &now) == 0 && !(now.c_lflag & ICANON) && cpu_ms(session->pid) >= busy_ms)
            return true;
    return false;
}

/* Keys, and until the program has read them and sleeps; unless it is to be busy with them. */
static void type(struct session *session, const char *keys, bool busy)
{
    int unread = 1;
    if (keyboard.fd < 0 && busy)
        session_send(session, keys);
    else if (keyboard.fd < 0)
        session_keys(session, keys);
    if (keyboard.fd < 0)
        return;
    file_write_fd(keyboard.fd, span_of(keys));
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; unread && session_now_ms() < end;)
        if (ioctl(keyboard.slave_fd, FIONREAD, &unread) == 0 && unread)
            session_watch(session, 1);
    if (!busy)
        assert_true(session_settle(session));
}

/* A second terminal, on which there are only keys. */
static void keyboard_open(char name[64])
{
    assert_int_equal(openpty(&keyboard.fd, &keyboard.slave_fd, name, NULL, NULL), 0);
    fcntl(keyboard.fd, F_SETFD, FD_CLOEXEC);
    fcntl(keyboard.slave_fd, F_SETFD, FD_CLOEXEC);
    tcgetattr(keyboard.slave_fd, &keyboard.before);
}

static void begin(struct session *session, enum doing doing, enum told told)
{
    static const char *const keys[DOINGS_COUNT] = {
        [FIELD] = "/省", [DIALOG] = "jp", [PREVIEW] = "jp\t", [PLAIN] = "jv", [HELPER] = "jp\033[F\033[A\r"
    };
    bool hup_ignored = told == TOLD_HUP_IGNORED || told == CLOSED_TERMINAL_IGNORED || is_apart(told);
    char self[256], place[128], command[640], file[128], tty[64], editor[320];
    ssize_t bytes = readlink("/proc/self/exe", self, sizeof self - 1);
    self[bytes > 0 ? bytes : 0] = 0;
    snprintf(place, sizeof place, "FENGONG_TEST_FOLDER=%s", folder_path());
    snprintf(file, sizeof file, "-f %s", folder_file(doing == LOADING ? "large.yaml" : "t.yaml"));
    if (doing == PRINTER)
        snprintf(command, sizeof command, "%sexec '%s' print", hup_ignored ? "trap '' HUP; " : "", self);
    else
        snprintf(command, sizeof command, "%sexec \"%s\" %s", hup_ignored ? "trap '' HUP; " : "",
                 doing == HELPER ? "$FENGONG_TEST_FOLDER/fengong" : "$FENGONG",
                 doing == LOADING || doing == RELOAD || doing == EDITOR ? file : "");
    const char *const arguments[] = { "-c", command, NULL };
    snprintf(editor, sizeof editor, "VISUAL=%s edit", self);
    const char *const variables[] = { place, editor, doing == QUESTION ? "FENGONG_PROBE_MS=5000" : "X=", NULL };
    struct session_setup setup = { .program = "/bin/sh",
                                   .arguments = arguments,
                                   .variables = variables,
                                   .mute = doing == QUESTION || is_apart(told) };
    if (is_apart(told)) {
        keyboard_open(tty);
        setup.input = tty;
    }
    if (doing == RELOAD || doing == EDITOR)
        write_tasks("t.yaml", 2);
    folder_write("pid", "", 0600);
    unlink(folder_file("pid"));
    unlink(folder_file("told"));
    session_start(session, &setup);
    if (doing == QUESTION || doing == LOADING) {
        assert_true(await_busy(session, doing == QUESTION ? 0 : 20));
        return;
    }
    if (doing == PRINTER) {
        assert_true(await_file("pid", 1));
        return;
    }
    assert_true(session_settle(session));
    if (keys[doing])
        type(session, keys[doing], false);
    if (doing == HELPER || doing == EDITOR) {
        type(session, doing == HELPER ? "\r" : "e", true);
        assert_true(await_file("pid", 1));
    }
    if (doing == RELOAD) {
        long long before = cpu_ms(session->pid);
        snprintf(command, sizeof command, "cd %s && cp large.yaml n && mv n t.yaml", folder_path());
        assert_int_equal(system(command), 0);
        for (long long end = session_now_ms() + SESSION_LIMIT_MS; cpu_ms(session->pid) < before + 20;) {
            session_watch(session, 1);
            assert_true(session_now_ms() < end);
        }
    }
}

static bool is_stalled(enum told told)
{
    return told == TOLD_STALLED_TERM || told == TOLD_STALLED_HUP;
}

/* Until no more can be written to the terminal, whose side nobody reads. */
static void stall(struct session *session)
{
    char bytes[1024];
    int flags = fcntl(session->slave_fd, F_GETFL);
    memset(bytes, ' ', sizeof bytes);
    fcntl(session->slave_fd, F_SETFL, flags | O_NONBLOCK);
    for (int full = 0; full < 20; full++, moment())
        while (write(session->slave_fd, bytes, sizeof bytes) > 0)
            full = 0;
    fcntl(session->slave_fd, F_SETFL, flags);
}

static void tell(struct session *session, enum told told)
{
    static const int signals[TOLDS_COUNT] = {
        [TOLD_HUP] = SIGHUP,           [TOLD_HUP_IGNORED] = SIGHUP, [TOLD_TERM] = SIGTERM,        [TOLD_INT] = SIGINT,
        [TOLD_STALLED_TERM] = SIGTERM, [TOLD_STALLED_HUP] = SIGHUP, [TOLD_STOPPED_TERM] = SIGTERM
    };
    if (is_stalled(told)) {
        stall(session);
        file_write_fd(session->fd, SPAN("j"));
    }
    if (told == TOLD_STOPPED_TERM)
        kill(session->pid, SIGSTOP);
    if (signals[told])
        kill(session->pid, signals[told]);
    else if (told == CLOSED_INPUT)
        keyboard_close();
    else
        session_hang_up(session);
    if (told == TOLD_STOPPED_TERM)
        kill(session->pid, SIGCONT);
}

/* Nobody reads the terminal meanwhile when it is stalled. */
static bool await_end(struct session *session, bool stalled)
{
    siginfo_t info = { 0 };
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end;) {
        if (stalled || session->fd < 0)
            moment();
        else
            session_watch(session, 1);
        if (waitid(P_PID, (id_t)session->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid)
            return true;
    }
    return false;
}

static void assert_given_back(struct session *session)
{
    struct termios now;
    session_watch(session, 5);
    session_end(session);
    assert_false(session->screen.alternate);
    assert_false(session->screen.paste);
    assert_true(session->screen.cursor_visible);
    assert_int_equal(tcgetattr(session->slave_fd, &now), 0);
    assert_int_equal(now.c_lflag, session->before.c_lflag);
    assert_int_equal(now.c_iflag, session->before.c_iflag);
    assert_int_equal(now.c_oflag, session->before.c_oflag);
}

static void assert_other_is_gone(void)
{
    struct buf pid = { 0 };
    assert_int_equal(file_read(folder_file("pid"), &pid, NULL), 0);
    assert_true(atoi(pid.at) > 1);
    /* Whoever takes the place of its parent may yet have to notice. */
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; kill(atoi(pid.at), 0) == 0; moment())
        assert_true(session_now_ms() < end);
    buf_fini(&pid);
}

/* Returns whether it was within the limits. */
static bool try_once(enum doing doing, enum told told)
{
    struct session session;
    begin(&session, doing, told);
    long long cpu_before = cpu_ms(session.pid), begin_ms = session_now_ms();
    tell(&session, told);
    bool gone = await_end(&session, is_stalled(told));
    long long took_ms = session_now_ms() - begin_ms;
    if (!gone)
        kill(session.pid, SIGKILL);
    int status = session_end(&session);
    long long cpu = session.cpu_ms - cpu_before;
    bool in_time = gone && took_ms <= GONE_MS && (cpu <= GONE_CPU_MS || SANITIZED);
    if (getenv("FENGONG_TIMES") || !in_time || status <= 128)
        print_message("%s, %s: %s, status %d, %lld ms, %lld ms of processor\n", doing_names[doing], told_names[told],
                      gone ? "gone" : "not gone", status, took_ms, cpu);
    assert_true(gone);
    assert_true(status > 128);
    if (session.fd >= 0)
        assert_given_back(&session);
    if (keyboard.fd >= 0) {
        struct termios now;
        assert_int_equal(tcgetattr(keyboard.slave_fd, &now), 0);
        assert_int_equal(now.c_lflag, keyboard.before.c_lflag);
        keyboard_close();
    }
    if (doing == PRINTER || doing == HELPER || doing == EDITOR)
        assert_other_is_gone();
    if (doing == EDITOR)
        assert_true(await_file("told", 0));
    session_fini(&session);
    return in_time;
}

/* What holds up a busy machine once does not do so three times. */
static void try(enum doing doing, enum told told)
{
    bool in_time = false;
    for (int i = 0; i < 3 && !in_time; i++)
        in_time = try_once(doing, told);
    assert_true(in_time);
}

/* The quick half: each way once while browsing, and each doing twice. */
static bool is_chosen(enum doing doing, enum told told)
{
    return effort_is_long() || doing == BROWSE || told == TOLD_STALLED_TERM || told == CLOSED_TERMINAL_IGNORED;
}

static void whatever_it_does_it_is_gone_when_told(void **state)
{
    (void)state;
    for (int doing = 0; doing < DOINGS_COUNT; doing++)
        for (int told = 0; told < TOLDS_COUNT; told++)
            if (is_chosen((enum doing)doing, (enum told)told))
                try((enum doing)doing, (enum told)told);
}

static void esc_cancels_what_another_program_makes(void **state)
{
    (void)state;
    struct session session;
    begin(&session, HELPER, TOLD_TERM);
    assert_true(session_await(&session, "正在生成文件"));
    session_settle(&session);
    session_send(&session, "\033");
    assert_true(session_await(&session, "已取消"));
    assert_other_is_gone();
    session_send(&session, "\007\007q");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

static void an_exit_out_of_a_library_gives_the_terminal_back(void **state)
{
    (void)state;
    char self[256];
    static const char *const arguments[] = { "exit", NULL };
    ssize_t bytes = readlink("/proc/self/exe", self, sizeof self - 1);
    self[bytes > 0 ? bytes : 0] = 0;
    struct session session;
    session_start(&session, &(struct session_setup){ .program = self, .arguments = arguments });
    assert_int_equal(session_end(&session), 7);
    assert_given_back(&session);
    session_fini(&session);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return strcmp(argv[1], "print") == 0  ? print_for_ever()
               : strcmp(argv[1], "edit") == 0 ? edit_for_ever()
                                              : leave_by_exit();
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_it_does_it_is_gone_when_told),
        cmocka_unit_test(esc_cancels_what_another_program_makes),
        cmocka_unit_test(an_exit_out_of_a_library_gives_the_terminal_back),
    };
    return cmocka_run_group_tests_name("ending", tests, make_all, drop_all);
}
