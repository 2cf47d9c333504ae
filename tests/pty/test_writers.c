/* SPDX-License-Identifier: MIT */
/*
 * Never a mixture, never a half: commands and the screen read a file that somebody rewrites all the while, in five ways.
 * Each version has its number in every task and says how many tasks it has; what is shown must be one of them, whole.
 * One second each; FENGONG_LONG=1: FENGONG_SECONDS (60).
 */
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
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "effort.h"
#include "pty/folder.h"
#include "pty/shows.h"
#include "text/utf8.h"

enum { TASKS = 400, BLOCK_TASKS = 20, PIECES_MAX = 6 };

enum writer { REWRITES, TRUNCATES, RENAMES, APPENDS, REPLACES, WRITERS_COUNT };
static const char *const writer_names[] = { "rewrites in place", "truncates and writes", "renames over", "appends",
                                            "replaces by other things" };

static void rest_ms(int ms)
{
    (void)poll(NULL, 0, ms);
}

static void put_head(struct buf *out, int version)
{
    buf_printf(
        out, "format: 1\ntitle: 版本%06d。\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n",
        version);
}

static void put_tasks(struct buf *out, int version, int from, int count)
{
    for (int i = from; i < from + count; i++)
        buf_printf(out, "      - {no: %d, text: 版本%06d。, label: 责任单位, units: [甲局]}\n", i, version);
}

static void put_version(struct buf *out, int version)
{
    put_head(out, version);
    put_tasks(out, version, 1, TASKS);
}

/* In a few writes with pauses between them; long ones, too, which a reader must not take for the end. */
static void write_pieces(int fd, struct span content)
{
    size_t done = 0;
    while (done < content.bytes) {
        size_t part = 1 + (size_t)rand() % (2 * content.bytes / PIECES_MAX);
        part = part > content.bytes - done ? content.bytes - done : part;
        file_write_fd(fd, (struct span){ content.at + done, part });
        done += part;
        rest_ms(rand() % 4 ? rand() % 3 : 25);
    }
}

static void write_new(const char *name, struct span content)
{
    int fd = open(folder_file(name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    write_pieces(fd, content);
    close(fd);
}

static void append_blocks(int version)
{
    struct buf block = { 0 };
    put_head(&block, version);
    put_tasks(&block, version, 1, BLOCK_TASKS);
    write_new("new", buf_view(&block));
    rename(folder_file("new"), folder_file("t.yaml"));
    for (int from = 1 + BLOCK_TASKS; from < TASKS; from += BLOCK_TASKS) {
        buf_clear(&block);
        put_tasks(&block, version, from, BLOCK_TASKS);
        int fd = open(folder_file("t.yaml"), O_WRONLY | O_APPEND);
        write_pieces(fd, buf_view(&block));
        close(fd);
        rest_ms(rand() % 60);
    }
    buf_fini(&block);
}

static void replace(int version, struct span content)
{
    const char *place = folder_file("t.yaml");
    write_new("new", content);
    unlink(place);
    if (version % 3 == 0)
        mkfifo(place, 0600);
    else if (version % 3 == 1)
        mkdir(place, 0700);
    else
        (void)!symlink("new", place);
    rest_ms(rand() % 40);
    if (version % 3 == 1)
        rmdir(place);
    rename(folder_file("new"), place);
}

static void write_once(enum writer writer, int version)
{
    struct buf content = { 0 };
    put_version(&content, version);
    if (writer == APPENDS) {
        append_blocks(version);
    } else if (writer == REPLACES) {
        replace(version, buf_view(&content));
    } else if (writer == RENAMES) {
        write_new("new", buf_view(&content));
        rename(folder_file("new"), folder_file("t.yaml"));
    } else {
        int fd = open(folder_file("t.yaml"), O_WRONLY | (writer == TRUNCATES ? O_TRUNC : 0));
        write_pieces(fd, buf_view(&content));
        close(fd);
    }
    buf_fini(&content);
}

static pid_t start_writer(enum writer writer)
{
    struct buf content = { 0 };
    put_version(&content, 1);
    rmdir(folder_file("t.yaml"));
    write_new("new", buf_view(&content));
    rename(folder_file("new"), folder_file("t.yaml"));
    buf_fini(&content);
    pid_t pid = fork();
    if (pid)
        return pid;
    srand(7 + (unsigned)writer);
    for (int version = 2;; version++) {
        write_once(writer, version);
        rest_ms(rand() % 3 ? rand() % 20 : 20 + rand() % 120);
    }
}

/* The versions that stand in text: the first one's number, or 0; *mixed when there are others; how many there are. */
static int count_versions(const char *text, int *version, bool *mixed)
{
    int count = 0;
    *version = 0;
    *mixed = false;
    for (const char *at = text; (at = strstr(at, "版本")) != NULL; at += strlen("版本")) {
        int found = atoi(at + strlen("版本"));
        *mixed = *mixed || (*version && found != *version);
        *version = found;
        count++;
    }
    return count;
}

struct tally {
    int runs, whole, refused, mixtures, halves, others;
};

static bool is_whole(enum writer writer, int tasks)
{
    return writer == APPENDS ? tasks > 0 && tasks % BLOCK_TASKS == 0 : tasks == TASKS;
}

/* export: a task's text stands in it once for the task and once for its part. */
static void read_by_command(enum writer writer, struct tally *tally)
{
    char command[512];
    struct buf out = { 0 };
    int version;
    bool mixed;
    const char *program = getenv("FENGONG") ? getenv("FENGONG") : "build/fengong";
    snprintf(command, sizeof command, "'%s' -f '%s' export --as=tsv >'%s' 2>'%s'", program, folder_file("t.yaml"),
             folder_file("out"), folder_file("err"));
    int status = system(command);
    tally->runs++;
    if (WEXITSTATUS(status) == 3) {
        tally->refused++;
    } else if (WEXITSTATUS(status) != 0 || file_read(folder_file("out"), &out, NULL) != 0 || !out.bytes) {
        tally->others++;
    } else {
        int tasks = count_versions(out.at, &version, &mixed);
        tally->mixtures += mixed;
        tally->halves += !is_whole(writer, tasks);
        tally->whole += !mixed && is_whole(writer, tasks);
    }
    buf_fini(&out);
}

static void put_screen(const struct emulator *screen, struct buf *out)
{
    for (int row = 0; row < screen->rows; row++) {
        for (int col = 0; col < screen->cols; col++) {
            uint32_t c = screen->cells[(size_t)row * (size_t)screen->cols + (size_t)col].chars[0];
            if (c)
                utf8_put(out, c);
        }
        buf_char(out, '\n');
    }
}

static void read_on_screen(enum writer writer, struct session *session, struct tally *tally)
{
    struct buf out = { 0 };
    int version;
    bool mixed;
    session_watch(session, 20);
    if (!session_settle(session))
        return;
    put_screen(&session->screen, &out);
    count_versions(out.at, &version, &mixed);
    const char *of = strstr(out.at, "共");
    tally->runs++;
    tally->mixtures += mixed;
    tally->halves += of && version && !is_whole(writer, atoi(of + strlen("共")));
    tally->whole += version && !mixed;
    buf_fini(&out);
}

static void try_writer(enum writer writer, bool on_screen)
{
    struct tally tally = { 0 };
    struct session session;
    char file[128];
    long seconds = !effort_is_long() ? 1 : getenv("FENGONG_SECONDS") ? atol(getenv("FENGONG_SECONDS")) : 60;
    pid_t pid = start_writer(writer);
    snprintf(file, sizeof file, "%s", folder_file("t.yaml"));
    if (on_screen) {
        session_start(&session, &(struct session_setup){ .arguments = (const char *const[]){ "-f", file, NULL } });
        on_screen = session_await(&session, "版本");
    }
    for (long long end = session_now_ms() + seconds * 1000; session_now_ms() < end;) {
        read_by_command(writer, &tally);
        if (on_screen)
            read_on_screen(writer, &session, &tally);
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    if (on_screen)
        session_fini(&session);
    if (getenv("FENGONG_TIMES") || tally.mixtures || tally.halves || tally.others)
        print_message("%s: %d reads, %d whole, %d refused, %d mixtures, %d halves, %d others\n", writer_names[writer],
                      tally.runs, tally.whole, tally.refused, tally.mixtures, tally.halves, tally.others);
    assert_true(tally.whole > 0);
    assert_int_equal(tally.mixtures + tally.halves + tally.others, 0);
}

static void what_is_shown_of_a_file_being_written_was_the_file(void **state)
{
    (void)state;
    for (int writer = 0; writer < WRITERS_COUNT; writer++)
        try_writer((enum writer)writer, effort_is_long());
}

/* Instead of the file that the screen shows there is a pipe that nobody writes to. */
static void a_pipe_in_the_place_of_the_file_is_told_and_keeps_nobody(void **state)
{
    (void)state;
    struct session session;
    struct buf content = { 0 };
    char file[128];
    put_version(&content, 5);
    write_new("pipe.yaml", buf_view(&content));
    buf_fini(&content);
    snprintf(file, sizeof file, "%s", folder_file("pipe.yaml"));
    start(&session, &(struct session_setup){ .arguments = (const char *const[]){ "-f", file, NULL } });
    assert_int_equal(mkfifo(folder_file("fifo"), 0600), 0);
    assert_int_equal(rename(folder_file("fifo"), file), 0);
    assert_true(session_await(&session, "不是普通文件"));
    session_keys(&session, "j");
    assert_true(emulator_find(&session.screen, "版本000005") >= 0);
    session_send(&session, "q");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_shown_of_a_file_being_written_was_the_file),
        cmocka_unit_test(a_pipe_in_the_place_of_the_file_is_told_and_keeps_nobody),
    };
    return cmocka_run_group_tests_name("writers", tests, folder_make, folder_drop);
}
