/* SPDX-License-Identifier: MIT */
#include "notice/heading.h"

#include "wording/label.h"
#include "wording/leadername.h"

enum { NAME_CHARS_MAX = 4, HEADING_CHARS_MAX = 40 };

static const char ROLES[] =
    "主抓|牵头负责|牵头|领衔|分管负责|分管|包抓|主管|领办|联系|督办|负责|统筹|协调|挂帅|挂钩|包联|抓|主持";

static const char PARTERS[] = "、|,|和|与|及| ";

/* The end of a name at from, up to one of some words; 0 when it is none. */
static uint32_t name_until(const struct keyed *k, uint32_t from, uint32_t to, const char *ends)
{
    uint32_t chars = 0;
    for (uint32_t i = from; i < to && chars <= NAME_CHARS_MAX; i += keyed_step(k, i), chars++)
        if (i > from && keyed_starts(k, i, to, ends) && leadername_is(k, from, i))
            return i;
    return 0;
}

/* 袁家军省长…: a name, then one office or several (市委常委、副市长). */
static bool name_first(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out,
                       uint32_t *end)
{
    uint32_t chars = 0;
    for (uint32_t i = from; i < to && chars < 16; i += keyed_step(k, i), chars++) {
        uint32_t office = i > from ? leadername_office(k, i, to) : 0;
        /* 王林（副市长）牵头 */
        if (i > from && k->key[i] == '(' && (office = leadername_office(k, i + 1, to)) > 0 &&
            leadername_is(k, from, i) && i + 1 + office < to && k->key[i + 1 + office] == ')') {
            out->leader = keyed_squeezed(arena, k, from, i);
            out->title = keyed_text(k, i + 1, i + 1 + office);
            *end = i + 2 + office;
            return true;
        }
        if (!office || !leadername_is(k, from, i))
            continue;
        *end = i + office;
        for (uint32_t bytes; (bytes = keyed_starts(k, *end, to, "、|,")) > 0;) {
            uint32_t more = leadername_office(k, *end + bytes, to);
            if (!more || name_until(k, *end + bytes + more, to, ROLES) ||
                name_until(k, *end + bytes + more, to, PARTERS))
                break; /* the office of the next one: 张三市长、副市长李四 */
            *end += bytes + more;
        }
        out->leader = keyed_squeezed(arena, k, from, i);
        out->title = keyed_equals(k, i, *end, "同志") ? (struct text){ 0 } : keyed_text(k, i, *end);
        return true;
    }
    return false;
}

static bool office_first(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out,
                         uint32_t *end);

/* The end of a leader at `at`, who has a title, or the role behind the name; 0 when none stands there. */
static uint32_t leader_end(struct arena *arena, const struct keyed *k, uint32_t at, uint32_t to)
{
    struct heading one = { 0 };
    uint32_t end = 0;
    if (name_first(arena, k, at, to, &one, &end) ||
        (leadername_office(k, at, to) && office_first(arena, k, at, to, &one, &end)))
        return end;
    return name_until(k, at, to, ROLES);
}

/* 市委常委、常务副市长张三牵头…, 副县长（李四）: the office, then the name up to the word of the role. */
static bool office_first(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out,
                         uint32_t *end)
{
    uint32_t at = from, last = from;
    for (uint32_t chars = 0; at < to && chars < 24; chars++) {
        uint32_t office = leadername_office(k, at, to);
        if (office) {
            at += office;
            at += keyed_starts(k, at, to, "(常务)");
            last = at;
            continue;
        }
        if (last > at - keyed_back(k, at + (at == 0)) && last == at && !keyed_starts(k, at, to, "、|,|(| "))
            break;
        at += keyed_step(k, at);
    }
    if (last == from)
        return false;
    uint32_t name = last;
    while (name < to && (k->key[name] == ' ' || k->key[name] == ':' || k->key[name] == '('))
        name++;
    uint32_t chars = 0;
    for (uint32_t i = name; i <= to && chars < 16; chars++) {
        bool stop = i == to || keyed_starts(k, i, to, ROLES) || k->key[i] == ')' ||
                    keyed_starts(k, i, to, "同志|重点|的|工作|分工");
        uint32_t parter = stop ? 0 : keyed_starts(k, i, to, PARTERS);
        if ((stop || parter) && leadername_is(k, name, i) && (stop || leader_end(arena, k, i + parter, to))) {
            *end = i;
            out->leader = keyed_squeezed(arena, k, name, i);
            out->title = keyed_text(k, from, last);
            return true;
        }
        if (i == to)
            break;
        i += keyed_step(k, i);
    }
    return false;
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

/* 张三市长、李四副市长牵头, 张三、李四副市长, 副市长张三、李四: several stand as they are written. */
static bool several_leaders(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out,
                            uint32_t *end)
{
    uint32_t count = 0, parter = 0;
    *end = from;
    do {
        uint32_t at = *end + parter, found = leader_end(arena, k, at, to);
        *end = found ? found : name_until(k, at, to, PARTERS);
        parter = keyed_starts(k, *end, to, PARTERS);
        count++;
    } while (*end && parter);
    if (!*end || count < 2)
        return false;
    out->leader = keyed_text(k, from, *end);
    out->title = TEXT("");
    return true;
}

bool heading_leader(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out)
{
    *out = (struct heading){ 0 };
    keyed_trim_marks(k, &from, &to);
    from += keyed_starts(k, from, to, "由");
    if (to <= from || keyed_count(k, from, to) > HEADING_CHARS_MAX || keyed_holds(k, from, to, "。"))
        return false;
    uint32_t end = to;
    from += labelled(k, from, to, &out->role);
    bool bare = !text_empty(out->role) && leadername_is(k, from, to);
    if (bare)
        out->leader = keyed_squeezed(arena, k, from, to);
    else if (!several_leaders(arena, k, from, to, out, &end) && !name_first(arena, k, from, to, out, &end) &&
             !office_first(arena, k, from, to, out, &end))
        return false;
    for (uint32_t i = end; i < to; i += keyed_step(k, i)) {
        uint32_t role = keyed_starts(k, i, to, ROLES);
        if (role) {
            out->role = keyed_text(k, i, i + role);
            break;
        }
    }
    /* 张三市长 alone, or with a role behind it; not 王家湾区长期坚持…. */
    return !text_empty(out->role) || end == to || keyed_starts(k, end, to, "(|:|)| |同志|重点|工作|的");
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
    if (!heading_shape(k, from, to))
        return false;
    keyed_trim(k, &from, &to);
    return heading_leader(arena, k, from, to, &heading) ||
           (heading_livelihood(k, from, to) && !keyed_holds(k, from, to, ",")) ||
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
