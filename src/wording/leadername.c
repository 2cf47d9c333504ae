/* SPDX-License-Identifier: MIT */
#include "wording/leadername.h"

#include <string.h>

/* A name with its titles. */
enum { NAME_MAX_BYTES = 120, NAME_CHARS_MAX = 4 };

/* Compound surnames that people of today bear. */
static const char COMPOUND[] =
    "欧阳|上官|司马|东方|独孤|南宫|闻人|夏侯|诸葛|尉迟|赫连|澹台|皇甫|濮阳|公冶|申屠|公孙|慕容|"
    "钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|呼延|端木|百里|东郭|西门|拓跋|轩辕|完颜";
/* Further ones, and how names of other peoples begin. */
static const char RARE[] =
    "太史|万俟|公羊|宗政|太叔|仲孙|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|"
    "夹谷|段干|南门|羊舌|微生|公户|梁丘|左丘|东门|第五|贺兰|爱新|叶赫|那拉|沙吾|阿不|买买|努尔|艾尔";
static const char SURNAMES[] =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙"
    "池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍卻璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰"
    "巢关蒯相查后荆红游竺权逯盖益桓公肖付代闫覃佟佘商苟信仝郇晋逢初揭楼岳帅缑亢况有琴归海墨哈谯笪年阳佴言福兰洛丛朴禚"
    "原税迟鹿卿阿旦格扎洛多桑丹才旺仁祁青";
static const char PARTERS[] = "、|,|;|/|\n|；|，";
static const char OFFICES[] = "省长助理|市长助理|县长助理|区长助理|秘书长|委员长|理事长|董事长|总经理|检察长|督察长|"
                              "省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|局长|厅长|部长|院长|校长|行长|处长|科长|"
                              "专员|主席|主任|书记|党组成员|常委|委员|政委|司令员|巡视员|调研员|总监|同志|领导";
static const char RANKS[] = "常务副|第一副|代理|副|代|原";
/* What stands before a colon or in brackets and is no title, and where a name would stand and there is none. */
static const char PARTS[] = "领导|责任人|负责人|牵头人|包抓人|牵头|配合|协助|分管|主抓|包抓|负责";
static const char NO_TITLES[] = "牵头|配合|协助|分管|主抓|包抓|负责|总负责|兼|同志";
static const char NOBODY[] = "无|暂无|待定|空缺";
static const char LEVELS[] = "省政府|市政府|县政府|区政府|政府|省委|市委|县委|区委|州委|党委|党组|省|市|县|区|州";

bool leadername_is(const struct keyed *k, uint32_t from, uint32_t to)
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
    if (keyed_starts(k, from, to, COMPOUND) || keyed_starts(k, from, to, RARE))
        return true;
    char surname[8] = { 0 };
    uint32_t bytes = keyed_step(k, from);
    memcpy(surname, k->key + from, bytes < sizeof surname ? bytes : sizeof surname - 1);
    return chars <= 3 && strstr(SURNAMES, surname) != NULL;
}

uint32_t leadername_office(const struct keyed *k, uint32_t at, uint32_t to)
{
    uint32_t rank = keyed_starts(k, at, to, RANKS);
    uint32_t office = keyed_starts(k, at + rank, to, OFFICES);
    if (office)
        return rank + office;
    uint32_t level = keyed_starts(k, at + rank, to, LEVELS);
    if (!level)
        return 0;
    uint32_t inner = keyed_starts(k, at + rank + level, to, RANKS);
    office = keyed_starts(k, at + rank + level + inner, to, OFFICES);
    return office ? rank + level + inner + office : 0;
}

/* One name: 张三, 副市长张三, 张三副市长, 张三（副市长）, 副市长：张三, 责任领导：张三. */
static struct leader_name read_one(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to)
{
    struct leader_name one = { 0 };
    uint32_t bytes;
    keyed_trim(k, &from, &to);
    for (uint32_t at = from; at < to; at += keyed_step(k, at)) /* 责任领导：张三, where one field has several labels */
        if (k->key[at] == ':' && keyed_ends(k, from, at, PARTS))
            from = at + 1;
    keyed_trim(k, &from, &to);
    uint32_t title_from = from;
    while (from < to && (bytes = leadername_office(k, from, to)) > 0)
        from += bytes;
    if (from > title_from && from < to) {
        one.title = keyed_text(k, title_from, from);
        from += keyed_starts(k, from, to, ":| ");
    } else {
        from = title_from;
    }
    uint32_t end = from;
    while (end < to && k->key[end] != '(' && !(end > from && leadername_office(k, end, to)))
        end += keyed_step(k, end);
    if (end < to && text_empty(one.title)) {
        uint32_t name_to = end;
        uint32_t inner_to = k->key[end] == '(' ? keyed_close(k, end, to) : to;
        end += k->key[end] == '(';
        if (!keyed_equals(k, end, inner_to, NO_TITLES))
            one.title = keyed_text(k, end, inner_to);
        end = name_to;
    }
    if (keyed_count(k, from, end) > 2 && keyed_ends(k, from, end, "等")) /* 张三等: the list stays open */
        end -= keyed_back(k, end);
    if (from < end && (keyed_han(k, from) || (k->key[from] | 32) >= 'a') && !keyed_equals(k, from, end, NOBODY))
        one.name = keyed_squeezed(arena, k, from, end);
    return one;
}

static uint32_t skip_offices(const struct keyed *k, uint32_t from, uint32_t to)
{
    for (uint32_t bytes = 1; from < to && bytes; from += bytes)
        bytes = k->key[from] == ' ' ? 1 : leadername_office(k, from, to);
    return from;
}

/* The end of what stands at `at` up to a blank, a bracket or a mark that parts names; no name is longer. */
static uint32_t token_end(const struct keyed *k, uint32_t at)
{
    uint32_t to = at + NAME_MAX_BYTES;
    while (at < k->bytes && at < to && k->key[at] != ' ' && k->key[at] != '(' &&
           !keyed_starts(k, at, k->bytes, PARTERS))
        at += keyed_step(k, at);
    return at;
}

/*
 * Do a blank or 和 at `at`, so many bytes, part two names?  张三 李四, 县长张三 副县长李四, 张三和李四; not 张　三, 欧阳 明,
 * 副县长 张三, 张三 副县长, 张三 （副县长）, 李和平, 周永和副县长.
 */
static bool parts_names(const struct keyed *k, uint32_t from, uint32_t at, uint32_t bytes)
{
    uint32_t right = at + bytes;
    if (at == from || k->key[at - 1] == ' ' || at - from > NAME_MAX_BYTES)
        return false;
    while (right < k->bytes && k->key[right] == ' ')
        right++;
    uint32_t right_to = token_end(k, right), right_count = keyed_count(k, right, right_to);
    if (right_count == 1 && k->key[at] == ' ' && k->key[right_to] == ' ') /* 张三 李 四 */
        right_count = 1 + (keyed_count(k, right_to + 1, token_end(k, right_to + 1)) == 1);
    if (right_count < 2 || !keyed_han(k, right) || skip_offices(k, right, right_to) == right_to)
        return false;
    uint32_t left_count = 0;
    for (uint32_t i = skip_offices(k, from, at); i < at; i += keyed_step(k, i))
        left_count += k->key[i] != ' ';
    return left_count > 1 && (keyed_han_before(k, at) || k->key[at - 1] == ')');
}

/* The bytes of what parts two names at `at`, 0 when nothing does. */
static uint32_t parter_at(const struct keyed *k, uint32_t from, uint32_t at)
{
    uint32_t bytes = keyed_starts(k, at, k->bytes, PARTERS);
    uint32_t soft = bytes ? 0 : keyed_starts(k, at, k->bytes, " |和|与|及");
    return soft && parts_names(k, from, at, soft) ? soft : bytes;
}

uint32_t leadername_split(struct arena *arena, struct text field, struct leader_name *names, uint32_t max)
{
    struct keyed k = keyed_make(arena, field);
    uint32_t count = 0, depth = 0;
    for (uint32_t from = 0, at = 0; at <= k.bytes && count < max;) {
        uint32_t parter = at < k.bytes && !depth ? parter_at(&k, from, at) : 0;
        if (at < k.bytes && !parter) {
            depth += k.key[at] == '(';
            depth -= depth && k.key[at] == ')';
            at += keyed_step(&k, at);
            continue;
        }
        struct leader_name one = read_one(arena, &k, from, at);
        /* 市委常委、副市长张三: what holds no name is the title of the next. */
        if (!text_empty(one.name) && leadername_office(&k, from, at) != at - from)
            names[count++] = one;
        at += parter ? parter : 1;
        from = at;
    }
    return count;
}

struct text leadername_surname(struct text name)
{
    struct arena arena = { 0 };
    struct keyed k = keyed_make(&arena, name);
    uint32_t bytes = 0;
    if (keyed_count(&k, 0, k.bytes) > 1 && !keyed_holds(&k, 0, k.bytes, "·|•|・|‧|.")) {
        bytes = keyed_count(&k, 0, k.bytes) > 2 ? keyed_starts(&k, 0, k.bytes, COMPOUND) : 0;
        bytes = bytes ? bytes : keyed_step(&k, 0);
    }
    struct text surname = text_slice(name, 0, bytes ? keyed_at(&k, bytes) : 0);
    arena_fini(&arena);
    return surname;
}
