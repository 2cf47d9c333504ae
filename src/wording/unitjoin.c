/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "wording/unitlevel.h"
#include "wording/unitname.h"
#include "wording/unitpiece.h"

/* What may stand behind the last level word of 各市、县（市、区）政府. */
static bool closes_levels(const struct keyed *k, uint32_t from, uint32_t to)
{
    return keyed_equals(k, from, to,
                        "政府|人民政府|党委政府|党委和政府|党委和人民政府|党委|党政|有关部门|相关部门|有关单位|"
                        "管委会|党工委|各部门|政府有关部门|政府相关部门|政府部门|主管部门");
}

/* 各市、县（市、区）政府 and 各省、自治区、直辖市人民政府 are one name with separators of its own. */
static void join_levels(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    uint32_t out = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        struct unitpiece piece = p->items[i];
        uint32_t many = unitname_many(k, piece.from, piece.to);
        uint32_t level = unitname_level(k, piece.from + many, piece.to);
        uint32_t last = i, end = piece.from + many + level;
        bool closed = false;
        while (level && end == p->items[last].to && last + 1 < p->count && !closed) {
            const struct unitpiece *next = &p->items[last + 1];
            uint32_t bytes = unitname_level(k, next->from, next->to);
            bool pure = bytes && next->from + bytes == next->to;
            closed = bytes && !pure && closes_levels(k, next->from + bytes, next->to);
            if (!(pure || closed) || next->before == SEPARATOR_SEMICOLON || text_empty(next->tail) == false)
                break;
            end = next->to;
            last++;
        }
        if (last > i && (many || closed)) {
            piece.to = p->items[last].to;
            piece.whole_to = p->items[last].whole_to;
            piece.segment_no = p->items[last].segment_no;
            i = last;
        }
        p->items[out++] = piece;
    }
    p->count = out;
}

/* 各镇、街道 → 各镇, 各街道. */
static void share_many(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    struct text head = { 0 };
    for (uint32_t i = 0; i < p->count; i++) {
        struct unitpiece *piece = &p->items[i];
        uint32_t many = unitname_many(k, piece->from, piece->to);
        /* Behind 各县（市、区）人民政府, the 高新区 is one. */
        bool zone = i > 0 &&
                    (piece->before == SEPARATOR_COMMA || !text_empty(piece->tail) ||
                     keyed_equals(k, piece->from, piece->to, "高新区|经开区|新区|高新区管委会|经开区管委会")) &&
                    keyed_ends(k, piece[-1].from, piece[-1].to, "政府") &&
                    keyed_holds(k, piece->from, piece->to, "高新区|新区|度假区|开发区|经开区");
        if (many && many < piece->to - piece->from)
            head = keyed_text(k, piece->from, piece->from + many);
        else if (!text_empty(head) && piece->before != SEPARATOR_SEMICOLON && !zone &&
                 !keyed_starts(k, piece->from, piece->to, "省属|市属|县属|区属") && /* whose is said */
                 unitname_generic(k, piece->from, piece->to))
            piece->head = head;
        else
            head = (struct text){ 0 };
    }
}

/* 各乡镇党委、政府 → 各乡镇党委, 各乡镇政府: whose government it is stands before the party's body. */
static void share_party_of_many(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    for (uint32_t i = 1; i < p->count; i++) {
        const struct unitpiece *party = &p->items[i - 1];
        uint32_t body = keyed_ends(k, party->from, party->to, "党委|党工委");
        if (body && unitname_many(k, party->from, party->to) && p->items[i].before == SEPARATOR_DUN &&
            keyed_equals(k, p->items[i].from, p->items[i].to, "政府|人民政府|管委会"))
            p->items[i].head = keyed_text(k, party->from, party->to - body);
    }
}

static bool is_bare_place(const struct keyed *k, const struct unitpiece *piece)
{
    uint32_t chars = keyed_count(k, piece->from, piece->to);
    return chars >= 2 && chars <= 3 && !keyed_ends(k, piece->from, piece->to, "市|县|区|盟|旗|省") &&
           !unitname_complete(k, piece->from, piece->to) &&
           unitlevel_of_bare(k, piece->from, piece->to, false, false) == UNITLEVEL_OWN &&
           !keyed_holds(k, piece->from, piece->to,
                        "等|部|局|办|委|厅|(|发改|经信|工信|财政|人社|住建|科技|教育|公安|交通|水利|商务|文旅|卫健|"
                        "应急|审计|环保|民政|司法");
}

/* The level's character that a text ends in, or starts with: 市, 县, 區; NULL when there is none. */
static const char *level_of(struct text text, bool end)
{
    static const char *const LEVELS[] = { "市", "县", "区", "州", "縣", "區" };
    for (size_t i = 0; i < sizeof LEVELS / sizeof LEVELS[0]; i++)
        if (end ? span_ends(text_span(text), span_of(LEVELS[i])) : span_starts(text_span(text), span_of(LEVELS[i])))
            return LEVELS[i];
    return NULL;
}

/* 城关镇、龙湾镇政府 → 城关镇政府; 东街街道、西街街道办事处 → 东街街道办事处. A name of its own, such as 各镇, takes none. */
static void share_towns(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    struct text tail = { 0 };
    for (uint32_t i = p->count; i-- > 0;) {
        struct unitpiece *piece = &p->items[i];
        uint32_t ending = keyed_ends(k, piece->from, piece->to, "人民政府|政府|办事处"), to = piece->to - ending;
        bool office = ending ? keyed_ends(k, to, piece->to, "办事处") : text_equal(tail, TEXT("办事处"));
        bool town = keyed_ends(k, piece->from, to, office ? "街道" : "镇|乡") &&
                    keyed_count(k, piece->from, to) > (office ? 2 : 1) && !unitname_many(k, piece->from, to);
        if (ending || !town)
            tail = town ? keyed_text(k, to, piece->to) : (struct text){ 0 };
        else if (!text_empty(tail) && text_empty(piece->tail))
            piece->tail = tail;
    }
}

/* 温州市、苍南县政府 → 温州市政府, 苍南县政府; 杭州、宁波市政府 → 杭州市政府, 宁波市政府. */
static void share_endings(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    struct text tail = { 0 };
    const char *level = NULL; /* of the place that the ending was said with */
    bool of_zone = false;
    for (uint32_t i = p->count; i-- > 0;) {
        struct unitpiece *piece = &p->items[i];
        uint32_t government = unitname_government(k, piece->from, piece->to);
        if (government || !text_empty(piece->tail)) {
            tail = government ? keyed_text(k, piece->to - government, piece->to) : piece->tail;
            uint32_t place_to = piece->to - government;
            level = level_of(keyed_text(k, piece->from, place_to), true);
            of_zone = government && keyed_ends(k, piece->from, piece->to, "管委会|管理委员会");
            const char *said = government ? NULL : level_of(tail, false);
            if (said && tail.bytes > 3)
                level = said, tail = text_slice(tail, 3, tail.bytes);
            continue;
        }
        bool many = unitname_many(k, piece->from, piece->to) > 0;
        bool zone =
            keyed_ends(k, piece->from, piece->to,
                       "新区|开发区|园区|高新区|功能区|度假区|管理区|保税区|试验区|示范区|集聚区|合作区|港区") > 0;
        if (!text_empty(tail) && !many && !keyed_ends(k, piece->from, piece->to, "兵团") &&
            unitname_place(k, piece->from, piece->to) && (!of_zone || zone)) {
            piece->tail = tail;
        } else if (!text_empty(tail) && level && !many && !of_zone && is_bare_place(k, piece)) {
            piece->tail = text_printf(p->arena, "%s%.*s", level, TEXT_ARG(tail));
        } else {
            tail = (struct text){ 0 };
        }
    }
}

/* The places before items[i] that share its ending; the ending goes to them as well. */
static uint32_t share_back(struct unitpieces *p, uint32_t i, struct text tail)
{
    uint32_t first = i;
    while (first > 0 && p->items[first].before == SEPARATOR_DUN && is_bare_place(&p->k, &p->items[first - 1]))
        p->items[--first].tail = tail;
    return i - first;
}

/* 济南、青岛市委、市政府 → 济南市委, 青岛市委, 济南市政府, 青岛市政府: the party's body and the government of each place. */
static void share_party(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    for (uint32_t i = 1; i < p->count; i++) {
        struct unitpiece party = p->items[i - 1], *government = &p->items[i];
        bool levelled = keyed_starts(k, government->from, government->to, "市|县|区|州");
        if (!keyed_ends(k, party.from, party.to, "市委|县委|区委|州委") || party.to - party.from <= 6 ||
            government->before != SEPARATOR_DUN || !text_empty(party.head) ||
            !keyed_equals(k, government->from, government->to,
                          "市政府|县政府|区政府|州政府|市人民政府|县人民政府|区人民政府|州人民政府|政府|人民政府"))
            continue;
        const char *level = level_of(keyed_text(k, party.from, party.to - 3), true);
        uint32_t level_from = party.to - 3 - (uint32_t)strlen(level);
        struct text ending = keyed_text(k, government->from, government->to);
        government->head = keyed_text(k, party.from, levelled ? level_from : party.to - 3);
        uint32_t others = share_back(p, i - 1, keyed_text(k, level_from, party.to));
        if (!levelled && others)
            ending = text_printf(p->arena, "%s%.*s", level, TEXT_ARG(ending));
        struct unitpiece *items = arena_array(p->arena, p->count + others, sizeof *items);
        memcpy(items, p->items, i * sizeof *items);
        memcpy(items + i, p->items + i - 1 - others, others * sizeof *items);
        memcpy(items + i + others, p->items + i, (p->count - i) * sizeof *items);
        for (uint32_t n = 0; n < others; n++)
            items[i + n].tail = ending;
        p->items = items;
        p->count = p->cap = p->count + others;
        i += others;
    }
}

void unitpieces_join(struct unitpieces *p)
{
    join_levels(p);
    share_many(p);
    share_party_of_many(p);
    share_endings(p);
    share_towns(p);
    share_party(p);
    unitpieces_carry_level(p);
}
