/* SPDX-License-Identifier: MIT */
/* Every file under tests/data/bad has beside it exactly what loading and checking must say of it. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "breakdown/check.h"
#include "breakdown/load.h"
#include "unit.h"

#define FOLDER "tests/data/bad/"
enum { FILES_MIN = 40 };

/* What is said of a file, one fault a line, without the file's name. */
static void say(const char *path, struct buf *out)
{
    struct diags diags = { 0 };
    struct breakdown *b = breakdown_load_files(&path, 1, &diags);
    assert_true(b || diags.errors_count);
    if (b)
        breakdown_check(b, &diags);
    diag_sort(&diags);
    for (size_t i = 0; i < diags.count; i++)
        buf_printf(out, "%u:%u: %s: %s\n", diags.items[i].place.line_no, diags.items[i].place.col_no,
                   diags.items[i].severity == SEVERITY_ERROR ? "error" : "warning", diags.items[i].text);
    diag_fini(&diags);
    breakdown_free(b);
}

static void each_bad_file_is_told_its_faults_and_nothing_else(void **state)
{
    (void)state;
    struct dirent **entries;
    int count = scandir(FOLDER, &entries, NULL, alphasort), files = 0, wrong = 0;
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        struct buf path = { 0 }, said = { 0 }, expected = { 0 };
        size_t name_bytes = strlen(entries[i]->d_name);
        if (name_bytes > 5 && strcmp(entries[i]->d_name + name_bytes - 5, ".yaml") == 0) {
            files++;
            buf_printf(&path, FOLDER "%s", entries[i]->d_name);
            buf_string(&said, "");
            buf_string(&expected, "");
            say(path.at, &said);
            buf_clear(&path);
            buf_printf(&path, FOLDER "%.*s.expected", (int)name_bytes - 5, entries[i]->d_name);
            assert_int_equal(file_read(path.at, &expected, NULL), 0);
            if (strcmp(said.at, expected.at) != 0) {
                print_error("%s: said\n%sexpected\n%s", path.at, said.at, expected.at);
                wrong++;
            }
        }
        buf_fini(&path);
        buf_fini(&said);
        buf_fini(&expected);
        free(entries[i]);
    }
    free(entries);
    assert_int_equal(wrong, 0);
    assert_true(files >= FILES_MIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(each_bad_file_is_told_its_faults_and_nothing_else) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
