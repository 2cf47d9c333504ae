/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "text/text.h"
#include "text/utf8.h"

static void expect_clean(const char *raw, size_t bytes, const char *clean)
{
    struct arena arena = { 0 };
    struct text text = text_clean(&arena, (struct span){ raw, bytes });
    assert_text(text, clean);
    arena_fini(&arena);
}

#define EXPECT_CLEAN(raw, clean) expect_clean("" raw, sizeof(raw) - 1, clean)

static void plain_chinese_passes_without_a_copy(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct span raw = SPAN("推进“最多跑一次”改革——Ⅲ类①·…　50%，100 km\xC2\xA0×2");
    struct text text = text_clean(&arena, raw);
    assert_ptr_equal(text.at, raw.at);
    assert_int_equal(text.bytes, raw.bytes);
    assert_int_equal(arena.total_bytes, 0);
}

static void controls_become_visible(void **state)
{
    (void)state;
    EXPECT_CLEAN("a\x1b[2Jb", "a‹U+001B›[2Jb");
    EXPECT_CLEAN("a\0b", "a‹U+0000›b");
    EXPECT_CLEAN("a\x7f", "a‹U+007F›");
    EXPECT_CLEAN("\xC2\x9B"
                 "31m",
                 "‹U+009B›31m");
}

static void bidi_and_invisible_characters_become_visible(void **state)
{
    (void)state;
    EXPECT_CLEAN("省\xE2\x80\xAE厅", "省‹U+202E›厅");
    EXPECT_CLEAN("省\xE2\x80\x8B厅", "省‹U+200B›厅");
    EXPECT_CLEAN("\xEF\xBB\xBF省", "‹U+FEFF›省");
    EXPECT_CLEAN("a\xC2\xAD", "a‹U+00AD›");
    EXPECT_CLEAN("a\xE3\x85\xA4", "a‹U+3164›");
    EXPECT_CLEAN("a\xF3\xA0\x81\x81", "a‹U+E0041›");
    EXPECT_CLEAN("a\xE2\x80\xA8", "a‹U+2028›");
    EXPECT_CLEAN("a\xEF\xBF\xBF", "a‹U+FFFF›");
}

static void line_breaks_and_tabs_become_blanks(void **state)
{
    (void)state;
    EXPECT_CLEAN("a\tb\nc\r\nd", "a b c d");
}

static void ill_formed_bytes_become_replacement_characters(void **state)
{
    (void)state;
    EXPECT_CLEAN("a\xFF"
                 "b",
                 "a\xEF\xBF\xBD"
                 "b");
    EXPECT_CLEAN("\xE7\x9C", "\xEF\xBF\xBD");
    EXPECT_CLEAN("\xED\xA0\x80", "\xEF\xBF\xBD");
}

static void at_most_four_marks_follow_a_base(void **state)
{
    (void)state;
    EXPECT_CLEAN("e\xCC\x81", "e\xCC\x81");
    EXPECT_CLEAN("\xCC\x81", "‹U+0301›");
    EXPECT_CLEAN("e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81‹U+0301›");
}

/* All code points: the result holds nothing that a terminal could obey, and cleaning it again changes nothing. */
static void cleaning_is_safe_and_final_for_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x110000; c++) {
        struct buf raw = { 0 }, once = { 0 }, twice = { 0 };
        if (c >= 0xD800 && c < 0xE000)
            continue;
        buf_char(&raw, 'x');
        if (c)
            utf8_put(&raw, c);
        else
            buf_char(&raw, '\0');
        text_clean_to(&once, buf_view(&raw));
        text_clean_to(&twice, buf_view(&once));
        assert_true(span_equal(buf_view(&once), buf_view(&twice)));
        for (size_t i = 0; i < once.bytes; i++)
            assert_true((unsigned char)once.at[i] >= 0x20 && once.at[i] != 0x7F);
        assert_null(memmem(once.at, once.bytes, "\xE2\x80\xAE", 3));
        assert_null(memmem(once.at, once.bytes, "\xC2\x9B", 2));
        buf_fini(&raw);
        buf_fini(&once);
        buf_fini(&twice);
    }
}

/* Unicode 15, 2.4, 23.7 and 23.8: what is no character or formats without being seen; the first and the last of each. */
static void the_edges_of_what_is_shown_by_its_number(void **state)
{
    (void)state;
    static const uint32_t shown[] = { 0x00,   0x08,   0x0E,   0x1F,    0x7F,    0x80,    0x9F,    0x61C,    0x200B,
                                      0x200F, 0x202A, 0x202E, 0x2060,  0x2066,  0x2069,  0xFDD0,  0xFDEF,   0xFFF9,
                                      0xFFFE, 0xFFFF, 0xFEFF, 0x1FFFE, 0xE0001, 0xE007F, 0xFFFFF, 0x10FFFE, 0x10FFFF };
    static const uint32_t plain[] = { 0x20,   0x7E,   0xA0,   0x2010, 0x2027,  0x3000, 0xFDCF,
                                      0xFDF0, 0xFFFD, 0xE000, 0xF8FF, 0x1F600, 0x20000 };
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        struct buf raw = { 0 }, clean = { 0 }, expected = { 0 };
        utf8_put(&raw, shown[i]);
        text_clean_to(&clean, buf_view(&raw));
        buf_printf(&expected, "‹U+%04X›", (unsigned)shown[i]);
        assert_string_equal(clean.at, expected.at);
        buf_fini(&raw);
        buf_fini(&clean);
        buf_fini(&expected);
    }
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        struct buf raw = { 0 }, clean = { 0 };
        utf8_put(&raw, plain[i]);
        text_clean_to(&clean, buf_view(&raw));
        assert_string_equal(clean.at, raw.at);
        buf_fini(&raw);
        buf_fini(&clean);
    }
}

static void random_bytes_become_valid_text(void **state)
{
    (void)state;
    srand(20200112);
    for (int round = 0; round < 2000; round++) {
        char raw[64];
        size_t bytes = (size_t)rand() % sizeof raw;
        for (size_t i = 0; i < bytes; i++)
            raw[i] = (char)(rand() & 0xFF);
        struct arena arena = { 0 };
        struct text text = text_clean(&arena, (struct span){ raw, bytes });
        assert_int_equal(utf8_valid_bytes(text_span(text)), text.bytes);
        arena_fini(&arena);
    }
}

static void keys_of_a_chinese_input_method_map_to_ascii(void **state)
{
    (void)state;
    assert_int_equal(utf8_ime_ascii(0x3001), '/');
    assert_int_equal(utf8_ime_ascii(0xFF0F), '/');
    assert_int_equal(utf8_ime_ascii(0xFF1F), '?');
    assert_int_equal(utf8_ime_ascii(0xFF1A), ':');
    assert_int_equal(utf8_ime_ascii(0xFF1B), ';');
    assert_int_equal(utf8_ime_ascii(0xFF0C), ',');
    assert_int_equal(utf8_ime_ascii(0x3002), '.');
    assert_int_equal(utf8_ime_ascii(0x3010), '[');
    assert_int_equal(utf8_ime_ascii(0x300B), '>');
    assert_int_equal(utf8_ime_ascii(0xFF21), 'A');
    assert_int_equal(utf8_ime_ascii(0xFF12), '2');
    assert_int_equal(utf8_ime_ascii(0x3000), ' ');
    assert_int_equal(utf8_ime_ascii('q'), 'q');
    assert_int_equal(utf8_ime_ascii(0x7701), 0x7701);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_chinese_passes_without_a_copy),
        cmocka_unit_test(controls_become_visible),
        cmocka_unit_test(bidi_and_invisible_characters_become_visible),
        cmocka_unit_test(line_breaks_and_tabs_become_blanks),
        cmocka_unit_test(ill_formed_bytes_become_replacement_characters),
        cmocka_unit_test(at_most_four_marks_follow_a_base),
        cmocka_unit_test(cleaning_is_safe_and_final_for_every_character),
        cmocka_unit_test(the_edges_of_what_is_shown_by_its_number),
        cmocka_unit_test(random_bytes_become_valid_text),
        cmocka_unit_test(keys_of_a_chinese_input_method_map_to_ascii),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
