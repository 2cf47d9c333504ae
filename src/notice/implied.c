/* SPDX-License-Identifier: MIT */
#include "notice/implied.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* A notice has one or two, of a unit or two. */
enum { IMPLIED_MAX = 8, IMPLIED_UNITS_MAX = 16, CLAUSE_BYTES_MAX = 600 };

/* The sentence round i: from a mark, or the bracket that holds it, to the next. */
static void sentence_of(const struct keyed *k, uint32_t i, uint32_t *from, uint32_t *to)
{
    uint32_t start = i, end = i, depth = 0;
    for (; start > *from && i - start < CLAUSE_BYTES_MAX; start -= keyed_back(k, start)) {
        depth += k->key[start - 1] == ')';
        if (keyed_ends(k, *from, start, "。|;") || (k->key[start - 1] == '(' && depth-- == 0))
            break;
    }
    for (depth = 0; end < *to && end - i < CLAUSE_BYTES_MAX; end += keyed_step(k, end)) {
        depth += k->key[end] == '(';
        if (keyed_starts(k, end, *to, "。|;") || (k->key[end] == ')' && depth-- == 0))
            break;
    }
    *from = start;
    *to = end;
}

/* Where the units of such a sentence stand: between 均需 and the verb, or before 均为责任单位. */
static bool find_units(const struct keyed *k, uint32_t from, uint32_t to, uint32_t *units_from, uint32_t *units_to)
{
    static const char BY[] = "均需由|均须由|均需|均须|均由|均应由|均应|均请|都由|都需";
    static const char VERBS[] = "落实|负责|配合|参与|参加|抓好|按职责|贯彻|实施|共同|分别|结合实际|统筹|协同";
    for (uint32_t i = from, by = 0, bytes; i < to; i += keyed_step(k, i)) {
        if (!by && (bytes = keyed_starts(k, i, to, "均为责任单位|均为配合单位|均为参与单位|均为落实单位")) > 0) {
            *units_from =
                from + keyed_starts(k, from, to, "以下各项任务|以下各项工作|以下各项|以下任务|以下工作|以下事项|以下");
            *units_to = i;
            return *units_to > *units_from;
        }
        if (!by && (bytes = keyed_starts(k, i, to, BY)) > 0)
            by = i + bytes;
        if (by && i > by && keyed_starts(k, i, to, VERBS)) {
            *units_from = by;
            *units_to = i;
            return true;
        }
    }
    return false;
}

/* The sentence of [from, to) that leaves units out, and which.  False when there is none. */
static bool find_clause(const struct keyed *k, uint32_t from, uint32_t to, struct implied *out)
{
    for (uint32_t i = from; i < to; i += keyed_step(k, i)) {
        if (!keyed_starts(k, i, to, "以下"))
            continue;
        uint32_t a = from, b = to, units_from, units_to;
        sentence_of(k, i, &a, &b);
        bool holds = keyed_holds(k, a, b, "不再|不另|不一一|不逐一|不重复|不单列");
        if (holds && find_units(k, i, b, &units_from, &units_to))
            a = i;
        else if (!holds || !find_units(k, a, b, &units_from, &units_to)) {
            i = b > i + 6 ? b - keyed_back(k, b) : i; /* further ones of this sentence tell no more */
            continue;
        }
        out->units = keyed_text(k, units_from, units_to);
        out->clause = keyed_text(k, a, b);
        return true;
    }
    return false;
}

void implied_read(struct notice *notice)
{
    size_t cap = 0;
    struct implied *items = NULL;
    for (uint32_t i = 0; i < notice->tokens_count; i++) {
        struct token *token = &notice->tokens[i];
        const struct keyed *k = &notice->lines[token->line_idx].k;
        struct implied found = { .line_idx = token->line_idx };
        if (token->kind == TOKEN_MARK || token->kind == TOKEN_FIELD ||
            !find_clause(k, token->body_from, token->body_to, &found))
            continue;
        if (token->kind == TOKEN_REMARK) {
            token->reason = N_("后面各项省去的单位");
            token->doubtful = notice->implied_count == IMPLIED_MAX;
        }
        if (notice->implied_count == IMPLIED_MAX)
            continue;
        unitlist_parse(notice->arena, found.units, &found.list);
        if (found.list.count > IMPLIED_UNITS_MAX)
            continue;
        MEM_GROW(items, (size_t)notice->implied_count + 1, cap);
        items[notice->implied_count++] = found;
        notice_doubt(notice, notice->lines[token->line_idx].no,
                     _("“%.*s”：此后各项都补上“%.*s”参与；也可能只管这一部分"), TEXT_ARG(found.clause),
                     TEXT_ARG(found.units));
    }
    notice->implied = arena_array(notice->arena, (size_t)notice->implied_count + 1, sizeof *items);
    if (notice->implied_count)
        memcpy(notice->implied, items, notice->implied_count * sizeof *items);
    free(items);
}

bool implied_is(const struct notice *notice, struct text remark)
{
    for (uint32_t i = 0; i < notice->implied_count; i++)
        if (memmem(remark.at, remark.bytes, notice->implied[i].clause.at, notice->implied[i].clause.bytes))
            return true;
    return false;
}

static bool has(const struct unitlist *list, struct text name)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].name, name))
            return true;
    return false;
}

static void add_item(struct notice *n, struct unitlist *list, const struct unitlist_item *item, struct text clause)
{
    struct unitlist_item *items = arena_array(n->arena, (size_t)list->count + 1, sizeof *items);
    memcpy(items, list->items, list->count * sizeof *items);
    items[list->count] = *item;
    items[list->count++].role = ROLE_SUPPORT;
    list->items = items;
    list->notes = arena_more(n->arena, list->notes, list->notes_count, sizeof *list->notes);
    list->notes[list->notes_count++] = clause;
    list->wording = text_printf(n->arena, "%.*s、%.*s", TEXT_ARG(list->wording), TEXT_ARG(item->name));
}

void implied_add(struct notice *notice, struct unitlist *list, uint32_t line_idx, bool all_lead)
{
    for (uint32_t i = 0; i < notice->implied_count && notice->implied[i].line_idx < line_idx && list->count; i++) {
        const struct unitlist *implied = &notice->implied[i].list;
        for (uint32_t u = 0; u < implied->count; u++) {
            if (has(list, implied->items[u].name))
                continue;
            /* Whoever is listed keeps the role that the list alone would give. */
            for (uint32_t j = 0; !list->roles_given && j < list->count; j++)
                list->items[j].role = all_lead || j == 0 ? ROLE_LEAD : ROLE_SUPPORT;
            list->roles_given = list->roles_given || all_lead;
            add_item(notice, list, &implied->items[u], notice->implied[i].clause);
        }
    }
}
