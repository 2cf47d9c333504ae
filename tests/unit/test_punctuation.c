/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "notice/punctuation.h"

static void assert_full(const char *paragraph, const char *expected)
{
    struct buf once = { 0 }, twice = { 0 };
    punctuation_full(text_of(paragraph), &once);
    assert_string_equal(once.at, expected);
    punctuation_full(text_composed(buf_view(&once)), &twice);
    assert_string_equal(twice.at, expected);
    buf_fini(&once);
    buf_fini(&twice);
}

static void marks_between_chinese_become_full_width(void **state)
{
    (void)state;
    assert_full("责任单位:省财政厅,省国资委;各市、县(市、区)政府",
                "责任单位：省财政厅，省国资委；各市、县（市、区）政府");
    assert_full("抓好落实!是否完成?", "抓好落实！是否完成？");
    assert_full("下降10%,支出压减5%,完成.", "下降10%，支出压减5%，完成。");
    assert_full("工作要点, 抓好", "工作要点，抓好");
}

static void numbers_and_latin_stay(void **state)
{
    (void)state;
    assert_full("投资1,200亿元,增长8.5%,比例1:3,时间8:30", "投资1,200亿元，增长8.5%，比例1:3，时间8:30");
    assert_full("特色小镇2.0版,见http://a.cn/b?c=1。", "特色小镇2.0版，见http://a.cn/b?c=1。");
    assert_full("Hello, world (really).", "Hello, world (really).");
    assert_full("1.稳企业", "1.稳企业");
    assert_full("使用f(x)函数", "使用f(x)函数");
}

static void brackets_are_made_full_width_in_pairs(void **state)
{
    (void)state;
    assert_full("细颗粒物(PM2.5)和臭氧", "细颗粒物（PM2.5）和臭氧");
    assert_full("中国(浙江)自由贸易试验区", "中国（浙江）自由贸易试验区");
    assert_full("各市(a)b", "各市（a）b");
}

static void straight_quotes_are_paired(void **state)
{
    (void)state;
    assert_full("推进\"放管服\"改革和\"一件事\"", "推进“放管服”改革和“一件事”");
    assert_full("屏幕5\"以上", "屏幕5\"以上");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_between_chinese_become_full_width),
        cmocka_unit_test(numbers_and_latin_stay),
        cmocka_unit_test(brackets_are_made_full_width_in_pairs),
        cmocka_unit_test(straight_quotes_are_paired),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
