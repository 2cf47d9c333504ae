/* SPDX-License-Identifier: MIT */
#include "wording/quantity_clause.h"

#include <string.h>

/* Longer ones first; the first that fits counts. */
static const char VERBS[] =
    "新增|新建设|新改建|新建|新认定|新引进|新培育|新设立|新设|新开工|新开通|新开|新创建|新签约|新签|新投放|新招引|"
    "新孵化|新发展|新组建|新评定|新纳入|新入库|新改造|新落地|改扩建|改建|扩建|续建|迁建|修建|援建|建成|建设|建立|建强|"
    "提标改造|改造提升|改造|完成|创建|创成|创办|争创|打造|培育|培养|培训|引进|引育|招引|招收|招录|招聘|实施|推进|推广|"
    "推动|推出|整治|整合|治理|实现|提升|提档|增加|增殖|扩大|下降|减少|减轻|减免|压减|压降|压缩|削减|缩短|开工|开展|"
    "开通|开放|投产|投放|投资|投入|启动|组织|选派|选树|选育|评选|命名|发放|发展|发行|发布|消除|关停|淘汰|腾退|腾出|"
    "盘活|覆盖|落实|落地|落户|设立|布局|形成|修复|修缮|修订|认定|扶持|支持|帮扶|举办|承办|制定|出台|配备|配置|安排|"
    "解决|化解|处置|转移|转化|聚焦|深化|连接|服务|构筑|构建|加强|加大|加快|运行|完善|签约|储备|供应|出让|拆除|清理|"
    "复垦|造林|绿化|种植|植树|救助|资助|补助|补贴|受理|办理|接入|攻克|突破|孵化|申报|更新|替换|升级|检测|抽检|巡查|"
    "走访|维修|疏浚|铺设|架设|加装|加固|上云|让利|募集|筹集|筹措|争取|吸引|带动|促进|保障|保护|保持|兑现|归集|登记|"
    "收储|收回|增发|增设|增派|输送|遴选|挖掘|集聚|汇聚|生产|采购|采用|抓好|做好|办好|建好|用好|管好|惠及|受益";
/* What changes by so much or to so much: it stands right before the figure, and what changes before it. */
static const char CHANGES[] =
    "提高|提升|增长|增加|增至|扩大|扩面|扩容|上升|下降|降低|降至|减少|减轻|减负|减税|压减|压降|压缩|削减|缩短|控制|"
    "保持|稳定|再就业|就业|让利|占|降|升|增";
/* The same, but how something is brought to a level says nothing of what is done. */
static const char LEVELS[] = "达到|达|超过|突破|实现|不低于|不少于|不超过|低于|高于|控制在|保持在|稳定在|力争|到|至";
/* Verbs of which the figure is not the object: 推动研发投入增长10%. */
static const char CAUSES[] = "推动|促进|带动|实现|保持|推进|抓好|加大|加快|完善";
/* Their clause may as well be one thing that is named by them: 村级服务点500个, 技能培训合格率. */
static const char NOUNISH[] =
    "服务|发展|投资|投入|治理|推广|支持|培训|培养|开放|推进|保护|保障|建设|改造|覆盖|落实|配置|"
    "受理|办理|运行|升级|生产|储备|供应|就业|组织|提升|治理|整治|检测|更新|绿化|登记|修复|加工|"
    "增加|下降|减少|转化|转移|救助|采购|创建|连接|扩大|处置|集聚|突破|种植|认定|清理";
static const char DELIMITERS[] = "，|,|。|；|;|：|:|、|！|!|？";
/* Between the verb and the figure, and no part of what is counted. */
static const char FILLERS[] =
    "累计|总计|共计|合计|其中|至少|确保|年均|年人均|人均|每年|约|近|超|逾|各|共|再|为|在|≥|≤|<|>|=";
/* Before the verb. */
static const char ADVERBS[] =
    "力争|确保|争取|努力|全年|全省|全市|全县|全区|年内|其中|今年|当年|每年|各地|分别|累计|加快|全面|大力|积极|有序|"
    "超前|着力|继续|进一步|深入|扎实|切实|高质量|高标准|高水平|稳步|持续|统筹|谋划|年底前|年底|到|再";
/* But second verbs they may be. */
static const char JOINED[] = "建设|改造|提升|发展";
/* What is done to a thing of this name is part of the name: 实施|改造提升工程. */
static const char WORKS[] = "工程|项目|行动|任务|计划|改革|试点|工作|活动";
/* Behind what changes, and no part of it: what it is compared with, and how it comes. */
static const char COMPARED[] = "较上年|较去年|比上年|比去年|同比|较20|比20";
static const char MANNERS[] = "年均|累计|动态|集中|全部|基本|实现|全年|全省";

/* To either side of a figure: a text without commas would be gone through from each of its figures. */
enum { CLAUSE_BYTES_MAX = 600 };

/* Back from `to` over any of the words. */
static uint32_t back_over(const struct keyed *k, uint32_t from, uint32_t to, const char *words)
{
    for (uint32_t bytes; (bytes = keyed_ends(k, from, to, words)) > 0;)
        to -= bytes;
    return to;
}

/* Where the clause begins in which the figure stands, brackets and quotes taken whole; *listed: it goes on with a list. */
static uint32_t clause_begin(const struct keyed *k, uint32_t from, bool *listed)
{
    uint32_t begin = from, stop = from > CLAUSE_BYTES_MAX ? from - CLAUSE_BYTES_MAX : 0;
    int depth = 0;
    for (; begin > stop; begin -= keyed_back(k, begin)) {
        if (keyed_ends(k, 0, begin, ")|]|”|》"))
            depth++;
        else if (keyed_ends(k, 0, begin, "(|[|“|《")) {
            if (depth-- == 0)
                break;
        } else if (depth == 0 && keyed_ends(k, 0, begin, DELIMITERS))
            break;
    }
    *listed = keyed_ends(k, 0, begin, "、");
    return begin;
}

/* 2025年, 6月底前, 到年底 at the head of a clause. */
static uint32_t skip_adverbs(const struct keyed *k, uint32_t from, uint32_t to)
{
    for (uint32_t at = from, bytes;; from = at) {
        while ((bytes = keyed_starts(k, at, to, ADVERBS)) > 0)
            at += bytes;
        for (uint32_t i = at; i < to; i += keyed_step(k, i)) /* “十四五”期间 */
            if (keyed_starts(k, i, to, "期间"))
                at = i + (uint32_t)sizeof "期间" - 1;
        uint32_t digits = at;
        while (digits < to && k->key[digits] >= '0' && k->key[digits] <= '9')
            digits++;
        bytes = digits > at ? keyed_starts(k, digits, to, "年底前|年底|年|月底前|月底|月|日前|日") : 0;
        if (bytes)
            at = digits + bytes;
        if (at == from)
            return at;
    }
}

/* The end of the verbs that begin here: 启动建设, 新建和改造提升; from when there is none. */
static uint32_t verbs_end(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t end = from + keyed_starts(k, from, to, VERBS);
    while (end > from) {
        uint32_t and = keyed_starts(k, end, to, "和|并");
        uint32_t next = keyed_starts(k, end + and, to, VERBS), behind = end + and+next;
        bool noun = keyed_equals(k, end + and, behind, NOUNISH) && !keyed_equals(k, end + and, behind, JOINED);
        if (!next || noun || keyed_starts(k, behind, to, WORKS))
            break;
        end = behind;
    }
    return end;
}

/* The first verb inside a clause that does not begin with one (省财政|安排|资金), from .. *to; false when there is none. */
static bool find_inside(const struct keyed *k, uint32_t *from, uint32_t *to)
{
    for (uint32_t i = *from; i < *to; i += keyed_step(k, i)) {
        uint32_t bytes = keyed_starts(k, i, *to, VERBS);
        if (!bytes || keyed_equals(k, i, i + bytes, NOUNISH))
            continue;
        *from = i;
        *to = i + bytes;
        return true;
    }
    return false;
}

/* What is said of, without what it is compared with: 排放总量|较2015年. */
static struct text bare_object(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t bytes;
    while ((bytes = keyed_starts(k, from, to, "为|对|向|给|使|将|把|的|其中")) > 0)
        from += bytes;
    for (uint32_t i = from; i < to; i += keyed_step(k, i))
        if (i > from && keyed_starts(k, i, to, COMPARED))
            to = i;
    to = back_over(k, from, to, MANNERS);
    return to > from ? keyed_text(k, from, to) : TEXT("");
}

/* 4A级博物馆、|美术馆景区: does what stands behind the mark go on with the same thing?  Not where it has a verb or a figure. */
static bool same_thing(const struct keyed *k, uint32_t mark, uint32_t stop)
{
    if (!keyed_starts(k, mark, stop, "、"))
        return false;
    for (uint32_t i = mark + keyed_step(k, mark); i < stop && !keyed_starts(k, i, stop, "，|,|。|；|;|：|:|！|!|？");
         i += keyed_step(k, i))
        if ((k->key[i] >= '0' && k->key[i] <= '9') || keyed_starts(k, i, stop, VERBS))
            return false;
    return true;
}

/* 200个足球场: what is counted stands behind, up to the end of the clause or, of shares, to the verb. */
static void object_behind(const struct keyed *k, uint32_t from, bool until_verb, struct quantity *out)
{
    from += keyed_starts(k, from, k->bytes, "的");
    uint32_t end = from, stop = k->bytes - from > CLAUSE_BYTES_MAX ? from + CLAUSE_BYTES_MAX : k->bytes;
    while (end < stop && (!keyed_starts(k, end, k->bytes, DELIMITERS) || same_thing(k, end, stop)) &&
           !keyed_starts(k, end, k->bytes, "和|及|与|)|]")) {
        uint32_t verb = until_verb && end > from ? keyed_starts(k, end, k->bytes, VERBS) : 0;
        if (verb && !keyed_equals(k, end, end + verb, NOUNISH)) {
            if (text_empty(out->verb))
                out->verb = keyed_text(k, end, end + verb);
            break;
        }
        uint32_t open = keyed_starts(k, end, k->bytes, "(|[");
        end = open ? keyed_close(k, end, k->bytes) : end;
        end += end < k->bytes ? keyed_step(k, end) : 0;
    }
    out->object = end > from ? keyed_text(k, from, end) : TEXT("");
}

/* Where what is said before the figure ends, without 累计, 约 and the level to which it is brought (level .. *to). */
static uint32_t bare_end(const struct keyed *k, uint32_t begin, uint32_t *to, uint32_t *level)
{
    *to = back_over(k, begin, *to, FILLERS);
    *level = back_over(k, begin, *to, LEVELS);
    return back_over(k, begin, *level, FILLERS);
}

/* 高技能人才占技能劳动者比例: what a share without another verb has. */
static struct text verb_of_share(const struct keyed *k, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i += keyed_step(k, i))
        if (i > from && keyed_starts(k, i, to, "占"))
            return keyed_text(k, i, i + keyed_step(k, i));
    return TEXT("");
}

/* Verb and object out of what stands before the figure, from begin (behind adverbs) to `to`. */
static void read_before(const struct keyed *k, uint32_t begin, uint32_t to, bool listed, bool percent,
                        const struct previous *previous, struct quantity *out)
{
    uint32_t level, bare = bare_end(k, begin, &to, &level);
    uint32_t change = keyed_ends(k, begin, bare, CHANGES), start = verbs_end(k, begin, bare);
    bool causes = start > begin && keyed_equals(k, begin, start, CAUSES);
    uint32_t subject = causes ? start : begin, from = subject, end = bare;
    if (change && (start <= begin || causes || percent) && bare - change > begin) {
        out->verb = keyed_text(k, bare - change, bare);
        out->object = bare_object(k, subject, bare - change);
    } else if (start > begin && !(causes && level < to)) {
        out->verb = keyed_text(k, begin, start);
        out->object = bare_object(k, start, bare);
    } else if (level < to && !listed) {
        out->verb = keyed_text(k, level, to);
        out->object = bare_object(k, subject, bare);
    } else if (!listed && !percent && (end = keyed_ends(k, from, bare, VERBS)) > 0) {
        out->verb = keyed_text(k, bare - end, bare);
        out->object = bare_object(k, from, bare - end);
    } else if (!listed && !percent && (end = bare, find_inside(k, &from, &end))) {
        out->verb = keyed_text(k, from, end);
        out->object = bare_object(k, end, bare);
    } else {
        out->verb = level < to ? keyed_text(k, level, to)
                    : listed   ? previous->verb
                    : percent  ? verb_of_share(k, subject, bare)
                               : TEXT("");
        out->object = bare_object(k, subject, bare);
    }
}

void quantity_clause(const struct keyed *k, uint32_t from, uint32_t to, bool percent, const struct previous *previous,
                     struct quantity *out)
{
    bool listed;
    uint32_t begin = clause_begin(k, from, &listed);
    listed |= previous->end && keyed_starts(k, begin, from, "其中");
    if (previous->end > begin) { /* 100座病险水库和100公里海塘 */
        out->verb = previous->verb;
        object_behind(k, to, false, out);
        return;
    }
    begin = skip_adverbs(k, begin, from);
    uint32_t before = from, level, bare = bare_end(k, begin, &before, &level);
    /* 在11个县|开展; 90%以上事项|实现: the figure's noun and the verb stand behind. */
    bool among = keyed_ends(k, begin, from, "在|为|对|向") && bare == begin;
    bool share = percent && to < k->bytes && !keyed_starts(k, to, k->bytes, DELIMITERS) &&
                 (bare == begin || (verbs_end(k, begin, bare) > begin && !quantity_after_change(k, from)));
    if (!among && !share)
        read_before(k, begin, from, listed, percent, previous, out);
    if (text_empty(out->object))
        object_behind(k, to, among || share, out);
}

bool quantity_after_verb(const struct keyed *k, uint32_t from)
{
    return keyed_ends(k, 0, from, VERBS);
}

bool quantity_after_change(const struct keyed *k, uint32_t from)
{
    uint32_t level, bare = bare_end(k, 0, &from, &level);
    return keyed_ends(k, 0, bare, CHANGES) || level < from;
}
