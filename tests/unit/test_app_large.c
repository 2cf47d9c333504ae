/* SPDX-License-Identifier: MIT */
/* Files that are much larger than the notice: what is shown stays right, and in time. */
#include <time.h>

#include "app_unit.h"
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
    assert_shows(&f, "0牵 30000参"); /* the numbers ran into each other */
    clock_t begin = clock();
    press(&f, "F2 Enter End");
    assert_shows(&f, "第30000件");
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > 5)
        fail_msg("%.1f s for a page of 30000 duties", seconds);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_of_many_duties_is_made_in_time),
        cmocka_unit_test(lines_that_are_made_when_they_come_into_sight_are_the_same),
        cmocka_unit_test(the_order_of_units_holds_beyond_ten_thousand_duties),
        cmocka_unit_test(the_sum_of_many_sections_names_the_first_and_the_last),
    };
    return cmocka_run_group_tests_name("app_large", tests, NULL, NULL);
}
