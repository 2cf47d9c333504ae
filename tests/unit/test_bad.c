/* SPDX-License-Identifier: MIT */
/* Every file under tests/data/bad has beside it exactly what loading and checking must say of it. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "breakdown/check.h"
#include "format/load.h"
#include "format/save.h"
#include "unit.h"

#define FOLDER "tests/data/bad/"
enum { FILES_MIN = 40, LARGE_BYTES = 512 * 1024 };

static void say_all(struct diags *diags, struct buf *out)
{
    diag_sort(diags);
    for (size_t i = 0; i < diags->count; i++)
        buf_printf(out, "%u:%u: %s: %s\n", diags->items[i].place.line_no, diags->items[i].place.col_no,
                   diags->items[i].severity == SEVERITY_ERROR ? "error" : "warning", diags->items[i].text);
    diag_fini(diags);
}

/* What is said of a file, one fault a line, without the file's name. */
static void say(const char *path, struct buf *out)
{
    struct diags diags = { 0 };
    struct breakdown *b = load_files(&path, 1, &(struct load_options){ .for_check = true }, &diags);
    assert_true(b || diags.errors_count);
    if (b)
        breakdown_check(b, &diags);
    say_all(&diags, out);
    breakdown_free(b);
}

/* The same of the file's text with a comment of so many bytes behind it, and what was loaded. */
static void say_with_comment(const char *path, size_t comment_bytes, struct buf *out)
{
    struct diags diags = { 0 };
    struct source source = { .path = path };
    struct buf content = { 0 };
    assert_int_equal(file_read(path, &content, NULL), 0);
    buf_string(&content, "\n# ");
    buf_fill(&content, 'x', comment_bytes);
    buf_char(&content, '\n');
    source.content = buf_view(&content);
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    if (b)
        breakdown_save(b, 0, out);
    say_all(&diags, out);
    breakdown_free(b);
    buf_fini(&content);
}

/* Calls each() with every bad file's path and returns how many there are. */
static int for_each_bad_file(void (*each)(const char *path))
{
    struct dirent **entries;
    int count = scandir(FOLDER, &entries, NULL, alphasort), files = 0;
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        size_t name_bytes = strlen(entries[i]->d_name);
        if (name_bytes > 5 && strcmp(entries[i]->d_name + name_bytes - 5, ".yaml") == 0) {
            struct buf path = { 0 };
            buf_printf(&path, FOLDER "%s", entries[i]->d_name);
            each(path.at);
            buf_fini(&path);
            files++;
        }
        free(entries[i]);
    }
    free(entries);
    return files;
}

static int wrong;

static void compare(const char *path, struct buf *said, struct buf *expected)
{
    buf_string(said, "");
    buf_string(expected, "");
    if (strcmp(said->at, expected->at) != 0) {
        print_error("%s: said\n%sexpected\n%s", path, said->at, expected->at);
        wrong++;
    }
    buf_fini(said);
    buf_fini(expected);
}

static void tell_faults(const char *path)
{
    struct buf said = { 0 }, beside = { 0 }, expected = { 0 };
    say(path, &said);
    buf_printf(&beside, "%.*s.expected", (int)(strlen(path) - strlen(".yaml")), path);
    assert_int_equal(file_read(beside.at, &expected, NULL), 0);
    compare(path, &said, &expected);
    buf_fini(&beside);
}

static void tell_faults_of_large(const char *path)
{
    struct buf said = { 0 }, expected = { 0 };
    say_with_comment(path, 1, &expected);
    say_with_comment(path, LARGE_BYTES, &said);
    compare(path, &said, &expected);
}

static void each_bad_file_is_told_its_faults_and_nothing_else(void **state)
{
    (void)state;
    wrong = 0;
    assert_true(for_each_bad_file(tell_faults) >= FILES_MIN);
    assert_int_equal(wrong, 0);
}

/* A large file is parsed in another thread. */
static void a_large_file_is_told_what_a_small_one_is(void **state)
{
    (void)state;
    wrong = 0;
    for_each_bad_file(tell_faults_of_large);
    tell_faults_of_large("data/tasks.yaml"); /* many batches of events */
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(each_bad_file_is_told_its_faults_and_nothing_else),
                                        cmocka_unit_test(a_large_file_is_told_what_a_small_one_is) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
