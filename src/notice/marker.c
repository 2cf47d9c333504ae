/* SPDX-License-Identifier: MIT */
#include "notice/token.h"

enum { NO_MAX = 999, HEADING_CHARS = 45 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int han_digit(const struct keyed *k, uint32_t i, uint32_t to)
{
    static const char *const DIGITS[] = { "〇|零|○", "一|壹", "二|贰", "三|叁", "四|肆",
                                          "五|伍",   "六|陆", "七|柒", "八|捌", "九|玖" };
    for (int d = 0; d < 10; d++)
        if (keyed_starts(k, i, to, DIGITS[d]))
            return d;
    return -1;
}

/* 十, 二十一, 一百零三; -1 when there is no number.  *end is behind it. */
int marker_han_number(const struct keyed *k, uint32_t i, uint32_t to, uint32_t *end)
{
    int total = 0, digit = -1;
    uint32_t from = i;
    for (uint32_t chars = 0; i < to && chars < 6; chars++) {
        int d = han_digit(k, i, to);
        if (d >= 0) {
            digit = digit > 0 ? digit * 10 + d : d;
        } else if (keyed_starts(k, i, to, "十|拾")) {
            total += (digit < 0 ? 1 : digit) * 10;
            digit = -1;
        } else if (keyed_starts(k, i, to, "百|佰") && digit > 0) {
            total += digit * 100;
            digit = -1;
        } else {
            break;
        }
        i += keyed_step(k, i);
    }
    *end = i;
    return i == from ? -1 : total + (digit > 0 ? digit : 0);
}

static int digits(const struct keyed *k, uint32_t i, uint32_t to, uint32_t *end)
{
    int no = 0;
    uint32_t from = i;
    while (i < to && is_digit(k->key[i]) && no <= NO_MAX)
        no = no * 10 + (k->key[i++] - '0');
    *end = i;
    return i == from || no > NO_MAX || (i < to && is_digit(k->key[i])) ? -1 : no;
}

static uint32_t skip_blanks(const struct keyed *k, uint32_t i)
{
    while (i < k->bytes && k->key[i] == ' ')
        i++;
    return i;
}

/* （一） (1) 1） 一） */
static bool bracket_marker(const struct keyed *k, uint32_t i, struct marker *out)
{
    bool open = k->key[i] == '(';
    uint32_t from = open ? skip_blanks(k, i + 1) : i, end;
    int no = digits(k, from, k->bytes, &end);
    out->kind = MARKER_BRACKET;
    if (no < 0) {
        no = marker_han_number(k, from, k->bytes, &end);
        out->kind = MARKER_HAN_BRACKET;
    }
    if (no <= 0)
        return false;
    out->no = no;
    out->no_from = from;
    out->no_to = end;
    end = skip_blanks(k, end);
    if (end >= k->bytes || k->key[end] != ')')
        return false;
    out->to = end + 1;
    /* （1）、 */
    out->to += keyed_starts(k, out->to, k->bytes, "、|.");
    return true;
}

/* 第一部分, 第二章 */
static bool chapter_marker(const struct keyed *k, uint32_t i, struct marker *out)
{
    uint32_t from = i + 3, end;
    int no = marker_han_number(k, from, k->bytes, &end);
    if (no < 0)
        no = digits(k, from, k->bytes, &end);
    /* 第3项 …; 第三项目标 is none. */
    if (no > 0 && keyed_starts(k, end, k->bytes, "项 |项:|项、|项.")) {
        *out = (struct marker){ MARKER_DIGIT, no, from, end, skip_blanks(k, end + 3) };
        out->to += keyed_starts(k, out->to, k->bytes, ":|、|.");
        return true;
    }
    /* 第一条 below a chapter, as 一、 would be */
    bool article = no > 0 && keyed_starts(k, end, k->bytes, "条 |条:|条、|条.");
    uint32_t bytes = article ? 3 : no > 0 ? keyed_starts(k, end, k->bytes, "部分|章|节|篇|类|板块") : 0;
    if (!bytes)
        return false;
    *out = (struct marker){ article ? MARKER_HAN : MARKER_CHAPTER, no, from, end, end + bytes };
    out->to += keyed_starts(k, out->to, k->bytes, "、|:|.|,");
    return true;
}

static bool circle_marker(const struct keyed *k, uint32_t i, struct marker *out)
{
    /* ① … ⑳ are E2 91 A0 … B3 */
    if (i + 2 >= k->bytes || (unsigned char)k->key[i] != 0xE2 || (unsigned char)k->key[i + 1] != 0x91)
        return false;
    int no = (unsigned char)k->key[i + 2] - 0xA0 + 1;
    *out = (struct marker){ MARKER_CIRCLE, no, i, i + 3, i + 3 };
    return no >= 1 && no <= 20;
}

/* 项目一： 任务3 */
static bool worded_marker(const struct keyed *k, uint32_t i, struct marker *out)
{
    uint32_t from = i + keyed_starts(k, i, k->bytes, "项目|任务|事项|实事|重点任务"), end;
    int no = marker_han_number(k, from, k->bytes, &end);
    if (no < 0)
        no = digits(k, from, k->bytes, &end);
    uint32_t bytes = no > 0 ? keyed_starts(k, end, k->bytes, ":|、|.| ") : 0;
    *out = (struct marker){ MARKER_DIGIT, no, from, end, end + bytes };
    return from > i && bytes > 0;
}

bool marker_read(const struct keyed *k, uint32_t i, struct marker *out)
{
    uint32_t end;
    *out = (struct marker){ 0 };
    if (i >= k->bytes)
        return false;
    if (k->key[i] == '(')
        return bracket_marker(k, i, out);
    if (keyed_starts(k, i, k->bytes, "第"))
        return chapter_marker(k, i, out);
    if (circle_marker(k, i, out) || worded_marker(k, i, out))
        return true;
    int no = digits(k, i, k->bytes, &end);
    out->kind = MARKER_DIGIT;
    if (no < 0) {
        no = marker_han_number(k, i, k->bytes, &end);
        out->kind = MARKER_HAN;
    }
    if (no <= 0)
        return false;
    out->no = no;
    out->no_from = i;
    out->no_to = end;
    uint32_t at = skip_blanks(k, end);
    if (at < k->bytes && k->key[at] == ')')
        return bracket_marker(k, i, out);
    uint32_t mark = keyed_starts(k, at, k->bytes, "、|.");
    if (mark) {
        out->to = at + mark;
        return true;
    }
    /* A number and a blank alone: only a line's start can say whether it is one. */
    out->to = at;
    return out->kind == MARKER_DIGIT && at > end;
}

/* What stands before i: the end of a sentence, of a bracket, of a quotation? */
static bool behind_sentence(const struct keyed *k, uint32_t i)
{
    while (i > 0 && k->key[i - 1] == ' ')
        i--;
    return i > 0 && (keyed_ends(k, 0, i, "。|;|!|?|)|]|…|:") ||
                     (keyed_ends(k, 0, i, "”") && keyed_ends(k, 0, i - 3, "。|!|?|;")));
}

/* 1.1 under 1. or under 一、: not the glued 11.121人才 whose 11 was awaited. */
bool marker_decimal(const struct notice *notice, const struct keyed *k, const struct marker *marker, struct marker *out)
{
    uint32_t end;
    if (marker->kind != MARKER_DIGIT || marker->to >= k->bytes || !is_digit(k->key[marker->to]) ||
        k->key[marker->to - 1] != '.')
        return false;
    int no = digits(k, marker->to, k->bytes, &end);
    if (no <= 0 || no != notice->last_no[MARKER_DECIMAL] + 1 || end >= k->bytes ||
        keyed_starts(k, end, k->bytes, "万|亿|个|%|倍|公里|米|吨|家|元|版|、"))
        return false;
    bool below = marker->no == notice->last_no[MARKER_DIGIT] || marker->no == notice->last_no[MARKER_HAN] ||
                 marker->no == notice->last_no[MARKER_HAN_BRACKET] || marker->no == notice->last_no[MARKER_CHAPTER];
    if (!below || (no > 1 && notice->last_no[MARKER_DIGIT] > 0 && marker->no == notice->last_no[MARKER_DIGIT] + 1) ||
        (k->key[end] != ' ' && !keyed_han(k, end) && k->key[end] != '.'))
        return false;
    *out = (struct marker){ MARKER_DECIMAL, no, marker->no_from, end, end + (k->key[end] == '.') };
    return true;
}

/* 11.121人才… where 3 was awaited: a number further on, before what is no decimal by the word behind it. */
static bool skips_numbers(const struct notice *notice, const struct keyed *k, const struct marker *marker)
{
    uint32_t end;
    int last = notice->last_no[MARKER_DIGIT];
    if (marker->no <= last || marker->no > last + 50 || digits(k, marker->to, k->bytes, &end) < 0)
        return digits(k, marker->to, k->bytes, &end) >= 1949 && marker->no > last && marker->no <= last + 50 &&
               keyed_starts(k, end, k->bytes, "年");
    return end < k->bytes && !keyed_starts(k, end, k->bytes,
                                           "万|亿|个|%|倍|公里|千米|米|吨|元|平方|立方|公顷|亩|千|百|版|.|:|小时|天|‰|"
                                           "度|级|分|折|左右|以上|以下|、|,|。|;|)| ");
}

bool marker_starts_line(struct notice *notice, const struct notice_line *line, const struct marker *marker)
{
    const struct keyed *k = &line->k;
    if (marker->kind == MARKER_HAN_BRACKET || marker->kind == MARKER_BRACKET)
        return !keyed_starts(k, marker->to, k->bytes, "项|款|条|点要求");
    if (marker->kind == MARKER_HAN) {
        uint32_t end;
        /* 一、二、三产业 */
        return !(marker_han_number(k, marker->to, k->bytes, &end) > 0 &&
                 keyed_starts(k, end, k->bytes, "、|产业|线城"));
    }
    if (marker->kind != MARKER_DIGIT)
        return true;
    bool awaited = marker->no == notice->last_no[MARKER_DIGIT] + 1 || marker->no == 1;
    bool mark = keyed_ends(k, 0, marker->to, "、|.|:") > 0;
    if (!mark)
        return awaited && marker->to < k->bytes &&
               (keyed_han(k, marker->to) || keyed_starts(k, marker->to, k->bytes, "“"));
    if (marker->to < k->bytes && is_digit(k->key[marker->to]))
        return awaited || skips_numbers(notice, k, marker);
    return true;
}

/* 一、…重点工作1.…: a short heading with the first number of its points right behind it. */
static bool heads_points(const struct notice *notice, const struct keyed *k, const struct marker *marker)
{
    uint32_t i = marker->to;
    for (uint32_t chars = 0; i < k->bytes && chars < HEADING_CHARS; chars++, i += keyed_step(k, i)) {
        struct marker point;
        if (keyed_starts(k, i, k->bytes, "。|;"))
            return false;
        if (chars < 3 || (k->key[i] != '(' && (k->key[i] < '0' || k->key[i] > '9')) || !marker_read(k, i, &point))
            continue;
        if ((point.kind == MARKER_DIGIT || point.kind == MARKER_HAN_BRACKET) &&
            keyed_ends(k, point.no_to, point.to, "、|.|)") && point.to < k->bytes && !is_digit(k->key[point.to]) &&
            (point.no == 1 || point.no == notice->last_no[point.kind] + 1))
            return true;
    }
    return false;
}

/* 1．2026年6月底前…, 1.6月底前…: a date behind the number, no decimal. */
static bool starts_date(const struct keyed *k, uint32_t i)
{
    uint32_t end;
    int no = digits(k, i, k->bytes, &end);
    if (no < 0) { /* more than NO_MAX: four digits of a year */
        while (end < k->bytes && is_digit(k->key[end]))
            end++;
        return end - i == 4 && keyed_starts(k, end, k->bytes, "年");
    }
    return no >= 1 && no <= 12 && keyed_starts(k, end, k->bytes, "月底|月份|月前|月上旬|月中旬|月下旬|月完成|月");
}

bool marker_inside(struct notice *notice, const struct notice_line *line, uint32_t i, uint32_t text_from, bool in_list,
                   const struct marker *marker)
{
    const struct keyed *k = &line->k;
    int last = notice->last_no[marker->kind];
    bool next = marker->no == last + 1, first = marker->no == 1;
    if ((!next && !first) || marker->kind == MARKER_CIRCLE || marker->kind == MARKER_DECIMAL)
        return false;
    if (!marker_starts_line(notice, line, marker) || keyed_ends(k, 0, i, "第|第 |前款|上述|本条|见"))
        return false;
    if (k->key[i] >= '0' && k->key[i] <= '9' && i > 0 && (is_digit(k->key[i - 1]) || k->key[i - 1] == '.'))
        return false;
    bool mark = marker->to > marker->no_to && keyed_ends(k, marker->no_to, marker->to, "、|.|)") > 0;
    /* 比例1:3. ends a sentence. */
    if (marker->to >= k->bytes || (i > 1 && k->key[i - 1] == ':' && is_digit(k->key[i - 2])))
        return false;
    bool glued_digit = marker->to < k->bytes && is_digit(k->key[marker->to]);
    if (!mark || (marker->kind == MARKER_CHAPTER))
        return false;
    if (in_list)
        return next || (first && (!glued_digit || starts_date(k, marker->to)));
    if (behind_sentence(k, i))
        return !glued_digit || (next && last > 0) || (first && starts_date(k, marker->to));
    /* Behind a heading, which ends in no mark: 一、持续提升便利度（一）优化…, 重点工作1.稳企业… */
    bool heading = i > text_from && i - text_from < 4 * HEADING_CHARS &&
                   keyed_count(k, text_from, i) <= HEADING_CHARS && !keyed_holds(k, text_from, i, "。");
    bool blank = k->key[i - 1] == ' ';
    if (marker->kind == MARKER_HAN)
        return (blank && heading) || heads_points(notice, k, marker);
    return heading && !glued_digit && (first || next) && (blank || marker->kind != MARKER_BRACKET);
}

void marker_seen(struct notice *notice, const struct marker *marker)
{
    notice->last_no[marker->kind] = marker->no;
    /* Numbers below start anew or run on: 1 is always allowed, the next one stays allowed for digits only. */
    for (int kind = (int)marker->kind + 1; kind < MARKERS_COUNT; kind++)
        if (kind != MARKER_DIGIT && kind != MARKER_HAN_BRACKET)
            notice->last_no[kind] = 0;
}
