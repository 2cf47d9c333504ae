/* SPDX-License-Identifier: MIT */
/* Search keys: what a reader takes for the same text folds to the same characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "text/fold.h"
#include "text/utf8.h"

static void check_fold(struct text text, const char *expected)
{
    struct buf out = { 0 };
    buf_string(&out, "");
    fold_to(&out, text);
    buf_char(&out, '\0');
    assert_string_equal(out.at, expected);
    buf_fini(&out);
}

static void case_and_full_width_letters_do_not_matter(void **state)
{
    (void)state;
    check_fold(TEXT("ＦＧＷ"), "fgw");
    check_fold(TEXT("ＡＢＣ１２３　（Ａ）℃Ⅲ…①㎡，：；"), "abc123 (a)°ciii...1m2,:;");
    check_fold(TEXT("5G＋VR"), "5g+vr");
    check_fold(TEXT("Straße É"), "strasse é");
}

static void traditional_characters_become_simplified(void **state)
{
    (void)state;
    check_fold(TEXT("省發展改革委"), "省发展改革委");
    check_fold(TEXT("環境保護 體育 復工 臺州 義烏 麗水 衛生 裏 裡 爲 線"),
               "环境保护 体育 复工 台州 义乌 丽水 卫生 里 里 为 线");
}

static void what_simplified_text_uses_itself_stays(void **state)
{
    (void)state;
    check_fold(TEXT("后里干面乾台“最多跑一次”、《》—·〇"), "后里干面乾台“最多跑一次”、《》—·〇");
}

static void the_map_leads_back_to_the_shown_bytes(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct fold fold = fold_text(&arena, TEXT("省Ⅲ發e\xCC\x81"));
    assert_int_equal(fold.count, 6); /* 省 i i i 发 é */
    static const uint32_t from[] = { 0, 3, 3, 3, 6, 9 }, to[] = { 3, 6, 6, 6, 9, 12 };
    for (uint32_t i = 0; i < fold.count; i++) {
        assert_int_equal(fold.from[i], from[i]);
        assert_int_equal(fold.to[i], to[i]);
    }
    assert_int_equal(fold_text(&arena, TEXT("")).count, 0);
    arena_fini(&arena);
}

static void check_idempotent(struct text text)
{
    struct arena arena = { 0 };
    struct buf once = { 0 }, twice = { 0 };
    buf_string(&once, "");
    fold_to(&once, text);
    fold_to(&twice, text_composed(buf_view(&once)));
    assert_int_equal(once.bytes, twice.bytes);
    if (once.bytes)
        assert_memory_equal(once.at, twice.at, once.bytes);

    struct fold fold = fold_text(&arena, text);
    struct buf chars = { 0 };
    for (uint32_t i = 0; i < fold.count; i++) {
        utf8_put(&chars, fold.chars[i]);
        assert_true(fold.from[i] < fold.to[i] && fold.to[i] <= text.bytes);
        assert_true(i == 0 || (fold.from[i] >= fold.from[i - 1] && fold.to[i] >= fold.to[i - 1]));
    }
    assert_true(span_equal(buf_view(&chars), buf_view(&once)));
    buf_fini(&chars);
    buf_fini(&once);
    buf_fini(&twice);
    arena_fini(&arena);
}

static void folding_twice_changes_nothing_for_any_character(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    for (uint32_t c = 0x20; c < 0x33480; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        buf_clear(&buf);
        utf8_put(&buf, c);
        check_idempotent(text_composed(buf_view(&buf)));
    }
    buf_fini(&buf);
}

static uint32_t next_random(uint32_t *seed)
{
    return *seed = *seed * 1664525 + 1013904223, *seed >> 8;
}

static void folding_twice_changes_nothing_for_random_texts(void **state)
{
    (void)state;
    static const uint32_t ranges[][2] = { { 0x20, 0x7E },     { 0xC0, 0x17F },    { 0x300, 0x340 },
                                          { 0x370, 0x3FF },   { 0x1100, 0x11FF }, { 0x3040, 0x30FF },
                                          { 0x3130, 0x318F }, { 0x4E00, 0x9FFF }, { 0xF900, 0xFAFF },
                                          { 0xFF00, 0xFFEF }, { 0xAC00, 0xAC80 }, { 0x2460, 0x24FF },
                                          { 0x0900, 0x0DFF }, { 0x1F00, 0x1FFF }, { 0x1E00, 0x1EFF } };
    uint32_t seed = 20200304;
    struct buf buf = { 0 };
    for (int round = 0; round < 20000; round++) {
        buf_clear(&buf);
        for (uint32_t n = next_random(&seed) % 12; n > 0; n--) {
            const uint32_t *range = ranges[next_random(&seed) % (sizeof ranges / sizeof *ranges)];
            utf8_put(&buf, range[0] + next_random(&seed) % (range[1] - range[0] + 1));
        }
        if (buf.bytes)
            check_idempotent(text_composed(buf_view(&buf)));
    }
    buf_fini(&buf);
}

static void a_simplified_character_is_final(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x20000; c++)
        assert_int_equal(fold_simplified(fold_simplified(c)), fold_simplified(c));
    assert_int_equal(fold_simplified(0x767C), 0x53D1);
    assert_int_equal(fold_simplified(0x7DDA), 0x7EBF);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_full_width_letters_do_not_matter),
        cmocka_unit_test(traditional_characters_become_simplified),
        cmocka_unit_test(what_simplified_text_uses_itself_stays),
        cmocka_unit_test(the_map_leads_back_to_the_shown_bytes),
        cmocka_unit_test(folding_twice_changes_nothing_for_any_character),
        cmocka_unit_test(folding_twice_changes_nothing_for_random_texts),
        cmocka_unit_test(a_simplified_character_is_final),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
