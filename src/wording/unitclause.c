/* SPDX-License-Identifier: MIT */
#include "wording/unitclause.h"

#include "wording/unitname.h"

static const char WHEN_WORDS[] =
    "持续|长期|全年|常年|常态化|年内|年底|年末|年初|年中|贯穿全年|近期|远期|今年|明年|当年|本年|每年|每季|每月|每半年|"
    "上半年|下半年|季度|一季度|二季度|三季度|四季度|第一季度|第二季度|第三季度|第四季度|即时|立即|立行立改|随时|适时|"
    "分阶段|分年度|按年度|按时间节点|按进度|按期|限期|尽快|尽早|力争|争取|到20|至20|自20|从20|于20|截至|“十四五”|"
    "“十五五”|“十三五”|十四五|十五五|春节前|国庆前|汛期|高考前|开学前|已完成|基本完成|正在推进|年度|1月|2月|3月|4月|"
    "5月|6月|7月|8月|9月|10月|11月|12月|一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月";
static const char WHEN_ENDS[] = "底|底前|月前|日前|年前|年底前|完成|月|季度|年内|年度|年|推进|实施|长期|前完成|时";
static const char PROGRESS_ENDS[] = "持续推进|长期坚持|常态推进|常态化推进|全年推进|有序推进|加快推进|稳步推进|完成|"
                                    "取得实效|取得进展|到位|见效|出台|印发";

/* 2025年, 2025.6, 12月, 15日: digits and a word of time at the start. */
static bool starts_with_date(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t i = from;
    while (i < to && k->key[i] >= '0' && k->key[i] <= '9')
        i++;
    return i > from && i - from <= 4 && keyed_starts(k, i, to, "年|月|日|.|-|/|季度") > 0;
}

bool unitclause_when(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    if (to <= from)
        return false;
    /* 加快推进 without its verb */
    if (starts_with_date(k, from, to) ||
        keyed_equals(k, from, to, "加快|稳步|有序|深入|扎实|全面|常态|逐步|继续|坚持|积极|大力|抓紧|同步|压茬"))
        return true;
    if (keyed_starts(k, from, to, WHEN_WORDS) && !unitname_complete(k, from, to))
        return true;
    if (keyed_ends(k, from, to, PROGRESS_ENDS) && !unitname_complete(k, from, to))
        return true;
    return keyed_holds(k, from, to, "年|月") && keyed_ends(k, from, to, WHEN_ENDS);
}

static const char CLAUSE_STARTS[] =
    "以下|以上|下同|不再|抓紧|加快|研究|制定|建立健全|完善|推进|推动|开展|落实|出台|并报|报送|报请|按照|根据|由此|其中|"
    "除|具体|涉及|如|若|待|视情|确保|做到|实现|适用范围|适用于";
static const char CLAUSE_WORDS[] =
    "不分先后|不分主次|均同|均需|均由|不再列|除注明|除外|注明|出台|制定|印发|下同|上报|报送|开展|完成";

bool unitclause_is(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    if (to <= from || unitname_complete(k, from, to) || unitname_place(k, from, to) || unitname_many(k, from, to))
        return false;
    return keyed_count(k, from, to) >= 4 &&
           (keyed_starts(k, from, to, CLAUSE_STARTS) || keyed_holds(k, from, to, CLAUSE_WORDS));
}
