/* SPDX-License-Identifier: MIT */
/* Targets in figures, and deadlines. */
#include <stdlib.h>

#include "unit.h"
#include "wording/duedate.h"
#include "wording/quantity.h"

/* Expects the quantities of text as "figure verb/object/number/unit", joined with blanks. */
static void check(const char *text, const char *expected)
{
    struct quantities found = { 0 };
    struct buf out = { 0 };
    quantity_find(text_of(text), &found);
    for (uint32_t i = 0; i < found.count; i++) {
        const struct quantity *q = &found.items[i];
        buf_string(&out, i ? " " : "");
        buf_text(&out, text_slice(text_of(text), q->from_bytes, q->to_bytes));
        buf_printf(&out, "=%.*s/%.*s/%.*s/%.*s", TEXT_ARG(q->verb), TEXT_ARG(q->object), TEXT_ARG(q->number),
                   TEXT_ARG(q->unit));
    }
    free(found.items);
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
    /* What 、 goes on with is counted, too; a verb or a figure of its own makes it another thing. */
    check("新建12个乡镇书房、社区茶馆，", "12个=新建/乡镇书房、社区茶馆/12/个");
    check("新建12个书房、改造茶馆，", "12个=新建/书房/12/个");
    check("新建12个书房、茶馆9家，", "12个=新建/书房/12/个 9家=新建/茶馆/9/家");
}

static void the_verb_is_the_clauses_own(void **state)
{
    (void)state;
    check("启动建设8个创新平台", "8个=启动建设/创新平台/8/个");
    check("新建和改造提升县乡道路90公里", "90公里=新建和改造提升/县乡道路/90/公里");
    check("提标改造7万亩茶园", "7万亩=提标改造/茶园/7万/亩");
    check("实施改造提升工程5个", "5个=实施/改造提升工程/5/个");
    check("为小店减负3.5亿元", "3.5亿元=减负/小店/3.5亿/元");
    check("失业职工再就业2万人", "2万人=再就业/失业职工/2万/人");
    check("便民药柜扩面60个", "60个=扩面/便民药柜/60/个");
    check("老旧住宅加装电梯改造40户", "40户=改造/老旧住宅加装电梯/40/户");
    check("会议费压减不低于8%", "8%=压减/会议费/8/%");
    check("新增污水处理能力达到3万吨/日", "3万吨/日=新增/污水处理能力/3万/吨/日");
    check("烟尘排放较2018年下降9%", "9%=下降/烟尘排放/9/%");
    check("推动外贸出口增长4%左右", "4%左右=增长/外贸出口/4/%");
    check("技师占技能人才比例28%以上", "28%以上=占/技师占技能人才比例/28/%");
    check("班列全年运行700列", "700列=运行/班列/700/列");
    check("在6个乡镇开展试点", "6个=开展/乡镇/6/个");
    check("85%以上办件实现网上办理", "85%以上=实现/办件/85/%");
    check("每户达到年人均9000元", "9000元=达到/每户/9000/元");
    check("2021年底前建成步道（绿道）75公里", "75公里=建成/步道（绿道）/75/公里");
    check("省财政安排资金5亿元", "5亿元=安排/资金/5亿/元");
    check("垃圾处理率≥98%", "98%=/垃圾处理率/98/%");
    check("提升30万山区居民供水标准", "30万=提升/山区居民供水标准/30万/");
    check("审批压缩到5个工作日以内", "5个工作日以内=压缩/审批/5/个工作日");
    check("三分之二以上村达标", "三分之二以上=/村达标/三分之二/");
    check("新增风电装机40万千瓦", "40万千瓦=新增/风电装机/40万/千瓦");
    check("茶叶产量稳定在18万斤以上", "18万斤以上=稳定/茶叶产量/18万/斤");
    check("“十四五”期间完成投资70亿元", "70亿元=完成/投资/70亿/元");
    check("招引3亿元以上项目6个", "6个=招引/3亿元以上项目/6/个");
    check("烟尘浓度降至20微克/立方米", "20微克/立方米=降/烟尘浓度/20/微克/立方米");
    check("办税事项100%网上能办", "100%=/办税事项/100/%");
    check("惠及老人4万户", "4万户=惠及/老人/4万/户");
    check("增速6%—6.5%", "6%—6.5%=/增速/6%—6.5/%");
}

static void some_words_are_as_good_as_a_figure(void **state)
{
    (void)state;
    check("实现乡镇图书馆全覆盖", "全覆盖=实现/乡镇图书馆/全覆盖/");
    check("抓好欠薪案件动态清零", "清零=抓好/欠薪案件/清零/");
    check("推动网络零售额翻一番", "翻一番=推动/网络零售额/翻一番/");
    check("开展隐患清零行动", "");
}

#define TRILLIONS "万亿万亿万亿万亿万亿万亿万亿万亿万亿" /* thrice: more than a double holds */

static void figures_are_sorted_by_what_they_are_worth(void **state)
{
    static const struct {
        const char *text;
        double value;
    } of[] = { { "新增1,500个", 1500 },
               { "投资2700亿元", 2700e8 },
               { "投资1.5万亿元", 1.5e12 },
               { "建成5万个", 5e4 },
               { "建设2—3家", 2 },
               { "打造二十个", 20 },
               { "启动百万亩绿化", 1e6 },
               { "下降0.5%", 0.5 },
               { "实现全覆盖", -1 },
               { "三分之二以上村达标", 2.0 / 3 },
               { "投资1" TRILLIONS TRILLIONS TRILLIONS "元", -1 } };
    (void)state;
    struct quantities found = { 0 };
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        quantity_find(text_of(of[i].text), &found);
        assert_int_equal(found.count, 1);
        assert_true(found.items[0].value == of[i].value);
    }
    free(found.items);
}

static void no_figure_is_too_many(void **state)
{
    (void)state;
    struct quantities found = { 0 };
    struct buf text = { 0 };
    for (int i = 0; i < 1000; i++)
        buf_string(&text, "新建学校3所、");
    quantity_find(text_composed(buf_view(&text)), &found);
    assert_int_equal(found.count, 1000);
    free(found.items);
    buf_fini(&text);
}

static void a_list_goes_on_with_its_verb(void **state)
{
    (void)state;
    check("完善公共厨房、建设三大基地", "三大=建设/基地/三/大");
    check("新增球场50个、泳池100个", "50个=新增/球场/50/个 100个=新增/泳池/100/个");
    check("完成100座水库和30公里海塘加固", "100座=完成/水库/100/座 30公里=完成/海塘加固/30/公里");
    check("建成学校5所，道路3条", "5所=建成/学校/5/所 3条=/道路/3/条");
    check("新增商户8万户，其中企业2万户", "8万户=新增/商户/8万/户 2万户=新增/企业/2万/户");
    check("新建停靠站9个、物流服务点40个", "9个=新建/停靠站/9/个 40个=新建/物流服务点/40/个");
}

static void figures_that_are_no_targets_are_left_alone(void **state)
{
    static const char *const texts[] = { "2020年6月30日前",  "第三产业",
                                         "“四大建设”",       "5G网络",
                                         "落实中央八项规定", "一个窗口",
                                         "文化进万家",       "3岁以下",
                                         "（2.7）",          "",
                                         "“双千亿”工程",     "2—3",
                                         "G60走廊",          "第2批项目",
                                         "推进五水共治",     "152工程",
                                         "“10+1”行动",       "“最多5天”改革",
                                         "建设24小时书房",   "落实四个最严",
                                         "增强两个意识",     "开展东、南、西三大行动",
                                         "三年行动计划",     "延长20年",
                                         "PM2.5平均浓度" };
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
        cmocka_unit_test(the_verb_is_the_clauses_own),
        cmocka_unit_test(some_words_are_as_good_as_a_figure),
        cmocka_unit_test(figures_are_sorted_by_what_they_are_worth),
        cmocka_unit_test(no_figure_is_too_many),
        cmocka_unit_test(a_list_goes_on_with_its_verb),
        cmocka_unit_test(figures_that_are_no_targets_are_left_alone),
        cmocka_unit_test(deadlines_are_read_as_they_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
