/* SPDX-License-Identifier: MIT */
#include "wording/label.h"

enum { WORD_CHARS_MAX = 14 };

/* What a unit label ends in, and what it must hold before that. */
static const char UNIT_NOUNS[] =
    "单位及分工|单位|部门|处室|科室|股室|站办所|站所|机构|主体|县市区|市县区|县区|区县|市县|市州|地区|"
    "地市|镇街|街镇|镇办|企业|厅局|委办局|科局";
static const char UNIT_VERBS[] = "责任|牵头|配合|协办|协同|协作|协助|参与|参加|主办|承办|主责|落实|实施|支持|主管|负责|"
                                 "承担|分工|指导|督办|督导|督查|监管|会办|联办|主抓|执行|推进|完成|组织";
static const char UNIT_BARE[] =
    "牵头|主办|协办|配合|参与|参加|承办|协助|责任|负责|落实|主责|责任者|责任分工|任务分工|分工";
static const char SUPPORT_WORDS[] = "配合|协办|协同|协作|协助|参与|参加|支持|会办|联办|指导|督导|督办|督查";
static const char LEAD_WORDS[] = "牵头|主办|主责|主抓";

static const char LEADER_ENDS[] =
    "领导同志|领导|负责人|责任人|领衔人|牵头人|包抓人|包联人|主抓人|副市长|副省长|副县长|副区长|市长|省长|县长|区长";
static const char LEADER_HOLDS[] =
    "牵头|责任|分管|联系|包抓|包联|主管|挂钩|挂帅|负责|配合|领衔|督办|督导|市级|县级|省级|区级|第一|主抓";
static const char CONTACTS[] = "责任联系人|具体责任人|直接责任人|科室责任人|单位责任人|联系人及电话|联系人及联系电话|"
                               "联系人|联络人|联络员|联系电话|联系方式|经办人|电话";
/* What else a bracket or a column tells of a task, no body: a note of it. */
static const char NOTE_STARTS[] = "适用|实施|推广|试点|覆盖|政策|文件", NOTE_ENDS[] = "范围|对象|依据|区域|领域";
static const char DUES[] =
    "完成时限|完成时间|完成期限|实施期限|完成日期|时限要求|办结时限|办理时限|落实时限|整改时限|责任时限|"
    "任务时限|工作时限|时间节点|完成节点|时间要求|完成时间节点|时间进度|时间安排|进度时限|时限";

enum label_kind label_word(const struct keyed *k, uint32_t from, uint32_t to, enum hint *hint)
{
    *hint = HINT_NONE;
    if (to <= from || !keyed_han(k, from) || keyed_holds(k, from, to, ":|,|;|、|。|(|)|“|”"))
        return LABEL_NONE;
    if ((keyed_ends(k, from, to, CONTACTS) && keyed_count(k, from, to) <= 8) ||
        keyed_equals(k, from, to, "责任人|负责人"))
        return LABEL_CONTACT;
    if (keyed_starts(k, from, to, NOTE_STARTS) && keyed_ends(k, from, to, NOTE_ENDS) && keyed_count(k, from, to) == 4)
        return LABEL_NOTE;
    if (keyed_ends(k, from, to, DUES) && keyed_count(k, from, to) <= 8)
        return LABEL_DUE;
    if (keyed_ends(k, from, to, LEADER_ENDS) && keyed_holds(k, from, to, LEADER_HOLDS) && keyed_count(k, from, to) <= 8)
        return LABEL_LEADER;
    uint32_t noun = keyed_ends(k, from, to, UNIT_NOUNS);
    if (!(noun && keyed_holds(k, from, to - noun, UNIT_VERBS)) && !keyed_equals(k, from, to, UNIT_BARE))
        return LABEL_NONE;
    bool lead = keyed_holds(k, from, to, LEAD_WORDS), support = keyed_holds(k, from, to, SUPPORT_WORDS);
    *hint = lead == support ? HINT_NONE : lead ? HINT_LEAD : HINT_SUPPORT;
    return LABEL_UNITS;
}

static bool is_blank(const struct keyed *k, uint32_t i)
{
    return i < k->bytes && k->key[i] == ' ';
}

/* Words that are no part of a label though they are glued before it. */
static const char STOPS[] = "的|各|有关|相关|由|为|是|按|对|向|与|和|及|将|请|抄送";

/*
 * The label whose word ends at word_to: the longest tail of Han characters (blanks inside, 责 任 单 位, left out of
 * the count) that is a label, so that a sentence glued before it does not matter.
 */
static bool label_before(const struct keyed *k, uint32_t from, uint32_t word_to, struct label *out)
{
    uint32_t start = word_to, best = word_to, chars = 0;
    enum hint hint;
    while (start > from && chars < WORD_CHARS_MAX) {
        uint32_t back = keyed_back(k, start);
        if (!keyed_han(k, start - back))
            break;
        start -= back;
        chars++;
        enum label_kind kind = label_word(k, start, word_to, &hint);
        if (kind == LABEL_NONE && best < word_to && chars > 8)
            break;
        if (kind == LABEL_NONE)
            continue;
        /* A longer word counts only while it adds what labels are made of (市级责任单位), not a sentence's end. */
        if (best == word_to || (chars <= 7 && !keyed_han_before(k, start)) ||
            keyed_starts(k, start, best,
                         "牵头|责任|主要|市级|省级|县级|区级|具体|第一|主办|完成|工作|任务|办理|整改|落实")) {
            best = start;
            out->kind = kind;
            out->hint = hint;
        }
    }
    if (best == word_to)
        return false;
    /* 各责任单位：, 有关配合单位： address somebody; a label starts at a boundary or after a sentence. */
    uint32_t before = best;
    while (before > from && is_blank(k, before - 1))
        before--;
    if (before == best && keyed_ends(k, from, best, STOPS))
        return false;
    if (keyed_han_before(k, best) && best > from &&
        (out->kind != LABEL_UNITS || keyed_equals(k, best, word_to, UNIT_BARE)))
        return false;
    if (keyed_starts(k, best, word_to, "各|有关|相关"))
        return false;
    out->from = out->word_from = best;
    out->word_to = word_to;
    return true;
}

/* 责 任 单 位：, where someone justified the text with blanks. */
static bool spaced_label(const struct keyed *k, uint32_t from, uint32_t colon, struct label *out)
{
    char word[64];
    uint32_t at = colon, bytes = sizeof word;
    while (at > from && bytes > 8) {
        uint32_t back = keyed_back(k, at);
        if (is_blank(k, at - back)) {
            at -= back;
            continue;
        }
        if (!keyed_han(k, at - back))
            break;
        at -= back;
        bytes -= back;
        for (uint32_t i = 0; i < back; i++)
            word[bytes + i] = k->key[at + i];
        struct keyed squeezed = { .text = k->text, .key = word + bytes, .bytes = (uint32_t)sizeof word - bytes };
        if (squeezed.bytes >= 12 &&
            keyed_equals(&squeezed, 0, squeezed.bytes,
                         "责任单位|牵头单位|配合单位|责任部门|牵头部门|配合部门|责任领导|牵头领导|完成时限|完成时间")) {
            out->kind = label_word(&squeezed, 0, squeezed.bytes, &out->hint);
            out->from = out->word_from = at;
            out->word_to = colon;
            return true;
        }
    }
    return false;
}

static bool bracketed(const struct keyed *k, uint32_t from, uint32_t open, uint32_t to, struct label *out)
{
    uint32_t close = keyed_close(k, open, to < open + 64 ? to : open + 64);
    if (open < from || close >= to || k->key[close] != ']')
        return false;
    uint32_t a = open + 1, b = close;
    keyed_trim(k, &a, &b);
    out->kind = label_word(k, a, b, &out->hint);
    if (out->kind == LABEL_NONE)
        return false;
    out->from = open;
    out->word_from = a;
    out->word_to = b;
    out->to = close + 1;
    if (out->to < to && k->key[out->to] == ':')
        out->to++;
    return true;
}

/* 责任单位（部门）：, 责任单位（配合）：: where the bracket starts that says the same again, or the role; to when there is none. */
static uint32_t before_bracket(const struct keyed *k, uint32_t from, uint32_t to)
{
    enum { BYTES_MAX = 32 };
    from = to - from > BYTES_MAX ? to - BYTES_MAX : from;
    uint32_t open = to > from && k->key[to - 1] == ')' ? keyed_open(k, from, to) : from;
    bool known = open > from &&
                 (keyed_equals(k, open + 1, to - 1, UNIT_NOUNS) || keyed_equals(k, open + 1, to - 1, LEAD_WORDS) ||
                  keyed_equals(k, open + 1, to - 1, SUPPORT_WORDS));
    return known ? open : to;
}

bool label_next(const struct keyed *k, uint32_t from, uint32_t to, struct label *out)
{
    for (uint32_t i = from; i < to; i++) {
        if (k->key[i] == '[' && bracketed(k, from, i, to, out))
            return true;
        if (k->key[i] != ':')
            continue;
        uint32_t bracket = before_bracket(k, from, i), word_to = bracket;
        while (word_to > from && is_blank(k, word_to - 1))
            word_to--;
        if (label_before(k, from, word_to, out) || spaced_label(k, from, word_to, out)) {
            out->to = i + 1;
            if (keyed_holds(k, bracket, i, LEAD_WORDS))
                out->hint = HINT_LEAD;
            else if (keyed_holds(k, bracket, i, SUPPORT_WORDS))
                out->hint = HINT_SUPPORT;
            return true;
        }
    }
    return false;
}
