/* SPDX-License-Identifier: MIT */
/*
 * Nothing gets out: hostile strings in every field of a file, as bytes of a broken file, of a notice, as names of files,
 * as arguments and in the environment; and every output, message and screen is looked through for what drives a
 * terminal.  FENGONG_LONG=1 takes 24,000 strings, make check 1,200.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "foreign.h"
#include "pty/folder.h"
#include "pty/hostile.h"
#include "pty/shows.h"

#define DATA_FILE "data/tasks.yaml"
enum { FILE_STRINGS = 600, ARGUMENTS_MAX = 12 };

static struct buf out;
static unsigned runs, leaks;

static uint32_t strings_count(void)
{
    return 24000 / effort_step(24, 120);
}

static const char *program(void)
{
    return getenv("FENGONG") ? getenv("FENGONG") : "build/fengong";
}

/* In the child: never comes back. */
static void become(const char *const *arguments, const char *variable, int out_fd, int input_fd)
{
    const char *environment[] = { "TERM=xterm-256color",
                                  "PATH=/usr/bin:/bin",
                                  "HOME=/nonexistent",
                                  "LANGUAGE=",
                                  variable && strncmp(variable, "L", 1) == 0 ? "X=" : "LC_ALL=C.UTF-8",
                                  "ASAN_OPTIONS=detect_leaks=0",
                                  variable,
                                  NULL };
    const char *all[ARGUMENTS_MAX + 2] = { program() };
    for (int i = 0; i < ARGUMENTS_MAX && arguments[i]; i++)
        all[i + 1] = arguments[i];
    int null_fd = open("/dev/null", O_RDONLY);
    dup2(input_fd >= 0 ? input_fd : null_fd, STDIN_FILENO);
    dup2(out_fd, STDOUT_FILENO);
    dup2(out_fd, STDERR_FILENO);
    execve(all[0], (char *const *)(uintptr_t)all, (char *const *)(uintptr_t)environment);
    _exit(127);
}

/* Runs the program; what it says on both is in `out`, and is looked through.  Returns its status. */
static int run(const char *const *arguments, const char *variable, struct span input)
{
    int status, out_fd = memfd_create("out", MFD_CLOEXEC), input_fd = -1;
    if (input.bytes) {
        input_fd = memfd_create("in", MFD_CLOEXEC);
        file_write_fd(input_fd, input);
        lseek(input_fd, 0, SEEK_SET);
    }
    pid_t pid = fork();
    if (pid == 0)
        become(arguments, variable, out_fd, input_fd);
    waitpid(pid, &status, 0);
    off_t bytes = lseek(out_fd, 0, SEEK_END);
    buf_clear(&out);
    buf_reserve(&out, (size_t)bytes + 1);
    out.bytes = (size_t)pread(out_fd, out.at, (size_t)bytes, 0);
    close(out_fd);
    if (input_fd >= 0)
        close(input_fd);
    runs++;
    size_t at = foreign_at(buf_view(&out), "\n\t\r\f");
    if (at < out.bytes || !WIFEXITED(status) || WEXITSTATUS(status) > 3) {
        print_message("status %x:", (unsigned)status);
        for (int i = 0; arguments[i]; i++)
            print_message(" %s", arguments[i]);
        print_message(" (%s)\n", variable ? variable : "");
        for (size_t i = at > 20 ? at - 20 : 0; i < at + 12 && i < out.bytes; i++)
            print_message("%02x ", (unsigned char)out.at[i]);
        print_message("\n");
        leaks++;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define RUN(...) run((const char *const[]){ __VA_ARGS__, NULL }, NULL, (struct span){ 0 })

static const char *write_place(const char *name, struct span content)
{
    const char *path = folder_file(name);
    assert_int_equal(file_write(path, content, WRITE_OVER), WRITTEN);
    return path;
}

static void begin_count(void)
{
    runs = leaks = 0;
}

static void end_count(uint32_t strings)
{
    if (getenv("FENGONG_TIMES"))
        print_message("%u strings, %u runs, %u leaks\n", strings, runs, leaks);
    assert_int_equal(leaks, 0);
}

/* Each unit and task is asked for by what the program itself calls it. */
static void ask_for_each(const char *file, const char *script)
{
    static const char *const sheets[][2] = { { "--as=text", "--layout=list" },     { "--as=text", "--layout=table" },
                                             { "--as=markdown", "--layout=list" }, { "--as=html", "--layout=list" },
                                             { "--as=html", "--layout=table" },    { "--as=csv", "--bom" },
                                             { "--as=tsv", "--layout=list" },      { "--as=json", "--layout=list" } };
    static const char *const answers[] = { "--as=text", "--as=json", "--as=tsv" };
    static const char *const exports[] = { "--as=json", "--as=yaml", "--as=csv", "--as=tsv" };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        assert_int_equal(
            RUN("-f", file, "print", "all", sheets[i][0], sheets[i][1][2] == 'b' ? "--color=auto" : sheets[i][1]), 0);
        RUN("-f", file, "print", "1", sheets[i][0]);
        RUN("-f", file, "print", "甲3", sheets[i][0]);
        RUN("-f", file, "print", "all", "--filter=省", sheets[i][0]);
    }
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        RUN("-f", file, "show", "1.1", "1.2", "1.25", "2.1", "9.9", answers[i]);
        RUN("-f", file, "unit", "甲3", answers[i]);
        RUN("-f", file, "search", "甲", answers[i]);
        RUN("-f", file, "search", "--in=leaders", "甲", answers[i]);
        RUN("-f", file, "search", "--in=tasks", "省", answers[i]);
        RUN("-f", file, "stats", answers[i]);
        RUN("diff", DATA_FILE, file, answers[i]);
        RUN("diff", file, DATA_FILE, answers[i]);
    }
    for (size_t i = 0; i < sizeof exports / sizeof *exports; i++)
        assert_int_equal(RUN("-f", file, "export", exports[i]), 0);
    RUN("-f", file, "check");
    RUN("-f", file, "-f", DATA_FILE, "stats");
    assert_int_equal(RUN("-f", file, "--script", script, "--size=100x30"), 0);
    assert_int_equal(RUN("-f", file, "--script", script, "--size=160x50", "--ascii"), 0);
}

static const char keys[] =
    "dump\nkey Down\nkey Enter\ndump\nkey Down\ndump\nkey F2\ndump\nkey Enter\ndump\nkey F3\ndump\n"
    "key F1\nkey /\ntype 甲\ndump\nkey Esc\nkey Esc\nkey f\ntype 省\ndump\nkey Enter\ndump\nkey p\n"
    "dump\nkey Enter\ndump\nkey Esc\nkey w\ndump\nkey Esc\nkey y\nkey End\ndump\nkey F5\ndump\n";

static void nothing_in_a_file_gets_out(void **state)
{
    (void)state;
    const char *script = write_place("script", span_of(keys));
    char script_path[512];
    snprintf(script_path, sizeof script_path, "%s", script);
    begin_count();
    for (uint32_t no = 0; no < strings_count(); no += FILE_STRINGS) {
        struct buf yaml = { 0 };
        hostile_breakdown(no, FILE_STRINGS, &yaml);
        ask_for_each(write_place("hostile.yaml", buf_view(&yaml)), script_path);
        buf_fini(&yaml);
    }
    end_count(strings_count());
}

/* Many strings a file, so that the loader's first, and then its later faults are hostile. */
static void nothing_in_a_broken_file_or_a_notice_gets_out(void **state)
{
    (void)state;
    static const char *const heads[] = { "",
                                         "format: 1\ntitle: ",
                                         "format: 1\n",
                                         "format: 1\ntitle: t\nunits: [",
                                         "format: 1\ntitle: t\nsections:\n  - kind: ",
                                         "# ",
                                         "format: ",
                                         "&" };
    uint32_t count = strings_count() / (effort_is_long() ? 4 : 16);
    begin_count();
    for (uint32_t no = 0; no < count; no++) {
        struct buf content = { 0 };
        buf_string(&content, heads[no % (sizeof heads / sizeof *heads)]);
        hostile_string(no, &content);
        buf_string(&content, no % 3 ? ": x\n" : "\n");
        run((const char *const[]){ "-f", "-", no % 2 ? "check" : "stats", NULL }, NULL, buf_view(&content));
        if (no % 50 == 0) {
            buf_clear(&content);
            buf_string(&content, "省政府重点工作责任分解\n一、");
            for (uint32_t i = no; i < no + 50; i++) {
                hostile_string(i, &content);
                buf_printf(&content, "\n%u．推进改革。（责任单位：", i - no + 1);
                hostile_string(i * 7, &content);
                buf_string(&content, "厅、省乙厅）\n");
            }
            run((const char *const[]){ "import", "-", NULL }, NULL, buf_view(&content));
            run((const char *const[]){ "import", "--json", "-", NULL }, NULL, buf_view(&content));
        }
        buf_fini(&content);
    }
    end_count(count);
}

static void nothing_in_an_argument_gets_out(void **state)
{
    (void)state;
    uint32_t count = strings_count() / (effort_is_long() ? 4 : 16);
    begin_count();
    for (uint32_t no = 0; no < count; no++) {
        struct buf word = { 0 }, option = { 0 }, path = { 0 };
        static const char *const options[] = {
            "--as=",   "--goto=", "--unit=", "--leader=", "--search=", "--filter=", "--width=",   "--fonts=",
            "--each=", "--in=",   "--size=", "--lang=",   "--color=",  "--layout=", "--printer=", "--"
        };
        hostile_string(no, &word);
        buf_string(&option, options[no % (sizeof options / sizeof *options)]);
        buf_span(&option, buf_view(&word));
        buf_printf(&path, "%s/", folder_path());
        for (size_t i = 0; i < word.bytes; i++)
            buf_char(&path, word.at[i] == '/' ? '_' : word.at[i]);
        static const char *const commands[] = { "show", "unit", "search", "print", "stats", "diff", "import", "help" };
        const char *command = commands[no % (sizeof commands / sizeof *commands)];
        RUN("-f", DATA_FILE, command, "--", word.at);
        RUN("-f", DATA_FILE, "print", "2", "--printer=nobody", option.at);
        RUN(word.at);
        if (path.bytes < 250) {
            file_write(path.at, no % 2 ? SPAN("format: 1\n") : SPAN("x: [\n"), WRITE_OVER);
            RUN("-f", path.at, no % 3 ? "check" : "stats");
            RUN("-f", DATA_FILE, "show", "1.1", "-o", path.at);
            unlink(path.at);
            RUN("-f", path.at, "stats");
        }
        buf_fini(&word);
        buf_fini(&option);
        buf_fini(&path);
    }
    end_count(count);
}

static void nothing_in_the_environment_gets_out(void **state)
{
    (void)state;
    static const char *const names[] = { "LANG",        "LC_ALL",       "LC_CTYPE",        "LANGUAGE",
                                         "LC_MESSAGES", "FENGONG_FILE", "XDG_DATA_HOME",   "XDG_DATA_DIRS",
                                         "HOME",        "TERM",         "XDG_CONFIG_HOME", "FENGONG_PROBE_MS",
                                         "PRINTER",     "LPDEST",       "COLORTERM",       "NO_COLOR",
                                         "COLUMNS",     "TZ",           "TMPDIR",          "SOURCE_DATE_EPOCH" };
    uint32_t count = strings_count() / (effort_is_long() ? 4 : 16);
    begin_count();
    for (uint32_t no = 0; no < count; no++) {
        struct buf variable = { 0 };
        buf_printf(&variable, "%s=", names[no % (sizeof names / sizeof *names)]);
        hostile_string(no, &variable);
        run((const char *const[]){ "--version", NULL }, variable.at, (struct span){ 0 });
        run((const char *const[]){ no % 2 ? "stats" : "browse", NULL }, variable.at, (struct span){ 0 });
        buf_fini(&variable);
    }
    end_count(count);
}

static const struct emulator_cell *cell_of(const struct session *session, int row, int col)
{
    return &session->screen.cells[(size_t)row * (size_t)session->screen.cols + (size_t)col];
}

static void look_at_screen(const struct session *session)
{
    for (int row = 0; row < session->screen.rows; row++)
        for (int col = 0; col < session->screen.cols; col++) {
            uint32_t c = cell_of(session, row, col)->chars[0];
            if (c && foreign_char(c)) {
                print_message("U+%04X at %d,%d\n", c, row, col);
                leaks++;
            }
        }
    assert_int_equal(session->screen.unknown, 0);
}

/* The emulator counts each sequence that is not of those that terminfo has for this terminal. */
static void nothing_gets_to_a_terminal(void **state)
{
    (void)state;
    static const char *const steps[] = { "\033OB", "\r",     "\033OF", "\r", "\033OQ", "\033OB", "\r",   "\033OR",
                                         "\t",     "\033OP", "f省",    "\r", "/甲",    "\033OB", "\007", "p",
                                         "\r",     "\007",   "\007",   "J",  "J",      "\033[6~" };
    begin_count();
    for (uint32_t no = 0; no < strings_count(); no += 4 * FILE_STRINGS) {
        struct buf yaml = { 0 };
        struct session session;
        hostile_breakdown(no, FILE_STRINGS, &yaml);
        char file[512];
        snprintf(file, sizeof file, "%s", write_place("screen.yaml", buf_view(&yaml)));
        start(&session, &(struct session_setup){
                            .rows = 40, .cols = 120, .arguments = (const char *const[]){ "-f", file, NULL } });
        look_at_screen(&session);
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            session_keys(&session, steps[i]);
            look_at_screen(&session);
        }
        session_fini(&session);
        buf_fini(&yaml);
    }
    end_count(strings_count());
}

static int drop_all(void **state)
{
    buf_fini(&out);
    return folder_drop(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_in_a_file_gets_out),
        cmocka_unit_test(nothing_in_a_broken_file_or_a_notice_gets_out),
        cmocka_unit_test(nothing_in_an_argument_gets_out),
        cmocka_unit_test(nothing_in_the_environment_gets_out),
        cmocka_unit_test(nothing_gets_to_a_terminal),
    };
    return cmocka_run_group_tests_name("escapes", tests, folder_make, drop_all);
}
