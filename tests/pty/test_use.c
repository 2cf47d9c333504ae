/* SPDX-License-Identifier: MIT */
/* What people do, through the whole program: Chinese typed and pasted, the mouse, copying; and slow lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "base/file.h"
#include "pty/gb_locale.h"
#include "pty/kinds.h"
#include "pty/twin.h"

/* The print dialog, text among the formats, whatever is chosen there, and the file. */
#define TO_TEXT_FILE "p\t\033[B\033[B\033[B\033[B\033[B \t\033[B\r"
/* The third behind text. */
#define TO_CSV_FILE "p\t\033[B\033[B\033[B\033[B\033[B\033[B\033[B\033[B \t\033[B\r"

enum { STALL_MS = 5, STALLED_FRAMES = 60 };

static void start(struct session *session, const struct session_setup *setup)
{
    session_start(session, setup);
    assert_true(session_settle(session));
}

static bool shows(const struct session *session, const char *text)
{
    return emulator_find(&session->screen, text) >= 0;
}

/* Each way that text comes, in UTF-8 and GB18030. */
static void finds_units(const char *charset, const char *const *variables)
{
    static const struct {
        const char *opens, *sends, *finds;
    } ways[] = {
        { "/", "发改", "浙江省发展和改革委员会" }, /* typed, or committed by an input method, in a field */
        { "", "经信", "浙江省经济和信息化厅" },    /* the same anywhere */
        { "", "省", "查找: 省" },                  /* one character */
        { "/", "\033[200~科技厅\033[201~", "浙江省科学技术厅" }, /* pasted into a field */
        { "", "\033[200~民政厅\033[201~", "浙江省民政厅" },      /* and anywhere */
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct session session;
        start(&session,
              &(struct session_setup){
                  .cols = 120, .charset = charset, .ambiguous_cols = charset ? 2 : 1, .variables = variables });
        session_keys(&session, ways[i].opens);
        session_keys(&session, ways[i].sends);
        if (!shows(&session, ways[i].finds))
            print_message("%s: %s\n", charset ? charset : "UTF-8", ways[i].finds);
        assert_true(shows(&session, ways[i].finds));
        session_fini(&session);
    }
}

static void chinese_typed_committed_and_pasted_finds_units(void **state)
{
    (void)state;
    finds_units(NULL, NULL);
}

static void chinese_typed_committed_and_pasted_in_gb18030_finds_units(void **state)
{
    (void)state;
    const char *const variables[] = { "LC_ALL=zh_CN.GB18030", gb_locale(), NULL };
    if (!*gb_locale())
        skip();
    finds_units("GB18030", variables);
}

/* As `print -o` does: the sheet and its file's name are in the terminal's encoding. */
static void a_sheet_written_in_gb18030_is_gb18030(void **state)
{
    (void)state;
    const char *const variables[] = { "LC_ALL=zh_CN.GB18030", gb_locale(), NULL };
    if (!*gb_locale())
        skip();
    char folder[] = "/tmp/fengong-sheet-XXXXXX", keys[128], path[128];
    struct session session;
    struct buf sheet = { 0 };
    assert_non_null(mkdtemp(folder));
    start(&session,
          &(struct session_setup){ .cols = 100, .charset = "GB18030", .ambiguous_cols = 2, .variables = variables });
    snprintf(keys, sizeof keys, TO_TEXT_FILE "\025%s/单子.txt\r", folder);
    session_keys(&session, keys);
    assert_true(session_await(&session, "已写入"));
    session_fini(&session);
    snprintf(path, sizeof path, "%s/\xB5\xA5\xD7\xD3.txt", folder);
    assert_int_equal(file_read(path, &sheet, NULL), 0);
    assert_non_null(strstr(sheet.at, "\xD4\xAC\xBC\xD2\xBE\xFC"));
    buf_fini(&sheet);
    unlink(path);
    rmdir(folder);
}

/* As `print --bom` does: Excel knows the file as UTF-8, and takes no id for a number. */
static void a_table_is_saved_for_the_spreadsheet_that_settings_name(void **state)
{
    (void)state;
    const char *const arguments[] = { "-f", "data/tasks.yaml", "--bom", NULL };
    char folder[] = "/tmp/fengong-table-XXXXXX", keys[160], path[64];
    struct session session;
    struct buf table = { 0 };
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.csv", folder);
    start(&session, &(struct session_setup){ .cols = 100, .arguments = arguments });
    snprintf(keys, sizeof keys, TO_CSV_FILE "\025%s\r", path);
    session_keys(&session, keys);
    assert_true(session_await(&session, "已写入"));
    session_fini(&session);
    assert_int_equal(file_read(path, &table, NULL), 0);
    assert_true(span_starts(buf_view(&table), SPAN("\xEF\xBB\xBF编号")));
    assert_non_null(strstr(table.at, "\r\n1、1,"));
    buf_fini(&table);
    unlink(path);
    rmdir(folder);
}

/* ~/ is the home directory; a name that cannot be written is asked for again as it was typed. */
static void a_sheet_is_written_to_the_home_directory_and_a_bad_name_can_be_mended(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-home-XXXXXX", home[64], path[64];
    struct session session;
    struct buf sheet = { 0 };
    assert_non_null(mkdtemp(folder));
    snprintf(home, sizeof home, "HOME=%s", folder);
    const char *const variables[] = { home, NULL };
    start(&session, &(struct session_setup){ .cols = 100, .variables = variables });
    session_keys(&session, TO_TEXT_FILE "\025~/no/s.txt\r");
    assert_true(session_await(&session, "无法写 ~/no/s.txt：没有这个文件夹"));
    assert_true(session_await(&session, "文件名: ~/no/s.txt"));
    session_keys(&session, "\025~/s.txt\r");
    assert_true(session_await(&session, "已写入 ~/s.txt"));
    session_fini(&session);
    snprintf(path, sizeof path, "%s/s.txt", folder);
    assert_int_equal(file_read(path, &sheet, NULL), 0);
    assert_non_null(strstr(sheet.at, "袁家军"));
    buf_fini(&sheet);
    unlink(path);
    rmdir(folder);
}

/* The list of targets, all of it and what a filter leaves: fengong-paper has to be told which. */
static void targets_become_a_pdf(void **state)
{
    (void)state;
    static const char *const filters[] = { "", "f领导:高兴夫\r" };
    char folder[] = "/tmp/fengong-targets-XXXXXX", path[64], keys[128];
    if (!session_has_paper())
        skip();
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.pdf", folder);
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        struct session session;
        struct buf sheet = { 0 };
        start(&session, &(struct session_setup){ .cols = 100 });
        session_keys(&session, "\033OR\033[C\033[C\033[C\033[C\033[C");
        session_keys(&session, filters[i]);
        snprintf(keys, sizeof keys, "p\t\t\t\033[B\r\025%s\r", path);
        session_keys(&session, keys);
        assert_true(session_await(&session, "已写入"));
        assert_int_equal(file_read(path, &sheet, NULL), 0);
        assert_true(span_starts(buf_view(&sheet), SPAN("%PDF-")));
        buf_fini(&sheet);
        session_fini(&session);
        unlink(path);
    }
    rmdir(folder);
}

/* Space in two views; the marks go to the file, as text here and through fengong-paper where it was built. */
static void what_is_marked_is_printed(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-marks-XXXXXX", path[64], keys[128];
    struct session session;
    struct buf sheet = { 0 };
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/s.txt", folder);
    start(&session, &(struct session_setup){ .cols = 100 });
    session_keys(&session, "j j \033OQ \033OP");
    assert_true(shows(&session, "已标记 2 件、1 个单位"));
    snprintf(keys, sizeof keys, TO_TEXT_FILE "\025%s\r", path);
    session_keys(&session, keys);
    assert_true(session_await(&session, "已写入"));
    assert_int_equal(file_read(path, &sheet, NULL), 0);
    assert_non_null(strstr(sheet.at, "重点工作任务单（2项）"));
    assert_non_null(strstr(sheet.at, "稳企业、防风险"));
    assert_null(strstr(sheet.at, "一号工程"));
    buf_fini(&sheet);
    unlink(path);
    if (session_has_paper()) {
        session_keys(&session, "\033p\t\t\033[A\033[A\033[A \t\r");
        session_keys(&session, keys + sizeof TO_TEXT_FILE - 1);
        assert_true(session_await(&session, "已写入"));
        assert_int_equal(file_read(path, &sheet, NULL), 0);
        assert_true(span_starts(buf_view(&sheet), SPAN("%PDF-")));
        buf_fini(&sheet);
        unlink(path);
    }
    session_keys(&session, "\033y");
    assert_true(shows(&session, "标记的 2 件、1 个单位：已发送到终端"));
    session_fini(&session);
    rmdir(folder);
}

/* One sheet for each unit, into a folder, in whatever format; Esc keeps what is there. */
static void each_unit_gets_a_sheet_from_the_dialog(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-each-XXXXXX", keys[128], command[128];
    struct session session;
    assert_non_null(mkdtemp(folder));
    start(&session, &(struct session_setup){ .cols = 140 });
    /* The row behind the leader's sheet, the livelihood items' and all; text; the folder. */
    session_keys(&session, "p\033[B\033[B\033[B\r");
    assert_true(shows(&session, "(*) 每个单位一份"));
    session_keys(&session, "\t\033[B\033[B\033[B\033[B\033[B \t\033[B\r");
    assert_true(shows(&session, "文件夹: 各单位任务单"));
    snprintf(keys, sizeof keys, "\025%s\r", folder);
    session_keys(&session, keys);
    assert_true(session_await(&session, "写了 142 个文件到"));
    session_fini(&session);
    snprintf(command, sizeof command, "test $(ls %s | grep -c '任务单.txt$') = 142 && rm -r %s", folder, folder);
    assert_int_equal(system(command), 0);
}

static void a_run_for_each_unit_can_be_stopped(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-each-XXXXXX", keys[128], command[128];
    struct session session;
    if (!session_has_paper())
        skip();
    assert_non_null(mkdtemp(folder));
    start(&session, &(struct session_setup){ .cols = 140 });
    session_keys(&session, "p\033[B\033[B\033[B\r\t\t\t\033[B\r");
    snprintf(keys, sizeof keys, "\025%s\r", folder);
    session_send(&session, keys);
    assert_true(session_await(&session, "正在生成文件"));
    session_send(&session, "\033");
    assert_true(session_await(&session, "停下了，已写好的文件是完整的"));
    session_fini(&session);
    snprintf(command, sizeof command, "test $(ls -a %s | grep -c fengong) = 0 && rm -r %s", folder, folder);
    assert_int_equal(system(command), 0);
}

/* What is made for paper is another program's work; where that was not built the dialog names its package. */
static void a_sheet_is_written_as_pdf_from_the_dialog(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-pdf-XXXXXX", path[64], keys[128];
    struct session session;
    struct buf sheet = { 0 };
    if (!session_has_paper())
        skip();
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/s.pdf", folder);
    snprintf(keys, sizeof keys, "p\t\t\t\033[B\r\025%s\r", path);
    start(&session, &(struct session_setup){ .cols = 100 });
    session_keys(&session, keys);
    assert_true(session_await(&session, "已写入"));
    session_fini(&session);
    assert_int_equal(file_read(path, &sheet, NULL), 0);
    assert_true(span_starts(buf_view(&sheet), SPAN("%PDF-")));
    buf_fini(&sheet);
    unlink(path);
    rmdir(folder);
}

static void click(struct session *session, int row, int col)
{
    char keys[64];
    snprintf(keys, sizeof keys, "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1, col + 1, row + 1);
    session_keys(session, keys);
}

static bool row_shows(const struct session *session, int row, const char *text)
{
    char *line = emulator_row(&session->screen, row);
    bool found = strstr(line, text) != NULL;
    free(line);
    return found;
}

static void the_mouse_wheels_selects_folds_and_hits_tabs(void **state)
{
    (void)state;
    struct session session;
    start(&session, &(struct session_setup){ .rows = 30, .cols = 100 });
    session_keys(&session, "\033[<65;5;5M");
    assert_true(row_shows(&session, 29, " 1/"));
    session_keys(&session, "mg\033[<65;5;5M");
    assert_true(row_shows(&session, 29, " 1.3"));
    session_keys(&session, "\033[<64;5;5M");
    assert_true(row_shows(&session, 29, " 1/"));
    int task = emulator_find(&session.screen, "稳企业");
    assert_true(task > 0);
    click(&session, task, 10);
    assert_true(row_shows(&session, 29, "1.1"));
    /* The mark of the first leader folds him, and opens him again. */
    int leader = emulator_find(&session.screen, "袁家军");
    click(&session, leader, 1);
    assert_false(row_shows(&session, task, "稳企业"));
    click(&session, leader, 1);
    assert_true(row_shows(&session, task, "稳企业"));
    click(&session, 0, 100 - 8 - 9);
    assert_true(row_shows(&session, 0, "[统计 F3]"));
    click(&session, 0, 100 - 8 - 9 - 1);
    assert_true(row_shows(&session, 0, "[单位 F2]"));
    assert_int_equal(session.screen.unknown, 0);
    session_fini(&session);
}

static void copies(const char *variable, const char *says, const char *sent)
{
    struct session session;
    const char *const variables[] = { variable, NULL };
    start(&session, &(struct session_setup){ .cols = 120, .variables = variables });
    session_keys(&session, "jy");
    assert_true(shows(&session, says));
    const char *strings = session.screen.strings.bytes ? session.screen.strings.at : "";
    if (sent)
        assert_non_null(strstr(strings, sent));
    else
        assert_null(strstr(strings, "52;c"));
    session_fini(&session);
}

static void copying_says_what_is_known_and_can_be_off(void **state)
{
    (void)state;
    copies("X=y", "已发送到终端", "]52;c;");
    copies("STY=1.pts", "已发送到终端", "P\033]52;c;");
    copies("TERM=linux", "终端不支持复制，请按 v", NULL);
    copies("FENGONG_CLIPBOARD=no", "复制已关闭，请按 v", NULL);
    copies("FENGONG_CLIPBOARD=OFF", "复制已关闭，请按 v", NULL);
    copies("FENGONG_CLIPBOARD=0", "复制已关闭，请按 v", NULL);
    copies("FENGONG_CLIPBOARD=yes", "已发送到终端", "]52;c;");
}

static void a_terminal_that_takes_its_time_loses_nothing(void **state)
{
    (void)state;
    static const struct twin_step end = { TWIN_KEY, "End", "\033OF", 0, 0 };
    for (int nonblocking = 0; nonblocking < 2; nonblocking++) {
        struct session session;
        struct twin twin;
        start(&session, &(struct session_setup){ .rows = 60, .cols = 200 });
        int flags = fcntl(session.slave_fd, F_GETFL);
        if (nonblocking)
            fcntl(session.slave_fd, F_SETFL, flags | O_NONBLOCK);
        /* Frames until the line is full: nobody reads. */
        for (int i = 0; i < STALLED_FRAMES; i++) {
            session_send(&session, "\014");
            poll(NULL, 0, STALL_MS);
        }
        session_keys(&session, end.bytes);
        assert_true(twin_play(&twin, &end, 1, 60, 200, 1));
        assert_int_equal(twin_differences(&session, twin.screens[1]), 0);
        twin_fini(&twin);
        session_fini(&session);
    }
}

static void a_limit_for_files_does_not_end_it(void **state)
{
    (void)state;
    static const char *const script[] = { "-c", "ulimit -f 0; exec \"$FENGONG\"", NULL };
    struct session session;
    session_start(&session, &(struct session_setup){ .program = "/bin/sh", .arguments = script });
    assert_true(session_await(&session, "袁家军"));
    session_send(&session, "q");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

static void assert_modes(const struct session *session)
{
    struct termios now;
    assert_int_equal(tcgetattr(session->slave_fd, &now), 0);
    assert_int_equal(now.c_lflag, session->before.c_lflag);
    assert_int_equal(now.c_iflag, session->before.c_iflag);
    assert_int_equal(now.c_oflag, session->before.c_oflag);
    assert_false(session->screen.alternate);
}

static void a_broken_file_is_told_on_the_terminal_as_it_was(void **state)
{
    (void)state;
    char path[] = "/tmp/fengong-broken-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(file_write_fd(fd, SPAN("title: [\n")), 0);
    close(fd);
    const char *const arguments[] = { "-f", path, NULL };
    for (int mute = 0; mute < 2; mute++) {
        struct session session;
        session_start(&session, &(struct session_setup){ .cols = 160, .arguments = arguments, .mute = mute });
        assert_int_equal(session_end(&session), 3);
        assert_true(shows(&session, "fengong-broken-"));
        assert_modes(&session);
        session_fini(&session);
    }
    unlink(path);
}

/* A pipe whose end does not come yet keeps the program loading, with the terminal already asked. */
static int start_stalled(struct session *session, const char *path)
{
    static const char *const arguments[] = { "-f", "-", NULL };
    assert_int_equal(mkfifo(path, 0600), 0);
    int fd = open(path, O_RDWR | O_CLOEXEC);
    session_start(session, &(struct session_setup){ .arguments = arguments, .input = path });
    struct termios now;
    do
        session_watch(session, STALL_MS);
    while (tcgetattr(session->slave_fd, &now) == 0 && (now.c_lflag & ECHO));
    unlink(path);
    return fd;
}

static void what_ends_it_while_loading_gives_the_terminal_back(void **state)
{
    (void)state;
    static const int signals[] = { SIGTERM, SIGHUP, SIGSEGV, SIGABRT };
    char folder[] = "/tmp/fengong-stall-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/pipe", folder);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct session session;
        int fd = start_stalled(&session, path);
        kill(session.pid, signals[i]);
        int status = session_end(&session);
        /* Sanitizers have their own exit status for a crash. */
        assert_true(signals[i] == SIGTERM || signals[i] == SIGHUP ? status == 128 + signals[i] : status > 0);
        assert_modes(&session);
        close(fd);
        session_fini(&session);
    }
    rmdir(folder);
}

static void keys_typed_while_loading_are_kept(void **state)
{
    (void)state;
    static const struct twin_step down = { TWIN_KEY, "Down", "", 0, 0 };
    char folder[] = "/tmp/fengong-stall-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/pipe", folder);
    struct session session;
    struct twin twin;
    struct buf data = { 0 };
    int fd = start_stalled(&session, path);
    assert_int_equal(write(session.fd, "j", 1), 1);
    assert_int_equal(file_read("data/tasks.yaml", &data, NULL), 0);
    assert_int_equal(file_write_fd(fd, buf_view(&data)), 0);
    close(fd);
    assert_true(session_await(&session, "袁家军"));
    session_settle(&session);
    assert_true(twin_play(&twin, &down, 1, 24, 80, 1));
    assert_int_equal(twin_differences(&session, twin.screens[1]), 0);
    twin_fini(&twin);
    session_fini(&session);
    buf_fini(&data);
    rmdir(folder);
}

/* The screen after the keys of a walk, each NUL-terminated, an empty one behind the last; in one write or one by one. */
static char *screen_after(const char *walk, bool at_once)
{
    struct session session;
    struct buf all = { 0 };
    start(&session, &(struct session_setup){ 0 });
    for (const char *key = walk; *key; key += strlen(key) + 1) {
        if (!at_once)
            session_keys(&session, key);
        buf_string(&all, key);
    }
    if (at_once)
        session_keys(&session, all.at);
    char *screen = emulator_dump(&session.screen);
    buf_fini(&all);
    session_fini(&session);
    return screen;
}

static void keys_in_one_read_do_what_they_do_one_by_one(void **state)
{
    static const char *const walks[] = {
        "?\0G\0",
        "j\0j\0\r\0j\0l\0",
        "/\0s\0f\0g\0\r\0G\0k\0",
        "f\0\xE9\x93\x81\xE8\xB7\xAF\0\r\0n\0p\0",
        "\033OR\0\t\0\033[6~\0s\0",
        ":\0m.4\0\r\0p\0\r\0\033[6~\0",
    };
    (void)state;
    for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
        char *one_by_one = screen_after(walks[i], false), *at_once = screen_after(walks[i], true);
        assert_string_equal(one_by_one, at_once);
        free(one_by_one);
        free(at_once);
    }
}

int main(void)
{
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_typed_committed_and_pasted_finds_units),
        cmocka_unit_test(chinese_typed_committed_and_pasted_in_gb18030_finds_units),
        cmocka_unit_test(a_sheet_written_in_gb18030_is_gb18030),
        cmocka_unit_test(a_table_is_saved_for_the_spreadsheet_that_settings_name),
        cmocka_unit_test(a_sheet_is_written_as_pdf_from_the_dialog),
        cmocka_unit_test(each_unit_gets_a_sheet_from_the_dialog),
        cmocka_unit_test(a_run_for_each_unit_can_be_stopped),
        cmocka_unit_test(targets_become_a_pdf),
        cmocka_unit_test(what_is_marked_is_printed),
        cmocka_unit_test(a_sheet_is_written_to_the_home_directory_and_a_bad_name_can_be_mended),
        cmocka_unit_test(the_mouse_wheels_selects_folds_and_hits_tabs),
        cmocka_unit_test(copying_says_what_is_known_and_can_be_off),
        cmocka_unit_test(a_terminal_that_takes_its_time_loses_nothing),
        cmocka_unit_test(a_limit_for_files_does_not_end_it),
        cmocka_unit_test(a_broken_file_is_told_on_the_terminal_as_it_was),
        cmocka_unit_test(what_ends_it_while_loading_gives_the_terminal_back),
        cmocka_unit_test(keys_typed_while_loading_are_kept),
        cmocka_unit_test(keys_in_one_read_do_what_they_do_one_by_one),
    };
    return cmocka_run_group_tests_name("use", tests, kinds_make, kinds_drop);
}
