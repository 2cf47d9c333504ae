/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "wording/unitlist.h"

/* The list as "name|name|" with L: or s: before a name when the list gives roles, + for 等, {note}. */
static void assert_list(const char *list, const char *expected)
{
    struct arena arena = { 0 };
    struct unitlist parsed;
    struct buf got = { 0 };
    unitlist_parse(&arena, text_clean(&arena, span_of(list)), &parsed);
    for (uint32_t i = 0; i < parsed.count; i++) {
        if (parsed.roles_given)
            buf_string(&got, parsed.items[i].role == ROLE_LEAD ? "L:" : "s:");
        buf_text(&got, parsed.items[i].name);
        buf_char(&got, '|');
    }
    if (parsed.open_ended)
        buf_char(&got, '+');
    for (uint32_t i = 0; i < parsed.notes_count; i++)
        buf_printf(&got, "{%.*s}", TEXT_ARG(parsed.notes[i]));
    assert_string_equal(got.at ? got.at : "", expected);
    buf_fini(&got);
    arena_fini(&arena);
}

static void every_separator_parts_names(void **state)
{
    (void)state;
    assert_list("市发改委、市财政局，市教育局；市科技局,市民政局;市司法局",
                "市发改委|市财政局|市教育局|市科技局|市民政局|市司法局|");
    assert_list("市发改委 市财政局　市教育局", "市发改委|市财政局|市教育局|");
    assert_list("市公安局和市司法局及市民政局", "市公安局|市司法局|市民政局|");
    assert_list("公安部以及司法部与民政部", "公安部|司法部|民政部|");
    assert_list("市水务局+市林业局·市农业局.市气象局&市消防局", "市水务局|市林业局|市农业局|市气象局|市消防局|");
    assert_list("①市水务局 ②市林业局", "市水务局|市林业局|");
}

static void conjunctions_inside_names_do_not(void **state)
{
    (void)state;
    assert_list("省发展和改革委员会、省人力资源和社会保障厅和省财政厅",
                "省发展和改革委员会|省人力资源和社会保障厅|省财政厅|");
    assert_list("工业和信息化部、文化和旅游部和教育部", "工业和信息化部|文化和旅游部|教育部|");
    assert_list("住房和城乡建设部、中央党校（国家行政学院）", "住房和城乡建设部|中央党校（国家行政学院）|");
    assert_list("市规划和自然资源局、市委农业和农村工作领导小组办公室",
                "市规划和自然资源局|市委农业和农村工作领导小组办公室|");
    assert_list("省贫困地区和革命老区建设领导小组其他成员单位", "省贫困地区和革命老区建设领导小组其他成员单位|");
    assert_list("赛会组委会办公室及其他成员单位", "赛会组委会办公室及其他成员单位|");
}

static void endings_said_once_are_shared(void **state)
{
    (void)state;
    assert_list("省发展改革委，温州市、苍南县政府", "省发展改革委|温州市政府|苍南县政府|");
    assert_list("杭州市、丽水市及淳安县、开化县政府", "杭州市政府|丽水市政府|淳安县政府|开化县政府|");
    assert_list("广州、深圳市政府", "广州市政府|深圳市政府|");
    assert_list("杭州、宁波等市政府", "杭州市政府|宁波市政府|+");
    assert_list("衢州市、丽水市政府等", "衢州市政府|丽水市政府|+");
    assert_list("各镇、街道", "各镇|各街道|");
}

static void a_level_said_once_is_shared(void **state)
{
    (void)state;
    assert_list("省发展改革委、工业和信息化厅、能源局", "省发展改革委|省工业和信息化厅|省能源局|");
    assert_list("市委组织部、宣传部、财政局", "市委组织部|市委宣传部|市财政局|");
    assert_list("发展改革委、工业和信息化部、能源局", "发展改革委|工业和信息化部|能源局|");
    assert_list("市场监管总局、财政部", "市场监管总局|财政部|");
    assert_list("省财政厅、人行杭州中心支行、宁波银保监局、杭州海关",
                "省财政厅|人行杭州中心支行|宁波银保监局|杭州海关|");
}

static void collectives_keep_their_own_separators(void **state)
{
    (void)state;
    assert_list("省财政厅，各市、县（市、区）政府", "省财政厅|各市、县（市、区）政府|");
    assert_list("省财政厅,各市、县(市、区)政府", "省财政厅|各市、县(市、区)政府|");
    assert_list("各省、自治区、直辖市人民政府，国务院有关部门", "各省、自治区、直辖市人民政府|国务院有关部门|");
    assert_list("各省（区、市）人民政府", "各省（区、市）人民政府|");
    assert_list("各设区市及义乌市政府，其他相关设区市政府", "各设区市及义乌市政府|其他相关设区市政府|");
    assert_list("国务院相关部门和单位及各地区按职责分工负责", "国务院相关部门和单位|各地区|");
    assert_list("各地区、各部门负责", "各地区|各部门|");
}

static void verbs_say_who_leads(void **state)
{
    (void)state;
    assert_list("市水务局、市林业局为牵头单位，市气象局为配合单位", "L:市水务局|L:市林业局|s:市气象局|");
    assert_list("市水务局 (配合)，市林业局 (牵头)", "s:市水务局|L:市林业局|");
    assert_list("县人大办、县政协办", "县人大办|县政协办|");
    assert_list("市林业局牵头制定办法，市水务局配合", "L:市林业局|s:市水务局|");
    assert_list("市纪委、市监委、市市监局", "市纪委|市监委|市市监局|");
    assert_list("市发改委牵头，市财政局、市税务局参与", "L:市发改委|s:市财政局|s:市税务局|");
    assert_list("甲局、乙局牵头，丙局配合", "L:甲局|L:乙局|s:丙局|");
    assert_list("牵头单位：市发改委；配合单位：市财政局、市税务局", "L:市发改委|s:市财政局|s:市税务局|");
    assert_list("由市发改委牵头，会同财政局等有关部门负责", "L:市发改委|s:市财政局|+");
    assert_list("税务总局会同财政部负责", "L:税务总局|s:财政部|");
    assert_list("省商务厅（牵头）、省财政厅", "L:省商务厅|s:省财政厅|");
    assert_list("省教育厅牵头省财政厅配合", "L:省教育厅|s:省财政厅|");
    assert_list("海关总署、商务部按职责分工负责", "海关总署|商务部|");
    assert_list("發展改革委、財政部負責", "發展改革委|財政部|");
}

static void et_cetera_notes_and_aliases_are_no_names(void **state)
{
    (void)state;
    assert_list("海关总署、商务部等有关部门负责", "海关总署|商务部|+");
    assert_list("交通运输部等国务院相关部门及各地区负责", "交通运输部|各地区|+");
    assert_list("省药监局、省医保局，列第一位者为牵头或汇总单位，下同",
                "省药监局|省医保局|{列第一位者为牵头或汇总单位，下同}");
    assert_list("省财政厅、省国资委（列第一位者为牵头或汇总单位，下同）",
                "省财政厅|省国资委|{列第一位者为牵头或汇总单位，下同}");
    assert_list("省财政厅、省国资委（列第一位者牵头）", "省财政厅|省国资委|{列第一位者牵头}");
    assert_list("税务总局、财政部负责，排在第一位的部门为牵头部门，下同",
                "税务总局|财政部|{排在第一位的部门为牵头部门，下同}");
    assert_list("省委组织部（省委人才办）、省委改革办", "省委组织部|省委改革办|");
}

static void an_open_list_may_have_a_collective_behind_it(void **state)
{
    (void)state;
    assert_list("市商务局、市财政局等和各区政府负责", "市商务局|市财政局|各区政府|+");
    assert_list("市商务局等部门及各有关乡镇政府", "市商务局|各有关乡镇政府|+");
    assert_list("市商务局等会同各街道办事处负责", "L:市商务局|s:各街道办事处|+");
    assert_list("市商务局等各县区政府负责", "市商务局|各县区政府|+");
    assert_list("市商务局等有关部门和单位负责", "市商务局|+");
}

static void a_level_holds_whatever_the_stem_and_the_order(void **state)
{
    (void)state;
    assert_list("区环土局、农发局、综合执法支队", "区环土局|区农发局|区综合执法支队|");
    assert_list("交运局、区财政局", "区交运局|区财政局|");
    assert_list("区党工委社会工作部、教体局", "区党工委社会工作部|区教体局|");
    assert_list("高新区经发局、财政局", "高新区经发局|高新区财政局|");
    assert_list("区财政局、云山海关、杭州铁路局、各镇", "区财政局|云山海关|杭州铁路局|各镇|");
    assert_list("省委组织部、石家庄市委", "省委组织部|石家庄市委|");
}

static void clauses_are_no_units(void **state)
{
    (void)state;
    assert_list("市税务局牵头，6月底前出台政策，市财政局配合，年内持续推进", "L:市税务局|s:市财政局|");
    assert_list("市水利局，2025年完成", "市水利局|");
    assert_list("市林业局负责，以下除注明者外均同", "市林业局|");
    assert_list("省工业和信息化厅，各市政府结合实际抓好落实", "省工业和信息化厅|各市政府|");
    assert_list("长期坚持，市交通局，加快推进，市公安局，2026年底前见效", "市交通局|市公安局|");
}

static void nonsense_does_no_harm(void **state)
{
    (void)state;
    assert_list("", "");
    assert_list("、，；。", "");
    assert_list("（（（", "");
    assert_list("）（", "");
    assert_list("负责", "");
}

/* Where each were looked at with all the others, this would not end. */
static void many_lone_brackets_do_no_harm(void **state)
{
    enum { COUNT = 300000 };
    (void)state;
    struct buf list = { 0 };
    buf_string(&list, "省教育厅");
    for (int i = 0; i < COUNT; i++)
        buf_string(&list, "（");
    buf_string(&list, "省财政厅");
    assert_list(list.at, "省教育厅|省财政厅|");
    buf_fini(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_separator_parts_names),
        cmocka_unit_test(conjunctions_inside_names_do_not),
        cmocka_unit_test(endings_said_once_are_shared),
        cmocka_unit_test(a_level_said_once_is_shared),
        cmocka_unit_test(collectives_keep_their_own_separators),
        cmocka_unit_test(verbs_say_who_leads),
        cmocka_unit_test(et_cetera_notes_and_aliases_are_no_names),
        cmocka_unit_test(an_open_list_may_have_a_collective_behind_it),
        cmocka_unit_test(a_level_holds_whatever_the_stem_and_the_order),
        cmocka_unit_test(clauses_are_no_units),
        cmocka_unit_test(nonsense_does_no_harm),
        cmocka_unit_test(many_lone_brackets_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
