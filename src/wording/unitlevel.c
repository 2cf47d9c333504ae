/* SPDX-License-Identifier: MIT */
#include "wording/unitlevel.h"

#include "wording/place.h"
#include "wording/unitname.h"
#include "wording/unitpiece.h"

/* Stems of departments, as they stand between prefix and ending; tried as a head of the bare name. */
static const char STEMS[] =
    "发展和改革|发展改革|发改|经济和信息化|经济信息化|经信|工业和信息化|工信|科学技术|科技|教育|教体|公安|民政|"
    "民族宗教|民族事务|民宗|司法|财政|人力资源和社会保障|人力资源社会保障|人力社保|人社|自然资源和规划|自然资源|"
    "规划和自然资源|生态环境|环境保护|环保|住房和城乡建设|住房城乡建设|住房城建|住房和建设|住建|城乡建设|建设|交通运输|"
    "交通|水利|水务|农业农村|农业|农牧|商务|投资促进|招商|文化和旅游|文化广电旅游|文化广电和旅游|文广旅|文旅|文化|旅游|"
    "卫生健康|卫健|退役军人事务|退役军人|应急管理|应急|审计|外事|外办|国有资产|国资|市场监督管理|市场监管|工商|质监|"
    "广播电视|广电|新闻出版|体育|统计|医疗保障|医保|地方金融监管|地方金融监督管理|地方金融|金融工作|金融监管|金融|能源|"
    "粮食和物资储备|粮食物资|粮食和储备|粮食|林业和草原|林业|林草|园林绿化|园林|绿化市容|药品监督管理|药监|药品监管|"
    "知识产权|大数据|数据|政务服务|行政审批|政务|数字化|综合行政执法|综合执法|城市管理|城管|城市运行|机关事务|信访|"
    "人防|人民防空|扶贫|乡村振兴|海洋|渔业|畜牧|供销|侨务|港澳|台办|台港澳|研究室|政府研究室|参事|档案|地方志|史志|"
    "地震|气象|税务|邮政|烟草|盐务|消防|总工会|妇联|残联|文联|社科联|工商联|科协|侨联|红十字|贸促|团委|法院|检察院|"
    "中级人民法院|人民检察院|法制|安监|安全监管|安全生产|食品药品|食药|口岸|公积金|住房公积金|公共资源|国家安全|监狱|"
    "戒毒|核工业|煤炭|煤管|物价|价格|人才|老干部|老龄|移民|水库移民|支援合作|合作交流|经合|口岸办|政府办|接待|保密|"
    "机要|城建|规划|国土|房产|房管|农经|农机|农办|文物|中医药|医改|国动|国防动员|跑改|改革|自贸|开放|服务业|轨道|铁路|"
    "民航|土储|土地储备|土地收储|房屋征收|征收|港口|港航|航运|公路|河长|治水|卫计|经发|农发|经济发展|社会发展|社发|"
    "经合|文体|文教|教科|科经|住保|资规|自规|农水|水务|海渔|海洋发展|城乡规划|民族|综治|政法|农林|农技|双创|营商环境|"
    "招商引资|两新|产业发展|交警|消防救援";
static const char PARTY_STEMS[] =
    "办公厅|办公室|组织部|宣传部|统战部|政法委|网信办|编办|编委办|改革办|深改办|军民融合办|外事办|外办|财经办|老干部局|"
    "老干部|党校|政研室|政策研究室|直属机关工委|机关工委|直属工委|巡察办|巡视办|台办|台工办|农办|农工办|依法治|党史|"
    "党研室|讲师团|国安办|审计办|人才办|两新工委|教育工委|社会工作部|社工部|保密|机要|文明办|教科|统一战线|政法";
static const char DEPARTMENT_ENDS[] =
    "厅|总局|局|委员会|委|办公室|办|法院|检察院|总工会|妇联|残联|文联|社科联|工商联|科协|侨联|团委|"
    "供销社|红十字会|贸促会|研究室|中心|院|总社";
/* What only a body of a province or lower is called without saying where it belongs. */
static const char LOCAL_ENDS[] = "局|委|办|办公室|厅|支队|大队|中队|执法队|工作部|武装部|人武部|党群部|服务中心";
static const char TOWN_ENDS[] = "办|办公室|所|站|中心|队|工作部|武装部";
static const char NATIONAL[] = "中国|国家|国务院|中央|武警|全国|最高|人行|人民银行|国网|长江|黄河|珠江|太湖|驻|中石|"
                               "中铁|中航|团省委|团市委|团县委|团区委|团州委|共青团";
/* Bodies of the centre whatever stands before them. */
static const char CENTRAL_ENDS[] = "总局|管委会|组委会|银保监局|银保监分局|监管分局|省委|市委|县委|区委|州委|证监局|"
                                   "海事局|署|外汇局|外汇管理局|铁路局|铁路监管局|铁路监督管理局|民航局|空管局|"
                                   "专员办|能监办|煤监局|监管局分局|金融监管分局|通信管理局|调查队|调查总队";
static const char LEVELS[] = "自治区|自治州|自治县|省|市|县|区|州|盟|旗|兵团|镇|乡|街道";

static bool has_stem(const struct keyed *k, uint32_t from, uint32_t to, bool party)
{
    return (party || keyed_ends(k, from, to, DEPARTMENT_ENDS)) &&
           keyed_starts(k, from, to, party ? PARTY_STEMS : STEMS);
}

/* 市场监管局, 区域合作办, 镇江海关 start with a level's character that is no level. */
static bool false_level(const struct keyed *k, uint32_t from, uint32_t to)
{
    return !keyed_starts(k, from, to, "市监委") &&
           keyed_starts(
               k, from, to,
               "市场|市监|市容|市民卡|市民服务|市民中心|市政园林|市政工程|市政公用|市政设施|市政管理|县域|区域|"
               "区块|省际|州际|省会|省属|市属|县属|区属|市直|省直|县直|区直|镇江|镇海|镇远|镇雄|镇原|镇街|"
               "镇村|乡村|乡镇|乡城|乡宁|街道办") > 0;
}

/* The party's body behind a level: 市|委|组织部, 区|党工委|政法工作部; its bytes, 0 when there is none. */
static uint32_t party_at(const struct keyed *k, uint32_t i, uint32_t to)
{
    if (keyed_starts(k, i, to, "委员|委办局"))
        return 0;
    return keyed_starts(k, i, to, "党工委|党委|工委|委");
}

/* Does what stands before a level at i name its place (云山|区, 开发|区)?  Not 社区, 西部地区, nor another department. */
static bool is_place(const struct keyed *k, uint32_t from, uint32_t i)
{
    uint32_t chars = keyed_count(k, from, i);
    return chars >= 2 && chars <= 6 && !keyed_ends(k, from, i, "地|社|景|辖|片|小|军|灾|牧|城|旅") &&
           !keyed_holds(k, from, i, "局|部|委|办|公司|中心|银行|集团|海关");
}

uint32_t unitlevel_prefix(const struct keyed *k, uint32_t from, uint32_t to, bool *party)
{
    *party = false;
    if (unitname_many(k, from, to) || false_level(k, from, to))
        return 0;
    for (uint32_t i = from, chars = 0; i < to && chars < 10 && keyed_han(k, i); chars++) {
        uint32_t bytes = keyed_starts(k, i, to, LEVELS);
        uint32_t rest = i + bytes + keyed_starts(k, i + bytes, to, "管委会|党工委管委会");
        bool town = keyed_ends(k, i, i + bytes, "镇|乡|街道") > 0;
        bool place = i > from && is_place(k, from, i) && (!town || keyed_ends(k, rest, to, TOWN_ENDS));
        if (bytes && rest < to && !false_level(k, i, to) && (i == from || place || bytes > 3)) {
            uint32_t body = party_at(k, rest, to);
            if (body) {
                rest += body;
                *party = rest < to && (has_stem(k, rest, to, true) || has_stem(k, rest, to, false) ||
                                       keyed_ends(k, rest, to, "部|办|委|局|校|室|会|厅"));
                return *party ? rest - from : 0;
            }
            bool local = keyed_ends(k, rest, to, LOCAL_ENDS) && keyed_count(k, rest, to) >= 3;
            if (has_stem(k, rest, to, false) || keyed_starts(k, rest, to, "政府办") || (place && local) ||
                (i == from && keyed_ends(k, rest, to, DEPARTMENT_ENDS) && keyed_count(k, rest, to) >= 2) ||
                (i == from && keyed_ends(k, rest, to, "工作部|人武部|武装部|队|所")))
                return rest - from;
            if (i > from)
                return 0;
        }
        i += keyed_step(k, i);
    }
    return 0;
}

/* 能源局 (of what stands before it), not 杭州海关, 国家能源局, 各地财政局. */
static bool lacks_level(const struct keyed *k, uint32_t from, uint32_t to)
{
    bool has_party;
    uint32_t chars = keyed_count(k, from, to);
    return chars >= 2 && chars <= 16 && !keyed_starts(k, from, to, NATIONAL) && !place_starts(k, from, to) &&
           !unitname_many(k, from, to) && !unitlevel_prefix(k, from, to, &has_party);
}

enum unitlevel unitlevel_of_bare(const struct keyed *k, uint32_t from, uint32_t to, bool party, bool town)
{
    bool stem = party && has_stem(k, from, to, true), ends = false;
    if (!stem && keyed_ends(k, from, to, CENTRAL_ENDS))
        return UNITLEVEL_OWN;
    stem = stem || (!keyed_ends(k, from, to, "部") && has_stem(k, from, to, false));
    if (!stem)
        ends = keyed_count(k, from, to) <= 10 && keyed_ends(k, from, to, town ? TOWN_ENDS : LOCAL_ENDS);
    if (!(stem || ends) || !lacks_level(k, from, to))
        return UNITLEVEL_OWN;
    return stem ? UNITLEVEL_LACKS : UNITLEVEL_MAY_LACK;
}

/* ---- over a list ---- */

struct said {
    struct text level, party; /* 省, 省委; empty */
    bool town;
};

static bool read_level(struct unitpieces *p, const struct unitpiece *piece, struct said *out)
{
    bool party;
    uint32_t bytes = unitlevel_prefix(&p->k, piece->from, piece->to, &party);
    if (!bytes)
        return false;
    uint32_t level = bytes;
    if (party)
        level -= keyed_ends(&p->k, piece->from, piece->from + bytes, "党工委|党委|工委|委");
    *out = (struct said){ .level = keyed_text(&p->k, piece->from, piece->from + level) };
    if (party)
        out->party = keyed_text(&p->k, piece->from, piece->from + bytes);
    out->town = keyed_ends(&p->k, piece->from, piece->from + level, "镇|乡|街道") > 0;
    return true;
}

/*
 * The first level of a list that has but one: for the names before it (财政局、市教育局).  Not a province's: its 厅 need none.
 */
static bool only_level(struct unitpieces *p, struct said *out)
{
    struct said found;
    bool any = false;
    for (uint32_t i = 0; i < p->count; i++) {
        if (!read_level(p, &p->items[i], &found))
            continue;
        if (any && !text_equal(found.level, out->level))
            return false;
        if (!any)
            *out = found;
        any = true;
    }
    return any;
}

static bool is_party(const struct keyed *k, const struct unitpiece *piece)
{
    return keyed_ends(k, piece->from, piece->to,
                      "部|党校|政法委|网信办|编办|改革办|老干部局|政研室|机关工委|工委|巡察办|台办|编委办") > 0;
}

void unitpieces_carry_level(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    struct said said = { 0 }, only = { 0 };
    bool one = only_level(p, &only), any_sure = false;
    for (uint32_t i = 0; i < p->count; i++)
        any_sure |= text_empty(p->items[i].head) && text_empty(p->items[i].tail) &&
                    unitlevel_of_bare(k, p->items[i].from, p->items[i].to, false, false) == UNITLEVEL_LACKS;
    for (uint32_t i = 0; i < p->count; i++) {
        struct unitpiece *piece = &p->items[i];
        bool behind = text_empty(said.level);
        if (read_level(p, piece, &said) || !text_empty(piece->head) || !text_empty(piece->tail))
            continue;
        const struct said *level = behind && one ? &only : &said;
        bool province =
            span_ends(text_span(level->level), SPAN("省")) || span_ends(text_span(level->level), SPAN("自治区"));
        if (text_empty(level->level) || (behind && province))
            continue;
        enum unitlevel bare = unitlevel_of_bare(k, piece->from, piece->to, !text_empty(level->party), level->town);
        if (bare == UNITLEVEL_OWN)
            continue;
        piece->head = !text_empty(level->party) && is_party(k, piece) ? level->party : level->level;
        /* 区财政局、农发局: what 农发局 is short for nobody can look up; 财政局、市教育局: the level comes behind. */
        piece->guessed = behind || !one || (bare == UNITLEVEL_MAY_LACK && !any_sure);
    }
}
