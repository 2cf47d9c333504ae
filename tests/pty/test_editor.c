/* SPDX-License-Identifier: MIT */
/* The editor, which takes the screen's place on the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "pty/folder.h"
#include "pty/kinds.h"
#include "pty/session.h"
#include "system/editor.h"

static char visual[320], other[320], path[128];

static const char yaml[] = "format: 1\n"                                                      /* 1 */
                           "title: 某市任务\n"                                                /* 2 */
                           "units: [甲局, 乙局]\n"                                            /* 3 */
                           "sections:\n"                                                      /* 4 */
                           "  - kind: general\n"                                              /* 5 */
                           "    heading: 一、要事\n"                                          /* 6 */
                           "    tasks:\n"                                                     /* 7 */
                           "      - {no: 1, text: 修路。, label: 责任单位, units: [甲局]}\n"  /* 8 */
                           "      - {no: 2, text: 架桥。, label: 责任单位, units: [乙局]}\n"; /* 9 */

static void assert_file(const char *name, const char *content)
{
    struct buf got = { 0 };
    assert_int_equal(file_read(folder_file(name), &got, NULL), 0);
    assert_string_equal(got.at ? got.at : "", content);
    buf_fini(&got);
}

/* The editor says what it was given, one argument a line, and does what the test wants. */
static void write_editor(const char *name, const char *does)
{
    struct buf script = { 0 };
    buf_printf(&script, "#!/bin/sh\ncd '%s'\nprintf '%%s\\n' \"$@\" >args.new\n%s\nmv args.new args\n", folder_path(),
               does);
    folder_write(name, script.at, 0700);
    unlink(folder_file("args"));
    buf_fini(&script);
}

static void start(struct session *session, const char *const *more)
{
    const char *arguments[8] = { "-f", path };
    const char *const variables[] = { visual, other, NULL };
    for (int i = 0; more && more[i]; i++)
        arguments[2 + i] = more[i];
    session_start(session, &(struct session_setup){ .cols = 100, .arguments = arguments, .variables = variables });
    assert_true(session_settle(session));
}

static int make_all(void **state)
{
    if (kinds_make(state) != 0 || folder_make(state) != 0)
        return -1;
    snprintf(path, sizeof path, "%s", folder_file("t.yaml"));
    return 0;
}

static int drop_all(void **state)
{
    return folder_drop(state) | kinds_drop(state);
}

static void set_up(const char *editor)
{
    folder_write("t.yaml", yaml, 0600);
    snprintf(visual, sizeof visual, "VISUAL=%s", editor);
    snprintf(other, sizeof other, "EDITOR=false");
}

/* It reads from the terminal as a shell's job does, with the shell's modes, and what it saves is there afterwards. */
static void the_editor_opens_at_the_task_and_what_it_saves_is_read(void **state)
{
    (void)state;
    char editor[160], expected[320];
    struct session session;
    write_editor("vi.tiny", "stty -a </dev/tty | tr ' ;' '\\n\\n' | grep -xE 'icanon|echo|icrnl' >modes\n"
                            "echo ready; read line </dev/tty; sed -i \"s/架桥/$line/\" t.yaml");
    snprintf(editor, sizeof editor, "%s -x 'two words'", folder_file("vi.tiny"));
    set_up(editor);
    start(&session, NULL);
    session_keys(&session, "jj");
    session_send(&session, "e");
    assert_true(session_await(&session, "ready"));
    assert_false(session.screen.alternate);
    session_send(&session, "挖河\n");
    assert_true(session_await(&session, "挖河。"));
    assert_true(session.screen.alternate);
    session_keys(&session, "\014"); /* the notice gives way to the trail */
    assert_true(session_await(&session, "一、要事 › 1.2"));
    snprintf(expected, sizeof expected, "-x\ntwo words\n+9\n%s\n", path);
    assert_file("args", expected);
    assert_file("modes", "icrnl\nicanon\necho\n");
    /* A unit in the task's list: its line there; in the index: where it is registered. */
    session_send(&session, "\r");
    session_send(&session, "e");
    assert_true(session_await(&session, "ready"));
    session_send(&session, "x\n");
    assert_true(session_await(&session, "领导 F1"));
    assert_file("args", expected);
    session_keys(&session, "\033OQ");
    session_send(&session, "e");
    assert_true(session_await(&session, "ready"));
    session_send(&session, "x\n");
    assert_true(session_await(&session, "领导 F1"));
    snprintf(expected, sizeof expected, "-x\ntwo words\n+3\n%s\n", path);
    assert_file("args", expected);
    session_send(&session, "q");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

static void a_fault_shows_its_line_and_the_editor_opens_there(void **state)
{
    (void)state;
    char expected[320];
    struct session session;
    write_editor("nano", "if [ -e mend ]; then sed -i 's/txt:/text:/' t.yaml; else sed -i '8s/text:/txt:/' t.yaml; fi");
    set_up(folder_file("nano"));
    unlink(folder_file("mend"));
    start(&session, NULL);
    session_keys(&session, "jj");
    session_send(&session, "e");
    assert_true(session_await(&session, "t.yaml:8:"));
    assert_true(session_await(&session, "按 e 编辑"));
    snprintf(expected, sizeof expected, "+9\n%s\n", path);
    assert_file("args", expected);
    folder_write("mend", "", 0600);
    session_send(&session, "e");
    assert_true(session_await(&session, "文件已重新读取"));
    assert_true(emulator_find(&session.screen, "按 e 编辑") < 0);
    assert_true(emulator_find(&session.screen, "1.2") >= 0);
    snprintf(expected, sizeof expected, "+8\n%s\n", path);
    assert_file("args", expected);
    session_fini(&session);
}

static void what_cannot_be_edited_says_why(void **state)
{
    (void)state;
    static const char *const restricted[] = { "--restricted", NULL };
    struct session session;
    write_editor("vi", "");
    set_up(folder_file("vi"));
    start(&session, restricted);
    session_keys(&session, "e");
    assert_true(session_await(&session, "受限模式不启动编辑器"));
    session_fini(&session);
    if (geteuid() != 0) {
        chmod(path, 0400);
        start(&session, NULL);
        session_keys(&session, "e");
        assert_true(session_await(&session, "没有权限"));
        session_fini(&session);
        chmod(path, 0600);
    }
    static const char *const input[] = { "-f", "-", NULL };
    session_start(&session, &(struct session_setup){ .cols = 100, .arguments = input, .input = path });
    assert_true(session_settle(&session));
    session_keys(&session, "e");
    assert_true(session_await(&session, "数据来自标准输入"));
    session_fini(&session);
    assert_int_not_equal(access(folder_file("args"), F_OK), 0);
    set_up("/no/such/editor");
    start(&session, NULL);
    session_keys(&session, "e");
    assert_true(session_await(&session, "编辑器没有启动，请设环境变量 VISUAL 或 EDITOR：/no/such/editor"));
    session_fini(&session);
}

static void an_editor_that_stops_stops_the_program_too(void **state)
{
    (void)state;
    static const char *const script[] = { "-c",
                                          "set -m; \"$FENGONG\" -f \"$FILE\"; echo stopped; read go; fg >/dev/null; "
                                          "echo ended",
                                          NULL };
    char file[160];
    struct session session;
    write_editor("vi", "echo before; kill -TSTP 0; echo after; read line </dev/tty");
    set_up(folder_file("vi"));
    snprintf(file, sizeof file, "FILE=%s", path);
    const char *const variables[] = { visual, file, NULL };
    session_start(&session,
                  &(struct session_setup){ .program = "/bin/bash", .arguments = script, .variables = variables });
    assert_true(session_settle(&session));
    session_send(&session, "e");
    assert_true(session_await(&session, "stopped"));
    session_send(&session, "\n");
    assert_true(session_await(&session, "after"));
    session_send(&session, "\n");
    assert_true(session_await(&session, "领导 F1"));
    session_send(&session, "q");
    assert_true(session_await(&session, "ended"));
    session_fini(&session);
}

/* The table of editors; a file's name is never a part of what the shell reads. */
static void each_editor_is_told_the_line_in_its_way(void **state)
{
    (void)state;
    static const struct {
        const char *visual, *editor, *arguments;
    } cases[] = {
        { "vim", "nano", "vim +7 ./-a$(b).yaml" },
        { NULL, "/usr/bin/vim.basic -n", "/usr/bin/vim.basic -n +7 ./-a$(b).yaml" },
        { " ", "emacs -nw", "emacs -nw +7 ./-a$(b).yaml" },
        { "code", NULL, "code --wait --goto ./-a$(b).yaml:7" },
        { "hx", NULL, "hx ./-a$(b).yaml:7" },
        { "ed", NULL, "ed ./-a$(b).yaml" },
        { "my editor", NULL, "my editor ./-a$(b).yaml" },
        { NULL, NULL, "vi +7 ./-a$(b).yaml" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct editor editor;
        struct buf got = { 0 };
        unsetenv("VISUAL");
        unsetenv("EDITOR");
        if (cases[i].visual)
            setenv("VISUAL", cases[i].visual, 1);
        if (cases[i].editor)
            setenv("EDITOR", cases[i].editor, 1);
        editor_find(&editor, "-a$(b).yaml", 7);
        buf_string(&got, editor.command);
        for (int a = 4; editor.arguments[a]; a++)
            buf_printf(&got, " %s", editor.arguments[a]);
        assert_string_equal(got.at, cases[i].arguments);
        assert_null(strstr(editor.arguments[2], ".yaml"));
        buf_fini(&got);
        editor_fini(&editor);
    }
}

int main(void)
{
    if (!getenv("FENGONG"))
        setenv("FENGONG", "build/fengong", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_editor_opens_at_the_task_and_what_it_saves_is_read),
        cmocka_unit_test(a_fault_shows_its_line_and_the_editor_opens_there),
        cmocka_unit_test(what_cannot_be_edited_says_why),
        cmocka_unit_test(an_editor_that_stops_stops_the_program_too),
        cmocka_unit_test(each_editor_is_told_the_line_in_its_way),
    };
    return cmocka_run_group_tests_name("editor", tests, make_all, drop_all);
}
