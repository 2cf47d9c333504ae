/* SPDX-License-Identifier: MIT */
/* Columns: the one width function of the program. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

#include <cmocka.h>

#include "base/file.h"
#include "text/utf8.h"
#include "text/width.h"

static void han_is_two_columns_and_ascii_one(void **state)
{
    (void)state;
    assert_int_equal(width_cols(TEXT("省发展改革委 5G"), 1), 15);
    assert_int_equal(width_char(0x3007, 1), 2);
    assert_int_equal(width_char(0x20000, 1), 2);
    assert_int_equal(width_char(0xFF0C, 1), 2);
}

static void ambiguous_characters_follow_the_readers_choice(void **state)
{
    (void)state;
    static const uint32_t ambiguous[] = { 0x201C, 0x201D, 0x2014, 0x2026, 0xB7, 0x2162, 0x2460, 0xD7, 0x2500, 0x2588 };
    for (size_t i = 0; i < sizeof ambiguous / sizeof *ambiguous; i++) {
        assert_int_equal(width_char(ambiguous[i], 1), 1);
        assert_int_equal(width_char(ambiguous[i], 2), 2);
    }
}

static void what_is_answered_without_the_table_stands_in_it(void **state)
{
    (void)state;
    for (uint32_t c = 0xA0; c <= 0xFFFF; c++)
        assert_int_equal(width_char(c, 1), width_other_char(c, 1));
}

static void zero_width_is_decided_before_ambiguous(void **state)
{
    (void)state;
    for (uint32_t mark = 0x300; mark <= 0x36F; mark++)
        assert_int_equal(width_char(mark, 2), 0);
    assert_int_equal(width_char(0x200B, 2), 0);
    assert_int_equal(width_char(0xFE0F, 2), 0);
    assert_int_equal(width_char(0x1160, 2), 0);
    assert_int_equal(width_char(0x11FF, 2), 0);
    assert_int_equal(width_char(0xAD, 1), 1);
}

static void private_use_is_never_ambiguous(void **state)
{
    (void)state;
    static const uint32_t private_use[] = { 0xE000, 0xE5E5, 0xF8FF, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD };
    for (size_t i = 0; i < sizeof private_use / sizeof *private_use; i++)
        assert_int_equal(width_char(private_use[i], 2), 1);
}

static void control_characters_have_no_width(void **state)
{
    (void)state;
    assert_int_equal(width_char(0, 1), -1);
    assert_int_equal(width_char(0x1B, 1), -1);
    assert_int_equal(width_char(0x7F, 1), -1);
    assert_int_equal(width_char(0x9B, 1), -1);
    assert_int_equal(width_char(0xA0, 1), 1);
}

static void the_c_library_agrees_on_what_chinese_text_uses(void **state)
{
    (void)state;
    static const uint32_t ranges[][2] = {
        { 0x20, 0x7E },     { 0xA0, 0x24F },    { 0x370, 0x4FF },     { 0x2010, 0x2027 },  { 0x2030, 0x205E },
        { 0x20A0, 0x20B5 }, { 0x2100, 0x218B }, { 0x2190, 0x23F3 },   { 0x2460, 0x27BF },  { 0x2E80, 0x303E },
        { 0x3041, 0x3247 }, { 0x3250, 0x4DBF }, { 0x4E00, 0x9FFF },   { 0xAC00, 0xD7A3 },  { 0xF900, 0xFAD9 },
        { 0xFE30, 0xFE6B }, { 0xFF01, 0xFFEE }, { 0x1F300, 0x1F64F }, { 0x20000, 0x2A6DF }
    };
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        skip();
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        for (uint32_t c = ranges[i][0]; c <= ranges[i][1]; c++)
            if (c != 0xAD && wcwidth((wchar_t)c) >= 0 && width_char(c, 1) != wcwidth((wchar_t)c))
                fail_msg("U+%04X: %d, the C library says %d", (unsigned)c, width_char(c, 1), wcwidth((wchar_t)c));
}

static void the_c_library_agrees_on_the_shipped_data(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        skip();
    assert_int_equal(file_read("data/tasks.yaml", &buf, NULL), 0);
    struct text text = text_composed(buf_view(&buf));
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        assert_int_equal(width_char(c, 1), wcwidth((wchar_t)c));
    }
    buf_fini(&buf);
}

static void a_head_never_splits_a_cluster(void **state)
{
    (void)state;
    int cols;
    assert_int_equal(width_head(TEXT("省市"), 3, 1, &cols).bytes, 3);
    assert_int_equal(cols, 2);
    /* e + acute: the mark comes along though no column is left */
    assert_int_equal(width_head(TEXT("e\xCC\x81x"), 1, 1, &cols).bytes, 3);
    assert_int_equal(width_head(TEXT("省"), 1, 1, &cols).bytes, 0);
    assert_int_equal(width_head(TEXT("省"), -5, 1, NULL).bytes, 0);
}

static void clipping_ends_with_an_ellipsis_only_when_needed(void **state)
{
    (void)state;
    struct buf out = { 0 };
    assert_int_equal(width_clip(&out, TEXT("省财政厅"), 8, 1), 8);
    assert_string_equal(out.at, "省财政厅");
    buf_clear(&out);
    assert_int_equal(width_clip(&out, TEXT("省财政厅"), 7, 1), 7);
    assert_string_equal(out.at, "省财政…");
    buf_clear(&out);
    assert_int_equal(width_clip(&out, TEXT("省财政厅"), 7, 2), 6);
    assert_string_equal(out.at, "省财…");
    buf_clear(&out);
    assert_int_equal(width_clip(&out, TEXT("省财政厅"), 1, 2), 0);
    assert_int_equal(out.bytes, 0);
    buf_fini(&out);
}

static void padding_gives_exactly_the_columns_asked(void **state)
{
    (void)state;
    struct text texts[] = { TEXT(""), TEXT("abc"), TEXT("“最多跑一次”改革"), TEXT("e\xCC\x81—…"),
                            TEXT("Ⅲ类水质断面①") };
    struct buf out = { 0 };
    for (int ambiguous_cols = 1; ambiguous_cols <= 2; ambiguous_cols++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            for (int cols = 0; cols < 24; cols++) {
                buf_clear(&out);
                width_pad(&out, texts[i], cols, ambiguous_cols);
                assert_int_equal(width_cols(text_composed(buf_view(&out)), ambiguous_cols), cols);
            }
    buf_fini(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(han_is_two_columns_and_ascii_one),
        cmocka_unit_test(ambiguous_characters_follow_the_readers_choice),
        cmocka_unit_test(what_is_answered_without_the_table_stands_in_it),
        cmocka_unit_test(zero_width_is_decided_before_ambiguous),
        cmocka_unit_test(private_use_is_never_ambiguous),
        cmocka_unit_test(control_characters_have_no_width),
        cmocka_unit_test(the_c_library_agrees_on_what_chinese_text_uses),
        cmocka_unit_test(the_c_library_agrees_on_the_shipped_data),
        cmocka_unit_test(a_head_never_splits_a_cluster),
        cmocka_unit_test(clipping_ends_with_an_ellipsis_only_when_needed),
        cmocka_unit_test(padding_gives_exactly_the_columns_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
