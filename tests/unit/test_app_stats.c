/* SPDX-License-Identifier: MIT */
/* The tables of the statistics that are lists to go through: pairs, targets in figures, deadlines. */
#include "app_unit.h"

static void targets_are_sorted_filtered_and_opened(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Left Left");
    assert_shows(&f, "[指标]");
    assert_shows(&f, "▌1.5     林致远  建成          5G基站");
    press(&f, "End");
    assert_shows(&f, "共 42 条量化指标");
    press(&f, "s s s s s");
    assert_shows(&f, "按数量");
    assert_shows(&f, "▌2.4     沈明    完成"); /* the largest on top, whatever was selected */
    press(&f, "f");
    paste(&f, "领导:王一苇");
    press(&f, "Enter");
    assert_shows(&f, "筛选：领导:王一苇");
    assert_shows(&f, "▌4.1     王一苇  新增          城镇就业");
    assert_shows(&f, "共 4 条量化指标");
    assert_shows(&f, "取消筛选");
    press(&f, "Down Enter");
    assert_shows(&f, "完成技能培训20万人次");
    press(&f, "Esc"); /* back to the list, which is filtered still */
    assert_shows(&f, "筛选：领导:王一苇");
    assert_shows(&f, "▌4.2     王一苇  完成          技能培训");
    press(&f, "Esc");
    assert_shows(&f, "/42");
    stop(&f);
}

static void a_cancelled_filter_leaves_the_list_as_it_was(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Left Left f");
    paste(&f, "铁路");
    assert_shows_not(&f, "小微企业园");
    press(&f, "Esc");
    assert_shows(&f, "▌1.5 ");
    assert_shows_not(&f, "筛选：");
    press(&f, "F1");
    assert_shows(&f, " 林致远  1/16");
    stop(&f);
}

static void what_is_printed_from_the_targets_is_the_targets(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Left Left p");
    assert_shows(&f, "▌ (*) 量化指标");
    press(&f, "Esc Y");
    assert_int_equal(f.last.what & REACT_COPY, REACT_COPY);
    assert_non_null(memmem(f.last.text.at, f.last.text.bytes, "新增小微企业园50个", sizeof "新增小微企业园50个" - 1));
    press(&f, "y");
    assert_non_null(memmem(f.last.text.at, f.last.text.bytes, "做强数字经济", sizeof "做强数字经济" - 1));
    press(&f, "F1 p");
    assert_shows_not(&f, "量化指标");
    stop(&f);
}

static void a_pair_opens_the_page_on_which_its_partners_stand(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Tab Tab Tab");
    assert_shows(&f, "▌省发展改革委           与 省财政厅");
    press(&f, "Down Enter");
    assert_shows(&f, "常一起：省财政厅 7、省经信厅 5");
    stop(&f);
}

static void a_narrow_screen_names_the_table_it_shows(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 20);
    press(&f, "F3 Left Left");
    assert_shows(&f, "[指标]  6/7");
    press(&f, "Right");
    assert_shows(&f, "6.1     6月底       治理中小河流150公里");
    stop(&f);
}

static void what_a_row_is_about_stands_beside_it_on_a_wide_screen(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 30);
    press(&f, "F3 Left Left s s s s s");
    assert_shows(&f, "沈明 常务副省长 牵头  4/24");
    press(&f, "Down");
    assert_shows(&f, "高原 副省长 牵头  1/6");
    press(&f, "J J J");
    assert_shows(&f, "▌5.1 ");
    press(&f, "Tab f 鱼 Enter");
    assert_shows(&f, "没有任务写明完成时限");
    stop(&f);
    start(&f, 139, 30);
    press(&f, "F3 Left Left s s s s s");
    assert_shows_not(&f, "4/24");
    stop(&f);
}

/* A county's notice: no leader has a section, the tasks name them. */
static void a_leader_whom_tasks_name_opens_their_tasks(void **state)
{
    (void)state;
    struct fixture f = { .rows = 24, .cols = 80 };
    struct app_options options = { .ambiguous_cols = 1 };
    f.b = load_yaml("format: 1\ntitle: 甲县\nyear: 2024\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n"
                    "    tasks:\n"
                    "      - {no: 1, text: 修路。, due: 长期, leader: 张三, label: 责任单位, units: [甲局]}\n"
                    "      - {no: 2, text: 架桥。, due: 9月底, leader: 李四, label: 责任单位, units: [甲局]}\n"
                    "      - {no: 3, text: 植树。, due: 3月底, leader: 张三, label: 责任单位, units: [甲局]}\n");
    f.app = app_new(f.b, &options);
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 24, .cols = 80 });
    press(&f, "F3");
    assert_shows(&f, "任务写明的领导");
    press(&f, "Down Enter");
    assert_shows(&f, "筛选: 领导:张三");
    assert_shows(&f, "▌    1 修路");
    assert_shows(&f, "3 植树");
    assert_shows_not(&f, "架桥");
    press(&f, "Esc F3 Left");
    assert_shows(&f, "▌1.3     3月底"); /* by date, what is no date last */
    press(&f, "End");
    assert_shows(&f, "▌1.1     长期");
    stop(&f);
}

/* A sum is no place for the cursor, and what has one order offers no other. */
static void only_what_can_be_opened_is_selected_by_a_click(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "m F3");
    assert_shows_not(&f, "s 排序");
    for (int row = 5; row < 29; row++)
        app_handle(f.app, &(struct event){ .kind = EVENT_MOUSE, .mouse = MOUSE_CLICK, .row = row, .col = 4 });
    assert_shows(&f, "▌六方面民生实事责任分解");
    press(&f, "Right");
    assert_shows(&f, "s 排序");
    stop(&f);
}

/* A click on the list has the keys again that a click on the text beside it took, and opens nothing. */
static void a_click_on_the_list_takes_the_keys_back_from_the_text_beside_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 30);
    press(&f, "m F3");
    for (int row = 1; row < 29; row++)
        click(&f, row, 110);
    click(&f, 4, 4);
    assert_shows(&f, "[统计 F3]");
    press(&f, "Down");
    assert_shows(&f, "统计  2/");
    stop(&f);
}

#define DUE_HEAD                                                                                                       \
    "format: 1\ntitle: 甲县\nyear: 2024\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
#define DUE_TASK(no, text, due) "      - {no: " #no ", text: " text ", due: " due ", label: 责任单位, units: [甲局]}\n"

/* While the field for a filter is open the file changes, and the tasks have other places in it. */
static void a_filter_cancelled_after_a_reload_leaves_the_same_task_selected(void **state)
{
    (void)state;
    struct fixture f = { .rows = 24, .cols = 80 };
    struct app_options options = { .ambiguous_cols = 1 };
    f.b = load_yaml(DUE_HEAD DUE_TASK(1, "修路。", "3月底") DUE_TASK(2, "架桥。", "6月底")
                        DUE_TASK(3, "植树。", "9月底"));
    f.app = app_new(f.b, &options);
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 24, .cols = 80 });
    press(&f, "F3 Left End");
    assert_shows(&f, "▌1.3     9月底");
    press(&f, "f");
    reload(&f, load_yaml(DUE_HEAD DUE_TASK(1, "挖渠。", "1月底") DUE_TASK(2, "修路。", "3月底")
                             DUE_TASK(3, "架桥。", "6月底") DUE_TASK(4, "植树。", "9月底")));
    press(&f, "Esc");
    assert_shows(&f, "▌1.4     9月底");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets_are_sorted_filtered_and_opened),
        cmocka_unit_test(a_cancelled_filter_leaves_the_list_as_it_was),
        cmocka_unit_test(what_is_printed_from_the_targets_is_the_targets),
        cmocka_unit_test(a_pair_opens_the_page_on_which_its_partners_stand),
        cmocka_unit_test(a_narrow_screen_names_the_table_it_shows),
        cmocka_unit_test(what_a_row_is_about_stands_beside_it_on_a_wide_screen),
        cmocka_unit_test(a_leader_whom_tasks_name_opens_their_tasks),
        cmocka_unit_test(only_what_can_be_opened_is_selected_by_a_click),
        cmocka_unit_test(a_click_on_the_list_takes_the_keys_back_from_the_text_beside_it),
        cmocka_unit_test(a_filter_cancelled_after_a_reload_leaves_the_same_task_selected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
