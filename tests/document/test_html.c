/* SPDX-License-Identifier: MIT */
/* Web pages as text. */
#include "unit/unit.h"

#include <string.h>

#include "document/office.h"
#include "document/pdf_table.h"

static void blocks_are_paragraphs(void **state)
{
    (void)state;
    assert_html("<html><head><title>网站</title><style>p{}</style><script>var a='<p>';</script></head><body>"
                "<div>甲<div>乙</div>丙</div><p>丁<br>戊</p><h1>己</h1></body></html>",
                "甲\n乙\n丙\n丁\n戊\n己\n", "网页标题未用：网站\n");
}

static void blanks_flow_as_in_a_browser(void **state)
{
    (void)state;
    assert_html("<p>  市财政\n      局、  <b>市</b>商务局 \n and &nbsp;&lt;x&gt;\n</p><pre>甲  乙\n丙</pre>",
                "市财政局、 市商务局 and \xC2\xA0<x>\n甲  乙\n丙\n", "");
}

static void lists_have_their_numbers(void **state)
{
    (void)state;
    assert_html("<ol start=3><li>甲<li value=7><p>乙</p></ol><ul><li>丙</ul><ol type=A><li>丁<ol><li>戊</ol></ol>"
                "<ol style='list-style-type: cjk-ideographic'><li>己<li style='list-style-type:none'>庚</ol><ol "
                "reversed start=2><li>辛<li>壬</ol>",
                "3. 甲\n7. 乙\n丙\nA. 丁\n1. 戊\n一、己\n庚\n2. 辛\n1. 壬\n", "");
}

static void tables_are_rows_with_tabs(void **state)
{
    (void)state;
    assert_html(
        "<table><tr><th rowspan=2>任务<th colspan=2>责任单位<tr><th>牵头<th>配合<tr><td>甲<td rowspan=2>市财政局<td>"
        "市商务局<tr><td>乙<td><p>市文旅局<p>市体育局<tr><td colspan=3>民生</table>",
        "任务\t责任单位\t责任单位\n任务\t牵头\t配合\n甲\t市财政局\t市商务局\n乙\t市财政局\t\"市文旅局\n市体育局\"\n民生"
        "\t\t\n",
        "");
    assert_html("<table><tr><td>菜单<td><table><tr><td>任务<td>单位<tr><td>甲<td>乙</table></table>",
                "菜单\n任务\t单位\n甲\t乙\n", "");
}

static void what_is_hidden_stands_in_the_account(void **state)
{
    (void)state;
    assert_html(
        "<p>甲<span style='color:red; display : none'>暗</span><del>旧</del><ins>新</ins></p><div hidden>也暗</div>"
        "<ruby>乙<rp>(</rp><rt>yi</rt><rp>)</rp></ruby>",
        "甲新\n乙\n", "网页里隐藏的文字未用：暗 也暗\n网页里标明删去的文字未用：旧\n");
}

static void links_to_elsewhere_stand_in_the_account(void **state)
{
    (void)state;
    assert_html("<nav><ul><li><a href='#a'>一、产业</a></ul></nav><h2>一、产业</h2><p>甲</p><section "
                "role=doc-index><dl><dt>市财政局"
                "<dd>1.1</dl></section>",
                "一、产业\n甲\n", "网页的导航、目录、索引未用：一、产业    市财政局 1.1\n");
}

static void knows_the_encoding(void **state)
{
    (void)state;
    assert_html("\xEF\xBB\xBF<p>甲</p>", "甲\n", "");
    assert_html("<meta charset=gb2312><p>\xBC\xD7\xD2\xD2</p>", "甲乙\n", "");
    assert_html("<p>\xBC\xD7\xD2\xD2\xB1\xFB\xB6\xA1</p>", "甲乙丙丁\n", "");
    /* Says gb2312 and is UTF-8, as many pages. */
    assert_html("<meta http-equiv=content-type content='text/html; charset=gb2312'><p>市财政局</p>", "市财政局\n", "");
    assert_html("<meta charset=big5><p>\xA5\xD2\xA4\x41</p>", "甲乙\n", "");
    static const char wide[] = "\xFF\xFE<\0p\0>\0\x32\x75";
    assert_reads((struct span){ wide, sizeof wide - 1 }, "甲\n", "");
    assert_html("<meta charset=utf-8><p>市\xFF财政局</p>", "市\xEF\xBF\xBD财政局\n",
                "1 个字节不是 HTML UTF-8，已用 \xEF\xBF\xBD 代替\n");
}

static void endures_what_is_no_html(void **state)
{
    (void)state;
    struct buf page = { 0 };
    assert_html("a < b, x<!-- <p a b c> --><script>if (a<b && c) d e f g</script><p class='a b'>c", "a < b, x\nc\n",
                "");
    assert_html("<td>甲<tr>乙</table></li>丙<li>", "甲\n乙丙\n", "");
    buf_string(&page, "<p>");
    for (int i = 0; i < 5000; i++)
        buf_string(&page, "<b>");
    assert_html(page.at, "", "嵌套太深");
    buf_clear(&page);
    for (int i = 0; i < 100; i++)
        buf_string(&page, "<table><tr><td>");
    assert_html(page.at, "", "表格、文本框嵌套太深");
    buf_clear(&page);
    buf_string(&page, "<p>a < b, x<!-- <p a b c> --><script>if (a<b && c) d e f g</script><img alt='a b' src=x><p");
    for (int i = 0; i < 3000; i++)
        buf_printf(&page, " a%d", i);
    buf_string(&page, ">");
    assert_html(page.at, "", "一个标签里的属性太多");
    buf_fini(&page);
}

static void sees_the_tables_of_a_pdf(void **state)
{
    (void)state;
    assert_int_equal(
        pdf_table_page(SPAN("关于印发的通知\n    各县政府：\n一、产业\n1．建园。（责任单位：市财政局）\n")), 0);
    assert_int_equal(
        pdf_table_page(SPAN("附件1     名单\n正文\n\f 1   甲   市财政局\n 2   乙   市商务局\n 3   丙   市文旅局\n")),
        2);
    assert_int_equal(pdf_table_page(SPAN("类别 序号\n   任务\n")), 1);
    assert_int_equal(pdf_table_page(SPAN("按序号排列，见序号一栏\n")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_paragraphs),
        cmocka_unit_test(blanks_flow_as_in_a_browser),
        cmocka_unit_test(lists_have_their_numbers),
        cmocka_unit_test(tables_are_rows_with_tabs),
        cmocka_unit_test(what_is_hidden_stands_in_the_account),
        cmocka_unit_test(links_to_elsewhere_stand_in_the_account),
        cmocka_unit_test(knows_the_encoding),
        cmocka_unit_test(endures_what_is_no_html),
        cmocka_unit_test(sees_the_tables_of_a_pdf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
