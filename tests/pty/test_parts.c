/* SPDX-License-Identifier: MIT */
/* The terminal's parts that need none: replies to the probe, encodings, OSC 52, lp, the watch over a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/queue_name.h"
#include "pty/session.h"
#include "system/child.h"
#include "system/deliver.h"
#include "system/locale.h"
#include "system/printer.h"
#include "system/watch.h"
#include "term/ambiguous.h"
#include "term/copy.h"

static void replies_tell_encoding_and_width_and_leave_what_was_typed(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool fence;
        int han_cols, quote_cols;
        const char *typed;
    } cases[] = {
        { "\033[1;5R\033[1;2R\033[?64;1c", true, 4, 1, "" },
        { "\033[1;5R\033[1;3R\033[?6c", true, 4, 2, "" },
        { "j\033[24;5Rk\033[24;3R\033[A\033[?1;2cq", true, 4, 2, "jk\033[Aq" },
        { "\033[1;7R\033[1;4R\033[?1;2c", true, 6, -1, "" },
        { "\033[1;5R", false, 4, -1, "" },
        { "\033[?1;2c", true, -1, -1, "" },
        { "abc\033[1~", false, -1, -1, "abc\033[1~" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ambiguous_answer answer = { 0 };
        assert_int_equal(ambiguous_replies(span_of(cases[i].bytes), &answer), cases[i].fence);
        assert_int_equal(answer.han_cols, cases[i].han_cols);
        assert_int_equal(answer.quote_cols, cases[i].quote_cols);
        assert_true(span_equal(buf_view(&answer.typed), span_of(cases[i].typed)));
        buf_fini(&answer.typed);
    }
}

static void encodes_to(const char *utf8, const char *expected)
{
    struct buf out = { 0 };
    locale_encode(span_of(utf8), &out);
    assert_true(span_equal(buf_view(&out), span_of(expected)));
    buf_fini(&out);
}

static void a_missing_locale_that_names_gb2312_writes_it_and_marks_what_it_lacks(void **state)
{
    (void)state;
    setenv("LC_ALL", "xx_YY.GB2312", 1);
    assert_int_equal(locale_setup(), LOCALE_MISSING);
    assert_string_equal(locale_charset(), "GB2312");
    encodes_to("省a“", "\xca\xa1"
                       "a\xa1\xb0");
    /* The dash and the middle dot have other code points in glibc's GB2312. */
    encodes_to("——·", "\xa1\xaa\xa1\xaa\xa1\xa4");
    encodes_to("袁\xf0\xa0\x80\x80é‹x", "\xd4\xac\xa3\xbf\xa8\xa6?x");
}

static void a_long_text_is_encoded_whole(void **state)
{
    (void)state;
    struct buf in = { 0 }, out = { 0 };
    for (int i = 0; i < 10000; i++)
        buf_string(&in, i % 7 ? "省" : "▸");
    locale_encode(buf_view(&in), &out);
    assert_int_equal(out.bytes, 2 * (10000 - 1429) + 1429);
    buf_fini(&in);
    buf_fini(&out);
}

static void osc_52_is_wrapped_for_screen_and_capped(void **state)
{
    (void)state;
    struct buf out = { 0 }, big = { 0 };
    unsetenv("TMUX");
    unsetenv("STY");
    assert_true(copy_sequence(TEXT("abcd"), "xterm", &out));
    assert_true(span_equal(buf_view(&out), SPAN("\033]52;c;YWJjZA==\a")));
    buf_clear(&out);
    assert_true(copy_sequence(TEXT("a"), "screen.xterm", &out));
    assert_true(span_equal(buf_view(&out), SPAN("\033P\033]52;c;YQ==\a\033\\\033]52;c;YQ==\a")));
    buf_clear(&out);
    setenv("STY", "1.tty", 1);
    assert_true(copy_sequence(TEXT("a"), "screen", &out));
    assert_true(span_equal(buf_view(&out), SPAN("\033P\033]52;c;YQ==\a\033\\")));
    buf_clear(&out);
    setenv("TMUX", "/t,1,0", 1);
    /* tmux in screen, and screen in tmux, which must not get what is a tmux's. */
    assert_true(copy_sequence(TEXT("a"), "tmux-256color", &out));
    assert_true(
        span_equal(buf_view(&out), SPAN("\033]52;c;YQ==\a\033Ptmux;\033\033P\033\033]52;c;YQ==\a\033\033\\\033\\")));
    buf_clear(&out);
    assert_true(copy_sequence(TEXT("a"), "screen.xterm", &out));
    assert_true(span_equal(buf_view(&out), SPAN("\033P\033]52;c;YQ==\a\033\\\033]52;c;YQ==\a")));
    unsetenv("STY");
    unsetenv("TMUX");
    buf_clear(&out);
    assert_false(copy_sequence(TEXT("a"), "linux", &out));
    buf_fill(&big, 'a', COPY_MAX_BYTES + 1);
    assert_false(copy_sequence(text_composed(buf_view(&big)), "xterm", &out));
    assert_int_equal(out.bytes, 0);
    buf_fini(&big);
    buf_fini(&out);
}

static bool copied(struct span content, struct buf *said)
{
    buf_printf(said, "copied %.*s", (int)content.bytes, content.at);
    return content.bytes < 10;
}

static void there_is_one_way_out_and_it_says_what_became_of_what_was_made(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-out-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/s.txt", folder);
    struct buf said = { 0 }, expected = { 0 }, got = { 0 };
    struct delivery file = { .to = DELIVER_FILE, .target = path, .new_only = true };
    assert_int_equal(deliver(&file, SPAN("one"), &said), DELIVER_DONE);
    buf_printf(&expected, "已写入 %s", path);
    assert_string_equal(said.at, expected.at);
    buf_clear(&said);
    assert_int_equal(deliver(&file, SPAN("two"), &said), DELIVER_TAKEN);
    assert_int_equal(said.bytes, 0);
    assert_int_equal(file_read(path, &got, NULL), 0);
    assert_true(span_equal(buf_view(&got), SPAN("one")));
    file = (struct delivery){ .to = DELIVER_FILE, .target = folder };
    buf_clear(&said);
    assert_int_equal(deliver(&file, SPAN("two"), &said), DELIVER_FAILED);
    assert_true(span_starts(buf_view(&said), SPAN("无法写 /tmp/fengong-out-")));
    unlink(path);
    rmdir(folder);
    buf_fini(&said);
    buf_fini(&expected);
    buf_fini(&got);
}

/* The last of the tests: there is no way back. */
static void restricted_it_leads_to_the_clipboard_only(void **state)
{
    (void)state;
    struct buf said = { 0 };
    struct delivery file = { .to = DELIVER_FILE, .target = "/nonexistent/s.txt" };
    struct delivery copy = { .to = DELIVER_CLIPBOARD, .clipboard = copied };
    capability_restrict();
    assert_false(deliver_allowed(&file, &said));
    assert_int_equal(deliver(&file, SPAN("two"), &said), DELIVER_REFUSED);
    assert_string_equal(said.at, "受限模式不写文件受限模式不写文件");
    buf_clear(&said);
    assert_int_equal(deliver(&copy, SPAN("short"), &said), DELIVER_DONE);
    assert_string_equal(said.at, "copied short");
    assert_int_equal(deliver(&copy, SPAN("much too long"), &said), DELIVER_FAILED);
    buf_fini(&said);
}

static void write_script(const char *path, const char *text)
{
    assert_int_equal(file_write(path, span_of(text), WRITE_OVER), WRITTEN);
    assert_int_equal(chmod(path, 0700), 0);
}

static bool at_once(void *context)
{
    (void)context;
    return true;
}

static void printers_are_listed_with_their_states(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-lp-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/lpstat", folder);
    struct arena arena = { 0 };
    struct printer *printers;
    struct buf said = { 0 };
    struct printer_search search = { .program = path };
    write_script(path, "#!/bin/sh\necho 'printer 二楼 is idle.  enabled since Fri'\n"
                       "echo 'printer b disabled since Fri -'\necho '\tpaper jam'\n"
                       "echo 'printer c now printing c-1.  enabled since Fri'\n"
                       "echo 'system default destination: b'\n");
    assert_int_equal(printer_list(&search, &arena, &printers, &said), 3);
    assert_true(text_equal(printers[0].name, TEXT("二楼")));
    assert_int_equal(printers[0].state, PRINTER_IDLE);
    assert_int_equal(printers[1].state, PRINTER_PAUSED);
    assert_true(printers[1].is_default && !printers[0].is_default);
    assert_int_equal(printers[2].state, PRINTER_PRINTING);
    write_script(path, "#!/bin/sh\necho 'lpstat: Connection refused' >&2\nexit 1\n");
    assert_int_equal(printer_list(&search, &arena, &printers, &said), 0);
    assert_string_equal(said.at, "lpstat: Connection refused");
    /* Nobody waits for one that is silent. */
    write_script(path, "#!/bin/sh\nexec tail -f /dev/null\n");
    buf_clear(&said);
    child_ask(at_once, NULL);
    assert_int_equal(printer_list(&search, &arena, &printers, &said), 0);
    child_ask(NULL, NULL);
    assert_true(search.stopped);
    assert_string_equal(said.at, "已取消");
    unlink(path);
    buf_clear(&said);
    assert_int_equal(printer_list(&search, &arena, &printers, &said), 0);
    assert_non_null(strstr(said.at, "请安装 cups-client"));
    rmdir(folder);
    buf_fini(&said);
    arena_fini(&arena);
}

static void the_printer_gets_the_sheet_on_its_input_and_harmless_arguments(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-lp-XXXXXX", path[64], said[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/lp", folder);
    snprintf(said, sizeof said, "%s/said", folder);
    struct buf script = { 0 }, fault = { 0 }, got = { 0 };
    buf_printf(&script, "#!/bin/sh\nfor a; do echo \"$a\"; done >%s\ncat >>%s\n", said, said);
    write_script(path, script.at);
    assert_true(printer_send(&(struct print_job){ .program = path, .printer = "二楼-1", .title = "-o raw;$(x) 任务单" },
                             SPAN("内容\n"), &fault));
    assert_int_equal(file_read(said, &got, NULL), 0);
    assert_true(span_equal(buf_view(&got), SPAN("-t\no raw;$(x) 任务单\n-o\nmedia=A4\n-o\nprint-scaling=none\n-o\n"
                                                "sides=two-sided-long-edge\n-d\n二楼-1\n内容\n")));
    write_script(path, "#!/bin/sh\necho 'no such \033[31mqueue' >&2\nexit 1\n");
    assert_false(printer_send(&(struct print_job){ .program = path, .printer = "", .title = "t" }, SPAN("x"), &fault));
    assert_true(span_equal(buf_view(&fault), SPAN("no such ‹U+001B›[31mqueue")));
    assert_false(queue_name_good("-o"));
    assert_false(queue_name_good("a b"));
    assert_false(queue_name_good("a/b"));
    assert_true(queue_name_good("二楼打印机"));
    assert_true(queue_name_good("a@b"));
    buf_clear(&fault);
    write_script(path, "#!/bin/sh\necho 'request id is 二楼-12 (1 file(s))'\n");
    assert_true(printer_send(&(struct print_job){ .program = path, .printer = "", .title = "t" }, SPAN("x"), &fault));
    assert_string_equal(fault.at, "二楼-12");
    assert_false(queue_name_good(""));
    unlink(path);
    unlink(said);
    rmdir(folder);
    buf_fini(&script);
    buf_fini(&fault);
    buf_fini(&got);
}

/* Whether the watch says "changed" in the end; polls as the loop does. */
static bool sees_change(struct watch *watch)
{
    for (long long end = session_now_ms() + SESSION_LIMIT_MS; session_now_ms() < end;) {
        struct pollfd ready = { .fd = watch_fd(watch), .events = POLLIN };
        int wait_ms = watch_wait_ms(watch, session_now_ms());
        poll(&ready, 1, wait_ms < 0 ? SESSION_LIMIT_MS : wait_ms);
        if (watch_look(watch, session_now_ms()) == WATCH_CHANGED)
            return true;
    }
    return false;
}

static void a_file_replaced_rewritten_or_missed_is_seen_once(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-watch-XXXXXX", path[64];
    struct file_stamp stamp;
    struct watch watch;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t", folder);
    assert_int_equal(file_write(path, SPAN("1"), WRITE_OVER), WRITTEN);
    file_stamp(path, &stamp);
    watch_init(&watch, path, &stamp, session_now_ms());
    assert_int_equal(watch_look(&watch, session_now_ms()), WATCH_SAME);
    assert_int_equal(file_write(path, SPAN("22"), WRITE_OVER), WRITTEN);
    assert_true(sees_change(&watch));
    assert_int_equal(watch_look(&watch, session_now_ms() + 10 * WATCH_LOOK_MS), WATCH_SAME);
    /* Without the kernel's help, by looking. */
    watch.looked_ms = session_now_ms() - WATCH_LOOK_MS + 50;
    tidings_close(&watch.told);
    assert_int_equal(file_write(path, SPAN("333"), WRITE_OVER), WRITTEN);
    assert_true(sees_change(&watch));
    /* Away for a moment, it is no change; when the same comes back, somebody may have looked for it in vain. */
    char away[80];
    snprintf(away, sizeof away, "%s.away", path);
    assert_int_equal(rename(path, away), 0);
    watch.looked_ms = 0;
    assert_int_equal(watch_look(&watch, session_now_ms()), WATCH_SAME);
    assert_int_equal(rename(away, path), 0);
    assert_true(sees_change(&watch));
    /* What could not be read may be readable now. */
    watch.looked_ms = session_now_ms() - WATCH_LOOK_MS + 50;
    assert_int_equal(chmod(path, 0600), 0);
    assert_true(sees_change(&watch));
    /* A writer that goes on and on is told once. */
    int writer = open(path, O_WRONLY | O_APPEND | O_CLOEXEC), busy = 0;
    assert_int_equal(write(writer, "4", 1), 1);
    if (file_is_written(path)) { /* not every file system can tell */
        for (int look = 1; look < 8; look++)
            busy += watch_look(&watch, session_now_ms() + look * FILE_PATIENCE_MS) == WATCH_BUSY;
        assert_int_equal(busy, 1);
    }
    close(writer);
    watch_fini(&watch);
    watch_init(&watch, path, &stamp, session_now_ms());
    /* Gone for good, it is told once. */
    unlink(path);
    assert_true(sees_change(&watch));
    for (int look = 1; look < 4; look++)
        assert_int_equal(watch_look(&watch, session_now_ms() + look * 2 * WATCH_LOOK_MS), WATCH_SAME);
    watch_fini(&watch);
    rmdir(folder);
}

/* The name of a file is a way through folders and links, each of which may be another tomorrow. */
static void a_file_reached_by_another_way_is_seen_and_nobody_looks_meanwhile(void **state)
{
    (void)state;
    char folder[] = "/tmp/fengong-ways-XXXXXX", path[80];
    struct file_stamp stamp;
    struct watch watch;
    int before = open(".", O_RDONLY | O_DIRECTORY);
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(mkdir("old", 0700) | mkdir("new", 0700) | symlink("old", "now") | symlink("../now/t", "old/u"), 0);
    assert_int_equal(file_write("old/t", SPAN("1"), WRITE_OVER), WRITTEN);
    assert_int_equal(file_write("new/t", SPAN("22"), WRITE_OVER), WRITTEN);
    assert_int_equal(link("new/t", "other"), 0);
    snprintf(path, sizeof path, "%s/old/u", folder);
    file_stamp(path, &stamp);
    watch_init(&watch, path, &stamp, session_now_ms());
    assert_int_equal(watch_look(&watch, session_now_ms()), WATCH_SAME);
    bool told = watch.told.all;
    if (told)
        assert_int_equal(watch_wait_ms(&watch, session_now_ms()), -1);
    /* What lies beside it is nothing to us. */
    assert_int_equal(file_write("old/v", SPAN("1"), WRITE_OVER), WRITTEN);
    assert_int_equal(watch_look(&watch, session_now_ms()), WATCH_SAME);
    if (told)
        assert_int_equal(watch_wait_ms(&watch, session_now_ms()), -1);
    /* A link that leads there is switched, as at a release; then a folder is another. */
    assert_int_equal(symlink("new", "next") | rename("next", "now"), 0);
    assert_true(sees_change(&watch));
    assert_int_equal(rename("new", "away") | rename("old", "new"), 0);
    assert_true(sees_change(&watch)); /* gone */
    assert_int_equal(rename("new", "old") | rename("away", "new"), 0);
    assert_true(sees_change(&watch));
    /* By another name of the same file. */
    FILE *other = fopen("other", "a");
    assert_non_null(other);
    fputs("3", other);
    fclose(other);
    assert_true(sees_change(&watch));
    if (told)
        assert_int_equal(watch_wait_ms(&watch, session_now_ms()), -1);
    watch_fini(&watch);
    unlink("other"), unlink("now"), unlink("old/t"), unlink("old/u"), unlink("old/v"), unlink("new/t");
    rmdir("old"), rmdir("new");
    assert_int_equal(fchdir(before), 0);
    close(before);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replies_tell_encoding_and_width_and_leave_what_was_typed),
        cmocka_unit_test(a_missing_locale_that_names_gb2312_writes_it_and_marks_what_it_lacks),
        cmocka_unit_test(a_long_text_is_encoded_whole),
        cmocka_unit_test(osc_52_is_wrapped_for_screen_and_capped),
        cmocka_unit_test(there_is_one_way_out_and_it_says_what_became_of_what_was_made),
        cmocka_unit_test(printers_are_listed_with_their_states),
        cmocka_unit_test(the_printer_gets_the_sheet_on_its_input_and_harmless_arguments),
        cmocka_unit_test(a_file_replaced_rewritten_or_missed_is_seen_once),
        cmocka_unit_test(a_file_reached_by_another_way_is_seen_and_nobody_looks_meanwhile),
        cmocka_unit_test(restricted_it_leads_to_the_clipboard_only), /* there is no way back */
    };
    return cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
