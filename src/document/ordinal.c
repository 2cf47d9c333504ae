/* SPDX-License-Identifier: MIT */
#include "document/ordinal.h"

#include <stddef.h>

#include "text/utf8.h"

static const struct {
    const char *name;
    enum ordinal ordinal;
} names[] = {
    { "decimal", ORDINAL_DECIMAL },
    { "decimalZero", ORDINAL_DECIMAL_ZERO },
    { "decimalFullWidth", ORDINAL_FULL_WIDTH },
    { "decimalFullWidth2", ORDINAL_FULL_WIDTH },
    { "upperLetter", ORDINAL_UPPER_LETTER },
    { "lowerLetter", ORDINAL_LOWER_LETTER },
    { "upperRoman", ORDINAL_UPPER_ROMAN },
    { "lowerRoman", ORDINAL_LOWER_ROMAN },
    { "chineseCounting", ORDINAL_HAN },
    { "chineseCountingThousand", ORDINAL_HAN },
    { "japaneseCounting", ORDINAL_HAN },
    { "taiwaneseCounting", ORDINAL_HAN },
    { "taiwaneseCountingThousand", ORDINAL_HAN },
    { "ideographDigital", ORDINAL_HAN_DIGITS },
    { "japaneseDigitalTenThousand", ORDINAL_HAN_DIGITS },
    { "taiwaneseDigital", ORDINAL_HAN_DIGITS },
    { "chineseLegalSimplified", ORDINAL_HAN_LEGAL },
    { "ideographLegalTraditional", ORDINAL_HAN_LEGAL },
    { "ideographTraditional", ORDINAL_STEM },
    { "ideographZodiac", ORDINAL_BRANCH },
    { "decimalEnclosedCircle", ORDINAL_CIRCLE },
    { "decimalEnclosedCircleChinese", ORDINAL_CIRCLE },
    { "decimalEnclosedParen", ORDINAL_BRACKET },
    { "decimalEnclosedFullstop", ORDINAL_FULL_STOP },
    { "ideographEnclosedCircle", ORDINAL_HAN_CIRCLE },
    { "none", ORDINAL_NONE },
    { "bullet", ORDINAL_BULLET },
};

enum ordinal ordinal_of(struct span name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_equal(name, span_of(names[i].name)))
            return names[i].ordinal;
    return ORDINAL_DECIMAL;
}

static void put_roman(struct buf *out, uint32_t number, bool upper)
{
    static const struct {
        uint32_t value;
        const char *upper, *lower;
    } steps[] = {
        { 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" },  { 400, "CD", "cd" }, { 100, "C", "c" },
        { 90, "XC", "xc" }, { 50, "L", "l" },    { 40, "XL", "xl" }, { 10, "X", "x" },    { 9, "IX", "ix" },
        { 5, "V", "v" },    { 4, "IV", "iv" },   { 1, "I", "i" },
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            buf_string(out, upper ? steps[i].upper : steps[i].lower);
}

/* Below 10,000: 一百零五, 一千零一十, 十二 (not 一十二) at the very start. */
static void put_han(struct buf *out, uint32_t number, const char *const digits[10], const char *const units[4],
                    bool bare_ten)
{
    uint32_t value = 1000;
    bool begun = false, gap = false;
    for (int place = 3; place >= 0; place--, value /= 10) {
        uint32_t digit = number / value % 10;
        if (!digit) {
            gap = begun;
            continue;
        }
        if (gap)
            buf_string(out, digits[0]);
        if (!(bare_ten && !begun && place == 1 && digit == 1))
            buf_string(out, digits[digit]);
        buf_string(out, units[place]);
        begun = true;
        gap = false;
    }
}

static const char *const han[10] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const han_units[4] = { "", "十", "百", "千" };
static const char *const legal[10] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
static const char *const legal_units[4] = { "", "拾", "佰", "仟" };

static void put_digits(struct buf *out, uint32_t number, bool full_width)
{
    struct buf decimal = { 0 };
    buf_number(&decimal, number);
    for (size_t i = 0; i < decimal.bytes; i++)
        if (full_width)
            utf8_put(out, 0xff10 + (uint32_t)(decimal.at[i] - '0'));
        else
            buf_string(out, decimal.at[i] == '0' ? "〇" : han[decimal.at[i] - '0']);
    buf_fini(&decimal);
}

/* Characters that stand in a row in Unicode; false behind their end. */
static bool put_row_of(struct buf *out, uint32_t number, uint32_t first, uint32_t count)
{
    if (number < 1 || number > count)
        return false;
    utf8_put(out, first + number - 1);
    return true;
}

static bool put_circle(struct buf *out, uint32_t number)
{
    return put_row_of(out, number, 0x2460, 20) || (number > 20 && put_row_of(out, number - 20, 0x3251, 15)) ||
           (number > 35 && put_row_of(out, number - 35, 0x32b1, 15));
}

static bool put_one_of(struct buf *out, uint32_t number, const char *const *words, uint32_t count)
{
    if (number < 1 || number > count)
        return false;
    buf_string(out, words[number - 1]);
    return true;
}

static bool put_letters(struct buf *out, uint32_t number, char first)
{
    enum { LETTERS = 26, REPEATS_MAX = 30 };
    if (number < 1 || number > LETTERS * REPEATS_MAX)
        return false;
    buf_fill(out, (char)(first + (int)((number - 1) % LETTERS)), (number - 1) / LETTERS + 1);
    return true;
}

static bool put_form(struct buf *out, enum ordinal ordinal, uint32_t number)
{
    static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };
    static const char *const branches[] = { "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥" };
    bool counted = number >= 1 && number < 10000;
    switch (ordinal) {
    case ORDINAL_DECIMAL_ZERO:
        buf_string(out, number < 10 ? "0" : "");
        return false;
    case ORDINAL_FULL_WIDTH:
    case ORDINAL_HAN_DIGITS:
        put_digits(out, number, ordinal == ORDINAL_FULL_WIDTH);
        return true;
    case ORDINAL_UPPER_LETTER:
    case ORDINAL_LOWER_LETTER:
        return put_letters(out, number, ordinal == ORDINAL_UPPER_LETTER ? 'A' : 'a');
    case ORDINAL_UPPER_ROMAN:
    case ORDINAL_LOWER_ROMAN:
        if (counted)
            put_roman(out, number, ordinal == ORDINAL_UPPER_ROMAN);
        return counted;
    case ORDINAL_HAN:
        if (counted)
            put_han(out, number, han, han_units, true);
        return counted;
    case ORDINAL_HAN_LEGAL:
        if (counted)
            put_han(out, number, legal, legal_units, false);
        return counted;
    case ORDINAL_STEM:
        return put_one_of(out, number, stems, 10);
    case ORDINAL_BRANCH:
        return put_one_of(out, number, branches, 12);
    case ORDINAL_CIRCLE:
        return put_circle(out, number);
    case ORDINAL_BRACKET:
        return put_row_of(out, number, 0x2474, 20);
    case ORDINAL_FULL_STOP:
        return put_row_of(out, number, 0x2488, 20);
    case ORDINAL_HAN_CIRCLE:
        return put_row_of(out, number, 0x3280, 10);
    case ORDINAL_NONE:
    case ORDINAL_BULLET:
        return true;
    case ORDINAL_DECIMAL:
        break;
    }
    return false;
}

void ordinal_put(struct buf *out, enum ordinal ordinal, uint32_t number)
{
    if (!put_form(out, ordinal, number))
        buf_number(out, number);
}
