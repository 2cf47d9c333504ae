/* SPDX-License-Identifier: MIT */
/* The shipped breakdown: data/tasks.yaml is the whole notice and passes its own proof-reader. */
#include "breakdown/check.h"
#include "breakdown_unit.h"

static void sections_have_as_many_tasks_as_the_notice(void **state)
{
    (void)state;
    static const uint32_t counts[] = { 9, 51, 19, 10, 31, 26, 9, 19, 19, 10 };
    struct breakdown *b = load_shipped();
    assert_int_equal(b->sections_count, 10);
    for (uint32_t i = 0; i < b->sections_count; i++)
        assert_int_equal(b->sections[i].tasks.count, counts[i]);
    assert_int_equal(b->tasks_count, 193 + 10);
    assert_int_equal(b->parts_count, 193 + 17);
    breakdown_free(b);
}

static void leaders_are_nine_and_the_last_section_is_livelihood(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    for (uint32_t i = 0; i < 9; i++) {
        assert_int_equal(b->sections[i].kind, SECTION_LEADER);
        assert_true(b->sections[i].leader.bytes > 0 && b->sections[i].title.bytes > 0);
    }
    assert_int_equal(b->sections[9].kind, SECTION_LIVELIHOOD);
    assert_text(b->sections[0].role, "主抓");
    assert_text(b->sections[1].role, "牵头");
    breakdown_free(b);
}

static void every_listed_unit_is_registered_and_proof_reading_finds_nothing(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    struct diags diags = { 0 };
    for (uint32_t i = 0; i < b->units_count; i++)
        assert_false(b->units[i].undefined);
    breakdown_check(b, &diags);
    print_diags(&diags);
    assert_int_equal(diags.count, 0);
    diag_fini(&diags);
    breakdown_free(b);
}

static void tasks_count_up_from_one_in_every_section(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    for (uint32_t i = 0; i < b->sections_count; i++)
        for (uint32_t k = 0; k < b->sections[i].tasks.count; k++)
            assert_int_equal(b->tasks[b->sections[i].tasks.from + k].no, k + 1);
    breakdown_free(b);
}

static void livelihood_lists_stand_in_the_text(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    struct buf text = { 0 };
    struct task_ref ref;
    assert_int_equal(task_find(b, TEXT("m.1"), &ref, 1), 1);
    task_text(b, &b->tasks[ref.task_idx], &text);
    assert_string_equal(text.at, "新增3岁以下婴幼儿照护服务机构200家，新增托位5000个。（责任单位：省卫生健康委）");
    buf_fini(&text);
    breakdown_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_have_as_many_tasks_as_the_notice),
        cmocka_unit_test(leaders_are_nine_and_the_last_section_is_livelihood),
        cmocka_unit_test(every_listed_unit_is_registered_and_proof_reading_finds_nothing),
        cmocka_unit_test(tasks_count_up_from_one_in_every_section),
        cmocka_unit_test(livelihood_lists_stand_in_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
