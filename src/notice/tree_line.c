/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "notice/page_tail.h"
#include "notice/tree.h"

/* What a line is to the lines and the item above it. */

struct item *tree_item(struct item_tree *t, uint32_t idx)
{
    return &t->notice->items[idx];
}

const struct keyed *tree_key(struct item_tree *t, const struct token *token)
{
    return &t->notice->lines[token->line_idx].k;
}

bool tree_whole_line(struct item_tree *t, uint32_t token_idx)
{
    const struct token *token = &t->notice->tokens[token_idx];
    const struct token *next = token_idx + 1 < t->notice->tokens_count ? token + 1 : NULL;
    return token->kind == TOKEN_TEXT && token->starts_line && (!next || next->line_idx != token->line_idx);
}

bool tree_is_signature(struct item_tree *t, uint32_t i)
{
    enum { SIGN_MAX = 4 };
    const struct token *token = &t->notice->tokens[i];
    uint32_t date = i + 1;
    while (date < t->notice->tokens_count && date < i + SIGN_MAX && tree_whole_line(t, date) &&
           !page_tail_closes(tree_key(t, token - i + date), token[date - i].body_from, token[date - i].body_to))
        date++;
    if (date >= t->notice->tokens_count || date == i + SIGN_MAX || !tree_whole_line(t, i) || !tree_whole_line(t, date))
        return false;
    for (uint32_t j = i; j < date; j++) {
        const struct token *above = &t->notice->tokens[j];
        if (!page_tail_signs(tree_key(t, above), above->body_from, above->body_to))
            return false;
    }
    return true;
}

bool tree_goes_on(struct item_tree *t, uint32_t i)
{
    struct notice *n = t->notice;
    struct token *token = &n->tokens[i];
    struct token *above = i > 0 ? &n->tokens[i - 1] : NULL;
    if (!above || above->item_idx == NO_IDX || token->cell || !token->starts_line || t->pending != NO_IDX ||
        (above->kind != TOKEN_LIST && above->kind != TOKEN_FIELD) || above->bracketed)
        return false;
    const struct keyed *k = tree_key(t, token), *up = tree_key(t, above);
    uint32_t from = above->body_from, to = above->body_to;
    if (tree_is_signature(t, i) || page_tail_closes(k, token->body_from, token->body_to) ||
        unitlist_is_note(k, token->body_from, token->body_to))
        return false;
    keyed_trim(up, &from, &to);
    bool empty = from >= to, open = !empty && keyed_ends(up, from, to, "、|,|和|及") > 0;
    if (above->kind == TOKEN_FIELD)
        return empty && keyed_count(k, token->body_from, token->body_to) <= 60;
    if (empty || open || keyed_ends(up, from, to, ";"))
        return duty_list_bare(k, token->body_from, token->body_to) || open;
    /* One unit a line, unless the line heads the next part, whose numbers start anew. */
    bool heads_next = i + 1 < n->tokens_count && n->tokens[i + 1].kind == TOKEN_MARK && n->tokens[i + 1].marker.no == 1;
    return !heads_next && tree_whole_line(t, i) && !keyed_ends(up, from, to, "。") &&
           !keyed_holds(k, token->body_from, token->body_to, "。") &&
           (i + 1 < n->tokens_count && n->tokens[i + 1].kind != TOKEN_LIST) &&
           duty_list_bare(k, token->body_from, token->body_to);
}

/* 任务名称：新建学校 … 任务名称：改造医院: does the line have the title that the item at hand began with? */
static bool titled_alike(struct item_tree *t, const struct token *token)
{
    const struct token *first = &t->notice->tokens[tree_item(t, t->current)->token_idx];
    const struct keyed *k = tree_key(t, token), *up = tree_key(t, first);
    uint32_t bytes = 0;
    while (token->body_from + bytes < token->body_to && k->key[token->body_from + bytes] != ':')
        bytes++;
    return first->body_to > first->body_from + bytes && token->body_from + bytes < token->body_to &&
           memcmp(up->key + first->body_from, k->key + token->body_from, bytes + 1) == 0;
}

bool tree_is_content(struct item_tree *t, const struct token *token)
{
    const struct keyed *k = tree_key(t, token);
    uint32_t from = token->body_from, to = token->body_to;
    keyed_trim(k, &from, &to);
    if (unitlist_is_note(k, from, to) || titled_alike(t, token))
        return false;
    for (uint32_t i = from, chars = 0; i < to && chars < 9; i += keyed_step(k, i), chars++)
        if (k->key[i] == ':')
            return chars >= 2 && i + 1 < to &&
                   keyed_holds(k, from, i,
                               "目标|措施|举措|要求|进度|标准|成果|内容|备注|安排|步骤|计划|节点|考核|任务");
    return false;
}

bool tree_introduces(struct item_tree *t, uint32_t i)
{
    const struct token *token = &t->notice->tokens[i];
    const struct keyed *k = tree_key(t, token);
    uint32_t from = token->body_from, to = token->body_to;
    keyed_trim(k, &from, &to);
    return keyed_ends(k, from, to, ":") && keyed_count(k, from, to) <= 12 && token[1].marker.no == 1 &&
           token[1].marker.kind > tree_item(t, t->current)->marker.kind;
}
