/* SPDX-License-Identifier: MIT */
/* Sheets: what they say, and that the pages of text keep the rules of paper on the whole of the real notice. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/load.h"
#include "sheet/sheet.h"
#include "sheet/table.h"
#include "text/utf8.h"
#include "text/width.h"

struct fixture {
    struct breakdown *b;
    struct index *index;
};

static void load_real(struct fixture *f)
{
    const char *path = "data/tasks.yaml";
    struct diags diags = { 0 };
    f->b = load_files(&path, 1, &(struct load_options){ 0 }, &diags);
    assert_non_null(f->b);
    diag_fini(&diags);
    f->index = index_new(f->b);
}

static void load_string(struct fixture *f, const char *yaml)
{
    struct source source = { .path = "test.yaml", .content = span_of(yaml) };
    struct diags diags = { 0 };
    f->b = breakdown_load(&source, 1, &diags);
    if (!f->b && diags.count)
        print_message("%u: %s\n", diags.items[0].place.line_no, diags.items[0].text);
    assert_non_null(f->b);
    diag_fini(&diags);
    f->index = index_new(f->b);
}

static void unload(struct fixture *f)
{
    index_free(f->index);
    breakdown_free(f->b);
}

static struct buf write_sheet(struct fixture *f, enum sheet_kind kind, uint32_t idx, enum format format,
                              struct sheet_options options)
{
    struct buf out = { 0 };
    struct sheet *sheet = sheet_new(f->b, f->index, (struct sheet_subject){ kind, idx });
    assert_true(sheet_write(sheet, format, options, &out));
    sheet_free(sheet);
    return out;
}

static struct buf write_default(struct fixture *f, enum sheet_kind kind, uint32_t idx, enum format format)
{
    return write_sheet(f, kind, idx, format, (struct sheet_options){ 0 });
}

/* What must not begin a line: GB/T 15834 5.1. */
static bool forbidden_at_start(struct text line)
{
    static const char *const marks[] = { "。", "，", "、", "；", "：", "？", "！", "”", "’",
                                         "）", "》", "〉", "】", "～", "－", "／", "·" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (span_starts(text_span(line), span_of(marks[i])))
            return true;
    return span_starts(text_span(line), SPAN("—")) && !span_starts(text_span(line), SPAN("——"));
}

static bool hangs(struct text line)
{
    static const char *const marks[] = { "、", "，", "。", "；", "：" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (span_ends(text_span(line), span_of(marks[i])))
            return true;
    return false;
}

/* On the paper's own width (56) a mark may hang over the edge; who asks for a width gets no more. */
static void check_line(struct text line, int cols)
{
    assert_true(width_cols(line, 2) <= cols + (cols == 56 && hangs(line) ? 2 : 0));
    assert_false(forbidden_at_start(line));
    assert_false(span_ends(text_span(line), SPAN(" ")) || span_ends(text_span(line), SPAN("　")));
}

static void check_number(struct text line, int page_no, int cols)
{
    struct buf number = { 0 };
    buf_printf(&number, "— %d —", page_no);
    assert_true(span_ends(text_span(line), buf_view(&number)));
    int indent = (int)(line.bytes - number.bytes);
    assert_int_equal(indent, page_no % 2 ? cols - 2 - width_cols(text_composed(buf_view(&number)), 2) : 2);
    buf_fini(&number);
}

/* Every page: `rows` lines within `cols` columns, its number where it belongs, whose it is.  Returns how many pages. */
static int check_pages(const struct buf *out, int cols, int rows)
{
    int page_no = 1, row = 0;
    const char *at = out->at, *end = out->at + out->bytes;
    while (at < end) {
        if (*at == '\f') {
            assert_int_equal(row, rows + 2);
            row = 0;
            page_no++;
            at++;
        }
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        assert_non_null(stop);
        struct text line = text_composed((struct span){ at, (size_t)(stop - at) });
        if (row < rows)
            check_line(line, cols);
        else if (row == rows)
            check_number(line, page_no, cols);
        else
            assert_true(width_cols(line, 2) <= cols && span_ends(text_span(line), SPAN("页")));
        row++;
        at = stop + 1;
    }
    assert_int_equal(row, rows + 2);
    return page_no;
}

static void every_page_keeps_to_the_grid(void **state)
{
    (void)state;
    static const struct sheet_options sizes[] = {
        { .cols = 0 },
        { .cols = 40, .rows = 10 },
        { .cols = 20, .rows = 6 },
        { .cols = 33, .rows = 15 },
        { .cols = 80, .rows = 60 },
    };
    struct fixture f;
    load_real(&f);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int cols = sizes[i].cols ? sizes[i].cols : 56, rows = sizes[i].rows ? sizes[i].rows : 22;
        struct buf out = write_sheet(&f, SHEET_ALL, 0, FORMAT_TEXT, sizes[i]);
        assert_true(check_pages(&out, cols, rows) > 5);
        buf_fini(&out);
    }
    for (uint32_t u = 0; u < f.b->units_count; u++) {
        struct buf out = write_default(&f, SHEET_UNIT, u, FORMAT_TEXT);
        check_pages(&out, 56, 22);
        buf_fini(&out);
    }
    unload(&f);
}

/* The text without blanks, line ends, page numbers and what pages repeat at their top. */
static void squeeze(struct span text, struct buf *out)
{
    for (size_t i = 0; i < text.bytes;) {
        size_t bytes = 1;
        if (!strchr(" \n", text.at[i])) {
            uint32_t c = utf8_at(text_composed(text), i, &bytes);
            if (c != 0x3000)
                buf_add(out, text.at + i, bytes);
        }
        i += bytes;
    }
    buf_char(out, '\0');
}

static void nothing_of_a_task_is_lost(void **state)
{
    (void)state;
    struct fixture f;
    load_real(&f);
    struct buf out = write_sheet(&f, SHEET_ALL, 0, FORMAT_TEXT, (struct sheet_options){ .rows = -1 });
    struct buf paper = { 0 };
    squeeze(buf_view(&out), &paper);
    for (uint32_t i = 0; i < f.b->parts_count; i++) {
        struct buf want = { 0 };
        squeeze(text_span(f.b->parts[i].text), &want);
        assert_non_null(strstr(paper.at, want.at));
        buf_fini(&want);
    }
    assert_null(strchr(out.at, '\f'));
    assert_null(strstr(out.at, "— 1 —"));
    buf_fini(&out);
    buf_fini(&paper);
    unload(&f);
}

/* Sheets of many units lie in one printer. */
static void each_page_of_a_unit_says_whose_it_is(void **state)
{
    (void)state;
    struct fixture f;
    load_real(&f);
    struct buf out = write_default(&f, SHEET_UNIT, unit_find(f.b, TEXT("温州市政府")), FORMAT_TEXT);
    unsigned pages = 0;
    for (char *page = out.at, *next; page; page = next, pages++) {
        next = strchr(page, '\f');
        if (next)
            *next++ = '\0';
        page[strlen(page) - 1] = '\0';
        assert_non_null(strstr(strrchr(page, '\n'), "温州市政府任务单"));
    }
    assert_true(pages > 3);
    buf_fini(&out);
    unload(&f);
}

/* A paragraph that goes on overleaf has at least two lines on either page. */
static void a_paragraph_leaves_two_lines_on_either_page(void **state)
{
    (void)state;
    struct fixture f;
    load_real(&f);
    for (uint32_t u = 0; u <= f.b->units_count; u++) {
        struct buf out = u < f.b->units_count ? write_default(&f, SHEET_UNIT, u, FORMAT_TEXT)
                                              : write_default(&f, SHEET_ALL, 0, FORMAT_TEXT);
        for (char *page = out.at, *next; page; page = next) {
            next = strchr(page, '\f');
            if (next)
                *next++ = '\0';
            bool begins[22] = { false };
            int last = -1;
            char *line = page;
            for (int row = 0; row < 22; row++, line = strchr(line, '\n') + 1) {
                begins[row] = strncmp(line, "　　", strlen("　　")) == 0;
                last = *line == '\n' ? last : row;
            }
            if (page != out.at && !begins[0]) /* the second line goes on, too */
                assert_false(begins[1]);
            if (next && strncmp(next, "　　", strlen("　　")) != 0)
                assert_true(last > 0 && !begins[last]);
        }
        buf_fini(&out);
    }
    unload(&f);
}

/* The last line of text on each page, for all units and everything. */
static void check_no_heading_ends_a_page(struct buf *out)
{
    for (char *page = out->at, *next; page; page = next) {
        next = strchr(page, '\f');
        if (next)
            *next++ = '\0';
        struct span last = { 0 };
        for (char *line = page, *end; (end = strchr(line, '\n')); line = end + 1)
            if (end > line && !span_ends((struct span){ line, (size_t)(end - line) }, SPAN(" —")) && end[1])
                last = (struct span){ line, (size_t)(end - line) };
        assert_false(span_ends(last, SPAN("项）")));
        assert_false(span_ends(last, SPAN("重点工作")));
    }
}

static void no_heading_ends_a_page(void **state)
{
    (void)state;
    struct fixture f;
    load_real(&f);
    for (uint32_t u = 0; u < f.b->units_count; u++) {
        struct buf out = write_default(&f, SHEET_UNIT, u, FORMAT_TEXT);
        check_no_heading_ends_a_page(&out);
        buf_fini(&out);
    }
    struct buf out = write_default(&f, SHEET_ALL, 0, FORMAT_TEXT);
    check_no_heading_ends_a_page(&out);
    buf_fini(&out);
    unload(&f);
}

/* However narrow and long: the first page has the title, the heading, and where the task begins. */
static void no_page_has_titles_alone(void **state)
{
    (void)state;
    struct fixture f;
    load_real(&f);
    for (int cols = 20; cols <= 30; cols += 2) {
        for (uint32_t i = 0; i < f.b->tasks_count; i++) {
            struct buf out = write_sheet(&f, SHEET_TASK, i, FORMAT_TEXT, (struct sheet_options){ .cols = cols });
            char number[32];
            snprintf(number, sizeof number, "　　%d. ", f.b->tasks[i].no);
            const char *page_end = strchr(out.at, '\f'), *begins = strstr(out.at, number);
            assert_non_null(begins);
            assert_true(!page_end || begins < page_end);
            buf_fini(&out);
        }
    }
    unload(&f);
}

static const char small[] = "format: 1\n"
                            "title: 试验分解\n"
                            "year: 2021\n"
                            "lead-rule: 第一位牵头\n"
                            "units:\n"
                            "  - name: 甲局\n"
                            "    full: 试验甲局\n"
                            "    aliases:\n"
                            "      - 甲办\n"
                            "    kind: department\n"
                            "  - name: 乙市政府\n"
                            "    kind: city\n"
                            "  - name: 丙厅\n"
                            "    kind: department\n"
                            "  - name: 各市政府\n"
                            "    kind: collective\n"
                            "    coverage: all\n"
                            "    members:\n"
                            "      - 乙市政府\n"
                            "  - name: 委员会其他成员单位\n"
                            "    kind: collective\n"
                            "    coverage: all\n"
                            "    others: true\n"
                            "sections:\n"
                            "  - no: 一\n"
                            "    kind: leader\n"
                            "    heading: 一、王一省长主抓重点工作\n"
                            "    leader: 王一\n"
                            "    title: 省长\n"
                            "    role: 主抓\n"
                            "    tasks:\n"
                            "      - no: 1\n"
                            "        text: 办<好>&*甲*事。\n"
                            "        label: 责任单位\n"
                            "        units:\n"
                            "          - 甲局\n"
                            "          - 丙厅\n"
                            "          - 各市政府\n"
                            "        notes:\n"
                            "          - 第一位牵头\n"
                            "        due: 2021年底\n"
                            "        contact: 赵二\n"
                            "      - no: 2\n"
                            "        text: =1+1\n"
                            "        label: 牵头单位\n"
                            "        units:\n"
                            "          - 甲局\n"
                            "          - 丙厅\n"
                            "      - no: 3\n"
                            "        text: 三事。\n"
                            "        lead:\n"
                            "          - 丙厅\n"
                            "        support:\n"
                            "          - 甲局\n"
                            "          - 委员会其他成员单位\n"
                            "  - kind: livelihood\n"
                            "    heading: 民生实事\n"
                            "    tasks:\n"
                            "      - no: 1\n"
                            "        inline: true\n"
                            "        parts:\n"
                            "          - text: 建甲，\n"
                            "            label: 责任单位\n"
                            "            units:\n"
                            "              - 甲局\n"
                            "          - text: 建乙。\n"
                            "            label: 责任单位\n"
                            "            units:\n"
                            "              - 丙厅\n"
                            "              - 甲局\n";

static void assert_has(const struct buf *out, const char *line)
{
    if (!strstr(out->at, line))
        print_message("%s\nhas not: %s\n", out->at, line);
    assert_non_null(strstr(out->at, line));
}

static void a_leaders_sheet_marks_who_leads(void **state)
{
    (void)state;
    struct fixture f;
    load_string(&f, small);
    struct buf out = write_default(&f, SHEET_SECTION, 0, FORMAT_TEXT);
    assert_has(&out, "王一省长主抓重点工作任务单\n");
    assert_has(&out, "　　1. 办<好>&*甲*事。\n");
    assert_has(&out, "　　责任单位：甲局（牵头）、丙厅、各市政府（第一位牵头）\n");
    assert_has(&out, "　　完成时限：2021年底\n　　联系人：赵二\n");
    assert_has(&out, "　　牵头单位：甲局、丙厅\n");
    assert_has(&out, "　　牵头单位：丙厅\n　　参与单位：甲局、委员会其他成员单位\n");
    assert_has(&out, "通知规定“第一位牵头”");
    assert_int_equal(check_pages(&out, 56, 22), 1);
    buf_fini(&out);
    out = write_default(&f, SHEET_SECTION, 1, FORMAT_TEXT);
    assert_has(&out, "　　1. 建甲，\n　　责任单位：甲局\n　　建乙。\n　　责任单位：丙厅（牵头）、甲局\n");
    buf_fini(&out);
    unload(&f);
}

static void without_a_rule_nobody_is_marked(void **state)
{
    (void)state;
    struct fixture f;
    struct buf yaml = { 0 };
    const char *rule = strstr(small, "lead-rule"), *rest = strchr(rule, '\n') + 1;
    const char *notes = strstr(small, "        notes:\n"), *due = strstr(small, "        due:");
    buf_add(&yaml, small, (size_t)(rule - small));
    buf_add(&yaml, rest, (size_t)(notes - rest));
    buf_string(&yaml, due);
    load_string(&f, yaml.at);
    struct buf out = write_default(&f, SHEET_ALL, 0, FORMAT_TEXT);
    assert_has(&out, "　　责任单位：甲局、丙厅、各市政府\n");
    assert_null(strstr(out.at, "（牵头）"));
    buf_fini(&out);
    out = write_default(&f, SHEET_UNIT, unit_find(f.b, TEXT("甲局")), FORMAT_TEXT);
    assert_has(&out, "列第一位者按牵头统计");
    buf_fini(&out);
    buf_fini(&yaml);
    unload(&f);
}

static void a_note_is_nobody_who_leads(void **state)
{
    (void)state;
    struct fixture f;
    load_string(&f, "format: 1\ntitle: 分解\nunits: [甲局, 乙厅]\nsections:\n  - kind: general\n    heading: 标题\n"
                    "    tasks:\n      - no: 1\n        text: 做一件事\n        lead: [甲局, 乙厅]\n"
                    "        notes: [列第一位者汇总]\n");
    struct buf out = write_default(&f, SHEET_ALL, 0, FORMAT_MARKDOWN);
    assert_non_null(strstr(out.at, "- 牵头单位：**甲局、乙厅**（列第一位者汇总）\n"));
    buf_fini(&out);
    unload(&f);
}

static void a_units_sheet_keeps_the_bonds_apart(void **state)
{
    (void)state;
    struct fixture f;
    load_string(&f, small);
    struct buf out = write_default(&f, SHEET_UNIT, unit_find(f.b, TEXT("甲局")), FORMAT_TEXT);
    assert_has(&out, "全称：试验甲局");
    assert_has(&out, "又名：甲办");
    assert_has(&out, "重点工作：牵头2项，参与1项。");
    assert_has(&out, "一、牵头的任务（2项）");
    assert_has(&out, "二、参与的任务（1项）");
    assert_has(&out, "三、民生实事（2项）");
    buf_fini(&out);
    out = write_default(&f, SHEET_UNIT, unit_find(f.b, TEXT("乙市政府")), FORMAT_TEXT);
    assert_has(&out, "一、经由集合单位承担的任务（1项）");
    assert_has(&out, "　　经由：各市政府（参与）\n");
    buf_fini(&out);
    out = write_default(&f, SHEET_UNIT, unit_find(f.b, TEXT("各市政府")), FORMAT_TEXT);
    assert_has(&out, "成员：乙市政府。");
    buf_fini(&out);
    out = write_default(&f, SHEET_UNIT, unit_find(f.b, TEXT("委员会其他成员单位")), FORMAT_TEXT);
    assert_has(&out, "通知未列出成员。");
    buf_fini(&out);
    unload(&f);
}

static void html_and_markdown_escape_the_text(void **state)
{
    (void)state;
    struct fixture f;
    load_string(&f, small);
    struct buf out = write_default(&f, SHEET_SECTION, 0, FORMAT_HTML);
    assert_has(&out, "办&lt;好&gt;&amp;*甲*事。");
    assert_has(&out, "<strong><a href=\"#u0\">甲局</a></strong>（牵头）、<a href=\"#u2\">丙厅</a>");
    assert_has(&out, "<dt id=\"u0\">甲局</dt>\n<dd>牵头：<a href=\"#1.1\">1.1</a>、<a "
                     "href=\"#1.2\">1.2</a></dd>\n<dd>参与：<a href=\"#1.3\">1.3</a></dd>");
    assert_null(strstr(out.at, "<好>"));
    buf_fini(&out);
    out = write_default(&f, SHEET_SECTION, 0, FORMAT_MARKDOWN);
    assert_has(&out, "**1.** 办\\<好\\>\\&\\*甲\\*事。");
    assert_has(&out, "- 责任单位：**甲局**（牵头）、丙厅");
    buf_fini(&out);
    unload(&f);
}

static void quotes_and_bars_are_escaped_too(void **state)
{
    (void)state;
    struct fixture f;
    load_string(&f,
                "format: 1\ntitle: 分工\nunits:\n  - 甲局\nsections:\n  - kind: general\n    heading: 交通\n"
                "    tasks:\n      - no: 1\n        text: 办\"好\"|`事`_[1]~#。\n        units:\n          - 甲局\n");
    struct buf out = write_default(&f, SHEET_SECTION, 0, FORMAT_HTML);
    assert_has(&out, "办&quot;好&quot;|");
    buf_fini(&out);
    out = write_default(&f, SHEET_SECTION, 0, FORMAT_MARKDOWN);
    assert_has(&out, "办\"好\"\\|\\`事\\`\\_\\[1\\]\\~\\#。");
    buf_fini(&out);
    unload(&f);
}

static void tables_have_one_row_a_part_and_no_formula(void **state)
{
    (void)state;
    struct fixture f;
    load_string(&f, small);
    struct buf out = write_default(&f, SHEET_ALL, 0, FORMAT_CSV);
    assert_has(&out, "\r\n1.2,一、王一省长主抓重点工作,王一,省长,2,'=1+1,牵头单位,甲局、丙厅,甲局、丙厅,,");
    int rows = 0;
    for (const char *at = out.at; (at = strstr(at, "\r\n")); at += 2)
        rows++;
    assert_int_equal(rows, 1 + 5);
    buf_fini(&out);
    out = write_default(&f, SHEET_ALL, 0, FORMAT_TSV);
    assert_has(&out, "\n1.2\t一、王一省长主抓重点工作\t王一\t省长\t2\t=1+1\t");
    assert_null(strchr(out.at, '\r'));
    buf_fini(&out);
    unload(&f);
}

static void csv_quotes_as_rfc_4180_says(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct table table = { .out = &out, .dialect = TABLE_CSV };
    table_cell(&table, TEXT("a,b"));
    table_cell(&table, TEXT("say \"x\""));
    table_cell(&table, TEXT(""));
    table_cell(&table, TEXT("@x"));
    table_cell(&table, TEXT("＝1"));
    table_cell(&table, TEXT(" 前空"));
    table_cell(&table, TEXT("后空 "));
    table_number(&table, -3);
    table_end(&table);
    assert_string_equal(out.at, "\"a,b\",\"say \"\"x\"\"\",,'@x,'＝1,\" 前空\",\"后空 \",-3\r\n");
    buf_fini(&out);
}

static void formats_have_words_both_ways(void **state)
{
    (void)state;
    for (enum format i = 0; i < FORMATS_COUNT; i++)
        assert_int_equal(format_find(text_of(format_table[i].word)), i);
    assert_int_equal(format_find(TEXT("doc")), FORMATS_COUNT);
}

static void file_names_have_no_path_in_them(void **state)
{
    (void)state;
    struct fixture f;
    struct buf out = { 0 };
    load_string(&f, small);
    f.b->units[0].name = TEXT("../a/b");
    struct sheet *sheet = sheet_new(f.b, f.index, (struct sheet_subject){ SHEET_UNIT, 0 });
    sheet_file_name(sheet, FORMAT_HTML, &out);
    assert_string_equal(out.at, "_._a_b任务单.html");
    buf_clear(&out);
    sheet_free(sheet);
    sheet = sheet_new(f.b, f.index, (struct sheet_subject){ SHEET_SECTION, 0 });
    sheet_file_name(sheet, FORMAT_TEXT, &out);
    assert_string_equal(out.at, "王一省长主抓重点工作任务单.txt");
    buf_fini(&out);
    sheet_free(sheet);
    unload(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_keeps_to_the_grid),
        cmocka_unit_test(nothing_of_a_task_is_lost),
        cmocka_unit_test(each_page_of_a_unit_says_whose_it_is),
        cmocka_unit_test(a_paragraph_leaves_two_lines_on_either_page),
        cmocka_unit_test(no_heading_ends_a_page),
        cmocka_unit_test(no_page_has_titles_alone),
        cmocka_unit_test(a_leaders_sheet_marks_who_leads),
        cmocka_unit_test(without_a_rule_nobody_is_marked),
        cmocka_unit_test(a_note_is_nobody_who_leads),
        cmocka_unit_test(a_units_sheet_keeps_the_bonds_apart),
        cmocka_unit_test(html_and_markdown_escape_the_text),
        cmocka_unit_test(quotes_and_bars_are_escaped_too),
        cmocka_unit_test(tables_have_one_row_a_part_and_no_formula),
        cmocka_unit_test(csv_quotes_as_rfc_4180_says),
        cmocka_unit_test(formats_have_words_both_ways),
        cmocka_unit_test(file_names_have_no_path_in_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
