/* SPDX-License-Identifier: MIT */
#include "wording/unitname.h"

/* Longer endings stand before the shorter ones they end in: what the exceptions name must not be caught by 会 or 部. */
static const char ENDINGS[] =
    "厅|局|委|署|政府|办公室|中心|公司|集团|支行|分行|总行|银行|农信联社|联社|供销社|合作社|总社|大学|学院|总队|支队|"
    "大队|妇联|残联|文联|社联|社科联|工商联|侨联|科协|作协|记协|工商联合会|委员会|管委会|协会|学会|商会|联合会|总会|"
    "工会|基金会|研究会|促进会|贸促会|组委会|执委会|筹委会|组委|理事会|红十字会|证监会|银监会|保监会|银保监会|常委会|"
    "监委会|街道|办事处|镇|乡|部门|单位|机构|海关|总站|边检站|检查站|观测站|医院|法院|检察院|研究院|科学院|工程院|"
    "社科院|设计院|农科院|国务院|研究所|材料所|监测站|服务站|交警队|派出所|税务所|司法所|处|科|室|股|馆|电视台|广播台|"
    "总台|报社|通讯社|出版社|新华社|学校|中学|小学|技工院校|院校|高校|企业|兵团|领导小组|指挥部|联席会议|专班|工作组|"
    "工作小组|协调小组|党校|党委|党组|党工委|政协|人大|监委|纪委|团委|团省委|团市委|团县委|团区委|各地|实验室|园区|"
    "开发区|高新区|军区|军分区|人武部|武警|电网|铁塔|电信|移动|联通|烟草|邮政|供电所|公积金|水务|城投|交投|国投|"
    "文旅集团|报业|办|部|院|行政学院|署|行|站|团省委|博物院|红会|组|司|支行|中队|执法队|居委会|村委会|村民委员会|"
    "属国企|国企|央企|服务队|专员办";
static const char NO_ENDINGS[] =
    "社会|全部|内部|外部|干部|东部|西部|中部|南部|北部|局部|承办|主办|协办|举办|申办|督办|交办|联办|会办|经办|住院|"
    "入院|出院|学科|医科|专科|本科|好处|用处|各处|到处|执行|推行|实行|进行|运行|试行|先行|银行业|现行|发行|举行|履行|"
    "施行|难处|教室|课室|领域|网站|车站|电站|水站|驿站|品牌部|大局|格局|布局|结局|全局|开局|破局|市局部|委托|原委|"
    "街道社区|特殊部|创办|开办|兴办|筹办|新办|闵行|合办|自办|快办|通办|代办|好办|即办|网办|所有单位和|出行|通行|飞行|"
    "旅行|步行|改组|重组|分组|编组|机组|官司|上司|吃司";

bool unitname_complete(const struct keyed *k, uint32_t from, uint32_t to)
{
    if (keyed_ends(k, from, to, NO_ENDINGS))
        return false;
    if (to > from && (k->key[to - 1] == ')' || k->key[to - 1] == ']')) {
        uint32_t open = keyed_open(k, from, to); /* of the alias or the explanation behind a name */
        return open > from && unitname_complete(k, from, open);
    }
    uint32_t bytes = keyed_ends(k, from, to, ENDINGS);
    /* 各地区 is a body, 省贫困地区 is not. */
    if (!bytes && unitname_many(k, from, to))
        bytes = keyed_ends(k, from, to, "地区|地方");
    return bytes && (to - from > bytes || bytes >= 6) && keyed_count(k, from, to) >= 2;
}

static const char PLACES[] = "市|县|区|旗|州|盟|省|兵团";

bool unitname_place(const struct keyed *k, uint32_t from, uint32_t to)
{
    /* 杭州 ends in 州 and is no 州. */
    return keyed_ends(k, from, to, PLACES) && keyed_count(k, from, to) >= (keyed_ends(k, from, to, "州") ? 3 : 2) &&
           !keyed_ends(k, from, to, "城市|大都市|门市|超市|股市|楼市|上市|军区|社区|地区市|景区|小区|辖区");
}

uint32_t unitname_government(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t bytes = keyed_ends(k, from, to,
                                "党委和人民政府|党委和政府|党委政府|人民政府办公室|政府办公室|人民政府|政府|"
                                "党工委管委会|管理委员会|管委会|人武部|公安局");
    if (!bytes || bytes >= to - from || !unitname_place(k, from, to - bytes))
        return 0;
    return bytes;
}

static const char MANY[] =
    "地方各级|其他各有关|其他相关|其他有关|其它相关|其它有关|其他各|各有关|各相关|各级各有关|各级|各|有关|相关|其他|"
    "其它|全省各|全市各|全县各|全区各|全国各|沿海相关|沿海各|沿海|沿江|沿线各|沿线|沿河|沿湖|所在地|属地|项目所在地|"
    "涉及的|涉及|所涉|试点|省内|市内|当地|事发地|国务院有关|国务院相关|国务院各|省级有关|省级相关|市级有关|市级相关|"
    "市级各|省级各|县级有关|县级相关|省直有关|省直相关|省直各|省直属其他|市直有关|市直相关|市直各|县直有关|县直相关|"
    "县直各|区直有关|区直相关|区直各|省有关|省相关|省各|市有关|市相关|市各|县有关|县相关|县各|区有关|区相关|区各|"
    "中央有关|中央和国家机关有关|中央和国家机关|全体|所有|首批";

uint32_t unitname_many(const struct keyed *k, uint32_t from, uint32_t to)
{
    return keyed_starts(k, from, to, MANY);
}

static const char LEVELS[] =
    "省直管市|省直管县|直管市|直管县|盟行政公署|行政公署|盟行署|地州市|旗县市|盟市|旗县|设区的市|设区市|地级市|县级市|"
    "计划单列市|地级以上市|自治区|直辖市|自治州|自治县|自治旗|特别行政区|特区|林区|行署|地区|区县市|县市区|市县区|"
    "市区县|县区|区县|市县|市州|州市|州|盟|旗|省|市|县|区|地|团场|师";

uint32_t unitname_level(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t bytes = keyed_starts(k, from, to, LEVELS);
    if (bytes && from + bytes < to && (k->key[from + bytes] == '(' || k->key[from + bytes] == '[')) {
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
    return keyed_equals(k, from, to,
                        "镇乡|乡镇|镇街|街镇|镇办|镇|乡|街道|街道办事处|街道办|办事处|苏木|村|社区|镇街道|乡镇街道|"
                        "开发区|高新区|新区|园区|工业园区|产业园区|产业集聚区|功能区|管委会|管理委员会|开发区管委会|"
                        "园区管委会|新区管委会|功能区管委会|部门|单位|直属单位|直属机构|委办局|企业|国有企业|"
                        "市属国有企业|高校|高等院校|高等学校|镇政府|镇人民政府|乡政府|乡人民政府|乡镇政府|乡镇人民政府|"
                        "乡镇党委|人民团体|农场|林场|行业协会|科研院所|金融机构|医疗机构|学校|地区|集团|市属企业|"
                        "度假区");
}

uint32_t unitname_before_deng(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t end = to;
    end -= keyed_ends(k, from, end,
                      "有关部门和单位|相关部门和单位|各有关部门|各相关部门|有关部门|相关部门|有关单位|相关单位|"
                      "部门和单位|部门单位|部门|单位");
    return keyed_ends(k, from, end, "等") && end - from > 3 ? end - 3 : to;
}

bool unitname_behind_deng(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    from += keyed_starts(k, from, to, "以及|及|和|与");
    return keyed_starts(k, from, to, "各|其他各") &&
           !keyed_ends(k, from, to, "部门|单位|机构|地区|地方|部委|委办局|方面|成员|个|家") &&
           unitname_complete(k, from, to);
}

static const char CONJUNCTIONS[] = "以及|及|和|与|暨|并";

/* 国务院相关部门|和|单位, 各级党委|和|政府 are one; so is what 其他 completes (组委会办公室及其他成员单位). */
static bool one_body(const struct keyed *k, uint32_t left_to, uint32_t from, uint32_t right, uint32_t to)
{
    if (keyed_equals(k, right, to,
                     "单位|机构|组织|企业|事业单位|企事业单位|政府|人民政府|人员|团体|个人|直属机构|直属单位|地方|"
                     "部门|国家机关"))
        return true;
    return keyed_starts(k, right, to, "其他成员|其它成员|其成员|其下属|其所属|其直属|其派出|其管委会") ||
           (keyed_starts(k, right, to, "成员单位") && left_to > from);
}

static bool divides(const struct keyed *k, uint32_t from, uint32_t left_to, uint32_t right, uint32_t to)
{
    keyed_trim(k, &from, &left_to);
    keyed_trim(k, &right, &to);
    if (left_to <= from || right >= to || one_body(k, left_to, from, right, to))
        return false;
    bool right_whole = unitname_complete(k, right, to) || unitname_many(k, right, to);
    /* 商务局等和各乡镇政府: the list before the conjunction is open. */
    uint32_t open = unitname_before_deng(k, from, left_to);
    if (open < left_to)
        return keyed_count(k, from, open) >= 2 && (right_whole || unitname_place(k, right, to));
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
        *bytes = depth ? 0 : keyed_starts(k, i, to, CONJUNCTIONS);
        /* 商务局等|各乡镇政府 without a word between. */
        if (!depth && !*bytes && i > from && keyed_ends(k, from, i, "等") && unitname_behind_deng(k, i, to) &&
            unitname_complete(k, from, i - 3))
            return i;
        if (!*bytes)
            continue;
        if (++tries > CONJUNCTIONS_MAX)
            break;
        /* What is right of it may hold further conjunctions: it is whole when its first name is. */
        uint32_t right_to = to;
        for (uint32_t j = i + *bytes; j < to; j += keyed_step(k, j))
            if (keyed_starts(k, j, to, CONJUNCTIONS) && unitname_complete(k, i + *bytes, j)) {
                right_to = j;
                break;
            }
        if (divides(k, from, i, i + *bytes, right_to))
            return i;
    }
    *bytes = 0;
    return to;
}
