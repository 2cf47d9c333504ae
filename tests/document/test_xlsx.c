/* SPDX-License-Identifier: MIT */
/* Excel workbooks as text: values as Excel shows them, merged cells, several sheets. */
#include "unit/unit.h"

#include "document/office.h"
#include "document/xlsx_format.h"

#define TEXT_CELL(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define SHEET(rows)            "<sheetData>" rows "</sheetData>"

static void assert_shows(double value, const char *code, const char *expected)
{
    struct buf out = { 0 };
    xlsx_format_put(&out, span_of(code), value, false);
    buf_string(&out, "");
    assert_string_equal(out.at, expected);
    buf_fini(&out);
}

static void shows_numbers_as_excel_does(void **state)
{
    (void)state;
    assert_shows(1.1, "", "1.1");
    assert_shows(8.1999999999999993, "", "8.2");
    assert_shows(12345678901, "General", "12345678901");
    assert_shows(-3, "", "-3");
    assert_shows(1.1, "0.00", "1.10");
    assert_shows(1234567.5, "#,##0.00", "1,234,567.50");
    assert_shows(0.065, "0.0%", "6.5%");
    assert_shows(7, "00", "07");
    assert_shows(1.5, "0.##", "1.5");
    assert_shows(5, "0\"项\"", "5项");
    assert_shows(-2, "0;(0)", "(2)");
    assert_shows(0, "0;-0;\"无\"", "无");
    assert_shows(3, "[$¥-804]#,##0", "¥3");
    assert_shows(2.5, "_ * #,##0.00_ ", "2.50");
}

static void shows_dates_as_excel_does(void **state)
{
    (void)state;
    assert_shows(45658, "yyyy/m/d", "2025/1/1");
    assert_shows(45838, "yyyy\"年\"m\"月\"d\"日\"", "2025年6月30日");
    assert_shows(45838, "[$-804]yyyy\"年\"m\"月\";@", "2025年6月");
    assert_shows(45838, "m\"月\"d\"日\"", "6月30日");
    assert_shows(60, "yyyy-mm-dd", "1900-02-28");
    assert_shows(61, "yyyy-mm-dd", "1900-03-01");
    assert_shows(1, "yyyy-mm-dd", "1900-01-01");
    assert_shows(45838.5625, "h:mm", "13:30");
    assert_shows(45838.5625, "yyyy/m/d h:mm AM/PM", "2025/6/30 1:30 PM");
    assert_shows(45838, "aaaa", "星期一");
    assert_shows(1.5, "[h]:mm", "36:00");
}

static void rows_are_as_wide_as_the_table(void **state)
{
    (void)state;
    const char *sheet = SHEET("<row r=\"1\">" TEXT_CELL("A1", "序号") TEXT_CELL("B1", "任务") TEXT_CELL(
        "C1", "单位") "</row><row r=\"3\"><c r=\"A3\"><v>1</v></c>" TEXT_CELL("B3", "甲") "</row>");
    assert_excel((struct excel_file){ .sheets = { sheet } }, "序号\t任务\t单位\n1\t甲\t\n", "");
    /* The last row that a sheet has. */
    assert_excel(
        (struct excel_file){ .sheets = { SHEET("<row r=\"1\">" TEXT_CELL("A1", "甲") TEXT_CELL(
                                 "B1", "乙") "</row><row r=\"1048576\">" TEXT_CELL("B1048576", "末") "</row>") } },
        "甲\t乙\n\t末\n", "");
}

static void shared_strings_have_runs_and_no_readings(void **state)
{
    (void)state;
    assert_excel(
        (struct excel_file){
            .sheets = { SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v>"
                              "</c></row>") },
            .strings = "<si><t>甲</t></si><si><r><t>市</t></r><r><t>财政局</t></r><rPh sb=\"0\" "
                       "eb=\"1\"><t>shi</t></rPh></si>" },
        "市财政局\n甲\n", "");
}

static void merged_cells_are_repeated_downwards(void **state)
{
    (void)state;
    const char *sheet = SHEET("<row r=\"1\">" TEXT_CELL(
        "A1",
        "2025年任务清单") "</row>"
                          "<row r=\"2\">" TEXT_CELL("A2", "类别") TEXT_CELL("B2", "任务") TEXT_CELL(
                              "C2",
                              "责任单位") "</row>"
                                          "<row r=\"3\">" TEXT_CELL("C3", "牵头") TEXT_CELL(
                                              "D3",
                                              "配合") "</row>"
                                                      "<row r=\"4\">" TEXT_CELL("A4", "产业") TEXT_CELL("B4", "甲")
                                                          TEXT_CELL("C4", "市财政局") TEXT_CELL(
                                                              "D4",
                                                              "市商务局") "</row>"
                                                                          "<row r=\"5\">" TEXT_CELL(
                                                                              "A5",
                                                                              "压住的") TEXT_CELL("B5", "乙")
                                                                              TEXT_CELL(
                                                                                  "C5",
                                                                                  "市文旅局\n市体育局") "</row>"
                                                                                                        "<row "
                                                                                                        "r="
                                                                                                        "\"6\""
                                                                                                        ">" TEXT_CELL(
                                                                                                            "A6",
                                                                                                            "民生") "</"
                                                                                                                    "ro"
                                                                                                                    "w>"
                                                                                                                    "<r"
                                                                                                                    "ow"
                                                                                                                    " r"
                                                                                                                    "="
                                                                                                                    "\""
                                                                                                                    "7"
                                                                                                                    "\""
                                                                                                                    ">" TEXT_CELL(
                                                                                                                        "B7",
                                                                                                                        "丙")
                                                                                                                        TEXT_CELL(
                                                                                                                            "C7",
                                                                                                                            "各区县政府") "</row>") "<mergeCells>"
                                                                                                                                                    "<mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:D2\"/>"
                                                                                                                                                    "<mergeCell ref=\"A4:A5\"/><mergeCell ref=\"A6:D6\"/><mergeCell ref=\"C7:D7\"/></mergeCells>";
    assert_excel((struct excel_file){ .sheets = { sheet } },
                 "2025年任务清单\n类别\t任务\t责任单位\t责任单位\n类别\t任务\t牵头\t配合\n"
                 "产业\t甲\t市财政局\t市商务局\n产业\t乙\t\"市文旅局\n市体育局\"\t\n民生\t\t\t\n\t丙\t各区县政府\t\n",
                 "合并单元格里看不见的文字：压住的\n");
}

static void sheets_have_their_names_and_hidden_ones_are_said(void **state)
{
    (void)state;
    const char *one = SHEET("<row r=\"1\">" TEXT_CELL("A1", "甲") "</row>");
    const char *two = SHEET("<row r=\"1\" hidden=\"1\">" TEXT_CELL(
        "A1", "乙") "</row>") "<headerFooter><oddFooter>&amp;C&amp;\"宋体,常规\"&amp;12第 &amp;P "
                              "页</oddFooter></headerFooter>";
    assert_excel(
        (struct excel_file){
            .sheets = { one, two, one }, .names = { "产业", NULL, "底稿" }, .states = { NULL, NULL, "hidden" } },
        "产业\n甲\n乙\n", "页眉页脚未用：第  页\n隐藏的 1 行已读入，工作表：Sheet2\n隐藏的工作表未用：底稿： 甲\n");
    assert_excel((struct excel_file){ .sheets = { one }, .names = { "产业" } }, "甲\n", "");
}

static void formats_come_from_the_styles(void **state)
{
    (void)state;
    const char *sheet =
        SHEET("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1.1</v></c><c r=\"B1\" s=\"2\"><v>45838</v></c><c r=\"C1\" t=\"b\">"
              "<v>1</v></c><c r=\"D1\" t=\"str\"><f>A1</f><v>公式</v></c><c r=\"E1\" s=\"9\"><v>2</v></c></row>");
    const char *styles = "<numFmts><numFmt numFmtId=\"176\" formatCode=\"0.00_ \"/></numFmts><cellStyleXfs><xf "
                         "numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf "
                         "numFmtId=\"31\"/></cellXfs>";
    assert_excel((struct excel_file){ .sheets = { sheet }, .styles = styles }, "1.10\n2025年6月30日\nTRUE\n公式\n2\n",
                 "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_numbers_as_excel_does),
        cmocka_unit_test(shows_dates_as_excel_does),
        cmocka_unit_test(rows_are_as_wide_as_the_table),
        cmocka_unit_test(shared_strings_have_runs_and_no_readings),
        cmocka_unit_test(merged_cells_are_repeated_downwards),
        cmocka_unit_test(sheets_have_their_names_and_hidden_ones_are_said),
        cmocka_unit_test(formats_come_from_the_styles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
