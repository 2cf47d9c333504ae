/* SPDX-License-Identifier: MIT */
/*
 * One notice in each form gives one breakdown, character for character.  The Word and Excel files are LibreOffice's, kept
 * as their parts: tests/data/documents.
 */
#include "unit/unit.h"

#include <ftw.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "document/office.h"
#include "document/reader.h"
#include "format/save.h"
#include "notice/import.h"
#include "paper/parts.h"

enum { FILES_MAX = 20, PATH_BYTES = 256 };

/* nftw() has no context to give. */
static struct folder {
    size_t name_from;
    char names[FILES_MAX][PATH_BYTES];
    struct buf contents[FILES_MAX];
    size_t count;
} folder;

static int take_file(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)walk;
    if (kind != FTW_F)
        return 0;
    assert_true(folder.count < FILES_MAX && strlen(path) < PATH_BYTES);
    strcpy(folder.names[folder.count], path + folder.name_from);
    assert_int_equal(file_read(path, &folder.contents[folder.count], NULL), 0);
    folder.count++;
    return 0;
}

/* A folder of parts as the file that it was. */
static void zip_folder(const char *path, struct buf *out)
{
    struct part_file parts[FILES_MAX];
    struct buf fault = { 0 };
    folder = (struct folder){ .name_from = strlen(path) + 1 };
    assert_int_equal(nftw(path, take_file, 10, FTW_PHYS), 0);
    for (size_t i = 0; i < folder.count; i++)
        parts[i] = (struct part_file){ folder.names[i], buf_view(&folder.contents[i]) };
    assert_true(parts_zip(parts, folder.count, (struct sheet_date){ 0 }, out, &fault));
    for (size_t i = 0; i < folder.count; i++)
        buf_fini(&folder.contents[i]);
}

static void load(const char *path, struct buf *content)
{
    if (strstr(path, "/docx") || strstr(path, "/xlsx"))
        zip_folder(path, content);
    else
        assert_int_equal(file_read(path, content, NULL), 0);
}

static void import(const char *path, struct buf *yaml)
{
    struct buf content = { 0 }, text = { 0 }, said = { 0 };
    load(path, &content);
    if (foreign_kind(buf_view(&content)))
        office_read(buf_view(&content), &text, &said);
    else
        buf_span(&text, buf_view(&content));
    struct import_result *result = import_notice(buf_view(&text), NULL);
    assert_int_equal(result->breakdown->tasks_count, 5);
    breakdown_save(result->breakdown, 0, yaml);
    import_result_free(result);
    buf_fini(&content);
    buf_fini(&text);
    buf_fini(&said);
}

static void assert_same(const char *reference, const char *path)
{
    struct buf expected = { 0 }, got = { 0 };
    import(reference, &expected);
    import(path, &got);
    if (strcmp(expected.at, got.at) != 0)
        print_message("%s\n", path);
    assert_string_equal(got.at, expected.at);
    buf_fini(&expected);
    buf_fini(&got);
}

static void prose_is_one_breakdown_in_every_form(void **state)
{
    (void)state;
    assert_same("tests/data/documents/prose/notice.txt", "tests/data/documents/prose/docx");
    assert_same("tests/data/documents/prose/notice.txt", "tests/data/documents/prose/notice.html");
}

static void a_table_is_one_breakdown_in_every_form(void **state)
{
    (void)state;
    assert_same("tests/data/documents/table/notice.txt", "tests/data/documents/table/docx");
    assert_same("tests/data/documents/table/notice.txt", "tests/data/documents/table/xlsx");
    assert_same("tests/data/documents/table/notice.txt", "tests/data/documents/table/notice.html");
    assert_same("tests/data/documents/table/notice.txt", "tests/data/documents/table/notice.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prose_is_one_breakdown_in_every_form),
        cmocka_unit_test(a_table_is_one_breakdown_in_every_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
