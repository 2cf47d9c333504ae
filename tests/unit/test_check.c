/* SPDX-License-Identifier: MIT */
/* The proof-reader's judgement: what it must see, and what it must let pass.  Its words: test_bad.c. */
#include "breakdown/check.h"
#include "breakdown/near_name.h"
#include "breakdown_unit.h"

static bool abbreviates(const char *a, const char *b)
{
    struct arena arena = { 0 };
    bool result = near_name_abbreviates(near_name_of(&arena, text_of(a)), near_name_of(&arena, text_of(b)));
    arena_fini(&arena);
    return result;
}

static void abbreviations_of_one_body_are_seen(void **state)
{
    (void)state;
    assert_true(abbreviates("省发改委", "省发展改革委"));
    assert_true(abbreviates("省发展改革委", "省发改委"));
    assert_true(abbreviates("省人社厅", "省人力社保厅"));
    assert_true(abbreviates("省文旅厅", "省文化和旅游厅"));
    assert_true(abbreviates("省經信廳", "浙江省经济和信息化厅"));
    assert_true(abbreviates("市民宗局", "市民族宗教局"));
}

static void like_names_of_two_bodies_pass(void **state)
{
    (void)state;
    assert_false(abbreviates("市建设局", "市建设工程管理局"));
    assert_false(abbreviates("杭州市政府", "杭州市余杭区政府"));
    assert_false(abbreviates("杭州市建设局", "杭州市余杭区建设局"));
    assert_false(abbreviates("浙江大学", "浙江工业大学"));
    assert_false(abbreviates("省教育厅", "省教育厅"));
    assert_false(abbreviates("省科技厅", "省科协"));
    assert_false(abbreviates("省委办公厅", "省政府办公厅"));
    assert_false(abbreviates("浙江银保监局", "宁波银保监局"));
}

static size_t faults_of(const char *yaml)
{
    struct diags diags = { 0 };
    struct breakdown *b = load_yaml(yaml);
    breakdown_check(b, &diags);
    size_t count = diags.count;
    if (count)
        print_diags(&diags);
    diag_fini(&diags);
    breakdown_free(b);
    return count;
}

#define HEAD                    "format: 1\ntitle: 分工\nunits:\n  - 甲局\nsections:\n"
#define SECTION(heading, tasks) "  - kind: general\n    heading: " heading "\n    tasks:\n" tasks
#define ITEM(no, text)                                                                                                 \
    "      - no: " no "\n        text: " text "\n        label: 责任单位\n        units:\n          - 甲局\n"

static void numbers_may_run_on_through_the_sections(void **state)
{
    (void)state;
    assert_int_equal(faults_of(HEAD SECTION("一、甲", ITEM("1", "修路。") ITEM("2", "治水。"))
                                   SECTION("二、乙", ITEM("3", "造林。"))),
                     0);
    assert_int_equal(faults_of(HEAD SECTION("一、甲", ITEM("1", "修路。") ITEM("2", "治水。"))
                                   SECTION("二、乙", ITEM("1", "造林。"))),
                     0);
    assert_int_equal(faults_of(HEAD SECTION("一、甲", ITEM("1", "修路。") ITEM("2", "治水。"))
                                   SECTION("二、乙", ITEM("4", "造林。"))),
                     1);
}

static void sums_that_agree_and_other_numbers_pass(void **state)
{
    (void)state;
    assert_int_equal(faults_of(HEAD SECTION("一、甲（共1项）", ITEM("1", "修路。"))), 0);
    assert_int_equal(faults_of(HEAD SECTION("一、落实中央八项规定", ITEM("1", "修路。"))), 0);
    assert_int_equal(faults_of(HEAD SECTION("一、甲（2项）", ITEM("1", "修路。"))), 1);
    assert_int_equal(faults_of(HEAD SECTION("一、甲，共三十七项", ITEM("1", "修路。"))), 1);
}

static void latin_and_numbers_keep_their_punctuation(void **state)
{
    (void)state;
    assert_int_equal(faults_of(HEAD SECTION("甲", ITEM("1", "增长8.5%，投资1,000万元，比例3:1，建设5G(NSA)基站。"))),
                     0);
    assert_int_equal(faults_of(HEAD SECTION("甲", ITEM("1", "天天向上，人人有责，一一落实，千千万万家。"))), 0);
    assert_int_equal(faults_of(HEAD SECTION("甲", ITEM("1", "修路, 治水,造林。"))), 2);
    assert_int_equal(faults_of(HEAD SECTION("甲", ITEM("1", "改造危桥(十座)。"))), 2);
}

static void counted_points_nested_brackets_and_quotes_pass(void **state)
{
    (void)state;
    assert_int_equal(
        faults_of(HEAD SECTION("一、甲", ITEM("1", "一是1）修路；2）治水；三）办学；b）育林。")
                                             ITEM("2", "落实《规定（试行）》和“放管服”改革（含“一件事”（试点））。"))),
        0);
    assert_int_equal(faults_of(HEAD SECTION("一、甲", ITEM("1", "修路）。") ITEM("2", "治“水“。"))), 2);
}

static void two_bodies_with_known_full_names_are_two(void **state)
{
    (void)state;
    assert_int_equal(faults_of("format: 1\ntitle: 分工\nunits:\n  - name: 省发改委\n    full: 甲省发展和改革委员会\n"
                               "  - name: 省发展改革委\n    full: 乙省发展和改革委员会\nsections:\n"
                               "  - kind: general\n    heading: 甲\n    tasks:\n      - no: 1\n        text: 修路。\n"
                               "        units:\n          - 省发改委\n          - 省发展改革委\n"),
                     0);
}

static void a_registered_name_with_brackets_is_one_name_in_the_wording(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml("format: 1\n"
                                    "title: 某县2024年重点工作责任分解\n"
                                    "units: [县商务局（县粮食局）, 县财政局, “一件事”改革办]\n"
                                    "sections:\n"
                                    "  - kind: general\n"
                                    "    heading: 一、产业\n"
                                    "    tasks:\n"
                                    "      - no: 1\n"
                                    "        text: 修路。\n"
                                    "        lead: [县商务局（县粮食局）]\n"
                                    "        support: [“一件事”改革办, 县财政局]\n"
                                    "        wording: 县商务局（县粮食局）牵头，“一件事”改革办和县财政局配合\n");
    struct diags diags = { 0 };
    breakdown_check(b, &diags);
    print_diags(&diags);
    assert_int_equal(diags.count, 0);
    diag_fini(&diags);
    breakdown_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(abbreviations_of_one_body_are_seen),
        cmocka_unit_test(like_names_of_two_bodies_pass),
        cmocka_unit_test(numbers_may_run_on_through_the_sections),
        cmocka_unit_test(sums_that_agree_and_other_numbers_pass),
        cmocka_unit_test(latin_and_numbers_keep_their_punctuation),
        cmocka_unit_test(counted_points_nested_brackets_and_quotes_pass),
        cmocka_unit_test(two_bodies_with_known_full_names_are_two),
        cmocka_unit_test(a_registered_name_with_brackets_is_one_name_in_the_wording),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
