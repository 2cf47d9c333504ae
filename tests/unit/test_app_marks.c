/* SPDX-License-Identifier: MIT */
/* Marks: set anywhere, kept through filters, views and reloads, and what is printed and copied then. */
#include "app_unit.h"

#define HEAD           "format: 1\ntitle: 标\nunits: [甲局, 乙局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
#define TASK(no, text) "      - {no: " no ", text: " text ", label: 责任单位, units: [甲局]}\n"

static void start_small(struct fixture *f)
{
    start(f, 100, 30);
    reload(f, load_yaml(HEAD TASK("1", "修路。") TASK("2", "架桥。") TASK("3", "植树。")));
    press(f, "Home");
}

static void assert_copies(struct fixture *f, const char *key, const char *about, const char *text)
{
    press(f, key);
    assert_true(f->last.what & REACT_COPY);
    assert_true(text_equal(f->last.about, text_of(about)));
    if (!strstr(f->last.text.at, text))
        fail_msg("not copied: %s\n%.*s", text, TEXT_ARG(f->last.text));
}

static void space_marks_a_task_and_goes_on_to_the_next(void **state)
{
    (void)state;
    struct fixture f;
    start_small(&f);
    press(&f, "Down Space Space");
    assert_shows(&f, "*    1 修路");
    assert_shows(&f, "*    2 架桥");
    assert_shows(&f, "▌    3 植树");
    assert_shows(&f, "*▾ 一");
    assert_shows(&f, "已标记 2 件");
    press(&f, "Up Space");
    assert_shows(&f, "已标记 1 件");
    assert_shows(&f, "     2 架桥");
    press(&f, "U");
    assert_shows(&f, "已取消标记：1 件");
    assert_shows_not(&f, "*");
    press(&f, "U");
    assert_shows(&f, "没有标记");
    stop(&f);
}

static void on_a_heading_all_its_tasks_are_marked_or_none(void **state)
{
    (void)state;
    struct fixture f;
    start_small(&f);
    press(&f, "Down Space Home Space");
    assert_shows(&f, "已标记 3 件");
    press(&f, "Space");
    assert_shows_not(&f, "已标记");
    /* As far as the filter lets them through. */
    press(&f, "f 架 Enter Home Space");
    assert_shows(&f, "已标记 1 件");
    press(&f, "Esc");
    assert_shows(&f, "*    2 架桥");
    assert_shows(&f, "     1 修路");
    stop(&f);
}

static void what_a_filter_lists_is_marked_at_once_and_stays_without_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "f 铁 路 Enter A");
    assert_shows(&f, "已标记 2 件");
    press(&f, "Esc F2 Space A");
    assert_shows(&f, "已标记 2 件、36 个单位");
    press(&f, "F1 : 2 . 1 4 Enter");
    assert_shows(&f, "*   14");
    stop(&f);
}

/* A row of the statistics is marked as what it is about: a leader's tasks, a unit, a task. */
static void rows_of_the_statistics_are_marked_as_what_they_are_about(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Space");
    assert_shows(&f, "已标记 9 件");
    assert_shows(&f, "*林致远");
    press(&f, "Space Tab Space");
    assert_shows(&f, "已标记 1 个单位");
    press(&f, "U A");
    assert_shows(&f, "已标记 36 个单位");
    press(&f, "U Tab Tab Tab Tab Space");
    assert_shows(&f, "已标记 1 件");
    stop(&f);
    /* Whom tasks name: all of his tasks, not only the first, which the row leads to. */
    start(&f, 100, 30);
    reload(&f,
           load_yaml("format: 1\ntitle: 标\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
                     "      - {no: 1, text: 修路。, leader: 李明, label: 责任单位, units: [甲局]}\n"
                     "      - {no: 2, text: 架桥。, label: 责任单位, units: [甲局]}\n"
                     "      - {no: 3, text: 植树。, leader: 李明, label: 责任单位, units: [甲局]}\n"));
    press(&f, "F3 End Space");
    assert_shows(&f, "已标记 2 件");
    press(&f, "Space");
    assert_shows_not(&f, "已标记");
    stop(&f);
}

/* The units of a task, and the tasks of a unit, are the same things there. */
static void a_mark_is_seen_wherever_the_thing_stands(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 1 . 1 Enter Enter Space");
    assert_shows(&f, "*牵  省发展改革委");
    press(&f, "F2");
    assert_shows(&f, "*省发展改革委");
    press(&f, "Enter Space F1");
    assert_shows(&f, "已标记 1 件、1 个单位");
    assert_shows(&f, "*    1 强产业");
    press(&f, "F2 /");
    paste(&f, "发改");
    assert_shows(&f, "*  省发展改革委");
    stop(&f);
}

static void marks_follow_their_task_through_a_reload(void **state)
{
    (void)state;
    struct fixture f;
    start_small(&f);
    press(&f, "Down Space Down Space F2 Space F1");
    assert_shows(&f, "已标记 2 件、1 个单位");
    reload(&f, load_yaml(HEAD TASK("1", "开会。") TASK("2", "修路。") TASK("3", "植树。")));
    assert_shows(&f, "*    2 修路");
    assert_shows(&f, "*    3 植树");
    assert_shows(&f, "     1 开会");
    press(&f, "Down");
    assert_shows(&f, "已标记 2 件、1 个单位");
    reload(&f, load_yaml(HEAD TASK("1", "修路。")));
    assert_shows(&f, "文件已重新读取；标记的有 1 个已不在其中");
    /* Perhaps the same, perhaps another under its number: that is for the user to say. */
    reload(&f, load_yaml(HEAD TASK("1", "修路五公里。")));
    assert_shows(&f, "*    1 修路五公里");
    assert_shows(&f, "文件已重新读取；标记的有 1 个改写了，请核对");
    reload(&f, load_yaml(HEAD TASK("1", "修路五公里。") TASK("2", "开会。")));
    assert_shows_not(&f, "核对");
    stop(&f);
}

static void what_is_marked_is_what_is_copied(void **state)
{
    (void)state;
    struct fixture f;
    start_small(&f);
    press(&f, "Down Space Down Space Home");
    assert_copies(&f, "y", "2 件", "1.1 修路。（牵头单位：甲局）\n1.3 植树。（牵头单位：甲局）\n");
    assert_copies(&f, "Y", "2 件", "重点工作任务单（2项）");
    press(&f, "U F2 Space");
    assert_copies(&f, "y", "1 个单位", "甲局：牵头 1.1、1.2、1.3（3项）。");
    press(&f, "U");
    assert_copies(&f, "y", "", "乙局：");
    stop(&f);
}

static void the_dialog_offers_what_is_marked_first(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 40);
    press(&f, ": 1 . 1 Enter Space Space F2 Space p");
    assert_shows(&f, "▌ (*) 已标记的 2 件");
    assert_shows(&f, "( ) 已标记的 1 个单位的任务");
    assert_shows(&f, "重点工作任务单（2项）");
    press(&f, "Down Enter");
    assert_shows(&f, "省发展改革委有关任务单");
    press(&f, "End Up Enter");
    assert_shows(&f, "文件名: 省发展改革委有关任务单.txt");
    press(&f, "Enter");
    assert_true(f.last.what & REACT_WRITE);
    assert_int_equal(f.last.subject.kind, SHEET_TASKS);
    assert_true(f.last.tasks[0]);
    assert_true(text_equal(f.last.text, TEXT("省发展改革委有关任务单")));
    /* The preview is of the marks of now. */
    press(&f, "Esc F1 Space p");
    assert_shows(&f, "重点工作任务单（3项）");
    /* A format that is a table, or none at all, has no layouts. */
    press(&f, "Tab Tab Down Down Down Enter");
    assert_shows(&f, "版式（CSV 表格 不分版式）");
    press(&f, "End");
    assert_shows_not(&f, "不分版式");
    stop(&f);
}

static void a_dialog_whose_marks_are_gone_closes(void **state)
{
    (void)state;
    struct fixture f;
    start_small(&f);
    press(&f, "Down Space p");
    reload(&f, load_yaml(HEAD TASK("2", "架桥。")));
    assert_shows(&f, "标记的有 1 个已不在其中");
    assert_shows_not(&f, "打印什么");
    stop(&f);
}

static void a_unit_with_nothing_to_do_is_copied_as_one(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_yaml("format: 1\ntitle: 小\nunits: [甲局, 乙局]\nsections:\n  - kind: general\n    heading: 一\n"
                         "    tasks: [{no: 1, text: 一。, label: 责任单位, units: [甲局]}]\n"));
    press(&f, "F2 End y");
    assert_text(f.last.text, "乙局：没有责任。");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(space_marks_a_task_and_goes_on_to_the_next),
        cmocka_unit_test(on_a_heading_all_its_tasks_are_marked_or_none),
        cmocka_unit_test(what_a_filter_lists_is_marked_at_once_and_stays_without_it),
        cmocka_unit_test(rows_of_the_statistics_are_marked_as_what_they_are_about),
        cmocka_unit_test(a_mark_is_seen_wherever_the_thing_stands),
        cmocka_unit_test(marks_follow_their_task_through_a_reload),
        cmocka_unit_test(what_is_marked_is_what_is_copied),
        cmocka_unit_test(the_dialog_offers_what_is_marked_first),
        cmocka_unit_test(a_dialog_whose_marks_are_gone_closes),
        cmocka_unit_test(a_unit_with_nothing_to_do_is_copied_as_one),
    };
    return cmocka_run_group_tests_name("app_marks", tests, NULL, NULL);
}
