/* SPDX-License-Identifier: MIT */
/* Files that are much larger than the notice: what is shown stays right, and in time. */
#include <time.h>

#include "app_unit.h"
#include "base/hurry.h"
#include "ui/page.h"

/* Tasks of one section, led by 丙局 and supported by 甲局; the first is led by 乙局. */
static struct breakdown *load_many_duties(uint32_t tasks)
{
    struct buf yaml = { 0 };
    buf_string(&yaml, "format: 1\ntitle: 大\nunits: [甲局, 乙局, 丙局]\nsections:\n  - kind: general\n"
                      "    heading: 一\n    tasks:\n");
    for (uint32_t i = 1; i <= tasks; i++)
        buf_printf(&yaml, "    - {no: %u, text: 第%u件。, label: 责任单位, units: [%s, 甲局]}\n", i, i,
                   i == 1 ? "乙局" : "丙局");
    struct breakdown *b = load_yaml(yaml.at);
    buf_fini(&yaml);
    return b;
}

/* Each duty of a unit was compared with all its others: 30,000 of them took 37 seconds. */
static void a_page_of_many_duties_is_made_in_time(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_many_duties(30000));
    press(&f, ": 1 . 1 Enter");
    assert_shows(&f, "0 30000"); /* the numbers ran into each other */
    clock_t begin = clock();
    press(&f, "F2 Enter End");
    assert_shows(&f, "第30000件");
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > 5)
        fail_msg("%.1f s for a page of 30000 duties", seconds);
    stop(&f);
}

/* A number of six digits was cut to five, those of five ran into each other. */
static void large_counts_are_whole_and_apart(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_many_duties(100001));
    press(&f, "F2");
    assert_shows(&f, " 0 100001 ");
    press(&f, "/ 丙 局");
    assert_shows(&f, " 100000      0");
    press(&f, "Esc F3 Right");
    assert_shows(&f, " 0 100001 ");
    stop(&f);
}

static void assert_same_lines(const struct app *app, struct link link, int cols)
{
    struct lines whole, late;
    struct buf all = { 0 }, some = { 0 };
    lines_init(&whole, 1);
    lines_init(&late, 1);
    page_lines(app, link, cols, &whole);
    page_lines_late(app, link, cols, &late);
    for (size_t i = late.count; i-- > 0;) /* as one comes who goes up from the end */
        page_fill(app, link, cols, &late, i, i + 1);
    lines_text(&whole, &all);
    lines_text(&late, &some);
    assert_true(span_equal(buf_view(&all), buf_view(&some)));
    buf_fini(&all);
    buf_fini(&some);
    lines_fini(&whole);
    lines_fini(&late);
}

static void lines_that_are_made_when_they_come_into_sight_are_the_same(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    for (int cols = 30; cols <= 100; cols += 35)
        for (uint32_t i = 0; i < f.b->units_count; i++) {
            assert_same_lines(f.app, (struct link){ LINK_UNIT, i }, cols);
            if (i < f.b->sections_count)
                assert_same_lines(f.app, (struct link){ LINK_SECTION, i }, cols);
        }
    stop(&f);
}

static void assert_in_this_order(struct fixture *f, const char *first, const char *second, const char *third)
{
    struct buf out = { 0 };
    draw(f, &out);
    const char *at = strstr(out.at, first);
    at = at ? strstr(at, second) : NULL;
    at = at ? strstr(at, third) : NULL;
    if (!at)
        fail_msg("not in this order: %s, %s, %s\n%s", first, second, third, out.at);
    buf_fini(&out);
}

/* Ten thousand tasks supported do not weigh as much as one that is led. */
static void the_order_of_units_holds_beyond_ten_thousand_duties(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 30);
    reload(&f, load_many_duties(10002));
    press(&f, "F2 s");
    assert_in_this_order(&f, "丙局", "乙局", "甲局");
    press(&f, "s");
    assert_in_this_order(&f, "甲局", "丙局", "乙局");
    press(&f, "F3 Tab s");
    assert_in_this_order(&f, "丙局", "乙局", "甲局");
    stop(&f);
}

static struct breakdown *load_many_sections(uint32_t sections)
{
    struct buf yaml = { 0 };
    buf_string(&yaml, "format: 1\ntitle: 多\nunits: [甲局]\nsections:\n");
    for (uint32_t i = 1; i <= sections; i++)
        buf_printf(&yaml,
                   "  - {kind: general, heading: 第%u部分, tasks: [{no: 1, text: 一。, label: 责任单位, units: "
                   "[甲局]}%s]}\n",
                   i, i == sections ? ", {no: 2, text: 二。, label: 责任单位, units: [甲局]}" : "");
    struct breakdown *b = load_yaml(yaml.at);
    buf_fini(&yaml);
    return b;
}

static void the_sum_of_many_sections_names_the_first_and_the_last(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_many_sections(24));
    press(&f, "F3 End");
    assert_shows(&f, "25 项 = 1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+2；牵头 25");
    reload(&f, load_many_sections(500));
    press(&f, "End");
    assert_shows(&f, "501 项 = 1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+…+2（500个部分）；牵头 501");
    stop(&f);
}

static uint32_t random_below(uint32_t count)
{
    static uint32_t seed = 1;
    seed = seed * 1103515245 + 12345;
    return (seed >> 16) % count;
}

static void assert_same_screen(struct fixture *f, struct fixture *other, const char *last)
{
    struct buf one = { 0 }, two = { 0 };
    draw(f, &one);
    draw(other, &two);
    for (size_t at = 0, from = 0; at < one.bytes; at++) {
        from = at && one.at[at - 1] == '\n' ? at : from;
        if (one.at[at] != two.at[at])
            fail_msg("after %s: %.*s\nwithout waiting: %.*s", last, (int)strcspn(one.at + from, "\n"), one.at + from,
                     (int)strcspn(two.at + from, "\n"), two.at + from);
    }
    buf_fini(&one);
    buf_fini(&two);
}

/* Of what is typed only a piece is looked for before the next key comes: it is as if all had been. */
static void keys_that_do_not_wait_for_the_answer_lead_to_the_same_screen(void **state)
{
    (void)state;
    static const char *const ways[] = { "f 改 革 Enter Down n",
                                        "f 经 Backspace 济 g Esc",
                                        "f 2 . 7 Space 单 : 发 Down Enter",
                                        "f 部 : 数 C-u 数 字",
                                        "F1 Down Down Esc",
                                        "/ 改 革 Down Down Enter",
                                        "/ 经 济 Space s z Esc",
                                        "/ g a i g e Backspace Enter",
                                        "F3 S-Tab S-Tab f 年 Backspace 亿 Enter",
                                        "F3 S-Tab f 月 Esc F1",
                                        "Esc",
                                        "Up" };
    struct fixture waits, hurries;
    start(&waits, 100, 30);
    start(&hurries, 100, 30);
    app_free(hurries.app);
    struct app_options options = { .ambiguous_cols = 1, .copy = true, .piece = 1 };
    hurries.app = app_new(hurries.b, &options);
    app_handle(hurries.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 30, .cols = 100 });
    for (int i = 0; i < 200; i++) {
        char way[64];
        snprintf(way, sizeof way, "%s", ways[random_below(sizeof ways / sizeof *ways)]);
        char *rest = NULL; /* press() has strtok() for itself */
        for (char *key = strtok_r(way, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
            press(&waits, key);
            press_undrawn(&hurries, key);
            if (random_below(4) == 0)
                app_work(hurries.app);
            if (random_below(8) == 0)
                assert_same_screen(&waits, &hurries, key);
        }
    }
    stop(&waits);
    stop(&hurries);
}

static bool comes_at_times(void *context)
{
    (void)context;
    return random_below(2);
}

/* Tables of a large file are counted when nothing else is to be done: keys that cut it short miss nothing. */
static void tables_that_are_cut_short_are_counted_whole_at_last(void **state)
{
    (void)state;
    static const char *const keys[] = { "Tab", "S-Tab", "s", "f", "第", "9", "Enter", "Esc", "F1", "F3", "F2" };
    struct fixture waits, hurries;
    start(&waits, 100, 30);
    start(&hurries, 100, 30);
    reload(&waits, load_many_duties(6000));
    reload(&hurries, load_many_duties(6000));
    for (int i = 0; i < 200; i++) {
        if (i % 30 == 15) { /* what was counted is counted anew */
            reload(&waits, load_many_duties(6000));
            reload(&hurries, load_many_duties(6000));
        }
        const char *key = i % 10 ? keys[random_below(sizeof keys / sizeof *keys)] : "F3";
        press(&waits, key);
        if (strcmp(key, "s") == 0 || strcmp(key, "Enter") == 0) /* they act on what is there */
            draw(&hurries, NULL);
        hurry_ask(comes_at_times, NULL);
        press_undrawn(&hurries, key);
        if (random_below(2))
            app_work(hurries.app);
        hurry_ask(NULL, NULL);
        if (random_below(4) == 0)
            assert_same_screen(&waits, &hurries, key);
    }
    stop(&waits);
    stop(&hurries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_of_many_duties_is_made_in_time),
        cmocka_unit_test(large_counts_are_whole_and_apart),
        cmocka_unit_test(lines_that_are_made_when_they_come_into_sight_are_the_same),
        cmocka_unit_test(the_order_of_units_holds_beyond_ten_thousand_duties),
        cmocka_unit_test(the_sum_of_many_sections_names_the_first_and_the_last),
        cmocka_unit_test(keys_that_do_not_wait_for_the_answer_lead_to_the_same_screen),
        cmocka_unit_test(tables_that_are_cut_short_are_counted_whole_at_last),
    };
    return cmocka_run_group_tests_name("app_large", tests, NULL, NULL);
}
