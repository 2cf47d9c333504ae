/* SPDX-License-Identifier: MIT */
/* Word documents as text: what Word shows, and what stands in the account. */
#include "unit/unit.h"

#include <string.h>

#include "document/office.h"

#define P(text)                  "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(properties, text) "<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NUMBERED(num, level, text)                                                                                     \
    STYLED("<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" num "\"/></w:numPr>", text)
#define LEVEL(no, form, text)                                                                                          \
    "<w:lvl w:ilvl=\"" no "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" form "\"/><w:lvlText w:val=\"" text            \
    "\"/></w:lvl>"
#define NUM(id, abstract)           "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract "\"/></w:num>"
#define CELL(text)                  "<w:tc>" P(text) "</w:tc>"
#define CELL_WITH(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define ROW(cells)                  "<w:tr>" cells "</w:tr>"
#define TABLE(rows)                 "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"

static const char official[] = "<w:abstractNum w:abstractNumId=\"0\">" LEVEL("0", "chineseCounting", "%1、")
    LEVEL("1", "chineseCounting", "（%2）") LEVEL("2", "decimal", "%3.") LEVEL("3", "decimal", "（%4）")
        LEVEL("4", "decimalEnclosedCircle", "%5") LEVEL("5", "decimal", "%3.%6") "</w:abstractNum>" NUM("1", "0") NUM(
            "2", "0") "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                      "w:val=\"1\"/></w:lvlOverride></w:num>";

static void paragraphs_are_lines(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body = P("标题") "<w:p/>" P("一、加快“建设”") }, "标题\n\n一、加快“建设”\n", "");
    /* Runs, breaks, TABs and stops of TABs. */
    assert_word((struct word_file){ .body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr>"
                                            "<w:r><w:t>甲</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> 乙</w:t>"
                                            "<w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>" },
                "甲  乙\n丙-丁\n", "");
}

static void numbers_every_form_of_official_documents(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body = NUMBERED("1", "0", "甲") NUMBERED("1", "1", "乙") NUMBERED("1", "2", "丙")
                                        NUMBERED("1", "3", "丁") NUMBERED("1", "4", "戊") NUMBERED("1", "4", "己")
                                            NUMBERED("1", "5", "庚"),
                                    .numbering = official },
                "一、甲\n（一）乙\n1. 丙\n（1）丁\n①戊\n②己\n1.1 庚\n", "");
}

static void levels_below_start_anew(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body = NUMBERED("1", "0", "甲") NUMBERED("1", "2", "子") NUMBERED("1", "2", "丑")
                                        NUMBERED("1", "0", "乙") NUMBERED("1", "2", "寅"),
                                    .numbering = official },
                "一、甲\n1. 子\n2. 丑\n二、乙\n1. 寅\n", "");
    /* Unless they are told not to. */
    const char *numbering = "<w:abstractNum w:abstractNumId=\"0\">" LEVEL(
        "0", "chineseCounting", "%1、") "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt "
                                        "w:val=\"decimal\"/><w:lvlRestart w:val=\"0\"/><w:lvlText "
                                        "w:val=\"%2.\"/></w:lvl></w:abstractNum>" NUM("1", "0");
    assert_word((struct word_file){ .body = NUMBERED("1", "0", "甲") NUMBERED("1", "1", "子") NUMBERED("1", "0", "乙")
                                        NUMBERED("1", "1", "丑"),
                                    .numbering = numbering },
                "一、甲\n1. 子\n二、乙\n2. 丑\n", "");
}

static void lists_of_one_numbering_go_on_counting(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body = NUMBERED("1", "0", "甲") NUMBERED("2", "0", "乙") NUMBERED("3", "0", "丙")
                                        NUMBERED("3", "0", "丁") NUMBERED("0", "0", "无"),
                                    .numbering = official },
                "一、甲\n二、乙\n一、丙\n二、丁\n无\n", "");
}

static void styles_number_too(void **state)
{
    (void)state;
    const char *styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"i\"><w:basedOn "
        "w:val=\"h\"/><w:pPr><w:numPr><w:ilvl w:val=\"2\"/></w:numPr></w:pPr></w:style>";
    assert_word(
        (struct word_file){ .body = STYLED("<w:pStyle w:val=\"h\"/>", "甲") STYLED("<w:pStyle w:val=\"i\"/>", "乙")
                                STYLED("<w:pStyle w:val=\"i\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "丙"),
                            .styles = styles,
                            .numbering = official },
        "一、甲\n1. 乙\n丙\n", "");
}

static void tables_are_rows_with_tabs(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body = P("清单") TABLE(ROW(CELL("序号") CELL("任务") CELL("单位"))
                                                                ROW(CELL("1") CELL("甲") CELL("市财政局"))) P("后文") },
                "清单\n序号\t任务\t单位\n1\t甲\t市财政局\n后文\n", "");
    /* Several paragraphs in a cell are quoted as Excel quotes them, and so are quotation marks of ASCII. */
    assert_word((struct word_file){ .body = TABLE(ROW(CELL("任务") CELL("单位")) ROW(
                                        CELL("\"甲\"项") "<w:tc>" P("市财政局") "<w:p/>" P("市商务局") "</w:tc>")) },
                "任务\t单位\n\"\"\"甲\"\"项\"\t\"市财政局\n市商务局\"\n", "");
}

static void merged_cells_are_repeated_downwards(void **state)
{
    (void)state;
    const char *body =
        TABLE(ROW(CELL("类别") CELL("任务") CELL("单位"))
                  ROW(CELL_WITH("<w:vMerge w:val=\"restart\"/>", "产业") CELL("甲") CELL("市财政局"))
                      ROW(CELL_WITH("<w:vMerge/>", "") CELL("乙") CELL("市商务局"))
                          ROW(CELL_WITH("<w:vMerge/>", "看不见") CELL("丙") CELL(""))
                              ROW(CELL_WITH("<w:vMerge w:val=\"restart\"/>", "") CELL("丁") CELL("市文旅局")));
    assert_word((struct word_file){ .body = body },
                "类别\t任务\t单位\n产业\t甲\t市财政局\n产业\t乙\t市商务局\n产业\t丙\t\n\t丁\t市文旅局\n",
                "合并单元格里看不见的文字：看不见\n");
}

static void cells_over_columns_name_them_in_the_head_and_stand_once_below(void **state)
{
    (void)state;
    const char *body =
        TABLE(ROW(CELL_WITH("<w:vMerge w:val=\"restart\"/>", "任务") CELL_WITH("<w:gridSpan w:val=\"2\"/>", "责任单位"))
                  ROW(CELL_WITH("<w:vMerge/>", "") CELL("牵头单位") CELL("配合单位"))
                      ROW(CELL("甲") CELL_WITH("<w:gridSpan w:val=\"2\"/>", "各区县政府"))
                          ROW(CELL_WITH("<w:gridSpan w:val=\"3\"/>", "二、民生")));
    assert_word((struct word_file){ .body = body },
                "任务\t责任单位\t责任单位\n任务\t牵头单位\t配合单位\n甲\t各区县政府\t\n二、民生\t\t\n", "");
    /* Before the head it is the table's title; a row may begin further right. */
    assert_word(
        (struct word_file){
            .body = TABLE(ROW(CELL_WITH("<w:gridSpan w:val=\"2\"/>", "任务清单")) ROW(CELL("任务") CELL(
                "单位")) "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" CELL("市财政局") "</w:tr>") },
        "任务清单\n任务\t单位\n\t市财政局\n", "");
}

static void tables_for_layout_are_paragraphs(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body = TABLE(ROW("<w:tc>" P("甲") P("乙") "</w:tc>" CELL("丙"))) }, "甲\n乙\n丙\n",
                "");
    assert_word((struct word_file){ .body = TABLE(ROW("<w:tc>" P("前") TABLE(ROW(CELL("任务") CELL("单位"))
                                                                                 ROW(CELL("甲") CELL("市财政局")))
                                                          P("后") "</w:tc>" CELL("旁")) ROW(CELL("下") CELL("边"))) },
                "前\n任务\t单位\n甲\t市财政局\n后\n旁\n下\t边\n", "");
}

static void tracked_changes_are_taken_as_accepted(void **state)
{
    (void)state;
    const char *body =
        "<w:p><w:r><w:t>市</w:t></w:r><w:del><w:r><w:delText>工信局</w:delText></w:r></w:del><w:ins><w:r><w:t>经信局</"
        "w:t>"
        "</w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" P(
            "后半") "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>" TABLE(ROW(CELL("任务")
                                                                                                   CELL(
                                                                                                       "单位")) "<w:tr>"
                                                                                                                "<w:"
                                                                                                                "trPr><"
                                                                                                                "w:del/"
                                                                                                                "></"
                                                                                                                "w:"
                                                                                                                "trPr><"
                                                                                                                "w:tc><"
                                                                                                                "w:p><"
                                                                                                                "w:del>"
                                                                                                                "<w:r><"
                                                                                                                "w:"
                                                                                                                "delTex"
                                                                                                                "t>删</"
                                                                                                                "w:"
                                                                                                                "delTex"
                                                                                                                "t></"
                                                                                                                "w:r></"
                                                                                                                "w:del>"
                                                                                                                "</w:p>"
                                                                                                                "</"
                                                                                                                "w:tc><"
                                                                                                                "/w:"
                                                                                                                "tr"
                                                                                                                ">" ROW(
                                                                                                                    CELL("甲") CELL(
                                                                                                                        "乙")));
    assert_word((struct word_file){ .body = body }, "市经信局\n前半后半\n\n任务\t单位\n甲\t乙\n",
                "修订中删去的文字未用：工信局\n修订中删去的文字未用：移走\n修订中删去的文字未用：删\n修订中插入的 1 "
                "处文字已计入\n");
}

static void what_is_not_the_body_stands_in_the_account(void **state)
{
    (void)state;
    const char *styles = "<w:style w:type=\"paragraph\" w:styleId=\"t1\"><w:name w:val=\"toc 1\"/></w:style>"
                         "<w:style w:type=\"character\" w:styleId=\"hid\"><w:rPr><w:vanish/></w:rPr></w:style>";
    const char *body =
        STYLED("<w:pStyle w:val=\"t1\"/>",
               "一、产业 3") "<w:p><w:r><w:t>甲</w:t><w:footnoteReference "
                             "w:id=\"2\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
                             "<w:r><w:rPr><w:rStyle "
                             "w:val=\"hid\"/></w:rPr><w:t>也暗</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>";
    assert_word((struct word_file){ .body = body,
                                    .styles = styles,
                                    .footnotes = "<w:footnote w:id=\"2\">" P("含开发区。") "</w:footnote>",
                                    .header = P("内部资料") },
                "甲乙\n", "目录未用：一、产业 3\n隐藏的文字未用：暗也暗\n脚注未用：含开发区。\n页眉未用：内部资料\n");
}

static void text_boxes_come_behind_their_paragraph_once(void **state)
{
    (void)state;
    const char *body =
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice "
        "Requires=\"wps\"><w:drawing><w:txbxContent>" P("框") "</w:txbxContent></w:drawing></"
                                                              "mc:Choice><mc:Fallback><w:pict><w:txbxContent>" P(
                                                                  "框") "</w:txbxContent></w:pict></mc:Fallback></"
                                                                        "mc:AlternateContent></w:r><w:r><w:t>后</w:t></"
                                                                        "w:r></w:p>" P("下段");
    assert_word((struct word_file){ .body = body }, "前后\n框\n下段\n", "");
}

static void fields_keep_what_they_show(void **state)
{
    (void)state;
    assert_word((struct word_file){ .body =
                                        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> SEQ "
                                        "表 </w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>" },
                "7\n", "");
}

static void refuses_entities_and_depth(void **state)
{
    (void)state;
    const char *const parts[] = {
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
        "Type=\"x/officeDocument\" Target=\"/d.xml\"/></Relationships>",
        "d.xml",
        "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><document>&b;</document>",
        NULL,
    };
    struct buf content = { 0 }, deep = { 0 };
    office_zip(&content, parts);
    assert_reads(buf_view(&content), "", "含有文档类型声明（DTD、实体），拒绝读入：d.xml");
    buf_fini(&content);
    for (int i = 0; i < 100; i++)
        buf_string(&deep, "<w:tbl><w:tr><w:tc>");
    buf_string(&deep, P("底"));
    for (int i = 0; i < 100; i++)
        buf_string(&deep, "</w:tc></w:tr></w:tbl>");
    assert_word((struct word_file){ .body = deep.at }, "", "表格、文本框嵌套太深");
    buf_fini(&deep);
}

static void refuses_what_grows_without_end(void **state)
{
    (void)state;
    struct buf body = { 0 }, content = { 0 };
    buf_string(&body, "<w:p");
    for (int i = 0; i < 6000; i++)
        buf_printf(&body, " a%d=\"1\"", i);
    buf_string(&body, "/>");
    assert_word((struct word_file){ .body = body.at }, "", "一个标签里的属性太多：word/document.xml");
    buf_fini(&body);
    /* A part of a gigabyte, as the zip's directory says. */
    office_word(&content, &(struct word_file){ .body = P("甲") });
    for (size_t i = 0; i + 30 < content.bytes; i++)
        if (memcmp(content.at + i, "PK\001\002", 4) == 0)
            memcpy(content.at + i + 24, "\0\0\0\x40", 4);
    assert_reads(buf_view(&content), "", "解压后太大：_rels/.rels");
    buf_fini(&content);
}

static void says_what_is_wrong_with_a_file(void **state)
{
    (void)state;
    assert_reads(SPAN("PK\003\004 broken"), "", "文件已损坏，解不开压缩包");
    struct buf content = { 0 };
    office_zip(&content, (const char *const[]){ "a.txt", "x", NULL });
    assert_reads(buf_view(&content), "", "这是压缩包，不是 Word、Excel 文件（docx、xlsx）");
    buf_fini(&content);
    assert_word((struct word_file){ .body = "<w:p><w:r>" }, "", "不是完好的 XML：word/document.xml");
    assert_reads(SPAN("\xD0\xCF\x11\xE0"), "", "受限模式不启动转换程序");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_lines),
        cmocka_unit_test(numbers_every_form_of_official_documents),
        cmocka_unit_test(levels_below_start_anew),
        cmocka_unit_test(lists_of_one_numbering_go_on_counting),
        cmocka_unit_test(styles_number_too),
        cmocka_unit_test(tables_are_rows_with_tabs),
        cmocka_unit_test(merged_cells_are_repeated_downwards),
        cmocka_unit_test(cells_over_columns_name_them_in_the_head_and_stand_once_below),
        cmocka_unit_test(tables_for_layout_are_paragraphs),
        cmocka_unit_test(tracked_changes_are_taken_as_accepted),
        cmocka_unit_test(what_is_not_the_body_stands_in_the_account),
        cmocka_unit_test(text_boxes_come_behind_their_paragraph_once),
        cmocka_unit_test(fields_keep_what_they_show),
        cmocka_unit_test(refuses_entities_and_depth),
        cmocka_unit_test(refuses_what_grows_without_end),
        cmocka_unit_test(says_what_is_wrong_with_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
