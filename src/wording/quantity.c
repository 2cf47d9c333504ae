/* SPDX-License-Identifier: MIT */
#include "wording/quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "wording/number.h"
#include "wording/quantity_clause.h"

/* Longer ones first.  万 and 亿 belong to the number. */
static const char UNITS[] =
    "个百分点|百分点|斤|平方公里|平方千米|平方米|立方米|千瓦时|标准立方米|标准箱|标箱|公里|千米|公顷|公斤|千克|"
    "吨标准煤|微克|千瓦|兆瓦|吉瓦|人次|车次|架次|班次|户次|场次|床位|张床位|课时|学时|个点|元|美元|亩|吨|米|升|度|%|‰|"
    "倍|个|家|项|人|名|套|户|所|条|座|处|件|辆|架|艘|台|床|张|只|株|棵|次|场|期|位|批|种|类|门|片|支|宗|例|头|篇|部|册|"
    "间|栋|幢|段|孔|口|艇|班|校|村|镇|企业|列|组|队|对|枚|根|首|款|桩|枪|盏|kW|MW|GW|kV|GB|TB";
/* How long something takes; a target where it is brought down to that. */
static const char SPANS[] = "个工作日|工作日|个月|小时|分钟|天|日";
/* Behind a figure in Chinese characters, which is more often a word than a target. */
static const char HAN_UNITS[] = "个|家|项|大|条|座|处|所|套|户|件|亿元|万元|元|人|名|亩|吨|公里|倍|成|批次|届";
/* 两个维护, 五个方面: what is counted is no thing. */
static const char NO_THINGS[] = "规定|纪律|万户|方面|阶段|环节|层面|维度|意识|维护|自信|坚持|统筹|一批";
static const char VAGUE_VERBS[] = "落实|加强|深化|聚焦|推动|服务|构建|支持|加快|完善|保持|实现|促进|保障";
static const char SCALES[] = "万亿|千万|百万|十万|亿|万|千|百|多|余";
static const char HAN_DIGITS[] = "一|二|三|四|五|六|七|八|九|十|百|千|万|亿|两|〇|零";
static const char RANGES[] = "—|–|-|~|～|至|到";
static const char TAILS[] = "及以上|以上|左右|以内|以下|以外";
static const char PER[] = "/年|/日|/天|/小时|/人|/立方米|/亩|(个)|(家)|(套)|(处)|(项)|(座)|(条)";
/* Words that are as good as a figure. */
static const char WORDS[] = "全覆盖|清零|翻一番|翻两番|翻番";
static const char OPENING[] = "“|《|‘", CLOSING[] = "”|》|’";

static bool is_digit(const struct keyed *k, uint32_t at)
{
    return at < k->bytes && k->key[at] >= '0' && k->key[at] <= '9';
}

static uint32_t digits_end(const struct keyed *k, uint32_t at)
{
    while (is_digit(k, at) || (at < k->bytes && strchr(".,", k->key[at]) && is_digit(k, at + 1)))
        at++;
    return at;
}

static uint32_t over(const struct keyed *k, uint32_t at, const char *literals)
{
    for (uint32_t bytes; (bytes = keyed_starts(k, at, k->bytes, literals)) > 0;)
        at += bytes;
    return at;
}

/* The end of a number that begins here (200, 1,200.5, 10—15, 5%—6%, 1.5万; 百分之十, 十, 三分之二): from when none does. */
static uint32_t number_end(const struct keyed *k, uint32_t from, bool *han)
{
    uint32_t at = digits_end(k, from), bytes;
    *han = at == from;
    if (*han) {
        at = over(k, from, HAN_DIGITS);
        uint32_t part = at > from ? keyed_starts(k, at, k->bytes, "分之") : 0;
        return part ? over(k, at + part, HAN_DIGITS) : at;
    }
    while (!keyed_starts(k, at, k->bytes, UNITS) && (bytes = keyed_starts(k, at, k->bytes, SCALES)) > 0)
        at += bytes; /* 100万|千瓦 */
    uint32_t unit = keyed_starts(k, at, k->bytes, UNITS);
    uint32_t range = keyed_starts(k, at + unit, k->bytes, RANGES);
    uint32_t more = range ? digits_end(k, at + unit + range) : 0;
    return range && more > at + unit + range ? over(k, more, SCALES) : at;
}

/*
 * What a number is worth: 1.5万 is 15000, 二十 is 20, of 10—15 it is 10, of 三分之二 two thirds; -1: more than a double
 * holds.
 */
static double value_of(const struct keyed *k, uint32_t from, uint32_t to, bool han)
{
    static const struct {
        const char *word;
        double worth;
    } scales[] = { { "万亿", 1e12 }, { "亿", 1e8 }, { "万", 1e4 }, { "千", 1e3 }, { "百", 1e2 }, { "十", 1e1 } };
    char digits[32];
    uint32_t at = from, count = 0;
    double value = 1;
    if (!han) {
        for (; is_digit(k, at) || (at < to && strchr(".,", k->key[at])); at++)
            if (k->key[at] != ',' && count + 1 < sizeof digits)
                digits[count++] = k->key[at];
        digits[count] = '\0';
        value = strtod(digits, NULL);
    } else {
        while (at < to && !keyed_starts(k, at, to, "万|亿|分"))
            at += keyed_step(k, at);
        struct text head = { k->key + from, at - from };
        unsigned number = number_of(keyed_equals(k, from, at, "两") ? TEXT("二") : head);
        if (keyed_starts(k, at, to, "分之") && number) {
            at += (uint32_t)sizeof "分之" - 1;
            return (double)number_of((struct text){ k->key + at, to - at }) / number;
        }
        value = at == from ? 1 : number;
    }
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        for (; keyed_starts(k, at, to, scales[i].word); at += (uint32_t)strlen(scales[i].word))
            value *= scales[i].worth;
    return isfinite(value) ? value : -1;
}

/* A day, an ordinal, a standard's or a road's number, 5G, 2.7: no quantity of anything. */
static bool is_label(const struct keyed *k, uint32_t from)
{
    if (keyed_ends(k, 0, from, "第|《|G|S|〔|前|.|-|+"))
        return true;
    return from > 0 && ((k->key[from - 1] | 32) >= 'a' && (k->key[from - 1] | 32) <= 'z');
}

/* 一个 is an article, 八项规定 and 四个意识 are names, 领雁、领航四大计划 counts what it lists. */
static bool is_word(const struct keyed *k, uint32_t from, uint32_t to, uint32_t behind)
{
    if (keyed_equals(k, from, to, "一|百|千|万|亿") || keyed_starts(k, behind, k->bytes, NO_THINGS))
        return true;
    if (!keyed_equals(k, to, behind, "个|大|项") || keyed_ends(k, 0, from, "和"))
        return false;
    return !quantity_after_verb(k, from) || keyed_ends(k, 0, from, VAGUE_VERBS);
}

/* The bytes of the unit of measure behind a number; *none: it has none, and is no target. */
static uint32_t unit_of(const struct keyed *k, uint32_t from, uint32_t to, bool han, bool *none)
{
    uint32_t unit = keyed_starts(k, to, k->bytes, han ? HAN_UNITS : UNITS);
    uint32_t span = keyed_starts(k, to, k->bytes, SPANS);
    *none = !unit;
    if (span) {
        *none = !quantity_after_change(k, from);
        return span;
    }
    if (han) {
        bool part = keyed_holds(k, from, to, "分之");
        *none = !part && (!unit || is_word(k, from, to, to + unit));
        unit = part ? 0 : unit;
    } else if (!unit && keyed_ends(k, from, to, "万|亿") && quantity_after_verb(k, from)) {
        *none = !keyed_han(k, to); /* 提升208万农村居民饮用水标准 */
    }
    return unit ? unit + keyed_starts(k, to + unit, k->bytes, PER) : 0;
}

/* 10亿元以上|项目50个: how large those are that are counted behind it. */
static bool is_threshold(const struct keyed *k, uint32_t at)
{
    while (at < k->bytes && !is_digit(k, at) && !keyed_starts(k, at, k->bytes, "，|,|。|；|;|、|和"))
        at += keyed_step(k, at);
    return is_digit(k, at);
}

/* The quantity whose number begins here.  Returns its end in the key, or 0. */
static uint32_t read_figure(const struct keyed *k, uint32_t from, const struct previous *previous, struct quantity *out)
{
    bool han, none = false, percent = keyed_starts(k, from, k->bytes, "百分之");
    uint32_t number_from = from + (percent ? (uint32_t)sizeof "百分之" - 1 : 0);
    uint32_t to = number_end(k, number_from, &han);
    if (to == number_from || is_label(k, from))
        return 0;
    uint32_t unit = percent ? 0 : unit_of(k, from, to, han, &none);
    if (none)
        return 0;
    uint32_t tail = keyed_starts(k, to + unit, k->bytes, TAILS), end = to + unit + tail;
    if (tail && keyed_equals(k, to, to + unit, "元") && is_threshold(k, end))
        return 0;
    out->from_bytes = keyed_at(k, from);
    out->to_bytes = keyed_at(k, end);
    out->number = keyed_text(k, number_from, to);
    out->unit = percent ? text_of("%") : keyed_text(k, to, to + unit);
    out->value = value_of(k, number_from, to, han);
    quantity_clause(k, from, end, percent || keyed_equals(k, to, to + unit, "%|‰"), previous, out);
    return end;
}

/* 全覆盖, 清零; not in the name of a work (动态清零行动). */
static uint32_t read_word(const struct keyed *k, uint32_t from, const struct previous *previous, struct quantity *out)
{
    uint32_t bytes = keyed_starts(k, from, k->bytes, WORDS), end = from + bytes;
    if (!bytes || keyed_starts(k, end, k->bytes, "行动|工程|计划|任务|工作|机制|攻坚"))
        return 0;
    out->from_bytes = keyed_at(k, from);
    out->to_bytes = keyed_at(k, end);
    out->number = keyed_text(k, from, end);
    out->unit = TEXT("");
    out->value = -1;
    quantity_clause(k, from, end, false, previous, out);
    return end;
}

/* A character that a target may begin with: a digit, one of HAN_DIGITS or of WORDS; all others are passed at once. */
static bool may_begin(const struct keyed *k, uint32_t at)
{
    const unsigned char *c = (const unsigned char *)k->key + at;
    if (*c < 0x80)
        return is_digit(k, at);
    switch (at + 2 < k->bytes ? (*c & 15u) << 12 | (c[1] & 63u) << 6 | (c[2] & 63u) : 0) {
    case 0x3007: /* 〇一七万三两九二五亿八六全千十四清百翻零 */
    case 0x4E00:
    case 0x4E03:
    case 0x4E07:
    case 0x4E09:
    case 0x4E24:
    case 0x4E5D:
    case 0x4E8C:
    case 0x4E94:
    case 0x4EBF:
    case 0x516B:
    case 0x516D:
    case 0x5168:
    case 0x5343:
    case 0x5341:
    case 0x56DB:
    case 0x6E05:
    case 0x767E:
    case 0x7FFB:
    case 0x96F6:
        return true;
    default:
        return false;
    }
}

/* What begins here: its end, or 0; a number that is none is passed whole by *step, so that 2020年 has no 20年 in it. */
static uint32_t read_one(const struct keyed *k, uint32_t at, const struct previous *previous, struct quantity *out,
                         uint32_t *step)
{
    bool han;
    if (!may_begin(k, at))
        return 0;
    *out = (struct quantity){ .verb = TEXT(""), .object = TEXT("") };
    uint32_t end = read_word(k, at, previous, out);
    end = end ? end : read_figure(k, at, previous, out);
    uint32_t number = end ? end : number_end(k, at, &han);
    if (number > at)
        *step = number - at;
    return end;
}

void quantity_find(struct text text, struct quantities *found)
{
    struct arena arena = { 0 };
    struct keyed k = keyed_make(&arena, text);
    struct previous previous = { 0, TEXT("") };
    uint32_t quotes = 0;
    found->count = 0;
    for (uint32_t at = 0, step; at < k.bytes; at += step) {
        step = keyed_step(&k, at);
        bool marks = (unsigned char)k.key[at] == 0xE2 || (unsigned char)k.key[at] == 0xE3; /* U+2018 … U+300B */
        if (marks && keyed_starts(&k, at, k.bytes, OPENING))
            quotes++;
        else if (marks && quotes && keyed_starts(&k, at, k.bytes, CLOSING))
            quotes--;
        struct quantity quantity;
        uint32_t end = quotes ? 0 : read_one(&k, at, &previous, &quantity, &step);
        if (!end)
            continue;
        MEM_GROW(found->items, found->count + 1, found->cap);
        found->items[found->count++] = quantity;
        previous = (struct previous){ end, quantity.verb };
    }
    arena_fini(&arena);
}
