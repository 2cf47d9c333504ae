/* SPDX-License-Identifier: MIT */
/* Readings of Han characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "text/pinyin.h"
#include "text/utf8.h"

/* Fails unless the readings of the character are those listed, in that order. */
static void check_readings(const char *character, const char *expected)
{
    size_t bytes;
    char found[100] = "";
    const uint16_t *readings;
    int count = pinyin_readings(utf8_at(text_of(character), 0, &bytes), &readings);
    for (int i = 0; i < count; i++) {
        int syllable_bytes;
        strcat(strcat(found, i ? " " : ""), pinyin_syllable(readings[i], &syllable_bytes));
    }
    assert_string_equal(found, expected);
}

static void every_reading_of_a_polyphone_is_there_the_usual_one_first(void **state)
{
    (void)state;
    check_readings("行", "xing hang heng");
    check_readings("长", "zhang chang");
    check_readings("重", "zhong chong");
    check_readings("会", "hui kuai");
    check_readings("调", "diao tiao");
    check_readings("厦", "sha xia");
    check_readings("乐", "le yue lao");
    check_readings("都", "dou du");
    check_readings("参", "can shen cen");
    check_readings("省", "sheng xing");
}

static bool reads(const char *character, const char *reading)
{
    size_t bytes;
    const uint16_t *readings;
    for (int i = pinyin_readings(utf8_at(text_of(character), 0, &bytes), &readings); i > 0; i--) {
        int syllable_bytes;
        if (strcmp(pinyin_syllable(readings[i - 1], &syllable_bytes), reading) == 0)
            return true;
    }
    return false;
}

static void places_are_read_as_those_do_who_live_there(void **state)
{
    static const char *const places[][2] = {
        { "六", "lu" },   { "乐", "lao" },  { "乐", "yue" },  { "宕", "tan" },   { "漯", "ta" },  { "漯", "luo" },
        { "蔚", "yu" },   { "尉", "yu" },   { "单", "shan" }, { "铅", "yan" },   { "歙", "she" }, { "涡", "guo" },
        { "砀", "dang" }, { "亳", "bo" },   { "枞", "zong" }, { "莘", "shen" },  { "莘", "xin" }, { "牟", "mu" },
        { "阿", "e" },    { "番", "pan" },  { "埔", "bu" },   { "莞", "guan" },  { "儋", "dan" }, { "洞", "tong" },
        { "峙", "shi" },  { "解", "xie" },  { "大", "dai" },  { "渑", "mian" },  { "泌", "bi" },  { "浚", "xun" },
        { "召", "shao" }, { "荥", "ying" }, { "犍", "qian" }, { "嵊", "sheng" }, { "鄞", "yin" }, { "缙", "jin" },
        { "句", "ju" },   { "盱", "xu" },   { "甪", "lu" },   { "浒", "xu" },    { "陂", "pi" },  { "监", "jian" },
        { "郧", "yun" },  { "耒", "lei" },  { "柞", "zha" },  { "堡", "pu" },    { "龟", "qiu" }, { "珲", "hun" },
        { "会", "kuai" }, { "厦", "xia" },  { "蚌", "beng" }, { "台", "tai" },   { "丽", "li" },  { "任", "ren" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!reads(places[i][0], places[i][1]))
            fail_msg("%s is not read %s", places[i][0], places[i][1]);
}

static void characters_of_the_general_standard_stand_outside_the_block_too(void **state)
{
    (void)state;
    check_readings("䶮", "yan");
    check_readings("𬭎", "hong");
    check_readings("㧟", "kuai");
    check_readings("𫛭", "kuang");
    check_readings("😀", "");
    check_readings("a", "");
}

static void tone_marks_are_seen_through(void **state)
{
    (void)state;
    assert_int_equal(pinyin_toneless(0x1DA), 0xFC); /* ǚ */
    assert_int_equal(pinyin_toneless(0xE1), 'a');
    assert_int_equal(pinyin_toneless('a'), 'a');
    assert_int_equal(pinyin_toneless(0x7701), 0x7701);
}

static void readings_no_dictionary_of_today_gives_are_absent(void **state)
{
    (void)state;
    check_readings("台", "tai");
    check_readings("丽", "li");
    check_readings("市", "shi");
    check_readings("革", "ge");
}

static void umlauts_are_written_v(void **state)
{
    (void)state;
    check_readings("旅", "lv");
    check_readings("女", "nv");
    check_readings("略", "lve");
    check_readings("绿", "lv lu");
}

static void traditional_characters_and_the_round_zero_have_readings(void **state)
{
    (void)state;
    check_readings("體", "ti");
    check_readings("發", "fa");
    check_readings("〇", "ling");
}

static void what_is_no_han_character_has_none(void **state)
{
    (void)state;
    check_readings("a", "");
    check_readings("、", "");
    check_readings("ｆ", "");
    assert_int_equal(pinyin_initials('a'), 0);
    assert_int_equal(pinyin_initials(0x10FFFF), 0);
}

static void every_syllable_is_short_ascii_and_every_set_is_sane(void **state)
{
    (void)state;
    int bytes, without = 0;
    for (int i = 0; i < pinyin_syllables_count(); i++) {
        const char *syllable = pinyin_syllable((uint16_t)i, &bytes);
        assert_true(bytes >= 1 && bytes <= 6);
        assert_int_equal(strspn(syllable, "abcdefghijklmnopqrstuvwxyz"), bytes);
    }
    for (uint32_t c = 0x4E00; c <= 0x9FFF; c++) {
        const uint16_t *readings;
        int count = pinyin_readings(c, &readings);
        uint32_t initials = 0;
        assert_true(count <= PINYIN_READINGS_MAX);
        without += count == 0;
        for (int i = 0; i < count; i++) {
            assert_true(readings[i] < pinyin_syllables_count());
            initials |= UINT32_C(1) << (*pinyin_syllable(readings[i], &bytes) - 'a');
        }
        assert_int_equal(pinyin_initials(c), initials);
    }
    assert_true(without < 120);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reading_of_a_polyphone_is_there_the_usual_one_first),
        cmocka_unit_test(places_are_read_as_those_do_who_live_there),
        cmocka_unit_test(characters_of_the_general_standard_stand_outside_the_block_too),
        cmocka_unit_test(tone_marks_are_seen_through),
        cmocka_unit_test(readings_no_dictionary_of_today_gives_are_absent),
        cmocka_unit_test(umlauts_are_written_v),
        cmocka_unit_test(traditional_characters_and_the_round_zero_have_readings),
        cmocka_unit_test(what_is_no_han_character_has_none),
        cmocka_unit_test(every_syllable_is_short_ascii_and_every_set_is_sane),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
