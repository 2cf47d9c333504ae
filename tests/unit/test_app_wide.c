/* SPDX-License-Identifier: MIT */
/* Wide and high screens: a third pane, lists that fill the height, paper beside the dialog. */
#include "app_unit.h"

static void the_third_pane_shows_where_the_second_leads(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 40);
    press(&f, ": 2 . 1 2 Enter");
    /* The leading unit of the task, with the task marked in its page. */
    assert_shows(&f, "▌牵  省发展改革委");
    assert_shows(&f, "│▌2.12   打造“画里云江”大花园");
    press(&f, "Down");
    assert_shows(&f, "│▌2.13   全力推进大通道建设");
    press(&f, "Tab Down");
    assert_shows(&f, "▌参  省自然资源厅");
    assert_shows(&f, "政府部门，云江省自然资源厅");
    /* Enter goes into the pane that is there already; it opens no other view. */
    press(&f, "Enter");
    assert_shows(&f, "沈明 › 2.13 › 省自然资源厅");
    assert_shows(&f, "[领导 F1]");
    press(&f, "Esc Esc");
    assert_shows(&f, "沈明 › 2.13 ");
    assert_shows_not(&f, "2.13 ›");
    stop(&f);
}

static void a_units_duty_opens_in_the_third_pane(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 40);
    press(&f, "F2 Down Down");
    assert_shows(&f, "强产业、稳就业。");
    press(&f, "Tab Down Tab");
    assert_shows(&f, "单位 › 省财政厅 › 1.5");
    assert_shows(&f, "▌牵  省财政厅");
    /* Around, and back again. */
    press(&f, "Tab");
    assert_shows(&f, "省财政厅  3/36");
    press(&f, "S-Tab");
    assert_shows(&f, "单位 › 省财政厅 › 1.");
    stop(&f);
}

static void a_third_pane_that_finds_no_room_any_more_gives_its_keys_back(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 40);
    press(&f, ": 2 . 1 2 Enter Tab Tab");
    assert_shows(&f, "沈明 › 2.12 › 省发展改革委");
    f.cols = 100;
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 40, .cols = 100 });
    assert_shows(&f, "▌牵  省发展改革委");
    assert_shows_not(&f, "2.12 ›");
    stop(&f);
}

static void lists_fill_a_high_screen(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 50);
    press(&f, "Home");
    assert_shows(&f, "牵头单位（10）");
    assert_shows_not(&f, "见统计");
    press(&f, "F3");
    assert_shows(&f, "牵头最多的单位");
    press(&f, "End");
    assert_shows(&f, "▌省残联");
    stop(&f);
    start(&f, 100, 30);
    press(&f, "F3");
    assert_shows_not(&f, "牵头最多的单位");
    stop(&f);
}

/* The paper stands beside what is chosen, and changes with it. */
static void the_print_dialog_has_its_preview_beside_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 40);
    press(&f, "p");
    assert_shows(&f, "打印什么");
    assert_shows(&f, "林致远省长主抓重点工作任务单");
    press(&f, "Tab Tab Down Enter");
    assert_shows(&f, "# 林致远省长主抓重点工作");
    press(&f, "Tab Enter Down");
    assert_shows(&f, "预览  1/");
    assert_shows(&f, "打印什么");
    press(&f, "Esc");
    assert_shows_not(&f, "预览  1/");
    press(&f, "Esc");
    assert_shows(&f, "[领导 F1]");
    stop(&f);
}

static void two_pages_stand_side_by_side_where_there_is_room(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 160, 50);
    press(&f, ": 2 . 1 Enter p Tab Tab Tab Enter");
    assert_shows(&f, "预览  1-2/");
    press(&f, "PgDn");
    assert_shows(&f, "预览  3-4/");
    press(&f, "PgUp");
    assert_shows(&f, "预览  1-2/");
    press(&f, "End Home");
    assert_shows(&f, "预览  1-2/");
    f.cols = 110;
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 50, .cols = 110 });
    assert_shows(&f, "预览  1/");
    stop(&f);
}

static void the_help_has_two_columns_where_there_is_room(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 30);
    press(&f, "?");
    assert_shows(&f, " 图例");
    assert_shows(&f, "下翻一页；打印时选定"); /* 30 rows hold no more than the legend and the first keys */
    press(&f, "End");
    assert_shows(&f, "C-u             全部删去");
    stop(&f);
    start(&f, 118, 30);
    press(&f, "?");
    assert_shows_not(&f, "下翻一页；打印时选定");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_third_pane_shows_where_the_second_leads),
        cmocka_unit_test(a_units_duty_opens_in_the_third_pane),
        cmocka_unit_test(a_third_pane_that_finds_no_room_any_more_gives_its_keys_back),
        cmocka_unit_test(lists_fill_a_high_screen),
        cmocka_unit_test(the_print_dialog_has_its_preview_beside_it),
        cmocka_unit_test(two_pages_stand_side_by_side_where_there_is_room),
        cmocka_unit_test(the_help_has_two_columns_where_there_is_room),
    };
    return cmocka_run_group_tests_name("app_wide", tests, NULL, NULL);
}
