/* SPDX-License-Identifier: MIT */
#include "wording/unitname.h"

/* Longer endings stand before the shorter ones they end in: what the exceptions name must not be caught by 会 or 部. */
static const char ENDINGS[] =
    "厅|局|委|署|政府|办公室|中心|公司|集团|支行|分行|总行|银行|农信联社|联社|供销社|大学|学院|总队|支队|大队|"
    "妇联|残联|文联|社联|社科联|工商联|侨联|科协|作协|记协|工商联合会|委员会|管委会|协会|学会|商会|联合会|总会|工会|"
    "基金会|"
    "研究会|促进会|贸促会|组委会|执委会|筹委会|组委|理事会|红十字会|证监会|银监会|保监会|银保监会|常委会|监委会|"
    "街道|办事处|镇|乡|部门|单位|机构|海关|总站|边检站|检查站|观测站|医院|法院|检察院|研究院|科学院|工程院|社科院|"
    "设计院|"
    "农科院|国务院|研究所|材料所|监测站|服务站|交警队|派出所|税务所|司法所|处|科|室|股|馆|电视台|广播台|总台|报社|"
    "通讯社|出版社|新华社|学校|中学|小学|"
    "技工院校|院校|高校|企业|兵团|领导小组|指挥部|联席会议|专班|工作组|工作小组|协调小组|党校|党委|党组|党工委|政协|"
    "人大|监委|纪委|"
    "团委|团省委|团市委|团县委|团区委|各地|实验室|园区|开发区|高新区|军区|军分区|人武部|武警|电网|铁塔|电信|移动|联通|"
    "烟草|邮政|供电所|公积金|"
    "水务|城投|交投|国投|文旅集团|报业|办|部|院|行政学院|署|行|站|团省委|博物院|红会";
static const char NO_ENDINGS[] =
    "社会|全部|内部|外部|干部|东部|西部|中部|南部|北部|局部|承办|主办|协办|举办|申办|督办|交办|联办|会办|经办|住院|"
    "入院|出院|"
    "学科|医科|专科|本科|好处|用处|各处|到处|执行|推行|实行|进行|运行|试行|先行|银行业|现行|发行|举行|履行|施行|难处|"
    "教室|课室|领域|网站|车站|电站|"
    "水站|驿站|品牌部|大局|格局|布局|结局|全局|开局|破局|市局部|委托|原委|街道社区|特殊部|创办|开办|兴办|筹办|新办|"
    "闵行|合办|自办|快办|通办|代办|好办|即办|网办|所有单位和|出行|通行|飞行|旅行|步行";

bool unitname_complete(const struct keyed *k, uint32_t from, uint32_t to)
{
    if (keyed_ends_any(k, from, to, NO_ENDINGS))
        return false;
    if (to > from && k->key[to - 1] == ')') {
        /* The alias or the explanation behind a name. */
        for (uint32_t open = to - 1, depth = 0; open > from; open--) {
            depth += k->key[open] == ')';
            if (k->key[open] == '(' && --depth == 0)
                return unitname_complete(k, from, open);
        }
        return false;
    }
    uint32_t bytes = keyed_ends_any(k, from, to, ENDINGS);
    /* 各地区 is a body, 省贫困地区 is not. */
    if (!bytes && unitname_many(k, from, to))
        bytes = keyed_ends_any(k, from, to, "地区|地方");
    return bytes && (to - from > bytes || bytes >= 6) && keyed_count(k, from, to) >= 2;
}

static const char PLACES[] = "市|县|区|旗|州|盟|省|兵团";

bool unitname_place(const struct keyed *k, uint32_t from, uint32_t to)
{
    /* 杭州 ends in 州 and is no 州. */
    return keyed_ends_any(k, from, to, PLACES) && keyed_count(k, from, to) >= (keyed_ends(k, from, to, "州") ? 3 : 2) &&
           !keyed_ends_any(k, from, to, "城市|大都市|门市|超市|股市|楼市|上市|军区|社区|地区市|景区|小区|辖区");
}

uint32_t unitname_government(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t bytes = keyed_ends_any(k, from, to,
                                    "党委和人民政府|党委和政府|党委政府|人民政府办公室|政府办公室|人民政府|政府|"
                                    "党工委管委会|管理委员会|管委会|人武部|公安局");
    if (!bytes || bytes >= to - from || !unitname_place(k, from, to - bytes))
        return 0;
    return bytes;
}

static const char MANY[] =
    "地方各级|其他各有关|其他相关|其他有关|其它相关|其它有关|其他各|各有关|各相关|各级各有关|各级|各|有关|相关|其他|"
    "其它|全省各|"
    "全市各|全县各|"
    "全区各|全国各|沿海相关|沿海各|沿海|沿江|沿线各|沿线|沿河|沿湖|所在地|属地|项目所在地|涉及的|涉及|所涉|试点|省内|"
    "市内|当地|事发地|国务院有关|国务院相关|国务院各|"
    "省级有关|省级相关|市级有关|市级相关|市级各|省级各|县级有关|县级相关|省直有关|省直相关|省直各|省直属其他|市直有关|"
    "市直相关|市直各|县直有关|县直相关|县直各|区直有关|区直相关|区直各|省有关|省相关|省各|市有关|市相关|市各|"
    "县有关|县相关|县各|区有关|区相关|区各|中央有关|中央和国家机关有关|中央和国家机关|全体|所有|首批";

uint32_t unitname_many(const struct keyed *k, uint32_t from, uint32_t to)
{
    return keyed_starts_any(k, from, to, MANY);
}

static const char LEVELS[] = "盟行政公署|行政公署|盟行署|地州市|旗县市|盟市|旗县|设区的市|设区市|地级市|县级市|"
                             "计划单列市|地级以上市|自治区|直辖市|自治州|自治县|自治旗|"
                             "特别行政区|特区|林区|行署|地区|区县市|县市区|市县区|市区县|县区|区县|市县|市州|州市|州|"
                             "盟|旗|省|市|县|区|地|团场|师";

uint32_t unitname_level(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t bytes = keyed_starts_any(k, from, to, LEVELS);
    if (bytes && from + bytes < to && k->key[from + bytes] == '(') {
        uint32_t close = keyed_close(k, from + bytes, to);
        if (close < to && close - from < 60)
            bytes = close + 1 - from;
    }
    return bytes;
}

bool unitname_generic(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t paren = from;
    while (paren < to && k->key[paren] != '(')
        paren++;
    if (paren < to && k->key[to - 1] == ')')
        to = paren;
    return keyed_equals_any(k, from, to,
                            "镇乡|乡镇|镇街|街镇|镇办|镇|乡|街道|街道办事处|街道办|办事处|苏木|村|社区|镇街道|乡镇街道|"
                            "开发区|高新区|新区|园区|工业园区|产业园区|产业集聚区|功能区|"
                            "管委会|管理委员会|开发区管委会|园区管委会|新区管委会|功能区管委会|部门|单位|直属单位|"
                            "直属机构|委办局|企业|国有企业|"
                            "市属国有企业|高校|高等院校|高等学校|镇政府|镇人民政府|乡政府|乡人民政府|乡镇政府|"
                            "乡镇人民政府|乡镇党委|人民团体|"
                            "农场|林场|行业协会|科研院所|金融机构|医疗机构|学校|地区|集团|市属企业|度假区");
}

/* Stems of departments, as they stand between prefix and ending; tried as a head of the bare name. */
static const char STEMS[] =
    "发展和改革|发展改革|发改|经济和信息化|经济信息化|经信|工业和信息化|工信|科学技术|科技|教育|教体|公安|民政|"
    "民族宗教|民族事务|民宗|司法|财政|"
    "人力资源和社会保障|人力资源社会保障|人力社保|人社|自然资源和规划|自然资源|规划和自然资源|生态环境|环境保护|环保|"
    "住房和城乡建设|住房城乡建设|住房城建|住房和建设|住建|"
    "城乡建设|建设|交通运输|交通|水利|水务|农业农村|农业|农牧|商务|投资促进|招商|文化和旅游|文化广电旅游|"
    "文化广电和旅游|文广旅|文旅|文化|旅游|卫生健康|卫健|"
    "退役军人事务|退役军人|应急管理|应急|审计|外事|外办|国有资产|国资|市场监督管理|市场监管|工商|质监|广播电视|广电|"
    "新闻出版|体育|统计|医疗保障|医保|"
    "地方金融监管|地方金融监督管理|地方金融|金融工作|金融监管|金融|能源|粮食和物资储备|粮食物资|粮食和储备|粮食|"
    "林业和草原|林业|林草|园林绿化|园林|绿化市容|药品监督管理|药监|药品监管|知识产权|大数据|数据|"
    "政务服务|行政审批|政务|数字化|综合行政执法|综合执法|城市管理|城管|城市运行|机关事务|信访|人防|人民防空|扶贫|"
    "乡村振兴|海洋|渔业|畜牧|"
    "供销|侨务|港澳|台办|台港澳|研究室|政府研究室|参事|档案|地方志|史志|地震|气象|税务|邮政|烟草|盐务|消防|总工会|妇联|"
    "残联|文联|社科联|工商联|"
    "科协|侨联|红十字|贸促|团委|法院|检察院|中级人民法院|人民检察院|法制|安监|安全监管|安全生产|食品药品|食药|口岸|"
    "公积金|住房公积金|公共资源|国家安全|监狱|戒毒|核工业|煤炭|煤管|物价|价格|人才|老干部|老龄|移民|水库移民|支援合作|"
    "合作交流|经合|口岸办|政府办|接待|保密|机要|"
    "城建|规划|国土|房产|房管|农经|农机|农办|文物|中医药|医改|国动|国防动员|跑改|改革|自贸|开放|服务业|轨道|铁路|民航|"
    "港口|港航|航运|公路|河长|治水";
static const char PARTY_STEMS[] =
    "办公厅|办公室|组织部|宣传部|统战部|政法委|网信办|编办|编委办|改革办|深改办|军民融合办|外事办|外办|财经办|"
    "老干部局|老干部|党校|政研室|政策研究室|直属机关工委|机关工委|直属工委|巡察办|巡视办|台办|台工办|农办|农工办|"
    "依法治|党史|党研室|讲师团|"
    "国安办|审计办|人才办|两新工委|教育工委|社会工作部|社工部|保密|机要|文明办|教科|统一战线|政法";
static const char DEPARTMENT_ENDS[] =
    "厅|总局|局|委员会|委|办公室|办|法院|检察院|总工会|妇联|残联|文联|社科联|工商联|科协|侨联|团委|"
    "供销社|红十字会|贸促会|研究室|中心|院|总社";
static const char PROVINCES[] =
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|"
    "四川|贵州|云南|"
    "西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|中国|国家|国务院|中央|全国|人行|人民银行|国网|长江|黄河|珠江|太湖";

static bool has_stem(const struct keyed *k, uint32_t from, uint32_t to, bool party)
{
    uint32_t stem = keyed_starts_any(k, from, to, party ? PARTY_STEMS : STEMS);
    if (!stem)
        return false;
    return party || keyed_ends_any(k, from, to, DEPARTMENT_ENDS);
}

/* 市场监管局, 区域合作办 start with a level's character that is no level. */
static bool false_level(const struct keyed *k, uint32_t from, uint32_t to)
{
    return keyed_starts_any(k, from, to,
                            "市场|市容|市民卡|市民服务|市民中心|市政园林|市政工程|市政公用|市政设施|市政管理|县域|区域|"
                            "区块|省际|州际|省会|省属|市属|县属|区属|市直|省直|县直|区直") > 0;
}

uint32_t unitname_prefix(const struct keyed *k, uint32_t from, uint32_t to, bool *party)
{
    *party = false;
    if (false_level(k, from, to) || unitname_many(k, from, to))
        return 0;
    uint32_t chars = 0;
    for (uint32_t i = from; i < to && chars < 10 && keyed_han(k, i); chars++) {
        uint32_t bytes = keyed_starts_any(k, i, to, "自治区|自治州|自治县|省|市|县|区|州|盟|旗|兵团");
        uint32_t rest = i + bytes;
        if (bytes && rest < to && !false_level(k, i, to) && (i == from || chars >= 2 || bytes > 3)) {
            if (keyed_starts(k, rest, to, "委") && !keyed_starts(k, rest, to, "委员")) {
                rest += 3;
                *party = rest < to && has_stem(k, rest, to, true);
                if (*party || (rest < to && keyed_ends_any(k, rest, to, "部|办|委|局|校|室|会|厅")))
                    return *party = true, rest - from;
                return 0;
            }
            if (has_stem(k, rest, to, false) || keyed_starts(k, rest, to, "政府办") ||
                (i == from && keyed_ends_any(k, rest, to, DEPARTMENT_ENDS) && keyed_count(k, rest, to) >= 2))
                return rest - from;
            if (i > from)
                return 0;
        }
        i += keyed_step(k, i);
    }
    return 0;
}

bool unitname_takes_prefix(const struct keyed *k, uint32_t from, uint32_t to, bool party, bool *sure)
{
    uint32_t chars = keyed_count(k, from, to);
    *sure = false;
    if (chars < 2 || chars > 16 || keyed_starts_any(k, from, to, PROVINCES) || unitname_many(k, from, to))
        return false;
    bool has_party;
    if (unitname_prefix(k, from, to, &has_party))
        return false;
    if (keyed_starts_any(k, from, to, "团省委|团市委|团县委|团区委|团州委|共青团"))
        return false;
    if (party && has_stem(k, from, to, true))
        return *sure = true;
    if (keyed_ends(k, from, to, "部") || keyed_ends_any(k, from, to, "总局|管委会|组委会|银保监局|证监局|海事局|署"))
        return false;
    if (has_stem(k, from, to, false))
        return *sure = true;
    return chars <= 8 && keyed_ends_any(k, from, to, "厅|局|委|办|办公室");
}

/* 国务院相关部门|和|单位, 各级党委|和|政府 are one; so is what 其他 completes (组委会办公室及其他成员单位). */
static bool one_body(const struct keyed *k, uint32_t left_to, uint32_t from, uint32_t right, uint32_t to)
{
    if (keyed_equals_any(k, right, to,
                         "单位|机构|组织|企业|事业单位|企事业单位|政府|人民政府|人员|团体|个人|直属机构|直属单位|地方|"
                         "部门|国家机关"))
        return true;
    return keyed_starts_any(k, right, to, "其他成员|其它成员|其成员|其下属|其所属|其直属|其派出|其管委会") ||
           (keyed_starts(k, right, to, "成员单位") && left_to > from);
}

static bool divides(const struct keyed *k, uint32_t from, uint32_t left_to, uint32_t right, uint32_t to)
{
    if (left_to <= from || right >= to || one_body(k, left_to, from, right, to))
        return false;
    bool right_whole = unitname_complete(k, right, to) || unitname_many(k, right, to);
    if (unitname_complete(k, from, left_to) && right_whole)
        return true;
    /* 各设区市及义乌市政府 stays one; 各地区及…, 各市和省级有关部门 do not. */
    if (unitname_many(k, from, left_to))
        return unitname_many(k, right, to) && right_whole;
    return unitname_place(k, from, left_to) && (unitname_government(k, right, to) || unitname_place(k, right, to));
}

uint32_t unitname_conjunction(const struct keyed *k, uint32_t from, uint32_t to, uint32_t *bytes)
{
    enum { CONJUNCTIONS_MAX = 12 };
    uint32_t depth = 0, tries = 0;
    *bytes = 0;
    for (uint32_t i = from; i < to && to - from < 600; i += keyed_step(k, i)) {
        if (k->key[i] == '(' || keyed_starts(k, i, to, "“"))
            depth++;
        else if ((k->key[i] == ')' || keyed_starts(k, i, to, "”")) && depth > 0)
            depth--;
        *bytes = depth ? 0 : keyed_starts_any(k, i, to, "以及|及|和|与");
        if (!*bytes)
            continue;
        if (++tries > CONJUNCTIONS_MAX)
            break;
        /* What is right of it may hold further conjunctions: it is whole when its first name is. */
        uint32_t right_to = to;
        for (uint32_t j = i + *bytes; j < to; j += keyed_step(k, j))
            if (keyed_starts_any(k, j, to, "及|和|与") && unitname_complete(k, i + *bytes, j)) {
                right_to = j;
                break;
            }
        if (divides(k, from, i, i + *bytes, right_to))
            return i;
    }
    return to;
}
