/* SPDX-License-Identifier: MIT */
/* Loading: what is lenient, what several files become, limits.  Faults: test_bad.c. */
#include <stdlib.h>
#include <string.h>

#include "breakdown_unit.h"

#define TASK_OF(units)                                                                                                 \
    "sections:\n  - kind: general\n    heading: 任务\n    tasks:\n      - no: 1\n        text: 修路。\n"          \
    "        label: 责任单位\n        units:\n" units

/* Both sources as one breakdown; NULL expected when there is an error. */
static struct breakdown *load_two(const char *first, const char *second, struct diags *diags)
{
    struct source sources[] = { { .path = "a.yaml", .content = span_of(first) },
                                { .path = "b.yaml", .content = span_of(second) } };
    return breakdown_load(sources, 2, diags);
}

static void several_files_are_volumes_over_one_registry(void **state)
{
    (void)state;
    struct diags diags = { 0 };
    struct breakdown *b = load_two(
        "format: 1\ntitle: 甲\nyear: 2020\nunits:\n  - name: 甲局\n    full: 某市甲局\n    aliases:\n      - "
        "甲\n" TASK_OF("          - 甲局\n"),
        "format: 1\ntitle: 乙\nyear: 2021\nunits:\n  - name: 甲局\n    aliases:\n      - 大甲\n  - 乙局\n" TASK_OF(
            "          - 乙局\n          - 甲局\n"),
        &diags);
    assert_non_null(b);
    assert_int_equal(diags.count, 0);
    assert_int_equal(b->volumes_count, 2);
    assert_int_equal(b->units_count, 2);
    assert_int_equal(unit_of(b, "大甲"), unit_of(b, "甲局"));
    assert_int_equal(b->units[unit_of(b, "甲局")].aliases.count, 2);
    assert_text(b->volumes[0].name, "2020");
    assert_text(b->tasks[1].id, "2021:1.1");
    struct task_ref refs[4];
    assert_int_equal(task_find(b, TEXT("1.1"), refs, 4), 2);
    assert_int_equal(task_find(b, TEXT("2021:1.1"), refs, 4), 1);
    assert_int_equal(refs[0].task_idx, 1);
    diag_fini(&diags);
    breakdown_free(b);
}

static void volumes_of_one_year_are_told_apart_by_who_issued_them(void **state)
{
    (void)state;
    struct diags diags = { 0 };
    struct breakdown *b = load_two("format: 1\ntitle: 分工\nissuer: 甲市\nyear: 2020\nsections: []\n",
                                   "format: 1\ntitle: 分工\nissuer: 乙市\nyear: 2020\nsections: []\n", &diags);
    assert_non_null(b);
    assert_text(b->volumes[0].name, "2020·甲市");
    assert_text(b->volumes[1].name, "2020·乙市");
    breakdown_free(b);
    b = load_two("format: 1\ntitle: 分工\nsections: []\n", "format: 1\ntitle: 分工\nsections: []\n", &diags);
    assert_non_null(b);
    assert_false(text_equal(b->volumes[0].name, b->volumes[1].name));
    diag_fini(&diags);
    breakdown_free(b);
}

static void faults_of_all_files_are_told_at_once(void **state)
{
    (void)state;
    struct diags diags = { 0 };
    assert_null(load_two("title: 甲\nyear: x\nsections: []\n", "format: 9\ntitle: 乙\nsections: []\n", &diags));
    assert_int_equal(diags.errors_count, 2);
    assert_int_equal(diags.warnings_count, 1);
    assert_string_equal(diags.items[0].place.file, "a.yaml");
    diag_fini(&diags);
}

static void a_unit_may_be_defined_after_its_use_or_not_at_all(void **state)
{
    (void)state;
    struct breakdown *b =
        load_yaml("format: 1\ntitle: 分工\n" TASK_OF("          - 甲局\n          - 乙局\n") "units:\n  - 甲局\n");
    assert_int_equal(b->units_count, 2);
    assert_false(b->units[unit_of(b, "甲局")].undefined);
    assert_true(b->units[unit_of(b, "乙局")].undefined);
    assert_int_equal(b->duties[0].unit_idx, unit_of(b, "甲局"));
    struct buf wording = { 0 };
    part_wording(b, &b->parts[0], &wording);
    assert_string_equal(wording.at, "甲局、乙局");
    buf_fini(&wording);
    breakdown_free(b);
}

static void text_of_the_file_is_clean(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml(
        "format: 1\ntitle: \"a\\x1b[2Jb\\0\"\nunits:\n  - \"甲\\u202E局\"\n" TASK_OF("          - \"甲\\u202E局\"\n"));
    assert_text(b->volumes[0].title, "a‹U+001B›[2Jb‹U+0000›");
    assert_text(b->units[0].name, "甲‹U+202E›局");
    assert_int_equal(b->units_count, 1);
    assert_false(b->units[0].undefined);
    breakdown_free(b);
}

static void a_byte_order_mark_and_windows_line_ends_do_no_harm(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml("\xEF\xBB\xBF"
                                    "format: 1\r\ntitle: 分工\r\nsections: []\r\n");
    assert_text(b->volumes[0].title, "分工");
    breakdown_free(b);
}

static void places_are_lines_and_characters(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml("format: 1\ntitle: 分工\n" TASK_OF("          - 甲局\n          - 乙局\n"));
    struct mark duty = mark_near(b->parts[0].mark, b->duties[1].at);
    struct mark text = mark_near(b->parts[0].mark, b->parts[0].text_at);
    assert_int_equal(duty.line_no, 12);
    assert_int_equal(duty.col_no, 13);
    assert_int_equal(text.line_no, 8);
    assert_int_equal(text.col_no, 15);
    breakdown_free(b);
}

static void check_scalar_limit(size_t bytes, bool fits)
{
    struct buf yaml = { 0 };
    struct diags diags = { 0 };
    buf_string(&yaml, "format: 1\ntitle: ");
    buf_fill(&yaml, 'a', bytes);
    buf_string(&yaml, "\nsections: []\n");
    struct source source = { .path = "t", .content = buf_view(&yaml) };
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    assert_int_equal(b != NULL, fits);
    assert_int_equal(diags.errors_count, fits ? 0 : 1);
    breakdown_free(b);
    diag_fini(&diags);
    buf_fini(&yaml);
}

static void a_scalar_over_the_limit_is_one_fault(void **state)
{
    (void)state;
    check_scalar_limit(64 * 1024, true);
    check_scalar_limit(64 * 1024 + 1, false);
    check_scalar_limit(1024 * 1024, false);
}

/* What takes libyaml time that grows with the square is refused before it does. */
static void check_refused(const char *unit, size_t count, const char *tail)
{
    struct buf yaml = { 0 };
    struct diags diags = { 0 };
    for (size_t i = 0; i < count; i++)
        buf_string(&yaml, unit);
    buf_string(&yaml, tail);
    struct source source = { .path = "t", .content = buf_view(&yaml) };
    assert_null(breakdown_load(&source, 1, &diags));
    assert_true(diags.errors_count > 0);
    diag_fini(&diags);
    buf_fini(&yaml);
}

static void bombs_are_refused(void **state)
{
    (void)state;
    check_refused("[", 200000, "");
    check_refused("{a: ", 100000, "");
    check_refused("- ", 100000, "x");
    check_refused("%TAG !a! tag:a,2000:\n", 40000, "--- a\n");
    check_refused("? ", 100000, "");
}

static void a_long_registry_of_names_loads(void **state)
{
    (void)state;
    struct buf yaml = { 0 };
    buf_string(&yaml, "format: 1\ntitle: 分工\nunits:\n");
    for (int i = 0; i < 20000; i++)
        buf_printf(&yaml, "  - 第%d局\n", i);
    buf_string(&yaml, "sections: []\n");
    struct breakdown *b = load_yaml(yaml.at);
    assert_int_equal(b->units_count, 20000);
    assert_int_equal(unit_of(b, "第12345局"), 12345);
    breakdown_free(b);
    buf_fini(&yaml);
}

/* Every head of the shipped file either loads or is told why not; nothing is lost or read beyond. */
static void a_truncated_file_is_told(void **state)
{
    (void)state;
    struct buf yaml = { 0 };
    assert_int_equal(file_read(SHIPPED, &yaml, NULL), 0);
    for (size_t bytes = 0; bytes < yaml.bytes; bytes += 1511) {
        struct diags diags = { 0 };
        char *head = malloc(bytes + 1);
        assert_non_null(head);
        memcpy(head, yaml.at, bytes);
        struct source source = { .path = "t", .content = { head, bytes } };
        struct breakdown *b = breakdown_load(&source, 1, &diags);
        assert_true(b || diags.errors_count);
        breakdown_free(b);
        diag_fini(&diags);
        free(head);
    }
    buf_fini(&yaml);
}

static void what_cannot_be_read_is_told(void **state)
{
    (void)state;
    static const char *const paths[] = { "no/such/file.yaml", "tests", "/dev/null" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct diags diags = { 0 };
        assert_null(load_files(&paths[i], 1, &(struct load_options){ 0 }, &diags));
        assert_int_equal(diags.errors_count, 1);
        assert_int_equal(diags.items[0].place.line_no, 0);
        diag_fini(&diags);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_files_are_volumes_over_one_registry),
        cmocka_unit_test(volumes_of_one_year_are_told_apart_by_who_issued_them),
        cmocka_unit_test(faults_of_all_files_are_told_at_once),
        cmocka_unit_test(a_unit_may_be_defined_after_its_use_or_not_at_all),
        cmocka_unit_test(text_of_the_file_is_clean),
        cmocka_unit_test(a_byte_order_mark_and_windows_line_ends_do_no_harm),
        cmocka_unit_test(places_are_lines_and_characters),
        cmocka_unit_test(a_scalar_over_the_limit_is_one_fault),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(a_long_registry_of_names_loads),
        cmocka_unit_test(a_truncated_file_is_told),
        cmocka_unit_test(what_cannot_be_read_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
