/* SPDX-License-Identifier: MIT */
#include "notice/heading.h"

#include "wording/label.h"
#include "wording/leadername.h"

enum { HEADING_CHARS_MAX = 40 };

static const char ROLES[] =
    "主抓|牵头负责|牵头|领衔|分管负责|分管|包抓|主管|领办|联系|督办|负责|统筹|协调|挂帅|挂钩|包联|抓|主持";

static const char PARTERS[] = "、|,|和|与|及| ";

/* Who stands at a heading's head: how many, the last one's name, the titles before or behind it. */
struct people {
    uint32_t count;
    uint32_t name_from, name_to;
    uint32_t title_from, title_to;
    uint32_t end;
    bool titled;
};

/* The end of a name at `at`, up to a title, a role or a mark; 0 when there is none. */
static uint32_t name_end(const struct keyed *k, uint32_t at, uint32_t to)
{
    enum { CHARS_MAX = 16 };
    uint32_t chars = 0;
    for (uint32_t i = at; i <= to && chars < CHARS_MAX; i += i < to ? keyed_step(k, i) : 1, chars++) {
        if (!leadername_is(k, at, i))
            continue;
        uint32_t and = keyed_starts(k, i, to, "和|与|及"); /* it may be the name's: 石永和牵头 */
        if (and? name_end(k, i + and, to) || leadername_office(k, i + and, to)
               : i == to || leadername_office(k, i, to) || keyed_starts(k, i, to, ROLES) ||
                     keyed_starts(k, i, to, "、|,| |(|)|:|重点|的|工作|分工"))
            return i;
    }
    return 0;
}

/* The end of an office at `at`; of 区人民政府副区长 and 宣传部长 as well where no name stands before. */
static uint32_t office_end(const struct keyed *k, uint32_t at, uint32_t to, bool first)
{
    enum { CHARS_MAX = 24 };
    uint32_t chars = 0;
    for (uint32_t i = at; i < to && chars < (first ? CHARS_MAX : 1); i += keyed_step(k, i), chars++) {
        uint32_t office = leadername_office(k, i, to);
        if (office)
            return i + office + keyed_starts(k, i + office, to, "(常务)");
    }
    return 0;
}

/* 张三市长, 市委常委、副市长张三, 王林（副市长）, 张三市长、李四副市长: names, offices and marks between them by turns. */
static struct people people_at(const struct keyed *k, uint32_t from, uint32_t to)
{
    struct people p = { .end = from };
    for (uint32_t at = from, end; at < to;) {
        if ((end = name_end(k, at, to)) > 0) {
            p.count++;
            p.name_from = at;
            p.name_to = end;
        } else if (p.count && keyed_starts(k, at, to, "同志")) {
            end = at + keyed_starts(k, at, to, "同志");
            p.titled = true;
        } else if ((end = office_end(k, at, to, !p.count)) > 0) {
            bool before = p.titled && p.title_from < p.name_from; /* 市长张三: what comes is another's */
            if (!p.title_to)
                p.title_from = at;
            if (!before || !p.count)
                p.title_to = end;
            p.titled = true;
        } else {
            end = at + keyed_starts(k, at, to, PARTERS);
            end = end > at ? end : at + keyed_starts(k, at, to, "(|:|)");
            if (end == at)
                break;
            p.end = k->key[at] == ')' ? end : p.end;
            at = end;
            continue;
        }
        p.end = at = end;
    }
    return p;
}

/* 责任领导：王芳: the label is the role; its bytes with the colon. */
static uint32_t labelled(const struct keyed *k, uint32_t from, uint32_t to, struct text *role)
{
    enum hint hint;
    uint32_t colon = from;
    while (colon < to && k->key[colon] != ':')
        colon++;
    if (colon == to || label_word(k, from, colon, &hint) != LABEL_LEADER)
        return 0;
    *role = keyed_text(k, from, colon);
    return colon + 1 - from;
}

bool heading_leader(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out)
{
    *out = (struct heading){ 0 };
    keyed_trim_marks(k, &from, &to);
    from += keyed_starts(k, from, to, "由");
    if (to <= from || keyed_count(k, from, to) > HEADING_CHARS_MAX || keyed_holds(k, from, to, "。"))
        return false;
    from += labelled(k, from, to, &out->role);
    struct people p = people_at(k, from, to);
    bool in_charge = p.count > 1 && keyed_starts(k, p.end, to, ROLES);
    if (!p.count || (!p.titled && !in_charge && text_empty(out->role)))
        return false;
    out->leader = p.count > 1 ? keyed_text(k, from, p.end) : keyed_squeezed(arena, k, p.name_from, p.name_to);
    out->title = p.count > 1 ? TEXT("") : keyed_text(k, p.title_from, p.title_to);
    for (uint32_t i = p.end; i < to; i += keyed_step(k, i)) {
        uint32_t role = keyed_starts(k, i, to, ROLES);
        if (role) {
            out->role = keyed_text(k, i, i + role);
            break;
        }
    }
    /* 张三市长 alone, or with a role behind it; not 王家湾区长期坚持…. */
    return !text_empty(out->role) || p.end == to || keyed_starts(k, p.end, to, "(|:|)| |重点|工作|的");
}

bool heading_livelihood(const struct keyed *k, uint32_t from, uint32_t to)
{
    return keyed_holds(k, from, to, "民生实事|民心工程|为民办实事|民生工程|惠民实事|为民实事|民生项目|民生事项");
}

bool heading_shape(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    return to > from && keyed_count(k, from, to) <= HEADING_CHARS_MAX && keyed_count(k, from, to) >= 2 &&
           !keyed_holds(k, from, to, "。|;|?|!") && !keyed_ends(k, from, to, ",|、|:|日") &&
           !keyed_holds(k, from, to, "http|www");
}

bool heading_sure(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to)
{
    struct heading heading;
    bool led = heading_leader(arena, k, from, to, &heading);
    keyed_trim(k, &from, &to);
    to -= led ? keyed_ends(k, from, to, ":") : 0; /* 市长李明： */
    if (!heading_shape(k, from, to))
        return false;
    return led || (heading_livelihood(k, from, to) && !keyed_holds(k, from, to, ",")) ||
           (keyed_ends(k, from, to, "重点工作|重点任务|工作任务|主要任务|责任分解|任务分解|任务分工") &&
            keyed_count(k, from, to) <= 30 && !keyed_holds(k, from, to, ","));
}

bool heading_frame(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t end = from + 90 < to ? from + 90 : to;
    while (end < to && ((unsigned char)k->key[end] & 0xC0) == 0x80)
        end--;
    for (uint32_t i = from; i < end; i += keyed_step(k, i))
        if (keyed_starts(k, i, end, "。"))
            end = i;
    return keyed_holds(
        k, from, end,
        "总体要求|指导思想|基本原则|工作原则|总体目标|主要目标|工作目标|发展目标|总体思路|目标任务|组织领导|组织保障|"
        "保障措施|工作要求|有关要求|组织实施|加强领导|工作机制|督促检查|督查考核|督导检查|附则|附件|宣传引导|强化保障|"
        "工作保障|时间安排|实施步骤|工作步骤|适用范围|工作背景|重要意义|编制目的|编制依据|事件分级|灾害分级|响应分级|"
        "预案管理|预案体系|预案演练|预案修订|名词术语|名词解释|解释部门|实施时间|总则|奖惩|责任追究");
}
