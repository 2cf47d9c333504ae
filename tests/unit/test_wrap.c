/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "fuzz/text_laws.h"
#include "text/lines.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"

static void expect_lines(const char *paragraph, int cols, int ambiguous_cols, const char *expected)
{
    struct buf out = { 0 };
    struct wrap wrap;
    struct text line;
    for (wrap_init(&wrap, text_of(paragraph), cols, ambiguous_cols); wrap_next(&wrap, &line);) {
        buf_text(&out, line);
        buf_char(&out, '\n');
    }
    wrap_fini(&wrap);
    assert_string_equal(out.at ? out.at : "", expected);
    buf_fini(&out);
}

static void closing_marks_never_begin_a_line(void **state)
{
    (void)state;
    expect_lines("推进数字经济，发展工业。", 12, 2, "推进数字经\n济，发展工\n业。\n");
    expect_lines("省发展改革委、省经信厅", 14, 2, "省发展改革委、\n省经信厅\n");
}

static void opening_marks_never_end_a_line(void **state)
{
    (void)state;
    expect_lines("省委组织部（省委人才办）", 12, 2, "省委组织部\n（省委人才\n办）\n");
}

static void a_line_may_break_outside_curly_quotes(void **state)
{
    (void)state;
    expect_lines("深化机关内部“最多跑一次”改革", 12, 2, "深化机关内部\n“最多跑一\n次”改革\n");
    expect_lines("推进“双一流”“四好”建设", 14, 2, "推进“双一流”\n“四好”建设\n");
}

/* GB/T 15834-2011 5.1.6, 5.1.7, 5.1.10. */
static void marks_that_connect_begin_no_line(void **state)
{
    (void)state;
    expect_lines("建成实验室2—3家", 11, 2, "建成实验室\n2—3家\n");
    expect_lines("建成实验室2～3家", 11, 2, "建成实验室\n2～3家\n");
    expect_lines("建成实验室2－3家", 11, 2, "建成实验室\n2－3家\n");
    expect_lines("联通杭州／宁波", 8, 2, "联通杭\n州／宁波\n");
    expect_lines("阿里·买买提", 4, 2, "阿\n里·\n买买\n提\n");
    expect_lines("新目标——走在前", 6, 2, "新目标\n——走\n在前\n");
}

static void commas_and_stops_hang_where_the_caller_lets_them(void **state)
{
    (void)state;
    struct text paragraph = TEXT("推进数字经济，发展工业。");
    struct wrap wrap;
    struct text line;
    wrap_init(&wrap, paragraph, 12, 2);
    wrap.hang_cols = 2;
    assert_true(wrap_next(&wrap, &line));
    assert_true(text_equal(line, TEXT("推进数字经济，")));
    assert_true(wrap_next(&wrap, &line));
    assert_true(text_equal(line, TEXT("发展工业。")));
    assert_false(wrap_next(&wrap, &line));
    wrap_fini(&wrap);
}

static void numbers_and_latin_words_stay_whole(void **state)
{
    (void)state;
    expect_lines("全年为企业减负2700亿元", 14, 2, "全年为企业减负\n2700亿元\n");
    expect_lines("平均浓度PM2.5达标", 12, 2, "平均浓度\nPM2.5达标\n");
    expect_lines("下降19.8%以上", 8, 2, "下降\n19.8%以\n上\n");
}

static void what_has_no_legal_break_is_broken_between_characters(void **state)
{
    (void)state;
    expect_lines("abcdefghij", 4, 1, "abcd\nefgh\nij\n");
    expect_lines("中", 1, 1, "中\n");
}

static void a_dash_stays_whole(void **state)
{
    (void)state;
    expect_lines("改革开放——新时代", 10, 2, "改革开放\n——新时代\n");
}

/* The laws: nothing lost, no line too wide, no closing mark first, no opening mark last. */
static void check_laws(struct text text, int cols, int ambiguous_cols)
{
    struct wrap wrap;
    struct text line;
    struct buf joined = { 0 }, solid = { 0 };
    for (wrap_init(&wrap, text, cols, ambiguous_cols); wrap_next(&wrap, &line);) {
        buf_text(&joined, line);
        if (line.bytes == 0)
            continue;
        size_t bytes;
        uint32_t first = utf8_at(line, 0, &bytes);
        int line_cols = width_cols(line, ambiguous_cols);
        assert_true(line_cols <= cols || bytes == line.bytes);
        if (cols >= 12 && line.at != text.at) {
            static const char *const never[] = { "，", "。", "、", "；", "：", "）", "》", "”", "’", "！", "？" };
            for (size_t i = 0; i < sizeof never / sizeof *never; i++)
                assert_false(first == utf8_at(text_of(never[i]), 0, &bytes));
        }
    }
    wrap_fini(&wrap);
    for (size_t at = 0, bytes; at < text.bytes; at += bytes)
        if (utf8_at(text, at, &bytes) != ' ' && utf8_at(text, at, &bytes) != 0x3000)
            buf_add(&solid, text.at + at, bytes);
    struct buf less = { 0 };
    struct text all = text_composed(buf_view(&joined));
    for (size_t at = 0, bytes; at < all.bytes; at += bytes)
        if (utf8_at(all, at, &bytes) != ' ' && utf8_at(all, at, &bytes) != 0x3000)
            buf_add(&less, all.at + at, bytes);
    assert_true(span_equal(buf_view(&less), buf_view(&solid)));
    buf_fini(&joined);
    buf_fini(&solid);
    buf_fini(&less);
}

/* Whatever is found without the library is what it says; quotes and marks that connect are another matter. */
static void breaks_are_the_librarys(void **state)
{
    (void)state;
    static const char *const pieces[] = { "省", "发展", "改革", "，", "。",  "、",  "（", "）",        "《", "…", " ",
                                          "％", "12",   "5G",   "%",  "2.5", "￥9", "Ⅲ",  "e\xCC\x81", "　", "々" };
    srand(2020);
    for (int round = 0; round < 5000; round++) {
        struct buf text = { 0 };
        struct wrap wrap;
        char breaks[512];
        for (int left = 1 + rand() % 30; left > 0; left--)
            buf_string(&text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        u8_possible_linebreaks((const uint8_t *)text.at, text.bytes, "GBK", breaks);
        wrap_init(&wrap, text_composed(buf_view(&text)), 40, 2);
        for (size_t i = 1; i < text.bytes; i++)
            if (wrap.breaks[i] != breaks[i])
                fail_msg("%s: %d at byte %zu, the library says %d", text.at, wrap.breaks[i], i, breaks[i]);
        wrap_fini(&wrap);
        buf_fini(&text);
    }
}

static void wrapping_keeps_its_laws_on_random_text(void **state)
{
    (void)state;
    static const char *const pieces[] = { "省",  "发展", "改革", "，", "。",        "“",    "”",        "（",
                                          "）",  "、",   "——",   "…",  " ",         "2700", "5G",       "PM2.5",
                                          "10%", "Ⅲ",    "①",    "·",  "e\xCC\x81", "　",   "https://a" };
    srand(1985);
    for (int round = 0; round < 3000; round++) {
        struct buf text = { 0 };
        int count = rand() % 40;
        buf_string(&text, "甲");
        for (int i = 0; i < count; i++)
            buf_string(&text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        int cols = 1 + rand() % 60;
        struct text clean = text_composed(buf_view(&text));
        struct wrap wrap;
        struct text line;
        int ambiguous_cols = 1 + rand() % 2;
        for (wrap_init(&wrap, clean, cols, ambiguous_cols); wrap_next(&wrap, &line);) {
            size_t one = line.bytes ? utf8_next_cluster(line, 0) : 0;
            assert_true(width_cols(line, ambiguous_cols) <= cols || one == line.bytes);
        }
        wrap_fini(&wrap);
        buf_fini(&text);
    }
}

static void official_sentences_keep_the_rules_at_every_width(void **state)
{
    (void)state;
    static const char *const sentences[] = {
        "深入推进政府数字化转型。聚焦掌上办事之省和掌上办公之省目标，大力推进“浙里办”“浙政”功能集成优化，提升“互联网+"
        "政务服务、"
        "监管、督查”成效，打造高效协同的整体政府。80%以上政务服务办件实现网上受理，掌上执法应用率达到90%。",
        "深化治气工作，实施细颗粒物（PM2."
        "5）和臭氧浓度“双控双减”，全面完成运输结构调整和柴油车专项整治，全省挥发性有机物（VOCs）"
        "排放总量较2015年下降20%、重点行业下降30%以上，氮氧化物排放总量下降19.8%。",
        "深入推进“五水共治”，确保Ⅲ类以上水质断面比例达到88%，彻底消除劣V类水质断面。",
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        for (int cols = 1; cols <= 90; cols++)
            for (int ambiguous_cols = 1; ambiguous_cols <= 2; ambiguous_cols++)
                check_laws(text_of(sentences[i]), cols, ambiguous_cols);
}

static void a_paragraph_is_indented_and_marked(void **state)
{
    (void)state;
    struct lines lines;
    lines_init(&lines, 1);
    struct stretch stretch = { .from_bytes = 0, .to_bytes = 6 };
    lines_paragraph(&lines, &(struct paragraph){ .text = TEXT("科学编制规划文本"),
                                                 .cols = 12,
                                                 .first_indent = 4,
                                                 .indent = 2,
                                                 .stretches = &stretch,
                                                 .stretches_count = 1 });
    struct buf out = { 0 };
    lines_text(&lines, &out);
    assert_string_equal(out.at, "    科学编制\n  规划文本\n");
    assert_int_equal(lines.runs[1].style, STYLE_MATCH);
    assert_text(lines.runs[1].text, "科学");
    buf_fini(&out);
    lines_fini(&lines);
}

/* Beside what Chinese text has, many together and one in a narrow column; what is no character stands as bytes, too. */
static void every_code_point_keeps_the_laws_of_text(void **state)
{
    (void)state;
    struct buf many = { 0 }, one = { 0 };
    for (uint32_t c = 0; c < 0x110000; c++) {
        buf_clear(&one);
        buf_string(&one, "甲 “");
        utf8_put(&one, c);
        buf_string(&one, "”乙");
        if (c < 0x10000 || c % 16 == 0)
            laws_of_text(buf_view(&one), 1 + (int)(c % 7), 1 + (int)(c & 1));
        buf_span(&many, (struct span){ one.at + strlen("甲 “"), one.bytes - strlen("甲 “”乙") });
        if (c % 64 == 63) {
            laws_of_text(buf_view(&many), 1 + (int)(c / 64 % 80), 1 + (int)(c / 64 & 1));
            buf_clear(&many);
        }
    }
    buf_fini(&many);
    buf_fini(&one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(closing_marks_never_begin_a_line),
        cmocka_unit_test(opening_marks_never_end_a_line),
        cmocka_unit_test(a_line_may_break_outside_curly_quotes),
        cmocka_unit_test(marks_that_connect_begin_no_line),
        cmocka_unit_test(commas_and_stops_hang_where_the_caller_lets_them),
        cmocka_unit_test(numbers_and_latin_words_stay_whole),
        cmocka_unit_test(what_has_no_legal_break_is_broken_between_characters),
        cmocka_unit_test(a_dash_stays_whole),
        cmocka_unit_test(breaks_are_the_librarys),
        cmocka_unit_test(wrapping_keeps_its_laws_on_random_text),
        cmocka_unit_test(official_sentences_keep_the_rules_at_every_width),
        cmocka_unit_test(every_code_point_keeps_the_laws_of_text),
        cmocka_unit_test(a_paragraph_is_indented_and_marked),
    };
    return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
