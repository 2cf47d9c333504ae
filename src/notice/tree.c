/* SPDX-License-Identifier: MIT */
#include "notice/tree.h"
#include "base/mem.h"
#include "notice/heading.h"
#include "notice/page_tail.h"
#include "wording/unitname.h"

/* Tokens → items: what belongs to which number. */

static uint32_t add_item(struct item_tree *t, struct marker marker, uint32_t parent_idx, uint32_t token_idx)
{
    struct notice *n = t->notice;
    MEM_GROW(n->items, n->items_count + 1, n->items_cap);
    n->items[n->items_count] =
        (struct item){ .marker = marker, .parent_idx = parent_idx, .token_idx = token_idx, .task_idx = NO_IDX };
    t->done = false;
    return t->current = (uint32_t)n->items_count++;
}

/* The item that a number goes under: siblings are of one kind, children of a less significant one. */
static uint32_t parent_for(struct item_tree *t, const struct marker *marker)
{
    for (uint32_t i = t->current; i != NO_IDX; i = tree_item(t, i)->parent_idx) {
        const struct item *item = tree_item(t, i);
        if (item->unnumbered)
            continue;
        if (item->marker.kind == marker->kind)
            return item->parent_idx;
        /* 十、 after an unnumbered part goes on beside it; only digits run through. */
        if (item->marker.kind == MARKER_PLAIN && marker->no > 1 && marker->kind < MARKER_DIGIT)
            continue;
        if (item->marker.kind < marker->kind)
            return i;
    }
    return NO_IDX;
}

static bool is_title(const struct keyed *k, uint32_t from, uint32_t to)
{
    return keyed_ends(
        k, from, to,
        "通知|意见|方案|决定|公告|办法|清单|分解表|分工表|一览表|责任分解|任务分解|计划|要点|网站|首页|报告");
}

/* A line before the first number is a heading when other lines of its kind are: 工业经济 / 1.… / 农业农村 / 1.…. */
static bool plain_headings_follow(struct item_tree *t, uint32_t from)
{
    const struct notice *n = t->notice;
    for (uint32_t i = from; i + 2 < n->tokens_count; i++)
        if (n->tokens[i].kind == TOKEN_LIST && n->tokens[i + 2].kind == TOKEN_MARK && tree_whole_line(t, i + 1) &&
            heading_shape(tree_key(t, &n->tokens[i + 1]), n->tokens[i + 1].body_from, n->tokens[i + 1].body_to) &&
            n->tokens[i + 2].marker.kind >= MARKER_DIGIT)
            return true;
    return false;
}

static bool next_is_first(const struct item_tree *t, uint32_t token_idx)
{
    const struct token *next = &t->notice->tokens[token_idx + 1];
    return token_idx + 1 < t->notice->tokens_count && next->kind == TOKEN_MARK && next->marker.no == 1;
}

/* Is the pending line at token_idx, a number behind it, a heading? */
static bool heads(struct item_tree *t, uint32_t token_idx)
{
    const struct token *token = &t->notice->tokens[token_idx];
    const struct keyed *k = tree_key(t, token);
    uint32_t from = token->body_from, to = token->body_to;
    keyed_trim(k, &from, &to);
    bool sure = heading_sure(t->notice->arena, k, from, to);
    if (!sure && !heading_shape(k, from, to))
        return false;
    if (token[1].cell)
        return true;
    /* Where the whole notice is one line, only the words tell. */
    if (!tree_whole_line(t, token_idx) && t->current == NO_IDX && is_title(k, from, to) &&
        keyed_holds(k, from, to, "年"))
        return false;
    if (!tree_whole_line(t, token_idx))
        return sure;
    struct heading leader;
    if (heading_leader(t->notice->arena, k, from, to, &leader))
        return true;
    if (t->current != NO_IDX)
        return true;
    /* 党政办公室 / 1.…: the first of parts by unit. */
    if (next_is_first(t, token_idx) && unitname_complete(k, from, to) && !keyed_holds(k, from, to, "、|,|:") &&
        !is_title(k, from, to))
        return true;
    return !is_title(k, from, to) && (heading_livelihood(k, from, to) ||
                                      (keyed_count(k, from, to) <= 20 && !keyed_holds(k, from, to, ":|>|/|年|号") &&
                                       plain_headings_follow(t, token_idx)));
}

static void add_plain(struct item_tree *t, uint32_t token_idx, const struct marker *next)
{
    struct token *token = &t->notice->tokens[token_idx];
    const struct keyed *k = tree_key(t, token);
    struct marker plain = { MARKER_PLAIN, 0, token->from, token->from, token->from };
    uint32_t parent = NO_IDX;
    /* 民生实事 and a leader's part stand at the top; other headings under the one above them. */
    if (!heading_sure(t->notice->arena, k, token->body_from, token->body_to))
        for (parent = t->current; parent != NO_IDX; parent = tree_item(t, parent)->parent_idx) {
            const struct item *item = tree_item(t, parent);
            if (item->marker.kind == MARKER_PLAIN && !item->unnumbered) {
                parent = item->parent_idx;
                break;
            }
            if (!item->unnumbered && (!next || item->marker.kind < next->kind))
                break;
        }
    token->item_idx = add_item(t, plain, parent, token_idx);
    tree_item(t, t->current)->is_heading = true;
}

/* What to do with the lines that waited: a number comes (next), or the end (NULL). */
static void settle(struct item_tree *t, uint32_t upto, const struct marker *next)
{
    if (t->pending == NO_IDX)
        return;
    if (next && upto > t->pending && t->notice->tokens[upto - 1].kind == TOKEN_TEXT && heads(t, upto - 1))
        add_plain(t, upto - 1, next);
    t->pending = NO_IDX;
}

/* A task that the notice gives no number: beside one of its kind, else below what is at hand. */
static void add_unnumbered(struct item_tree *t, uint32_t token_idx)
{
    uint32_t parent = t->current;
    int no = 1;
    if (parent != NO_IDX && tree_item(t, parent)->unnumbered) {
        no = tree_item(t, parent)->marker.no + 1;
        parent = tree_item(t, parent)->parent_idx;
    }
    add_item(t, (struct marker){ MARKER_CIRCLE, no, 0, 0, 0 }, parent, token_idx);
    tree_item(t, t->current)->unnumbered = true;
    t->notice->tokens[token_idx].item_idx = t->current;
}

/* A unit list comes behind lines without a number: a further part of a numbered task, or a task without a number. */
static void settle_list(struct item_tree *t, uint32_t upto)
{
    struct notice *n = t->notice;
    if (t->pending == NO_IDX)
        return;
    if (t->current != NO_IDX && !tree_item(t, t->current)->unnumbered &&
        tree_item(t, t->current)->marker.kind != MARKER_PLAIN) {
        for (uint32_t i = t->pending; i < upto; i++)
            n->tokens[i].item_idx = t->current;
    } else {
        uint32_t first = upto - 1;
        while (first > t->pending && !n->tokens[first].starts_line)
            first--;
        if (first > t->pending && tree_whole_line(t, first - 1) && t->current != NO_IDX && heads(t, first - 1))
            add_plain(t, first - 1, NULL);
        add_unnumbered(t, first);
        for (uint32_t i = first; i < upto; i++)
            n->tokens[i].item_idx = t->current;
    }
    t->pending = NO_IDX;
}

static bool only_marks(struct item_tree *t, const struct token *token)
{
    uint32_t from = token->body_from, to = token->body_to;
    keyed_trim_marks(tree_key(t, token), &from, &to);
    return from >= to;
}

static void take_text(struct item_tree *t, uint32_t i)
{
    if (tree_goes_on(t, i)) {
        struct token *above = &t->notice->tokens[i - 1], *token = above + 1;
        token->kind = above->kind;
        token->field = above->field;
        token->item_idx = above->item_idx;
        token->hint = above->hint;
        /* The label goes with the units; an empty list above counts no more. */
        if (above->body_from >= above->body_to ||
            keyed_text(tree_key(t, above), above->body_from, above->body_to).bytes == 0)
            token->label = above->label;
        return;
    }
    struct notice *n = t->notice;
    struct token *token = &n->tokens[i];
    if (t->pending != NO_IDX)
        return;
    bool next_is_mark = i + 1 < n->tokens_count && n->tokens[i + 1].kind == TOKEN_MARK;
    bool fresh = t->current == NO_IDX || (t->done && token->starts_line && !only_marks(t, token) && !token->cell);
    /* A sure heading ends an item even when that lacks its unit list. */
    if (!fresh && next_is_mark && (tree_whole_line(t, i) || t->done) && i > 0 && n->tokens[i - 1].kind != TOKEN_MARK &&
        heading_sure(n->arena, tree_key(t, token), token->body_from, token->body_to))
        fresh = true;
    const struct keyed *k = tree_key(t, token);
    /* 市财政局 / 1.…: tasks by unit. */
    if (!fresh && next_is_mark && token[1].marker.no == 1 && tree_whole_line(t, i) && i > 0 &&
        token[-1].kind != TOKEN_MARK && duty_list_bare(k, token->body_from, token->body_to))
        fresh = true;
    if (fresh && t->current != NO_IDX && tree_is_content(t, token))
        fresh = false, token->cell = true;
    if (fresh && t->current != NO_IDX && next_is_mark && tree_introduces(t, i))
        fresh = false;
    bool tail = token->starts_line ? page_tail_closes(k, token->body_from, token->body_to)
                                   : page_tail_at(k, token->body_from, token->body_to) > 0;
    if (fresh || tail || tree_is_signature(t, i)) {
        t->pending = i;
        return;
    }
    token->item_idx = t->current;
}

/* A category in a column of a table heads its rows wherever it stands. */
static void take_category(struct item_tree *t, uint32_t i)
{
    struct marker digit = { .kind = MARKER_DIGIT, .no = 1 };
    settle(t, i, NULL);
    add_plain(t, i, &digit);
}

/* A row of a table without numbers is a task of its own, whatever stands in its other cells. */
static void take_row(struct item_tree *t, uint32_t i)
{
    if (t->pending != NO_IDX && t->notice->tokens[i - 1].kind == TOKEN_TEXT && heads(t, i - 1))
        add_plain(t, i - 1, NULL);
    t->pending = NO_IDX;
    add_unnumbered(t, i);
}

/* 某市人民政府 / 2021年2月9日 / 主办：市政府办公室: what stands below the date is no part of the last task. */
static bool is_below_date(struct item_tree *t, uint32_t i)
{
    if (t->pending == NO_IDX || t->current == NO_IDX || i < t->last_mark || tree_item(t, t->current)->unnumbered)
        return false;
    for (uint32_t j = t->pending; j < i; j++) {
        const struct token *token = &t->notice->tokens[j];
        if (token->kind == TOKEN_TEXT && token->starts_line &&
            page_tail_closes(tree_key(t, token), token->body_from, token->body_to))
            return true;
    }
    return false;
}

static void take_list(struct item_tree *t, uint32_t i)
{
    struct token *token = &t->notice->tokens[i];
    bool contact = token->kind == TOKEN_FIELD && token->field == LABEL_CONTACT;
    if (t->pending != NO_IDX && token->kind != TOKEN_REMARK && !contact && !is_below_date(t, i))
        settle_list(t, i);
    token->item_idx = t->pending == NO_IDX ? t->current : NO_IDX;
    if (t->current == NO_IDX || token->kind == TOKEN_REMARK)
        return;
    if (token->kind == TOKEN_LIST) {
        tree_item(t, t->current)->lists_count++;
        t->done = true;
    }
}

/* 责任领导：王芳 / 1.… / 2.… / 责任领导：陈东 / 3.…: once above the first number, he always heads what follows. */
static bool heads_by_leader(struct item_tree *t, uint32_t i)
{
    struct token *token = &t->notice->tokens[i];
    bool alone = token->kind == TOKEN_FIELD && token->field == LABEL_LEADER && token->starts_line && !token->cell &&
                 !token->bracketed && i + 1 < t->notice->tokens_count && token[1].kind == TOKEN_MARK &&
                 token[1].line_idx != token->line_idx;
    bool first = alone && !t->leader_heads && t->pending == NO_IDX && !t->done && token[1].marker.no == 1;
    t->leader_heads |= alone && (t->current == NO_IDX || first);
    if (!alone || !t->leader_heads || (first && t->current != NO_IDX))
        return false;
    token->kind = TOKEN_TEXT;
    token->body_from = token->from;
    return true;
}

/* 附件：1.发展目标 2.… are none of the points above them. */
static bool is_list_of_annexes(struct item_tree *t, uint32_t i)
{
    const struct token *token = &t->notice->tokens[i], *above = token - 1;
    return i > 0 && i - 1 == t->pending && above->kind == TOKEN_TEXT && above->line_idx == token->line_idx &&
           keyed_count(tree_key(t, above), above->from, above->to) <= 8 &&
           page_tail_closes(tree_key(t, above), above->body_from, above->body_to);
}

void notice_tree(struct notice *notice)
{
    struct item_tree t = { .notice = notice, .current = NO_IDX, .pending = NO_IDX };
    for (uint32_t i = 0; i < notice->tokens_count; i++)
        if (notice->tokens[i].kind == TOKEN_MARK)
            t.last_mark = i;
    for (uint32_t i = 0; i < notice->tokens_count; i++) {
        struct token *token = &notice->tokens[i];
        switch (token->kind) {
        case TOKEN_MARK: {
            bool annexes = is_list_of_annexes(&t, i);
            settle(&t, i, &token->marker);
            uint32_t parent = annexes ? NO_IDX : parent_for(&t, &notice->tokens[i].marker);
            notice->tokens[i].item_idx = add_item(&t, notice->tokens[i].marker, parent, i);
            break;
        }
        case TOKEN_TEXT:
            if (token->heads)
                take_category(&t, i);
            else if (token->row)
                take_row(&t, i);
            else
                take_text(&t, i);
            break;
        case TOKEN_LIST:
        case TOKEN_FIELD:
        case TOKEN_REMARK:
            if (heads_by_leader(&t, i))
                take_category(&t, i);
            else
                take_list(&t, i);
            break;
        }
    }
    settle(&t, (uint32_t)notice->tokens_count, NULL);
}
