/* SPDX-License-Identifier: MIT */
#include "notice/units_guess.h"

#include "wording/keyed.h"
#include "wording/place.h"
#include "wording/unitname.h"

static bool is_city(const struct keyed *k, uint32_t place_to)
{
    if (keyed_ends(k, 0, place_to, "自治州|州|盟"))
        return true;
    return keyed_ends(k, 0, place_to, "市") && place_is_city(k, 0, place_to - 3);
}

static bool is_collective(const struct keyed *k)
{
    uint32_t to = k->bytes;
    if (unitname_many(k, 0, to) || keyed_holds(k, 0, to, "成员单位|、") ||
        (unitname_level(k, 0, to) && keyed_holds(k, 0, unitname_level(k, 0, to), "(|[")))
        return true;
    return keyed_ends(k, 0, to,
                      "有关部门|相关部门|有关单位|相关单位|各部门|各单位|有关部门和单位|相关部门和单位|"
                      "直属其他单位|其他单位|地方政府|各地区|"
                      "有关地区|相关地区|部门|单位|有关地方|各部委|直属机构|各县区|各区县") > 0;
}

static struct unit_guess collective(const struct keyed *k)
{
    uint32_t to = k->bytes;
    struct unit_guess guess = { .kind = UNIT_COLLECTIVE, .coverage = COVERAGE_SOME };
    bool some = keyed_holds(k, 0, to, "有关|相关|沿线|沿海|沿江|沿河|涉及|试点|所在地|属地|事发地|部分");
    bool all = keyed_holds(k, 0, to, "各|全体|所有|成员单位") || unitname_level(k, 0, to);
    if (all && !some)
        guess.coverage = COVERAGE_ALL;
    bool government = keyed_holds(k, 0, to, "政府|地区|地方|市|县|区|州") &&
                      !keyed_holds(k, 0, to, "部门|单位|机构|成员|园区|开发区|企业|镇|乡|街道") &&
                      !keyed_ends(k, 0, to, "委"); /* 各市委 */
    guess.cities = government && keyed_holds(k, 0, to, "设区市|设区的市|地级|市|州|地方|地区");
    guess.counties = government && keyed_holds(k, 0, to, "县|区)|区政府|区人民政府|县区|区县|区、|地方|地区") &&
                     !keyed_holds(k, 0, to, "设区市");
    return guess;
}

static const struct {
    const char *ends, *holds;
    enum unit_kind kind;
    bool local;
} RULES[] = {
    { "法院|检察院", NULL, UNIT_JUDICIAL, false },
    { "总工会|工会|妇联|妇女联合会|残联|残疾人联合会|文联|社科联|工商联|科协|侨联|红十字会|贸促会|作协|记协|协会|商会|"
      "学会|基金会|团委|团省委|团市委|团县委|团区委|青联|学联|台联|共青团|共青团中央|计生协",
      NULL, UNIT_MASS, false },
    { "组织部|宣传部|统战部|政法委|网信办|编办|编委办|纪委|监委|党校|老干部局|改革办|深改办|巡察办|巡视办|军民融合办|"
      "政研室|机关工委|直属工委|文明办|党史研究室|社会工作部|"
      "财经办|国安办|台办|党委|党工委|外事办|农办|行政学院)|依法治省办|依法治市办",
      NULL, UNIT_PARTY, false },
    { NULL, "省委|市委|县委|区委|州委|中央办公厅|党委", UNIT_PARTY, false },
    { "海关|税务局|证监局|银保监局|边检总站|边检站|海事局|邮政管理局|通信管理局|气象局|地震局|中心支行|外汇局|"
      "外汇管理局|调查总队|调查队|民航监管局|空管分局|出入境检验检疫局|"
      "国家金融监管总局监管局|煤监局|铁路监管局|能源监管局|专员办|海警局|金融监管分局|金融监管总局分局",
      NULL, UNIT_CENTRAL, true },
    { NULL, "人行|人民银行|国家统计局", UNIT_CENTRAL, true },
    { NULL, "人民银行", UNIT_DEPARTMENT, false },
    { "公司|集团|银行|支行|分行|联社|电网|铁塔|电信|移动|联通|水务|城投|交投|国投|企业|农商行|报业", NULL,
      UNIT_ENTERPRISE, false },
    { "大学|学院|研究院|研究所|实验室|科学院|社科院|农科院|工程院|材料所|院校|高校|学校|医院", NULL, UNIT_INSTITUTE,
      false },
    { "厅|局|委|办|部|署|新华社|办公室|委员会|行|中心|院|总社|供销社|供销合作社|联合社|站|会|室|馆|总队|支队|大队|"
      "国务院",
      NULL, UNIT_DEPARTMENT, false },
};

struct unit_guess unit_guess(struct text name, bool local)
{
    struct arena scratch = { 0 };
    struct keyed k = keyed_make(&scratch, name);
    struct unit_guess guess = { .kind = UNIT_OTHER };
    uint32_t government = unitname_government(&k, 0, k.bytes);
    if (is_collective(&k)) {
        guess = collective(&k);
    } else if (government && keyed_ends(&k, 0, k.bytes, "政府")) {
        guess.kind = is_city(&k, k.bytes - government) ? UNIT_CITY : UNIT_COUNTY;
    } else {
        for (size_t i = 0; i < sizeof RULES / sizeof RULES[0] && guess.kind == UNIT_OTHER; i++)
            if ((!RULES[i].local || local) && (!RULES[i].ends || keyed_ends(&k, 0, k.bytes, RULES[i].ends)) &&
                (!RULES[i].holds || keyed_holds(&k, 0, k.bytes, RULES[i].holds)))
                guess.kind = RULES[i].kind;
    }
    arena_fini(&scratch);
    return guess;
}
