/* SPDX-License-Identifier: MIT */
/* Numbers as automatic numbering writes them. */
#include "unit/unit.h"

#include "document/ordinal.h"

static void assert_ordinal(const char *name, uint32_t number, const char *expected)
{
    struct buf out = { 0 };
    ordinal_put(&out, ordinal_of(span_of(name)), number);
    buf_string(&out, "");
    assert_string_equal(out.at, expected);
    buf_fini(&out);
}

static void writes_every_form(void **state)
{
    (void)state;
    assert_ordinal("decimal", 0, "0");
    assert_ordinal("decimalZero", 7, "07");
    assert_ordinal("decimalZero", 12, "12");
    assert_ordinal("decimalFullWidth", 10, "１０");
    assert_ordinal("upperLetter", 26, "Z");
    assert_ordinal("upperLetter", 27, "AA");
    assert_ordinal("lowerLetter", 3, "c");
    assert_ordinal("upperRoman", 1994, "MCMXCIV");
    assert_ordinal("lowerRoman", 4, "iv");
    assert_ordinal("chineseCounting", 10, "十");
    assert_ordinal("chineseCounting", 11, "十一");
    assert_ordinal("chineseCounting", 20, "二十");
    assert_ordinal("chineseCountingThousand", 105, "一百零五");
    assert_ordinal("chineseCountingThousand", 110, "一百一十");
    assert_ordinal("chineseCountingThousand", 1010, "一千零一十");
    assert_ordinal("ideographDigital", 105, "一〇五");
    assert_ordinal("chineseLegalSimplified", 105, "壹佰零伍");
    assert_ordinal("ideographTraditional", 10, "癸");
    assert_ordinal("ideographTraditional", 11, "11");
    assert_ordinal("ideographZodiac", 12, "亥");
    assert_ordinal("decimalEnclosedCircleChinese", 1, "①");
    assert_ordinal("decimalEnclosedCircle", 21, "㉑");
    assert_ordinal("decimalEnclosedCircle", 36, "㊱");
    assert_ordinal("decimalEnclosedCircle", 50, "㊿");
    assert_ordinal("decimalEnclosedCircle", 51, "51");
    assert_ordinal("decimalEnclosedParen", 2, "⑵");
    assert_ordinal("decimalEnclosedFullstop", 2, "⒉");
    assert_ordinal("ideographEnclosedCircle", 3, "㊂");
    assert_ordinal("none", 3, "");
    assert_ordinal("hebrew1", 3, "3");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(writes_every_form) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
