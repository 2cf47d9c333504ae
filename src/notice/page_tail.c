/* SPDX-License-Identifier: MIT */
#include "notice/page_tail.h"

#include "wording/unitname.h"

const char page_tail_words[] =
    "首页|当前位置|您的位置|打印|分享|扫一扫|版权所有|访问次数|浏览次数|阅读次数|点击数|加入收藏|字号|备案|网站地图|"
    "无障碍|关闭窗口|关闭本页|上一篇|下一篇|上一条|下一条|相关链接|相关文件|相关稿件|相关阅读|附件下载|登录|注册|"
    "今天是|繁体|下载|"
    "信息来源|文章来源|来源:|编辑:|责任编辑|责编:|发布时间|发布日期:|http|www.|-->|<|微信|微博|主办:|承办:";

static const char TAIL_STARTS[] =
    "责任编辑|责编:|编辑:|分享到|分享至|分享:|打印本|关闭窗口|关闭本页|扫一扫|上一篇|下一篇|上一条|下一条|相关链接|"
    "相关文件|相关稿件|相关阅读|附件下载|浏览次数|访问次数|阅读次数|点击数|来源:|信息来源|文章来源|发布时间|字号|"
    "版权所有|网站地图|http|www.|(此件|此件公开发布|抄送:|主办单位:政府网|返回顶部|我要纠错|收藏本页|纠错";

/* As words of their own: 负责编制, 县分享经济办 hold some. */
static const char WORDS_ALONE[] = "责编|分享|打印";

uint32_t page_tail_at(const struct keyed *k, uint32_t i, uint32_t to)
{
    uint32_t bracket = i < to && (k->key[i] == '[' || k->key[i] == '>' || k->key[i] == '|');
    uint32_t bytes = keyed_starts(k, i + bracket, to, TAIL_STARTS);
    if (!bytes && (bracket || !keyed_han_before(k, i)))
        bytes = keyed_starts(k, i + bracket, to, WORDS_ALONE);
    return bytes ? bytes + bracket : 0;
}

static uint32_t digits(const struct keyed *k, uint32_t i, uint32_t to)
{
    uint32_t from = i;
    for (uint32_t bytes; i < to; i += bytes) {
        bytes = k->key[i] >= '0' && k->key[i] <= '9'
                    ? 1
                    : keyed_starts(k, i, to, "〇|○|零|一|二|三|四|五|六|七|八|九|十|元");
        if (!bytes)
            break;
    }
    return i - from;
}

/* The bytes of a full date at i, 0 when there is none. */
static uint32_t date_at(const struct keyed *k, uint32_t i, uint32_t to)
{
    static const char *const MARKS[] = { "年|-|.|/", "月|-|.|/", "日" };
    uint32_t from = i;
    for (int part = 0; part < 3; part++) {
        while (i < to && k->key[i] == ' ')
            i++;
        uint32_t number = digits(k, i, to);
        if (!number || (part == 0 && number < 4))
            return 0;
        i += number;
        while (i < to && k->key[i] == ' ' && part < 2)
            i++;
        uint32_t mark = keyed_starts(k, i, to, MARKS[part]);
        if (!mark && part < 2)
            return 0;
        i += mark;
    }
    return i - from;
}

/* A date in full, as below a signature: 2024年9月20日, 二〇二四年九月二十日, （2024-09-20）. */
static bool is_date(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    if (to - from >= 2 && k->key[from] == '(' && k->key[to - 1] == ')')
        from++, to--;
    uint32_t bytes = to > from ? date_at(k, from, to) : 0;
    return bytes && from + bytes == to;
}

uint32_t page_tail_of_list(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t word = from;
    for (uint32_t i = from; i < to; i += keyed_step(k, i)) {
        if (i > from && page_tail_at(k, i, to))
            return i;
        if (k->key[i] != ' ')
            continue;
        uint32_t next = i;
        while (next < to && k->key[next] == ' ')
            next++;
        /* 甲区管委会 2024年9月20日: the name before the date signs. */
        uint32_t date = date_at(k, next, to), behind = next + date;
        if (date && (behind == to || k->key[behind] == ' ' || k->key[behind] == '('))
            return word > from && k->key[word - 1] == ' ' && unitname_complete(k, word, i) ? word : next;
        word = next;
        i = next - 1;
    }
    return to;
}

bool page_tail_closes(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    return keyed_starts(k, from, to, "附件:|附件1|附:|(此件|抄送:") || page_tail_at(k, from, to) ||
           is_date(k, from, to);
}

bool page_tail_signs(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    return keyed_count(k, from, to) <= 30 && !keyed_holds(k, from, to, "。|:|、") &&
           (unitname_complete(k, from, to) || keyed_equals(k, from, to, "国务院"));
}
