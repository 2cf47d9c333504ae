/* SPDX-License-Identifier: MIT */
/* Two years compared on the screen. */
#include "app_unit.h"
#include "base/hurry.h"

#define YEAR(year, leader, tasks)                                                                                      \
    "format: 1\ntitle: 某市" year "年任务\nyear: " year "\nunits: [甲局, 乙局]\nsections:\n  - kind: leader\n"     \
    "    heading: 一、" leader "市长牵头\n    leader: " leader "\n    title: 市长\n    tasks:\n" tasks
#define TASK(no, text, unit) "      - {no: " no ", text: " text ", label: 责任单位, units: [" unit "]}\n"

#define OLD                                                                                                            \
    YEAR("2019", "张三", TASK("1", "修路十公里。", "甲局") TASK("2", "架桥。", "甲局") TASK("3", "植树。", "乙局"))
#define NEW                                                                                                            \
    YEAR("2020", "李四", TASK("1", "修路二十公里。", "甲局") TASK("2", "架桥。", "甲局") TASK("3", "挖河。", "乙局"))

static struct breakdown *load_years(const char *old, const char *now)
{
    struct diags diags = { 0 };
    struct source sources[] = { { .path = "2019.yaml", .content = span_of(old) },
                                { .path = "2020.yaml", .content = span_of(now) } };
    struct breakdown *b = breakdown_load(sources, 2, &diags);
    print_diags(&diags);
    assert_non_null(b);
    diag_fini(&diags);
    return b;
}

static void start_years(struct fixture *f)
{
    start(f, 100, 30);
    reload(f, load_years(OLD, NEW));
    press(f, "F5");
}

static void two_years_have_a_tab_and_one_has_none(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    assert_shows_not(&f, "对照 F5");
    reload(&f, load_years(OLD, NEW));
    assert_shows(&f, " 对照 F5 ");
    press(&f, "F5");
    assert_shows(&f, "[对照 F5]");
    stop(&f);
    start(&f, 46, 20);
    reload(&f, load_years(OLD, NEW));
    press(&f, "F5");
    assert_shows(&f, " 领导  单位  统计 [对照] 帮助");
    stop(&f);
}

static void a_change_is_copied_with_both_its_texts(void **state)
{
    (void)state;
    struct fixture f;
    start_years(&f);
    press(&f, "Home j y");
    assert_true(f.last.what & REACT_COPY);
    assert_true(memmem(f.last.text.at, f.last.text.bytes, "修路十公里。", strlen("修路十公里。")) != NULL);
    assert_true(memmem(f.last.text.at, f.last.text.bytes, "修路〔+二+〕十公里。", strlen("修路〔+二+〕十公里。")) !=
                NULL);
    press(&f, "Y");
    assert_true(f.last.what & REACT_COPY);
    assert_true(memmem(f.last.text.at, f.last.text.bytes, "植树", strlen("植树")) != NULL);
    assert_true(memmem(f.last.text.at, f.last.text.bytes, "挖河", strlen("挖河")) != NULL);
    stop(&f);
}

/* A number is one of the section at hand, however many years before it have the same. */
static void a_number_is_found_in_the_last_of_many_years(void **state)
{
    enum { YEARS = 12 };
    (void)state;
    struct fixture f;
    struct diags diags = { 0 };
    struct source sources[YEARS];
    static const char *const years[] = { OLD, NEW };
    start(&f, 100, 30);
    for (int i = 0; i < YEARS; i++)
        sources[i] = (struct source){ .path = i + 1 < YEARS ? "2019.yaml" : "2020.yaml",
                                      .content = span_of(years[i + 1 == YEARS]) };
    reload(&f, breakdown_load(sources, YEARS, &diags));
    press(&f, "End : 2 Enter");
    assert_shows(&f, "2020 › 李四 › 1.2");
    stop(&f);
    diag_fini(&diags);
}

static void another_leader_of_a_section_is_a_change(void **state)
{
    (void)state;
    struct fixture f;
    start_years(&f);
    press(&f, "Home");
    assert_shows(&f, "▌ ~ 换领导  一、李四市长牵头");
    assert_shows(&f, "2019  一、张三市长牵头");
    assert_shows(&f, "2020  一、李四市长牵头");
    press(&f, "Enter Enter");
    assert_shows(&f, "张三 市长");
    press(&f, "Esc Esc e");
    assert_true(f.last.what & REACT_EDIT);
    assert_string_equal(f.last.path, "2020.yaml");
    stop(&f);
}

static void a_reload_keeps_the_selected_change(void **state)
{
    (void)state;
    struct fixture f;
    start_years(&f);
    press(&f, "End Up");
    assert_shows(&f, "▌ - 2019:1.3 删去  植树");
    reload(&f, load_years(OLD, YEAR("2020", "张三", TASK("1", "修路二十公里。", "甲局") TASK("2", "架桥。", "乙局"))));
    assert_shows(&f, "▌ - 2019:1.3 删去  植树");
    press(&f, "Home");
    assert_shows(&f, "▌ ~ 2020:1.1 改写");
    reload(&f, load_years(OLD, NEW));
    assert_shows(&f, "▌ ~ 2020:1.1 改写");
    stop(&f);
}

static void only_the_changes_of_what_is_marked_are_listed(void **state)
{
    (void)state;
    struct fixture f;
    start_years(&f);
    press(&f, "F1 : 2 0 2 0 : 1 . 1 Enter Space F5");
    assert_shows(&f, "只列标记的 1 件：有变化的 2 项");
    assert_shows(&f, "* ~ 2020:1.1 改写");
    assert_shows_not(&f, "挖河");
    press(&f, "F5");
    assert_shows(&f, "挖河");
    press(&f, "F5 U");
    assert_shows(&f, "挖河");
    /* What names a marked unit counts, too; with nothing marked all is listed from the beginning. */
    press(&f, "F2 Down Space F5");
    assert_shows(&f, "只列标记的 1 个单位：有变化的 2 项");
    assert_shows(&f, "挖河");
    assert_shows_not(&f, "改写");
    stop(&f);
}

static void a_change_is_marked_in_both_years(void **state)
{
    (void)state;
    struct fixture f;
    start_years(&f);
    press(&f, "Home Down Space");
    assert_shows(&f, "已标记 2 件");
    assert_shows(&f, "* ~ 2020:1.1");
    press(&f, "p");
    assert_shows(&f, "(*) 已标记的 2 件");
    stop(&f);
}

/* Years of so many tasks that comparing may be cut short; every twentieth is reworded. */
static struct breakdown *load_large_years(uint32_t tasks)
{
    struct buf years[2] = { { 0 }, { 0 } };
    for (uint32_t year = 0; year < 2; year++) {
        buf_string(&years[year], year ? YEAR("2020", "张三", "") : YEAR("2019", "张三", ""));
        for (uint32_t i = 1; i <= tasks; i++)
            buf_printf(&years[year], TASK("%u", "修建第%u条道路%s。", "甲局"), i, i, year && i % 20 == 0 ? "和桥" : "");
    }
    struct breakdown *b = load_years(years[0].at, years[1].at);
    buf_fini(&years[0]);
    buf_fini(&years[1]);
    return b;
}

static bool comes(void *context)
{
    (void)context;
    return true;
}

/* What is compared when nothing else comes shows the same at last, with the same change selected. */
static void comparing_that_is_cut_short_begins_anew(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_large_years(3000));
    hurry_ask(comes, NULL);
    press_undrawn(&f, "F5");
    app_work(f.app);
    press_undrawn(&f, "Down");
    assert_true(app_works(f.app));
    hurry_ask(NULL, NULL);
    assert_shows(&f, "▌ ~ 2020:1.20 改写");
    press(&f, "Down Down");
    hurry_ask(comes, NULL);
    reload(&f, load_large_years(2990));
    app_work(f.app);
    press_undrawn(&f, "s");
    press_undrawn(&f, "s");
    assert_true(app_works(f.app));
    hurry_ask(NULL, NULL);
    assert_shows(&f, "▌ ~ 2020:1.60 改写");
    /* So is listing, what was found being kept. */
    hurry_ask(comes, NULL);
    press_undrawn(&f, "s");
    app_work(f.app);
    press_undrawn(&f, "End");
    press_undrawn(&f, "s");
    hurry_ask(NULL, NULL);
    assert_shows(&f, "▌ ~ 2020:1.60 改写");
    /* And what was selected is so when one comes back. */
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 30, .cols = 90 });
    press(&f, "Down F1 F5");
    f.cols = 90;
    assert_shows(&f, "▌ ~ 2020:1.80 改写");
    hurry_ask(comes, NULL);
    reload(&f, load_large_years(2980));
    press_undrawn(&f, "Esc");
    hurry_ask(NULL, NULL);
    press(&f, "F5");
    assert_shows_not(&f, "正在对照");
    assert_shows(&f, "▌ ~ 2020:1.80 改写");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_years_have_a_tab_and_one_has_none),
        cmocka_unit_test(a_change_is_copied_with_both_its_texts),
        cmocka_unit_test(a_number_is_found_in_the_last_of_many_years),
        cmocka_unit_test(another_leader_of_a_section_is_a_change),
        cmocka_unit_test(a_reload_keeps_the_selected_change),
        cmocka_unit_test(only_the_changes_of_what_is_marked_are_listed),
        cmocka_unit_test(a_change_is_marked_in_both_years),
        cmocka_unit_test(comparing_that_is_cut_short_begins_anew),
    };
    return cmocka_run_group_tests_name("app_compare", tests, NULL, NULL);
}
