/* SPDX-License-Identifier: MIT */
/* Whole files: written so that nobody's file is harmed and nothing is half there, read as they once were. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../effort.h"
#include "base/die.h"
#include "base/file.h"
#include "base/file_leftover.h"
#include "unit.h"

enum { SOMEBODY = 12345, BLOCK_BYTES = 40000 };

/* Each test has a folder of its own, and stands in it. */
static char folder[] = "/tmp/fengong-file-XXXXXX";

static int enter(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/fengong-file-XXXXXX");
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave(void **state)
{
    (void)state;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; (entry = readdir(dir));)
        unlinkat(dirfd(dir), entry->d_name, 0);
    closedir(dir);
    return chdir("/") | rmdir(folder);
}

static int names_count(void)
{
    int count = -2; /* . and .. */
    DIR *dir = opendir(".");
    while (readdir(dir))
        count++;
    closedir(dir);
    return count;
}

static void make(const char *name, const char *content, mode_t mode)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content));
    assert_int_equal(fchmod(fd, mode) | close(fd), 0);
}

static void holds(const char *name, const char *content)
{
    struct buf got = { 0 };
    assert_int_equal(file_read(name, &got, NULL), 0);
    assert_string_equal(got.at, content);
    buf_fini(&got);
}

static struct stat stat_of(const char *name)
{
    struct stat st;
    assert_int_equal(lstat(name, &st), 0);
    return st;
}

static void a_new_file_has_the_mode_that_the_user_wants_and_nothing_is_left_beside(void **state)
{
    (void)state;
    mode_t before = umask(027);
    assert_int_equal(file_write("new", SPAN("content"), WRITE_OVER), WRITTEN);
    umask(before);
    holds("new", "content");
    assert_int_equal(stat_of("new").st_mode & 07777, 0640);
    assert_int_equal(names_count(), 1);
}

static void a_replaced_file_keeps_mode_and_owner(void **state)
{
    (void)state;
    make("old", "old", 0604);
    bool is_root = geteuid() == 0;
    if (is_root)
        assert_int_equal(chown("old", SOMEBODY, SOMEBODY + 1), 0);
    assert_int_equal(file_write("old", SPAN("new"), WRITE_OVER), WRITTEN);
    assert_int_equal(stat_of("old").st_mode & 07777, 0604);
    assert_int_equal(stat_of("old").st_uid, is_root ? SOMEBODY : geteuid());
    assert_int_equal(stat_of("old").st_gid, is_root ? SOMEBODY + 1 : getegid());
    holds("old", "new");
}

static void a_link_of_our_own_is_followed_and_stays(void **state)
{
    (void)state;
    make("target", "old", 0600);
    assert_int_equal(symlink("target", "link"), 0);
    assert_int_equal(file_write("link", SPAN("new"), WRITE_OVER), WRITTEN);
    assert_true(S_ISLNK(stat_of("link").st_mode));
    holds("target", "new");
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_int_equal(file_write("loop", SPAN("new"), WRITE_OVER), WRITE_FAILED);
    assert_int_equal(errno, ELOOP);
}

static void a_link_that_somebody_else_has_put_there_is_not_followed(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip(); /* only root can play somebody else */
    make("victim", "precious", 0600);
    assert_int_equal(symlink("victim", "planted") | lchown("planted", SOMEBODY, SOMEBODY), 0);
    assert_int_equal(chmod(".", 01777), 0);
    assert_int_equal(file_write("planted", SPAN("new"), WRITE_OVER), WRITE_FOREIGN_LINK);
    holds("victim", "precious");
    /* Nor by way of a link of our own. */
    assert_int_equal(symlink("planted", "own"), 0);
    assert_int_equal(file_write("own", SPAN("new"), WRITE_OVER), WRITE_FOREIGN_LINK);
    holds("victim", "precious");
    assert_int_equal(names_count(), 3);
}

/* Somebody who may write to the folder puts a link, a file and nothing under that name, as fast as he can. */
static void plant_for_ever(const char *victim)
{
    if (setresgid(SOMEBODY, SOMEBODY, SOMEBODY) != 0 || setresuid(SOMEBODY, SOMEBODY, SOMEBODY) != 0 ||
        prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) /* a test that fails leaves nobody behind */
        _exit(1);
    for (;;) {
        (void)!symlink(victim, "text");
        unlink("text");
        close(open("text", O_WRONLY | O_CREAT | O_EXCL, 0644));
        (void)!symlink(victim, "planted");
        rename("planted", "text");
        unlink("text");
    }
}

static void whoever_plants_links_meanwhile_has_nobodys_file_overwritten(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip(); /* only root can play somebody else */
    static const mode_t modes[] = { 0777, 01777 };
    char victim_folder[] = "/tmp/fengong-victim-XXXXXX", victim[64];
    int refused = 0, rounds = effort_is_long() ? 5000 : 40;
    assert_true(mkdtemp(victim_folder) && chmod(victim_folder, 0755) == 0);
    snprintf(victim, sizeof victim, "%s/victim", victim_folder);
    make(victim, "precious", 0600);
    for (size_t m = 0; m < 2; m++) {
        assert_int_equal(chmod(".", modes[m]), 0);
        pid_t other = fork();
        if (other == 0)
            plant_for_ever(victim);
        for (int i = 0; i < rounds; i++) {
            refused += file_write("text", SPAN("new"), WRITE_OVER) != WRITTEN;
            holds(victim, "precious");
            unlink("text");
        }
        kill(other, SIGKILL);
        waitpid(other, NULL, 0);
    }
    if (getenv("FENGONG_TIMES"))
        print_message("%d of %d refused\n", refused, 2 * rounds);
    unlink(victim);
    rmdir(victim_folder);
}

static void a_link_to_nothing_is_refused(void **state)
{
    (void)state;
    assert_int_equal(symlink("nothing", "link"), 0);
    assert_int_equal(file_write("link", SPAN("new"), WRITE_OVER), WRITE_DANGLING_LINK);
    assert_int_equal(names_count(), 1);
}

static void other_names_of_a_file_are_told(void **state)
{
    (void)state;
    make("one", "old", 0600);
    assert_int_equal(link("one", "two"), 0);
    assert_int_equal(file_write("one", SPAN("new"), WRITE_OVER), WRITTEN_APART);
    holds("one", "new");
    holds("two", "old");
}

static void what_is_there_stays_when_only_a_new_file_is_wanted(void **state)
{
    (void)state;
    assert_int_equal(file_write("name", SPAN("first"), WRITE_NEW_ONLY), WRITTEN);
    assert_int_equal(file_write("name", SPAN("second"), WRITE_NEW_ONLY), WRITE_TAKEN);
    holds("name", "first");
    assert_int_equal(names_count(), 1);
}

static void a_folder_or_no_name_is_no_file(void **state)
{
    (void)state;
    static const char *const paths[] = { ".", "..", "/", "/tmp/", "" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        assert_int_equal(file_write(paths[i], SPAN("x"), WRITE_OVER), WRITE_FAILED);
        assert_int_equal(errno, *paths[i] ? EISDIR : ENOENT);
    }
    assert_int_equal(file_write("nowhere/name", SPAN("x"), WRITE_OVER), WRITE_FAILED);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(names_count(), 0);
}

static void what_we_have_open_takes_the_bytes_as_they_come(void **state)
{
    (void)state;
    int ends[2];
    char path[40], got[8] = { 0 };
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[1]);
    if (access(path, F_OK) != 0)
        skip();
    assert_int_equal(file_write(path, SPAN("bytes"), WRITE_OVER), WRITTEN);
    assert_int_equal(read(ends[0], got, sizeof got - 1), 5);
    assert_string_equal(got, "bytes");
    close(ends[0]);
    close(ends[1]);
}

static void what_a_killed_program_left_goes_with_the_next_of_the_same_name(void **state)
{
    (void)state;
    char left[NAME_MAX + 1], held[NAME_MAX + 1], other[NAME_MAX + 1];
    file_leftover_name("sheet", 1, left);
    file_leftover_name("sheet", 2, held);
    file_leftover_name("another", 1, other);
    make(left, "half", 0600);
    make(held, "half", 0600);
    make(other, "half", 0600);
    int fd = open(held, O_RDONLY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_int_equal(file_write("sheet", SPAN("x"), WRITE_OVER), WRITTEN);
    close(fd);
    assert_int_equal(access(left, F_OK), -1);
    assert_int_equal(access(held, F_OK) | access(other, F_OK), 0);
}

static void a_signal_that_ends_the_program_leaves_the_old_file_and_nothing_beside(void **state)
{
    (void)state;
    sigset_t set, before;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    make("sheet", "old", 0600);
    sigprocmask(SIG_BLOCK, &set, &before);
    raise(SIGTERM);
    assert_int_equal(file_write("sheet", SPAN("new"), WRITE_OVER), WRITE_FAILED);
    assert_int_equal(errno, EINTR);
    holds("sheet", "old");
    assert_int_equal(names_count(), 1);
    /* Who ignores the signal writes on. */
    signal(SIGTERM, SIG_IGN);
    raise(SIGTERM);
    assert_int_equal(file_write("sheet", SPAN("new"), WRITE_OVER), WRITTEN);
    sigprocmask(SIG_SETMASK, &before, NULL);
    signal(SIGTERM, SIG_DFL);
}

static void what_is_written_in_pieces_is_there_at_the_end_or_not_at_all(void **state)
{
    (void)state;
    make("sheet", "old", 0600);
    for (int keep = 0; keep <= 1; keep++) {
        struct file_writer *writer = file_writer_new("sheet", WRITE_OVER);
        assert_true(file_writer_add(writer, SPAN("new, ")) && file_writer_add(writer, SPAN("in pieces")));
        holds("sheet", "old");
        assert_int_equal(file_writer_end(writer, keep), WRITTEN);
        holds("sheet", keep ? "new, in pieces" : "old");
        assert_int_equal(names_count(), 1);
    }
    struct file_writer *writer = file_writer_new("nowhere/name", WRITE_OVER);
    assert_false(file_writer_add(writer, SPAN("x")));
    assert_int_equal(file_writer_end(writer, true), WRITE_FAILED);
    assert_int_equal(errno, ENOENT);
}

static void want_of_memory_leaves_the_old_file_and_nothing_beside(void **state)
{
    (void)state;
    make("sheet", "old", 0600);
    make("done", "old", 0600);
    pid_t child = fork();
    if (child == 0) {
        close(STDERR_FILENO);
        (void)file_write("done", SPAN("new"), WRITE_OVER);
        file_writer_add(file_writer_new("sheet", WRITE_OVER), SPAN("new"));
        file_writer_add(file_writer_new("another", WRITE_OVER), SPAN("new"));
        if (names_count() == 4)
            die_no_memory();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 3 << 8);
    holds("sheet", "old");
    holds("done", "new");
    assert_int_equal(names_count(), 2);
}

static volatile sig_atomic_t told;

static void tell(int signal_no)
{
    told = signal_no;
}

static void a_signal_between_the_pieces_does_its_work_before_the_next(void **state)
{
    (void)state;
    struct sigaction action = { .sa_handler = tell }, before;
    sigaction(SIGTERM, &action, &before);
    make("sheet", "old", 0600);
    struct file_writer *writer = file_writer_new("sheet", WRITE_OVER);
    assert_true(file_writer_add(writer, SPAN("new")));
    raise(SIGTERM);
    assert_int_equal(told, 0);
    assert_false(file_writer_add(writer, SPAN("more")));
    assert_int_equal(told, SIGTERM);
    assert_int_equal(names_count(), 1);
    assert_false(file_writer_add(writer, SPAN("more")));
    assert_int_equal(file_writer_end(writer, true), WRITE_FAILED);
    assert_int_equal(errno, EINTR);
    holds("sheet", "old");
    sigaction(SIGTERM, &before, NULL);
}

static void stamps_differ_when_content_or_name_did(void **state)
{
    (void)state;
    struct file_stamp read_one, now;
    struct buf got = { 0 };
    make("a", "1", 0600);
    assert_int_equal(file_read("a", &got, &read_one), 0);
    assert_int_equal(file_stamp("a", &now), 0);
    assert_true(file_stamp_equal(&read_one, &now));
    assert_int_equal(file_write("a", SPAN("2"), WRITE_OVER), WRITTEN);
    assert_int_equal(file_stamp("a", &now), 0);
    assert_false(file_stamp_equal(&read_one, &now));
    assert_int_equal(file_stamp("b", &now), -1);
    buf_fini(&got);
}

static void what_is_no_file_is_not_read(void **state)
{
    (void)state;
    struct buf got = { 0 };
    assert_int_equal(file_read(".", &got, NULL), -1);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(file_read("/dev/zero", &got, NULL), -1);
    assert_int_equal(errno, EINVAL);
    make("big", "", 0600);
    assert_int_equal(truncate("big", FILE_LIMIT_BYTES + 1), 0);
    assert_int_equal(file_read("big", &got, NULL), -1);
    assert_int_equal(errno, EFBIG);
    buf_fini(&got);
}

static void a_file_that_stays_open_for_writing_is_not_read(void **state)
{
    (void)state;
    struct buf got = { 0 };
    make("text", "half", 0600);
    assert_false(file_is_written("text"));
    int fd = open("text", O_WRONLY | O_APPEND);
    if (!file_is_written("text")) {
        close(fd);
        skip(); /* the file system does not tell */
    }
    assert_int_equal(file_read("text", &got, NULL), -1);
    assert_int_equal(errno, EBUSY);
    close(fd);
    holds("text", "half");
    buf_fini(&got);
}

static void rest(int ms)
{
    (void)poll(NULL, 0, ms);
}

/* Rewrites the file again and again, all of one letter, in pieces with and without pauses, until it is killed. */
static void rewrite_for_ever(const char *name)
{
    static char block[BLOCK_BYTES];
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) /* as above */
        _exit(1);
    for (int round = 0;; round++) {
        int fd = open(name, O_WRONLY | (round % 2 ? O_TRUNC : 0));
        memset(block, 'a' + round % 26, sizeof block);
        for (size_t at = 0; at < sizeof block; at += sizeof block / 8) {
            if (write(fd, block + at, sizeof block / 8) < 0)
                _exit(1);
            rest(round % 4);
        }
        close(fd);
        rest(5 + round % 3 * 10);
    }
}

/* True when the file could be read; fails when what was read is of two versions. */
static bool read_version(const char *name, char *letter)
{
    struct buf got = { 0 };
    bool good = file_read(name, &got, NULL) == 0;
    if (good) {
        assert_int_equal(got.bytes, BLOCK_BYTES);
        for (size_t at = 1; at < got.bytes; at++)
            if (got.at[at] != got.at[0])
                fail_msg("byte %zu is of another version", at);
        *letter = got.at[0];
    }
    buf_fini(&got);
    return good;
}

static void a_file_rewritten_in_place_is_read_whole_or_not_at_all(void **state)
{
    (void)state;
    int versions = 0, wanted = effort_is_long() ? 1000 : 10;
    char letter = 0, last = 0;
    make("text", "", 0600);
    assert_int_equal(truncate("text", BLOCK_BYTES), 0);
    pid_t writer = fork();
    if (writer == 0)
        rewrite_for_ever("text");
    while (versions < wanted) {
        if (!read_version("text", &letter))
            assert_int_equal(errno, EBUSY);
        versions += letter != last;
        last = letter;
    }
    kill(writer, SIGKILL);
    waitpid(writer, NULL, 0);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_new_file_has_the_mode_that_the_user_wants_and_nothing_is_left_beside),
        IN_FOLDER(a_replaced_file_keeps_mode_and_owner),
        IN_FOLDER(a_link_of_our_own_is_followed_and_stays),
        IN_FOLDER(a_link_that_somebody_else_has_put_there_is_not_followed),
        IN_FOLDER(whoever_plants_links_meanwhile_has_nobodys_file_overwritten),
        IN_FOLDER(a_link_to_nothing_is_refused),
        IN_FOLDER(other_names_of_a_file_are_told),
        IN_FOLDER(what_is_there_stays_when_only_a_new_file_is_wanted),
        IN_FOLDER(a_folder_or_no_name_is_no_file),
        IN_FOLDER(what_we_have_open_takes_the_bytes_as_they_come),
        IN_FOLDER(what_a_killed_program_left_goes_with_the_next_of_the_same_name),
        IN_FOLDER(a_signal_that_ends_the_program_leaves_the_old_file_and_nothing_beside),
        IN_FOLDER(what_is_written_in_pieces_is_there_at_the_end_or_not_at_all),
        IN_FOLDER(want_of_memory_leaves_the_old_file_and_nothing_beside),
        IN_FOLDER(a_signal_between_the_pieces_does_its_work_before_the_next),
        IN_FOLDER(stamps_differ_when_content_or_name_did),
        IN_FOLDER(what_is_no_file_is_not_read),
        IN_FOLDER(a_file_that_stays_open_for_writing_is_not_read),
        IN_FOLDER(a_file_rewritten_in_place_is_read_whole_or_not_at_all),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
