/* SPDX-License-Identifier: MIT */
#include "notice/token.h"
#include "wording/unitlevel.h"
#include "wording/unitlist.h"
#include "wording/unitname.h"

enum { LIST_BYTES_MAX = 8000 };

static const char VERBS[] = "负责|牵头|配合|参与|参加|落实|实施|承办|主办|协办|分工|协助|推进|指导|职责|按职责分工";

/* How many names of a stretch look like units; *count all of them. */
static uint32_t count_units(const struct keyed *k, uint32_t from, uint32_t to, uint32_t *count)
{
    struct arena scratch = { 0 };
    struct unitlist list;
    unitlist_parse(&scratch, keyed_text(k, from, to), &list);
    uint32_t units = 0;
    for (uint32_t i = 0; i < list.count; i++) {
        struct keyed name = keyed_make(&scratch, list.items[i].name);
        units += unitname_complete(&name, 0, name.bytes) || unitname_place(&name, 0, name.bytes) ||
                 unitname_many(&name, 0, name.bytes);
    }
    *count = list.count;
    arena_fini(&scratch);
    return units;
}

bool duty_list_bare(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t count;
    keyed_trim_marks(k, &from, &to);
    if (to <= from || to - from > LIST_BYTES_MAX)
        return false;
    return count_units(k, from, to, &count) == count && count > 0;
}

uint32_t duty_list_sentence(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t start = from, floor = to > from + 400 ? to - 400 : from, end = to;
    keyed_trim_marks(k, &start, &end);
    for (uint32_t i = end; i > floor; i -= keyed_back(k, i))
        if (keyed_ends(k, floor, i, "。")) {
            start = i;
            break;
        }
    if (start < floor || start >= end)
        return to;
    uint32_t verb = keyed_ends(k, start, end,
                               "负责|牵头|配合|负责落实|参与|参加|分工落实|职责分工|指导督促|督促指导|指导|督促|督导");
    return verb && !unitlist_is_note(k, start, end) && duty_list_bare(k, start, end) ? start : to;
}

enum duty_list duty_list_bracketed(const struct notice_line *line, uint32_t open, uint32_t close)
{
    const struct keyed *k = &line->k;
    uint32_t from = open + 1, to = close, count;
    struct label label;
    keyed_trim_marks(k, &from, &to);
    if (to <= from || to - from > LIST_BYTES_MAX)
        return DUTY_NONE;
    if (label_next(k, from, to, &label) && label.from == from)
        return label.kind == LABEL_UNITS ? DUTY_LIST : DUTY_FIELD;
    if ((unitlist_is_note(k, from, to) || keyed_holds(k, from, to, "不分先后|不分主次")) &&
        keyed_starts(k, from, to,
                     "备注|注:|说明|列|排|责任单位中|责任单位列|责任单位排|责任单位按|责任单位不|牵头单位列|牵头单位排|"
                     "带|标|第一|名列|以上|各项任务|各项工作|各任务|本方案|本清单|涉及多个|凡"))
        return DUTY_NOTE;
    if (unitlist_is_note(k, from, to) && !keyed_holds(k, from, to, "负责,") && count_units(k, from, to, &count) == 0)
        return DUTY_NOTE;
    /* （以下任务各县区均为责任单位，不再单列） */
    if (keyed_starts(k, from, to, "以下") && keyed_holds(k, from, to, "不再|不另|不一一|不逐一|不重复|不单列"))
        return DUTY_NOTE;
    uint32_t behind = close + 1, before = open;
    while (behind < k->bytes && k->key[behind] == ' ')
        behind++;
    while (before > 0 && k->key[before - 1] == ' ')
        before--;
    uint32_t point = keyed_ends(k, 0, before, ".|、"); /* 1.（甲局负责）修桥 */
    bool number = point && before > point && k->key[before - point - 1] >= '0' && k->key[before - point - 1] <= '9';
    bool sentence = before == 0 || number || keyed_ends(k, 0, before, "。|;|,|!|?|)|”|…");
    bool at_end = behind == k->bytes || keyed_starts(k, behind, k->bytes, "。|;|,|(");
    uint32_t end = to;
    /* …负责，排在第一位的部门为牵头部门，下同: the verb stands before the note. */
    uint32_t verb = keyed_ends(k, from, end, VERBS);
    bool inner = keyed_holds(k, from, to, "牵头,|牵头、|牵头;|负责,|负责;|牵头会同|会同");
    if (verb || inner) {
        uint32_t units = count_units(k, from, to, &count);
        return count > 0 && 2 * units >= count && (sentence || at_end || units > 1) ? DUTY_LIST : DUTY_NONE;
    }
    /* Names alone: only where a list would stand. */
    uint32_t rest = behind, end_of_line = k->bytes;
    keyed_trim_marks(k, &rest, &end_of_line);
    bool last = rest >= end_of_line, party;
    bool levelled = keyed_holds(k, from, to, "、|,") || unitlevel_prefix(k, from, to, &party) > 0;
    if (!(last && levelled) && !keyed_ends(k, 0, before, "。|;|!|?") && !(at_end && keyed_ends(k, 0, before, "”")))
        return DUTY_NONE;
    return count_units(k, from, to, &count) == count && count > 0 ? DUTY_LIST : DUTY_NONE;
}
