/* SPDX-License-Identifier: MIT */
/* Targets in figures, and deadlines. */
#include "unit.h"
#include "wording/duedate.h"
#include "wording/quantity.h"

/* Expects the quantities of text as "figure verb/object/number/unit", joined with blanks. */
static void check(const char *text, const char *expected)
{
    struct quantity found[10];
    struct buf out = { 0 };
    uint32_t count = quantity_find(text_of(text), found, 10);
    for (uint32_t i = 0; i < count; i++) {
        buf_string(&out, i ? " " : "");
        buf_text(&out, text_slice(text_of(text), found[i].from_bytes, found[i].to_bytes));
        buf_printf(&out, "=%.*s/%.*s/%.*s/%.*s", TEXT_ARG(found[i].verb), TEXT_ARG(found[i].object),
                   TEXT_ARG(found[i].number), TEXT_ARG(found[i].unit));
    }
    assert_text(text_composed(buf_view(&out)), expected);
    buf_fini(&out);
}

static void what_is_counted_stands_before_the_figure_or_behind(void **state)
{
    (void)state;
    check("新增小微企业园200个。", "200个=新增/小微企业园/200/个");
    check("今年新建200个足球场，", "200个=新建/足球场/200/个");
    check("研发投入增长10%以上", "10%以上=增长/研发投入/10/%");
    check("力争就业率达到百分之九十", "百分之九十=达到/就业率/九十/%");
    check("实施综合整治工程５００个", "５００个=实施/综合整治工程/５００/个");
    check("培育龙头企业10—15家", "10—15家=培育/龙头企业/10—15/家");
    check("投资1.5万亿元", "1.5万亿元=投资//1.5万亿/元");
    check("打造十大名山", "十大=打造/名山/十/大");
}

static void a_list_goes_on_with_its_verb(void **state)
{
    (void)state;
    check("新增球场50个、泳池100个", "50个=新增/球场/50/个 100个=新增/泳池/100/个");
    check("完成100座水库和30公里海塘加固", "100座=完成/水库/100/座 30公里=完成/海塘加固/30/公里");
    check("建成学校5所，道路3条", "5所=建成/学校/5/所 3条=/道路/3/条");
}

static void figures_that_are_no_targets_are_left_alone(void **state)
{
    static const char *const texts[] = { "2020年6月30日前", "第三产业",   "“四大建设”", "5G网络",   "落实中央八项规定",
                                         "一个窗口",        "文化进万家", "3岁以下",    "（2.7）",  "",
                                         "“双千亿”工程",    "2—3",        "G60走廊",    "第2批项目" };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i], "");
}

/* Expects the periods of a deadline in a notice of 2020, as from-to, joined with blanks. */
static void check_due(const char *text, const char *expected)
{
    struct due_period found[5];
    struct buf out = { 0 };
    uint32_t count = duedate_read(text_of(text), 2020, found, 5);
    for (uint32_t i = 0; i < count; i++)
        buf_printf(&out, "%s%u-%u", i ? " " : "", found[i].from, found[i].to);
    assert_text(text_composed(buf_view(&out)), expected);
    buf_fini(&out);
}

static void deadlines_are_read_as_they_are_written(void **state)
{
    (void)state;
    check_due("9月底前", "20200901-20200930");
    check_due("2020年6月30日前完成", "20200630-20200630");
    check_due("年底", "20201201-20201231");
    check_due("2021年底前", "20211201-20211231");
    check_due("上半年", "20200101-20200630");
    check_due("三季度末", "20200701-20200930");
    check_due("第四季度", "20201001-20201231");
    check_due("10月中旬", "20201011-20201020");
    check_due("二月", "20200201-20200229");
    check_due("明年3月", "20210301-20210331");
    check_due("全年", "20200101-20201231");
    check_due("2020.6.30", "20200630-20200630");
    check_due("2020-12-31", "20201231-20201231");
    check_due("6月底前完成方案，12月底前建成", "20200601-20200630 20201201-20201231");
    check_due("2021年3月起草，9月完成", "20210301-20210331 20210901-20210930");
    check_due("长期坚持", "");
    check_due("3年", "");
    check_due("13月", "");
    check_due("", "");
    assert_int_equal(duedate_first(TEXT("12月底，6月底"), 2020), 20200630);
    assert_int_equal(duedate_first(TEXT("持续推进"), 2020), UINT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_counted_stands_before_the_figure_or_behind),
        cmocka_unit_test(a_list_goes_on_with_its_verb),
        cmocka_unit_test(figures_that_are_no_targets_are_left_alone),
        cmocka_unit_test(deadlines_are_read_as_they_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
