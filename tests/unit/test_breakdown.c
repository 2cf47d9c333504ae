/* SPDX-License-Identifier: MIT */
/* Ids, sections, units and titles by what people write. */
#include "breakdown_unit.h"
#include "wording/number.h"

static void check_found(const struct breakdown *b, const char *id, const char *expected)
{
    struct task_ref ref = { NO_IDX, NO_IDX };
    uint32_t count = task_find(b, text_of(id), &ref, 1);
    assert_int_equal(count, expected ? 1 : 0);
    if (expected)
        assert_text(ref.part_idx == NO_IDX ? b->tasks[ref.task_idx].id : b->parts[ref.part_idx].id, expected);
}

static void tasks_are_found_however_their_id_is_written(void **state)
{
    (void)state;
    static const char *const forms[] = { "2.7", "二.7", "二、7", "2-7", "２．７", "2。7", " 2.7 ", "二、七", "2.07" };
    struct breakdown *b = load_shipped();
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        check_found(b, forms[i], "2.7");
    check_found(b, "2020:2.7", "2.7");
    check_found(b, "２０２０：二、51", "2.51");
    check_found(b, "m.4", "m.4");
    check_found(b, "M.4", "m.4");
    check_found(b, "民生.4", "m.4");
    check_found(b, "民生、4", "m.4");
    check_found(b, "m.4.2", "m.4.2");
    check_found(b, "2.7.1", "2.7");
    breakdown_free(b);
}

static void what_is_no_task_is_not_found(void **state)
{
    (void)state;
    static const char *const forms[] = { "",     "2",     "2.",   ".7",       "2.52",  "2.0",  "11.1",   "m.4.5",
                                         "2..7", "2.7.x", "二七", "2021:2.7", "2.7#2", "2.-7", "1.2.3.4" };
    struct breakdown *b = load_shipped();
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        check_found(b, forms[i], NULL);
    breakdown_free(b);
}

static void a_number_that_occurs_twice_has_two_ids(void **state)
{
    (void)state;
    struct breakdown *b =
        load_yaml("format: 1\ntitle: 分工\nsections:\n  - kind: general\n    heading: 任务\n    tasks:\n"
                  "      - no: 3\n        text: 修路。\n      - no: 1\n        text: 治水。\n"
                  "      - no: 3\n        text: 造林。\n");
    assert_text(b->tasks[0].id, "1.3");
    assert_text(b->tasks[1].id, "1.1");
    assert_text(b->tasks[2].id, "1.3#2");
    check_found(b, "1.3", "1.3");
    check_found(b, "1.3#2", "1.3#2");
    breakdown_free(b);
}

static void a_printed_number_comes_before_the_place_in_the_list(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml("format: 1\ntitle: 分工\nunits:\n  - 甲局\nsections:\n"
                                    "  - no: 二\n    kind: general\n    heading: 二、交通\n    tasks:\n"
                                    "      - no: 1\n        text: 修路。\n        units:\n          - 甲局\n"
                                    "  - no: 一\n    kind: general\n    heading: 一、水利\n    tasks:\n"
                                    "      - no: 1\n        text: 治水。\n        units:\n          - 甲局\n");
    struct task_ref refs[4];
    assert_int_equal(task_find(b, text_of("二.1"), refs, 4), 1);
    assert_text(b->parts[b->tasks[refs[0].task_idx].parts.from].text, "修路。");
    assert_int_equal(task_find(b, text_of("一、1"), refs, 4), 1);
    assert_text(b->parts[b->tasks[refs[0].task_idx].parts.from].text, "治水。");
    /* Numbers out of order tell nobody apart: the ids count the sections. */
    assert_int_equal(task_find(b, text_of("2.1"), refs, 4), 1);
    assert_text(b->parts[b->tasks[refs[0].task_idx].parts.from].text, "治水。");
    breakdown_free(b);
}

static void sections_are_found_by_leader_number_and_heading(void **state)
{
    (void)state;
    static const char *const forms[] = { "冯飞", "2", "二", "２" };
    struct breakdown *b = load_shipped();
    uint32_t found[2];
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        assert_int_equal(section_find(b, text_of(forms[i]), found, 2), 1);
        assert_int_equal(found[0], 1);
    }
    assert_int_equal(section_find(b, b->sections[4].heading, found, 2), 1);
    assert_int_equal(found[0], 4);
    assert_int_equal(section_find(b, TEXT("livelihood"), found, 2), 1);
    assert_int_equal(found[0], 9);
    assert_int_equal(section_find(b, TEXT("民生"), found, 2), 1);
    assert_int_equal(section_find(b, TEXT(""), found, 2), 0);
    assert_int_equal(section_find(b, TEXT("某某"), found, 2), 0);
    breakdown_free(b);
}

static void units_are_found_by_every_name_they_have(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    uint32_t unit_idx = unit_of(b, "省发展改革委");
    assert_int_equal(unit_of(b, "浙江省发展和改革委员会"), unit_idx);
    assert_int_equal(unit_of(b, "省发改委"), unit_idx);
    assert_int_equal(unit_find(b, TEXT("省发展")), NO_IDX);
    for (uint32_t i = 0; i < b->units_count; i++)
        assert_int_equal(unit_find(b, b->units[i].name), i);
    breakdown_free(b);
}

static void the_label_says_who_leads(void **state)
{
    (void)state;
    assert_true(role_all_lead(TEXT("牵头单位")));
    assert_false(role_all_lead(TEXT("责任单位")));
    assert_false(role_all_lead(TEXT("")));
    struct breakdown *b = load_shipped();
    assert_int_equal(part_role_count(b, &b->parts[0], ROLE_SUPPORT), 0);
    assert_int_equal(part_role_count(b, &b->parts[5], ROLE_LEAD), 1);
    struct buf names = { 0 };
    part_names(b, &b->parts[0], ROLE_LEAD, &names);
    assert_string_equal(names.at, "省发展改革委、省经信厅、省财政厅、省商务厅、省地方金融监管局");
    buf_fini(&names);
    breakdown_free(b);
}

static void titles_are_a_head_of_the_text_and_close_what_they_open(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    assert_text(task_title(b, &b->tasks[0]), "稳企业、防风险");
    assert_text(task_title(b, &b->tasks[1]), "“最多跑一次”改革和政府数字化转型");
    for (uint32_t i = 0; i < b->tasks_count; i++) {
        struct text title = task_title(b, &b->tasks[i]), text = b->parts[b->tasks[i].parts.from].text;
        assert_true(title.at == text.at && title.bytes > 0 && title.bytes <= text.bytes);
    }
    /* Nor do they end as the text goes on, or with a full stop. */
    for (uint32_t i = 0; i < b->parts_count; i++) {
        struct text title = part_title(&b->parts[i]);
        static const char *const stops[] = { "。", "；", "，", "、", "：" };
        for (size_t s = 0; title.bytes > 3 && s < sizeof stops / sizeof *stops; s++)
            assert_memory_not_equal(title.at + title.bytes - 3, stops[s], 3);
    }
    breakdown_free(b);
}

static void numbers_are_read_in_both_scripts(void **state)
{
    (void)state;
    assert_int_equal(number_of(TEXT("7")), 7);
    assert_int_equal(number_of(TEXT("三")), 3);
    assert_int_equal(number_of(TEXT("十")), 10);
    assert_int_equal(number_of(TEXT("十二")), 12);
    assert_int_equal(number_of(TEXT("二十一")), 21);
    assert_int_equal(number_of(TEXT("三百零五")), 305);
    assert_int_equal(number_of(TEXT("一千二百三十四")), 1234);
    assert_int_equal(number_of(TEXT("二三")), 0);
    assert_int_equal(number_of(TEXT("十十")), 0);
    assert_int_equal(number_of(TEXT("七a")), 0);
    assert_int_equal(number_of(TEXT("1234567")), 0);
    assert_int_equal(number_of(TEXT("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tasks_are_found_however_their_id_is_written),
        cmocka_unit_test(what_is_no_task_is_not_found),
        cmocka_unit_test(a_number_that_occurs_twice_has_two_ids),
        cmocka_unit_test(a_printed_number_comes_before_the_place_in_the_list),
        cmocka_unit_test(sections_are_found_by_leader_number_and_heading),
        cmocka_unit_test(units_are_found_by_every_name_they_have),
        cmocka_unit_test(the_label_says_who_leads),
        cmocka_unit_test(titles_are_a_head_of_the_text_and_close_what_they_open),
        cmocka_unit_test(numbers_are_read_in_both_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
