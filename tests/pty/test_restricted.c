/* SPDX-License-Identifier: MIT */
/*
 * Restricted mode watched by strace: hostile variables in two locales, the keys by which people get a shell out of other
 * programs, and random ones.  It starts nothing, writes nothing, and reads nothing but the system's files and the breakdown.
 * Without FENGONG_LONG a tenth of the variables and 2,000 random keys, with it all and 100,000.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/folder.h"
#include "pty/gb_locale.h"
#include "pty/session.h"

#define STRACE "/usr/bin/strace"

static char trace[128], data_folder[128], data[192], canary[128];
static char preload[4096] = "X=", own_locales[4096] = "X="; /* so that there is a GB18030 locale */

static const char *program(void)
{
    return getenv("FENGONG") ? getenv("FENGONG") : "build/fengong";
}

/* Where restricted mode may read: the system's folders, the program's own, the breakdown's. */
static bool may_read(const char *path)
{
    static const char *const places[] = { "/lib",         "/usr/",  "/etc/ld.so.", "/etc/localtime", "/etc/terminfo",
                                          "/etc/fengong", "/proc/", "/dev/",       "/sys/",          "/etc/locale" };
    const char *fail_so = getenv("FAIL") ? getenv("FAIL") : "build/fail.so"; /* lies in the folder that all was built in */
    char own[4096];
    snprintf(own, sizeof own, "%s", fail_so);
    *strrchr(own, '/') = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strncmp(path, places[i], strlen(places[i])) == 0)
            return true;
    return strncmp(path, data_folder, strlen(data_folder)) == 0 || strncmp(path, own, strlen(own)) == 0;
}

static bool has(const char *line, const char *word)
{
    return strstr(line, word) != NULL;
}

/* What a line of the trace must not have done, or NULL. */
static const char *fault_of(const char *line, int *starts)
{
    const char *path = strchr(line, '"');
    char name[512] = "";
    if (path)
        snprintf(name, sizeof name, "%.*s", (int)strcspn(path + 1, "\""), path + 1);
    if (has(line, "execve"))
        return ++*starts > 1 ? "starts a program" : NULL;
    if (has(line, "open") && (has(line, "O_WRONLY") || has(line, "O_RDWR") || has(line, "O_CREAT")))
        return strncmp(name, "/dev/", 5) == 0 ? NULL : "opens for writing";
    if (has(line, "open"))
        return has(name, canary) || (!may_read(name) && (*name == '/' || has(line, "AT_FDCWD")))
                   ? "reads what is foreign"
                   : NULL;
    return *name ? "changes a folder" : NULL;
}

static int count_faults(const char *what)
{
    struct buf content = { 0 };
    int starts = 0, faults = 0;
    if (file_read(trace, &content, NULL) != 0 || !content.bytes)
        return 0;
    for (char *line = strtok(content.at, "\n"); line; line = strtok(NULL, "\n")) {
        const char *fault = fault_of(line, &starts);
        if (fault && ++faults < 4)
            print_message("%s: %s: %.200s\n", what, fault, line);
    }
    assert_true(starts > 0);
    buf_fini(&content);
    return faults;
}

/* Starts the program under strace, restricted; with a command, or the screen. */
static void begin(struct session *session, const char *variable, const char *locale, const char *command)
{
    static const char calls[] =
        "trace=execve,execveat,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,"
        "mkdirat,link,linkat,symlink,symlinkat,truncate,mknod,mknodat";
    const char *const arguments[] = { "-f",      "-qq",          "-o", trace, "-e",    calls,
                                      program(), "--restricted", "-f", data,  command, NULL };
    const char *const variables[] = { locale, "ASAN_OPTIONS=detect_leaks=0", preload, own_locales, variable, NULL };
    unlink(trace);
    session_start(session,
                  &(struct session_setup){ .program = STRACE, .arguments = arguments, .variables = variables });
}

static int end(struct session *session, const char *what)
{
    /* A plain screen wants a key of its own, and line by line it wants a line. */
    session_send(session, "\007\007\007\007");
    session_watch(session, 5);
    session_send(session, "\007q\r\004");
    session_end(session);
    session_fini(session);
    return count_faults(what);
}

static void there_is_a_gb18030_locale(void **state)
{
    (void)state;
    if (*preload == 'X')
        skip();
    struct session session;
    begin(&session, NULL, "LC_ALL=zh_CN.GB18030", "stats");
    assert_int_equal(end(&session, "GB18030"), 0);
    struct buf content = { 0 };
    assert_int_equal(file_read(trace, &content, NULL), 0);
    const char *opened = strstr(content.at, "zh_CN.GB18030/LC_CTYPE\", O_RDONLY|O_CLOEXEC) = ");
    assert_non_null(opened);
    assert_true(strchr(opened, '=')[2] != '-');
    buf_fini(&content);
}

static void hostile_variables_open_nothing(void **state)
{
    (void)state;
    static const char *const names[] = { "GCONV_PATH",
                                         "LOCPATH",
                                         "NLSPATH",
                                         "LANGUAGE",
                                         "OUTPUT_CHARSET",
                                         "TEXTDOMAINDIR",
                                         "TERMINFO",
                                         "TERMINFO_DIRS",
                                         "TERMCAP",
                                         "TERMPATH",
                                         "HOME",
                                         "XDG_DATA_HOME",
                                         "XDG_DATA_DIRS",
                                         "XDG_CONFIG_HOME",
                                         "XDG_CONFIG_DIRS",
                                         "XDG_CACHE_HOME",
                                         "XDG_RUNTIME_DIR",
                                         "FENGONG_FILE",
                                         "FENGONG_CONFIG",
                                         "FENGONG_PROBE_MS",
                                         "EDITOR",
                                         "VISUAL",
                                         "PAGER",
                                         "LESS",
                                         "LESSOPEN",
                                         "LESSCLOSE",
                                         "LESSSECURE",
                                         "MANPAGER",
                                         "BROWSER",
                                         "SHELL",
                                         "ENV",
                                         "BASH_ENV",
                                         "PATH",
                                         "CDPATH",
                                         "IFS",
                                         "TMPDIR",
                                         "TMP",
                                         "TEMP",
                                         "TZ",
                                         "TZDIR",
                                         "CUPS_SERVER",
                                         "CUPS_DATADIR",
                                         "PRINTER",
                                         "LPDEST",
                                         "ESCDELAY",
                                         "NCURSES_TRACE",
                                         "NCURSES_NO_PADDING",
                                         "LINES",
                                         "COLUMNS",
                                         "TERM",
                                         "COLORTERM",
                                         "LANG",
                                         "LC_ALL",
                                         "LC_MESSAGES",
                                         "LC_CTYPE",
                                         "MALLOC_TRACE",
                                         "MALLOC_PERTURB_",
                                         "RES_OPTIONS",
                                         "HOSTALIASES",
                                         "GETCONF_DIR",
                                         "SOURCE_DATE_EPOCH",
                                         "FONTCONFIG_FILE",
                                         "FONTCONFIG_PATH",
                                         "PANGO_RC_FILE",
                                         "XML_CATALOG_FILES",
                                         "SGML_CATALOG_FILES",
                                         "OLDPWD",
                                         "SSH_ORIGINAL_COMMAND" };
    static const char *const locales[] = { "LC_ALL=C.UTF-8", "LC_ALL=zh_CN.GB18030" };
    static const char *const heads[] = { "", ":", "../../../../../../.." };
    int faults = 0, runs = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i += effort_is_long() ? 1 : 10)
        for (size_t locale = 0; locale < 2; locale++)
            for (int on_screen = 0; on_screen < 2; on_screen++, runs++) {
                struct session session;
                char variable[512];
                snprintf(variable, sizeof variable, "%s=%s%s/x", names[i], heads[(i + locale) % 3], canary);
                begin(&session, variable, locales[locale], on_screen ? NULL : "stats");
                if (on_screen && session_await(&session, "F1"))
                    session_send(&session, "j\r/s\r\007pj\007?\007");
                faults += end(&session, variable);
            }
    if (getenv("FENGONG_TIMES"))
        print_message("%d runs, %d faults\n", runs, faults);
    assert_int_equal(faults, 0);
}

/* As GTFOBins has them for less, more, vim, nano, tig, man, ed, ftp, and what else gives a shell, an editor or a file. */
static void the_ways_out_of_other_programs_lead_nowhere(void **state)
{
    (void)state;
    static const char *const ways[] = { "!sh\r",
                                        "!/bin/sh\r",
                                        ":!sh\r",
                                        ":!/bin/sh\r",
                                        ":sh\r",
                                        ":shell\r",
                                        ":e /etc/passwd\r",
                                        ":r /etc/passwd\r",
                                        ":w /tmp/x\r",
                                        ":set shell=/bin/sh\r:shell\r",
                                        ":py import os\r",
                                        ":lua os.execute('sh')\r",
                                        ":term\r",
                                        "v",
                                        "e",
                                        "E",
                                        "E/etc/passwd\r",
                                        "|sh\r",
                                        "|/bin/sh\r",
                                        "s/tmp/x\r",
                                        "o/tmp/x\r",
                                        "\022\030sh\r",
                                        "\022/etc/passwd\r",
                                        "\024",
                                        "\017",
                                        "\032",
                                        "\030\023",
                                        "\030\005",
                                        "\033!",
                                        "\033!sh\r",
                                        "\033|sh\r",
                                        "\033e",
                                        "$!sh\r",
                                        "$(sh)\r",
                                        "`sh`\r",
                                        "&sh\r",
                                        ";sh\r",
                                        "-o /tmp/x\r",
                                        "--output=/tmp/x\r",
                                        ":o /tmp/x\r",
                                        "h!sh\r",
                                        "F",
                                        "F!sh\r",
                                        "m",
                                        "y",
                                        "Y",
                                        "\031",
                                        "/!sh\r",
                                        "f!sh\r",
                                        "p\033[F\r",
                                        "p\033[F\033[A\r/tmp/x\r",
                                        "p!sh\r",
                                        "p|sh\r",
                                        "P",
                                        "~C",
                                        "~!sh\r",
                                        "\r~.",
                                        ":q!\r",
                                        "ZZ",
                                        "\033[200~!sh\n\033[201~",
                                        "\033]52;c;?\a",
                                        "\003",
                                        "\034",
                                        "g!",
                                        "x",
                                        "a",
                                        "c",
                                        "d",
                                        "t",
                                        "r",
                                        "R",
                                        "i",
                                        "b",
                                        "B" };
    int faults = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i += effort_is_long() ? 1 : 8) {
        struct session session;
        begin(&session, NULL, "LC_ALL=C.UTF-8", NULL);
        assert_true(session_await(&session, "F1"));
        session_send(&session, ways[i]);
        session_watch(&session, 40);
        faults += end(&session, ways[i]);
    }
    assert_int_equal(faults, 0);
}

/* What quits is left out, but may come of others; then there is a new session. */
static void random_keys_lead_nowhere(void **state)
{
    (void)state;
    static const char *const sequences[] = { "\r",      "\033",   "\t",     "\033[A", "\033[B",   "\033[5~",
                                             "\033[6~", "\033OP", "\033OQ", "\033OR", "\033[F",   "\033[H",
                                             "\177",    "\007",   "p",      "省",     "\033[15~", "\033OS" };
    int keys = 0, wanted = effort_is_long() ? 100000 : 2000, faults = 0, sessions = 0;
    srand(9);
    while (keys < wanted) {
        struct session session;
        begin(&session, NULL, "LC_ALL=C.UTF-8", NULL);
        sessions++;
        bool there = session_await(&session, "F1");
        for (int chunk = 0; there && chunk < 50 && keys < wanted; chunk++) {
            char bytes[1024] = "";
            for (int i = 0; i < 40; i++, keys++) {
                char one[2] = { (char)(1 + rand() % 126), 0 };
                bool ends = *one == 'q' || *one == 'Q' || *one == 'Z' || *one == 28;
                strcat(bytes,
                       rand() % 3 && !ends ? one : sequences[(size_t)rand() % (sizeof sequences / sizeof *sequences)]);
            }
            session_send(&session, bytes);
            session_watch(&session, 8);
            there = kill(session.pid, 0) == 0 && !session.ended;
        }
        faults += end(&session, "random keys");
    }
    if (getenv("FENGONG_TIMES"))
        print_message("%d keys in %d sessions, %d faults\n", keys, sessions, faults);
    assert_int_equal(faults, 0);
}

static int make_places(void **state)
{
    char command[512];
    if (folder_make(state) != 0)
        return -1;
    snprintf(trace, sizeof trace, "%s", folder_file("trace"));
    snprintf(canary, sizeof canary, "%s", folder_file("canary"));
    snprintf(data_folder, sizeof data_folder, "%s", folder_file("data"));
    snprintf(data, sizeof data, "%s/tasks.yaml", data_folder);
    /* Sanitizers want to be loaded first. */
    if (*gb_locale() && !(getenv("VARIANT") && *getenv("VARIANT"))) {
        snprintf(preload, sizeof preload, "LD_PRELOAD=%s", getenv("FAIL") ? getenv("FAIL") : "build/fail.so");
        snprintf(own_locales, sizeof own_locales, "FENGONG_LOCALES=%s", gb_locale() + strlen("LOCPATH="));
    }
    snprintf(command, sizeof command, "mkdir %s %s && cp data/tasks.yaml %s", data_folder, canary, data);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_is_a_gb18030_locale),
        cmocka_unit_test(hostile_variables_open_nothing),
        cmocka_unit_test(the_ways_out_of_other_programs_lead_nowhere),
        cmocka_unit_test(random_keys_lead_nowhere),
    };
    if (access(STRACE, X_OK) != 0 || system(STRACE " -qq -o /dev/null true 2>/dev/null") != 0) {
        printf("ok 1 - restricted # SKIP no strace, or it may not trace here\n");
        return 0;
    }
    return cmocka_run_group_tests_name("restricted", tests, make_places, folder_drop);
}
