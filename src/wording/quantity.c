/* SPDX-License-Identifier: MIT */
#include "wording/quantity.h"

#include <string.h>

#include "text/utf8.h"
#include "wording/keyed.h"

/* Longer ones first.  万 and 亿 belong to the number. */
static const char UNITS[] =
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|千瓦时|亿千瓦时|标准立方米|标准箱|标箱|公里|千米|公顷|公斤|千克|"
    "吨标准煤|"
    "千瓦|兆瓦|人次|车次|架次|班次|床位|张床位|个点|元|美元|亩|吨|米|升|度|%|‰|倍|个|家|项|人|名|套|户|所|条|座|处|件|"
    "辆|架|"
    "艘|台|床|张|只|株|次|场|期|位|批|种|类|门|片|支|宗|例|头|篇|部|册|间|栋|幢|段|孔|口|艇|班|校|村|镇|企业|天|"
    "分钟|kW|MW|GW|kV|GB|TB";
/* Behind a figure in Chinese characters, which is more often a word than a target. */
static const char HAN_UNITS[] = "个|家|项|大|条|座|处|所|套|户|件|亿元|万元|元|人|名|亩|吨|公里|倍|成|批次|届";
static const char SCALES[] = "万亿|千万|百万|十万|亿|万|千|百|多|余";
static const char HAN_DIGITS[] = "一|二|三|四|五|六|七|八|九|十|百|千|万|亿|两|〇|零";
static const char RANGES[] = "—|–|-|~|～|至|到";
static const char TAILS[] = "及以上|以上|左右|以内|以下|以外";
static const char VERBS[] =
    "新增|新建|新改建|改扩建|新认定|新引进|新培育|新设|新开工|新开|新创建|建成|建设|完成|创建|打造|培育|引进|实施|推进|"
    "改造|"
    "整治|实现|达到|超过|突破|保持|提高到|提高|提升到|提升|增长|增加|扩大到|扩大|下降|降低|减少|压减|削减|减轻|缩短|"
    "控制在|不低于|不少于|不超过|低于|高于|开工|投产|启动|推广|组织|开展|培训|招引|招收|选派|发放|消除|关停|淘汰|腾退|"
    "盘活|"
    "开通|开放|覆盖|落实|投资|建立|设立|布局|形成|修复|治理|认定|扶持|支持|帮扶|举办|发展|推动|推出|制定|修订|出台|"
    "配备|"
    "安排|解决|化解|处置|转移|创成|聚焦|深化|连接|服务|构筑|加强|构建|加大";
/* Verbs that say how much something changes: it stands before them. */
static const char CHANGES[] = "达到|超过|突破|提高到|提高|提升到|增长|增加|扩大到|下降|降低|减少|压减|削减|缩短|控制在|"
                              "不低于|不少于|不超过|低于|高于|实现|保持";
static const char DELIMITERS[] = "，|,|。|；|;|：|:|、|(|)|！";
/* Between the verb and the figure, and no part of what is counted. */
static const char FILLERS[] =
    "达到|达|超过|突破|约|近|不少于|不低于|不超过|控制在|到|各|共|总计|累计|再|其中|至少|力争|为|在";

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

/* The end of a number that begins here (200, 1,200.5, 10—15, 1.5万; 百分之十, 十): `from` when none does. */
static uint32_t number_end(const struct keyed *k, uint32_t from, bool *han)
{
    uint32_t at = digits_end(k, from), bytes;
    *han = at == from;
    if (*han) {
        while ((bytes = keyed_starts_any(k, at, k->bytes, HAN_DIGITS)) > 0)
            at += bytes;
        return at;
    }
    while ((bytes = keyed_starts_any(k, at, k->bytes, SCALES)) > 0)
        at += bytes;
    bytes = keyed_starts_any(k, at, k->bytes, "%|‰|℃");
    uint32_t range = keyed_starts_any(k, at + bytes, k->bytes, RANGES);
    uint32_t more = range ? digits_end(k, at + bytes + range) : 0;
    if (range && more > at + bytes + range) {
        at = more;
        while ((bytes = keyed_starts_any(k, at, k->bytes, SCALES)) > 0)
            at += bytes;
    }
    return at;
}

/* A day, an ordinal, a standard's or a road's number, 5G, 2.7: no quantity of anything. */
static bool is_label(const struct keyed *k, uint32_t from, uint32_t to, uint32_t unit)
{
    if (keyed_ends_any(k, 0, from, "第|“|《|G|S|〔|前"))
        return true;
    if (from > 0 && ((k->key[from - 1] | 32) >= 'a' && (k->key[from - 1] | 32) <= 'z'))
        return true;
    if (!keyed_equals(k, to, to + unit, "年"))
        return false;
    /* 2020年, “十三五”末年: a year; 3年 is how long. */
    return to - from == 4;
}

/* Is the stretch inside “…” or 《…》? */
static bool is_quoted(const struct keyed *k, uint32_t at)
{
    int depth = 0;
    for (uint32_t i = 0; i < at; i += keyed_step(k, i)) {
        if (keyed_starts_any(k, i, at, "“|《"))
            depth++;
        else if (depth && keyed_starts_any(k, i, at, "”|》"))
            depth--;
    }
    return depth > 0;
}

static const char MODALS[] = "力争|确保|争取|全年|全省|年内|其中";

/* The quantity before: a list goes on with its verb. */
struct previous {
    uint32_t end; /* in the key */
    struct text verb;
};

/* Where the clause begins in which the figure stands; *listed: it goes on with a list (足球场50个、游泳池100个). */
static uint32_t clause_begin(const struct keyed *k, uint32_t from, bool *listed)
{
    uint32_t begin = from;
    while (begin > 0 && !keyed_ends_any(k, 0, begin, DELIMITERS))
        begin -= keyed_back(k, begin);
    *listed = begin > 0 && keyed_ends(k, 0, begin, "、");
    return begin;
}

/*
 * The verb and what it is about: 新增|足球场|50个, the first verb of the clause; 研发投入|增长|10%, the last, when it says how
 * much changes.  A list goes on with the verb before.
 */
static void find_verb(const struct keyed *k, uint32_t from, const struct previous *previous, struct quantity *out)
{
    bool listed;
    uint32_t begin = clause_begin(k, from, &listed), bytes, to = from;
    if (previous->end > begin) { /* 100座病险水库和100公里海塘 */
        out->verb = previous->verb;
        return;
    }
    while ((bytes = keyed_starts_any(k, begin, to, MODALS)) > 0)
        begin += bytes;
    uint32_t first_from = 0, first_to = 0, change_from = 0, change_to = 0;
    while ((bytes = keyed_ends_any(k, begin, to, FILLERS)) > 0 && !keyed_ends_any(k, begin, to, CHANGES))
        to -= bytes;
    for (uint32_t i = begin; i < to; i += bytes ? bytes : keyed_step(k, i)) {
        bytes = keyed_starts_any(k, i, to, VERBS);
        bool change = bytes && i + bytes == to && keyed_equals_any(k, i, to, CHANGES);
        if (change) {
            change_from = i;
            change_to = to;
        } else if (bytes && !first_to) {
            first_from = i;
            first_to = i + bytes;
        }
    }
    if (change_to) {
        out->verb = keyed_text(k, change_from, change_to);
        out->object = keyed_text(k, begin, change_from);
    } else {
        out->verb = first_to ? keyed_text(k, first_from, first_to) : listed ? previous->verb : TEXT("");
        out->object = keyed_text(k, first_to ? first_to : begin, to);
    }
}

/* 200个足球场: what is counted stands behind, up to the end of the clause. */
static struct text object_behind(const struct keyed *k, uint32_t to)
{
    uint32_t end = to;
    to += keyed_starts_any(k, to, k->bytes, "的");
    while (end < k->bytes && !keyed_starts_any(k, end, k->bytes, DELIMITERS) &&
           !keyed_starts_any(k, end, k->bytes, "和|及"))
        end += keyed_step(k, end);
    return end > to ? keyed_text(k, to, end) : TEXT("");
}

/* The quantity whose number begins here.  Returns its end in the key, or 0. */
static uint32_t read_one(const struct keyed *k, uint32_t from, const struct previous *previous, struct quantity *out)
{
    bool han, percent = keyed_starts(k, from, k->bytes, "百分之");
    uint32_t number_from = from + (percent ? (uint32_t)sizeof "百分之" - 1 : 0);
    uint32_t to = number_end(k, number_from, &han);
    if (to == number_from)
        return 0;
    uint32_t unit = percent ? 0 : keyed_starts_any(k, to, k->bytes, han ? HAN_UNITS : UNITS);
    if (!percent && (!unit || is_label(k, from, to, unit) || (han && is_quoted(k, from))))
        return 0;
    /* 一个 is an article, 千家万户 a phrase, 八项规定 a name. */
    if (han && !percent &&
        (keyed_equals_any(k, from, to, "一|千|万") || keyed_starts_any(k, to + unit, k->bytes, "规定|纪律|万户")))
        return 0;
    uint32_t end = to + unit + keyed_starts_any(k, to + unit, k->bytes, TAILS);
    *out = (struct quantity){ .from_bytes = k->at[from], .to_bytes = k->at[end] };
    out->number = keyed_text(k, number_from, to);
    out->unit = percent ? text_of("%") : keyed_text(k, to, to + unit);
    find_verb(k, from, previous, out);
    if (!out->object.bytes)
        out->object = object_behind(k, end);
    return end;
}

uint32_t quantity_find(struct text text, struct quantity *quantities, uint32_t max)
{
    struct arena arena = { 0 };
    struct keyed k = keyed_make(&arena, text);
    struct previous previous = { 0, TEXT("") };
    uint32_t count = 0;
    for (uint32_t at = 0; at < k.bytes && count < max;) {
        uint32_t end = read_one(&k, at, &previous, &quantities[count]);
        if (end) {
            previous = (struct previous){ end, quantities[count++].verb };
            at = end;
            continue;
        }
        /* A number that is none is passed whole: 2020年 has no 20年 in it. */
        bool han;
        uint32_t number = number_end(&k, at, &han);
        at = number > at ? number : at + keyed_step(&k, at);
    }
    arena_fini(&arena);
    return count;
}
