/* SPDX-License-Identifier: MIT */
/* One box: looking for anything by a word, and filtering by it. */
#include "app_unit.h"

static void one_box_finds_units_leaders_and_tasks(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "/ f g w");
    assert_shows(&f, "单位（1）");
    assert_shows(&f, "▌  省发展改革委");
    press(&f, "C-u 铁 路");
    assert_shows(&f, "任务正文（2）");
    assert_shows(&f, "▌  2.14");
    press(&f, "C-u s m");
    assert_shows(&f, "领导（1）");
    assert_shows(&f, "▌  沈明  常务副省长");
    press(&f, "Enter");
    assert_shows(&f, "[领导 F1]");
    assert_shows(&f, "▌▾ 沈明");
    press(&f, "Esc");
    assert_false(in_field(&f));
    stop(&f);
}

static void what_is_found_is_gone_to_and_escape_leads_back(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "Down Down / f g w Enter");
    assert_shows(&f, "[单位 F2]");
    assert_shows(&f, "单位 › 省发展改革委");
    press(&f, "Esc");
    assert_shows(&f, "林致远 › 1.2");
    press(&f, "/ 铁 路 Down Enter");
    assert_shows(&f, "六方面民生实事责任分解 › m.4");
    press(&f, "Esc");
    assert_shows(&f, "林致远 › 1.2");
    stop(&f);
}

static void the_head_of_the_tasks_filters_by_the_words(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "/ 铁 路 Up Enter");
    assert_shows(&f, "筛选: 铁路");
    assert_shows(&f, "沈明 › 2.14");
    assert_shows(&f, "Esc 取消筛选");
    press(&f, "Esc");
    assert_shows_not(&f, "筛选: 铁路");
    stop(&f);
}

static void nothing_found_offers_what_is_near(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "/ 省 发 改 位");
    assert_shows(&f, "是不是（1）");
    assert_shows(&f, "▌  省发展改革委");
    press(&f, "C-u 神 明");
    assert_shows(&f, "  沈明  常务副省长");
    press(&f, "C-u 旅 游 局");
    assert_shows(&f, "▌  省文化和旅游厅");
    press(&f, "C-u s h a n g w u"); /* not 常务 as well */
    assert_shows(&f, "▌  省商务厅");
    assert_shows_not(&f, "是不是");
    press(&f, "C-u 子 虚 乌 有");
    assert_shows(&f, "哪里都没有“子虚乌有”");
    press(&f, "Enter");
    assert_true(in_field(&f));
    assert_shows(&f, "没有找到“子虚乌有”");
    stop(&f);
}

static void long_groups_are_cut_until_asked_for(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 40);
    press(&f, "/ 省");
    assert_shows(&f, "… 列出全部");
    for (int i = 0; i < 15; i++)
        press(&f, "Down");
    press(&f, "Enter");
    assert_true(in_field(&f));
    assert_shows_not(&f, "… 列出全部");
    stop(&f);
}

static void up_in_an_empty_field_brings_earlier_words_back(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "f 铁 路 Enter Esc f 企 业 Enter Esc f Up");
    assert_shows(&f, "筛选: 企业");
    press(&f, "Up");
    assert_shows(&f, "筛选: 铁路");
    press(&f, "Up");
    assert_shows(&f, "筛选: 铁路");
    press(&f, "Esc / Up");
    assert_shows_not(&f, "查找: 铁路");
    stop(&f);
}

static void what_the_filter_keeps_can_be_copied(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "f 铁 路 Enter Y");
    assert_true(f.last.what & REACT_COPY);
    assert_true(span_starts(text_span(f.last.text), SPAN("筛选“铁路”，2项：\n2.14 推进")));
    assert_non_null(memmem(f.last.text.at, f.last.text.bytes, "\nm.4 ", strlen("\nm.4 ")));
    stop(&f);
}

static void the_filter_keeps_to_the_unit_on_whose_page_it_is_opened(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "/ f g w Enter f");
    assert_shows(&f, "筛选: 单位:省发展改革委");
    press(&f, "铁 路 Enter");
    assert_shows(&f, "沈明 › 2.14");
    stop(&f);
}

/* In the list the cursor is on a unit too, but nobody has gone into it. */
static void the_filter_keeps_to_no_unit_from_the_list_of_units(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F2 f");
    assert_shows(&f, "筛选: ");
    assert_shows_not(&f, "筛选: 单位:");
    stop(&f);
}

static void an_unknown_prefix_is_named_with_those_there_are(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 140, 30);
    press(&f, "f 部 门 : x");
    assert_shows(&f, "没有“部门:”这种筛选，可用 单位: 领导: 牵头: 参与: 时限: 有数:");
    press(&f, "Enter");
    assert_false(in_field(&f));
    assert_shows(&f, "没有“部门:”这种筛选");
    press(&f, "j");
    assert_shows_not(&f, "没有“部门:”");
    stop(&f);
}

static void the_cursor_goes_to_the_first_task_that_is_kept(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "G f 领 导 : s m");
    assert_shows(&f, "沈明 › 2.1");
    press(&f, "Esc");
    assert_shows(&f, "六方面民生实事责任分解");
    stop(&f);
}

static void names_lead_from_the_field_for_ids_when_they_are_sure(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": f g w Enter");
    assert_shows(&f, "单位 › 省发展改革委");
    press(&f, ": 王 Enter");
    assert_true(in_field(&f));
    assert_shows(&f, "“王”可能是：王一苇、王书恒");
    press(&f, "C-u q q Enter"); /* longer than there is room */
    assert_shows(&f, "正好叫“qq”，是不是：");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_box_finds_units_leaders_and_tasks),
        cmocka_unit_test(what_is_found_is_gone_to_and_escape_leads_back),
        cmocka_unit_test(the_head_of_the_tasks_filters_by_the_words),
        cmocka_unit_test(nothing_found_offers_what_is_near),
        cmocka_unit_test(long_groups_are_cut_until_asked_for),
        cmocka_unit_test(up_in_an_empty_field_brings_earlier_words_back),
        cmocka_unit_test(what_the_filter_keeps_can_be_copied),
        cmocka_unit_test(the_filter_keeps_to_the_unit_on_whose_page_it_is_opened),
        cmocka_unit_test(the_filter_keeps_to_no_unit_from_the_list_of_units),
        cmocka_unit_test(an_unknown_prefix_is_named_with_those_there_are),
        cmocka_unit_test(the_cursor_goes_to_the_first_task_that_is_kept),
        cmocka_unit_test(names_lead_from_the_field_for_ids_when_they_are_sure),
    };
    return cmocka_run_group_tests_name("app_find", tests, NULL, NULL);
}
