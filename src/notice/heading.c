/* SPDX-License-Identifier: MIT */
#include "notice/heading.h"

#include <string.h>

#include "text/utf8.h"
#include "wording/label.h"

enum { NAME_CHARS_MAX = 4, HEADING_CHARS_MAX = 40 };

static const char COMPOUND_SURNAMES[] =
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|"
    "公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|"
    "拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|公户|梁丘|左丘|东门|西门|第五|贺兰|完颜|爱新|叶赫|那拉|"
    "沙吾|阿不|买买|努尔|艾尔";
static const char SURNAMES[] = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘"
                               "葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛"
                               "雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明"
                               "臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强"
                               "贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲"
                               "邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠"
                               "甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉"
                               "戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂"
                               "索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍卻璩桑桂濮牛寿通边扈燕"
                               "冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎"
                               "戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶"
                               "空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公"
                               "肖付代闫覃佟佘商苟信仝郇晋逢初揭楼岳帅缑亢况有琴归海墨哈谯笪年阳佴言福兰洛丛朴禚原税迟"
                               "鹿卿阿旦格扎洛多桑丹才旺仁祁青";
static const char RANKS[] = "常务副|第一副|代理|副|代";
static const char OFFICES[] =
    "省长助理|市长助理|县长助理|秘书长|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|专员|主席|主任|书记|"
    "局长|厅长|部长|委员长|理事长|董事长|总经理|院长|校长|行长|处长|科长|总监|政委|司令员|巡视员|调研员|督察长|检察长|"
    "党组成员|常委|委员|同志|领导";
static const char ROLES[] =
    "主抓|牵头负责|牵头|领衔|分管负责|分管|包抓|主管|领办|联系|督办|负责|统筹|协调|挂帅|挂钩|包联|抓|主持";

static const char PARTERS[] = "、|,|和|与|及| ";

/* A name of 2 to 4 characters with a surname before it; 努尔·白克力 by its dot. */
bool heading_name(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim(k, &from, &to);
    uint32_t chars = 0;
    for (uint32_t i = from; i < to; i += keyed_step(k, i)) {
        if (k->key[i] == ' ')
            continue;
        if (!keyed_han(k, i) && !keyed_starts(k, i, to, "·"))
            return false;
        chars++;
    }
    if (chars >= 3 && chars <= 14 && keyed_holds(k, from, to, "·"))
        return true;
    if (chars < 2 || chars > NAME_CHARS_MAX ||
        keyed_starts(k, from, to,
                     "各|有关|相关|全省|全市|全县|全区|由|分管|联系|副|常务|原|代|本|市级|县级|省级|市政府|县政府|"
                     "省政府|区政府|党组|党委|市委|县委|省委|区委|常委"))
        return false;
    if (keyed_starts(k, from, to, COMPOUND_SURNAMES))
        return true;
    char surname[8] = { 0 };
    uint32_t bytes = keyed_step(k, from);
    memcpy(surname, k->key + from, bytes < sizeof surname ? bytes : sizeof surname - 1);
    return chars <= 3 && strstr(SURNAMES, surname) != NULL;
}

/* The office that starts at i with its ranks: 常务副省长; bytes, or 0. */
static uint32_t office_at(const struct keyed *k, uint32_t i, uint32_t to)
{
    uint32_t ranks = keyed_starts(k, i, to, RANKS);
    uint32_t level =
        keyed_starts(k, i + ranks, to, "省政府|市政府|县政府|区政府|省委|市委|县委|区委|省|市|县|区|州|政府|党委|党组");
    uint32_t at = i + ranks;
    uint32_t office = keyed_starts(k, at, to, OFFICES);
    if (!office && level) {
        uint32_t inner = keyed_starts(k, at + level, to, RANKS);
        office = keyed_starts(k, at + level + inner, to, OFFICES);
        office = office ? office + level + inner : 0;
    }
    return office ? ranks + office : 0;
}

/* The end of a name at from, up to one of some words; 0 when it is none. */
static uint32_t name_until(const struct keyed *k, uint32_t from, uint32_t to, const char *ends)
{
    uint32_t chars = 0;
    for (uint32_t i = from; i < to && chars <= NAME_CHARS_MAX; i += keyed_step(k, i), chars++)
        if (i > from && keyed_starts(k, i, to, ends) && heading_name(k, from, i))
            return i;
    return 0;
}

/* 袁家军省长…: a name, then one office or several (市委常委、副市长). */
static bool name_first(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out,
                       uint32_t *end)
{
    uint32_t chars = 0;
    for (uint32_t i = from; i < to && chars < 16; i += keyed_step(k, i), chars++) {
        uint32_t office = i > from ? office_at(k, i, to) : 0;
        /* 王林（副市长）牵头 */
        if (i > from && k->key[i] == '(' && (office = office_at(k, i + 1, to)) > 0 && heading_name(k, from, i) &&
            i + 1 + office < to && k->key[i + 1 + office] == ')') {
            out->leader = keyed_squeezed(arena, k, from, i);
            out->title = keyed_text(k, i + 1, i + 1 + office);
            *end = i + 2 + office;
            return true;
        }
        if (!office || !heading_name(k, from, i))
            continue;
        *end = i + office;
        for (uint32_t bytes; (bytes = keyed_starts(k, *end, to, "、|,")) > 0;) {
            uint32_t more = office_at(k, *end + bytes, to);
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
        (office_at(k, at, to) && office_first(arena, k, at, to, &one, &end)))
        return end;
    return name_until(k, at, to, ROLES);
}

/* 市委常委、常务副市长张三牵头…, 副县长（李四）: the office, then the name up to the word of the role. */
static bool office_first(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out,
                         uint32_t *end)
{
    uint32_t at = from, last = from;
    for (uint32_t chars = 0; at < to && chars < 24; chars++) {
        uint32_t office = office_at(k, at, to);
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
        if ((stop || parter) && heading_name(k, name, i) && (stop || leader_end(arena, k, i + parter, to))) {
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
    bool bare = !text_empty(out->role) && heading_name(k, from, to);
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
