/* SPDX-License-Identifier: MIT */
#include "notice/emit.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "notice/heading.h"
#include "notice/implied.h"
#include "notice/levels.h"
#include "notice/part.h"
#include "notice/registry.h"
#include "text/utf8.h"

struct emitter {
    struct notice *n;
    struct builder *builder;
    uint32_t *first, *last, *next;                /* tokens of each task: by item, by item, by token; NO_IDX ends */
    uint32_t *task_next, *task_first, *task_last; /* tasks of each heading: by item; [items_count] has no heading */
    uint32_t lists_count, last_task;
    struct buf due, leader, contact; /* of the task at hand */
};

static uint32_t owner_of(const struct notice *n, uint32_t item_idx)
{
    while (item_idx != NO_IDX && n->items[item_idx].absorbed)
        item_idx = n->items[item_idx].parent_idx;
    return item_idx;
}

static void chain(uint32_t *first, uint32_t *last, uint32_t *next, uint32_t of, uint32_t idx)
{
    next[idx] = NO_IDX;
    if (first[of] == NO_IDX)
        first[of] = idx;
    else
        next[last[of]] = idx;
    last[of] = idx;
}

static uint32_t *indices(struct notice *n, size_t count)
{
    uint32_t *idxs = arena_alloc(n->arena, (count + 1) * sizeof *idxs);
    for (size_t i = 0; i <= count; i++)
        idxs[i] = NO_IDX;
    return idxs;
}

/* ---- headings ---- */

/* A heading as printed: number and text, without the fields and lists behind it. */
static struct text heading_text(const struct notice *n, uint32_t item_idx, struct text *bare)
{
    const struct item *item = &n->items[item_idx];
    const struct token *mark = &n->tokens[item->token_idx];
    const struct keyed *k = &n->lines[mark->line_idx].k;
    uint32_t from = mark->kind == TOKEN_MARK ? mark->marker.no_from : mark->body_from, to = mark->body_to;
    const struct token *text = mark + 1, *end = n->tokens + n->tokens_count;
    while (mark->kind != TOKEN_MARK && from < to && (k->key[from] == '#' || k->key[from] == ' '))
        from++;
    if (mark->kind == TOKEN_MARK)
        while (from > mark->from && k->key[from - 1] != ' ' && k->key[from - 1] != '#')
            from -= keyed_back(k, from);
    /* Behind empty cells, in a row that became a heading. */
    while (text < end && text->line_idx == mark->line_idx && (text->kind == TOKEN_REMARK && !text->bracketed))
        text++;
    if (text < end && text->kind == TOKEN_TEXT && text->line_idx == mark->line_idx && text->item_idx == item_idx &&
        (mark->kind == TOKEN_MARK || mark->heads) && text->body_to > to)
        to = text->body_to;
    *bare = mark->kind == TOKEN_MARK ? keyed_text(k, mark->body_to, to) : keyed_text(k, from, to);
    return keyed_text(k, from, to);
}

static void open_section(struct emitter *e, uint32_t item_idx)
{
    struct notice *n = e->n;
    if (item_idx == NO_IDX) {
        builder_section(e->builder, SECTION_GENERAL)->heading = text_of(_("重点工作"));
        return;
    }
    struct heading leader = { 0 }, found;
    bool livelihood = false, led = false;
    struct text no = { 0 }, bare, heading = heading_text(n, item_idx, &bare);
    for (uint32_t i = item_idx; i != NO_IDX; i = n->items[i].parent_idx) {
        struct text own;
        struct marker marker;
        heading_text(n, i, &own);
        struct keyed k = keyed_make(n->arena, own);
        /* 一、 in a cell of a table is no item's number. */
        uint32_t from = marker_read(&k, 0, &marker) && marker.kind == MARKER_HAN ? marker.to : 0;
        if (from && i == item_idx)
            no = keyed_text(&k, marker.no_from, marker.no_to);
        livelihood |= heading_livelihood(&k, 0, k.bytes) && k.bytes < 150;
        if (!led && (led = heading_leader(n->arena, &k, from, k.bytes, &found)))
            leader = found;
    }
    enum section_kind kind = led ? SECTION_LEADER : livelihood ? SECTION_LIVELIHOOD : SECTION_GENERAL;
    struct section *section = builder_section(e->builder, kind);
    section->heading = builder_keep(e->builder, heading);
    const struct item *item = &n->items[item_idx];
    const struct token *mark = &n->tokens[item->token_idx];
    if (item->marker.no_to > item->marker.no_from)
        no = keyed_text(&n->lines[mark->line_idx].k, item->marker.no_from, item->marker.no_to);
    section->no = builder_keep(e->builder, no);
    if (led) {
        section->leader = builder_keep(e->builder, leader.leader);
        section->title = builder_keep(e->builder, leader.title);
        section->role = builder_keep(e->builder, leader.role);
    }
    for (uint32_t i = item_idx; i != NO_IDX; i = n->items[i].parent_idx)
        n->items[i].written = true;
    uint32_t above[MARKERS_COUNT * 2], count = 0;
    for (uint32_t i = item->parent_idx; i != NO_IDX && count < MARKERS_COUNT * 2; i = n->items[i].parent_idx)
        above[count++] = i;
    while (count-- > 0)
        builder_text(e->builder, builder_keep(e->builder, heading_text(n, above[count], &bare)), &section->under);
}

/* ---- tasks ---- */

/* Behind the last list of the notice: the conclusion, glued to the last task. */
static bool is_tail(struct emitter *e, uint32_t item_idx, const struct token *token)
{
    const struct notice *n = e->n;
    const struct keyed *k = &n->lines[token->line_idx].k;
    if (item_idx != e->last_task)
        return false;
    return n->lines_count < 5 || n->tokens[n->items[0].token_idx].line_idx == token->line_idx ||
           keyed_starts(k, token->body_from, token->body_to,
                        "各|附件|国务院|本|以上|请|联系人|抄送|此件|(此件|(本|特此");
}

static struct buf *field_of(struct emitter *e, const struct token *token)
{
    return token->field == LABEL_DUE ? &e->due : token->field == LABEL_LEADER ? &e->leader : &e->contact;
}

static void add_field(struct emitter *e, const struct token *token)
{
    const struct keyed *k = &e->n->lines[token->line_idx].k;
    struct buf *field = field_of(e, token);
    uint32_t from = token->body_from, to = token->body_to;
    keyed_trim_marks(k, &from, &to);
    struct text value = keyed_text(k, from, to);
    if (text_empty(value) || span_equal(text_span(value), buf_view(field)))
        return;
    if (field->bytes)
        buf_string(field, "；");
    if (field->bytes || (token->field == LABEL_CONTACT && keyed_ends(k, token->from, token->body_from, "电话:")))
        buf_printf(field, "%.*s：", TEXT_ARG(token->label));
    buf_text(field, value);
}

static struct text take_field(struct emitter *e, struct buf *field)
{
    struct text kept = { 0 };
    if (field->bytes)
        kept = builder_keep(e->builder, text_composed(buf_view(field)));
    field->bytes = 0;
    return kept;
}

/* 牵头领导 and the like said once at a heading hold for each task below it. */
static void inherit_fields(struct emitter *e, uint32_t item_idx)
{
    struct notice *n = e->n;
    for (uint32_t i = n->items[item_idx].parent_idx; i != NO_IDX; i = n->items[i].parent_idx)
        for (uint32_t t = n->items[i].token_idx; t < n->tokens_count && t < n->items[i].token_idx + 6; t++) {
            struct token *token = &n->tokens[t];
            if (token->item_idx != i || token->kind != TOKEN_FIELD || field_of(e, token)->bytes)
                continue;
            add_field(e, token);
            token->what = IMPORT_FIELD;
            token->doubtful = false;
            token->reason = NULL;
        }
}

/* （甲局）修桥。（乙局）修路。: text stands behind the list; behind the second of （甲局牵头）修桥。（乙局配合） none does. */
static bool stands_before_text(const struct emitter *e, uint32_t t)
{
    enum { LISTS_MAX = 8 };
    const struct token *tokens = e->n->tokens;
    for (int i = 0; i < LISTS_MAX && t != NO_IDX && tokens[t].kind == TOKEN_LIST && tokens[t].bracketed; i++)
        t = e->next[t];
    if (t == NO_IDX || (tokens[t].kind != TOKEN_TEXT && tokens[t].kind != TOKEN_MARK))
        return false;
    uint32_t from = tokens[t].body_from, to = tokens[t].body_to;
    keyed_trim_marks(&e->n->lines[tokens[t].line_idx].k, &from, &to);
    return from < to;
}

static void take_list_token(struct emitter *e, struct part_text *part, struct task *task, uint32_t t)
{
    struct token *token = &e->n->tokens[t];
    task->inline_lists |= token->bracketed;
    if (part->list_first && part->text.bytes && stands_before_text(e, t))
        part_end(part);
    if (part->lists_from == NO_IDX) {
        part->lists_from = t;
        part->list_first = !part->text.bytes && token->bracketed;
    }
    part->lists_to = t;
}

/* A text token goes to the part that is open; behind a unit list a new part starts.  True when it does. */
static bool take_text_token(struct emitter *e, struct part_text *part, uint32_t t)
{
    struct token *token = &e->n->tokens[t];
    const struct keyed *k = &e->n->lines[token->line_idx].k;
    uint32_t from = token->kind == TOKEN_MARK ? token->from : token->body_from;
    uint32_t a = from, b = token->body_to;
    struct text text = keyed_text(k, from, token->body_to);
    keyed_trim_marks(k, &a, &b);
    if (a >= b && part->lists_from != NO_IDX) {
        if (!part_ends_in_mark(text_composed(buf_view(&part->text))))
            buf_text(&part->text, text);
        return false;
    }
    bool starts = part->lists_from != NO_IDX && !token->cell && !(part->list_first && !part->text.bytes);
    if (starts)
        part_end(part);
    /* A further column of a table keeps its name: （备注：…）. */
    if (!text_empty(token->label))
        buf_printf(&part->text, "（%.*s：%.*s）", TEXT_ARG(token->label), TEXT_ARG(token_body(e->n, token)));
    else
        part_append(part, text, token->starts_line, token->cell || token->kind == TOKEN_MARK);
    return starts;
}

/* The units of a task that stands under its unit's name. */
static bool take_units_of_heading(struct emitter *e, const struct item *item)
{
    struct notice *n = e->n;
    struct text unit;
    if (item->parent_idx == NO_IDX || !n->items[item->parent_idx].is_unit)
        return false;
    heading_text(n, item->parent_idx, &unit);
    const struct unitlist *list = unitlist_new(n->arena, unit);
    part_keep_list(n, e->builder->b->parts_count - 1, list);
    registry_list(e->builder, (struct text){ 0 }, list);
    return true;
}

/* Closes the last part; trailing: the text token behind the last list, or NO_IDX. */
static void close_task(struct emitter *e, uint32_t item_idx, struct part_text *part, uint32_t trailing)
{
    struct notice *n = e->n;
    if (part->lists_from != NO_IDX) {
        part_end(part);
    } else if (trailing != NO_IDX && is_tail(e, item_idx, &n->tokens[trailing])) {
        for (uint32_t t = trailing; t != NO_IDX; t = e->next[t]) {
            n->tokens[t].what = IMPORT_SKIPPED;
            n->tokens[t].reason = N_("末项责任单位之后的文字（结语、落款）");
        }
    } else {
        part_end(part);
        if (take_units_of_heading(e, &n->items[item_idx]))
            return;
        struct token *at = &n->tokens[trailing != NO_IDX ? trailing : n->items[item_idx].token_idx];
        at->doubtful = true;
        at->reason = trailing != NO_IDX ? N_("这段文字没有责任单位") : N_("没有责任单位");
    }
}

static void emit_task(struct emitter *e, uint32_t item_idx)
{
    struct notice *n = e->n;
    struct item *item = &n->items[item_idx];
    struct part_text part = {
        .n = n, .builder = e->builder, .next = e->next, .due = &e->due, .lists_from = NO_IDX, .lists_to = NO_IDX
    };
    uint32_t trailing = NO_IDX;
    builder_task(e->builder, item->marker.no);
    uint32_t task_idx = e->builder->b->tasks_count - 1;
    item->task_idx = task_idx;
    for (uint32_t t = e->first[item_idx]; t != NO_IDX; t = e->next[t]) {
        struct token *token = &n->tokens[t];
        if (token->kind == TOKEN_LIST)
            take_list_token(e, &part, &e->builder->b->tasks[task_idx], t);
        else if (token->kind == TOKEN_REMARK && part.lists_from != NO_IDX)
            part.lists_to = t;
        else if (token->kind == TOKEN_REMARK && token->reason)
            continue; /* said already */
        else if (token->kind == TOKEN_FIELD && token->field == LABEL_NOTE)
            part_note(&part, token);
        else if (token->kind == TOKEN_FIELD)
            add_field(e, token);
        else if (!(token->kind == TOKEN_MARK && t == item->token_idx) && take_text_token(e, &part, t))
            trailing = t;
    }
    close_task(e, item_idx, &part, trailing);
    if (item->unnumbered) {
        struct token *mark = &n->tokens[item->token_idx];
        mark->doubtful = true;
        mark->reason = N_("原文没有编号，按次序编了号");
    }
    inherit_fields(e, item_idx);
    struct task *task = &e->builder->b->tasks[task_idx];
    task->due = take_field(e, &e->due);
    task->leader = take_field(e, &e->leader);
    task->contact = take_field(e, &e->contact);
    e->lists_count += part.lists_count;
    buf_fini(&part.text);
}

/* A heading without a task below it stands nowhere. */
static void drop_headings(struct notice *n)
{
    for (uint32_t t = 0; t < n->tokens_count; t++) {
        struct token *token = &n->tokens[t];
        if (token->what != IMPORT_HEADING || token->item_idx == NO_IDX || n->items[token->item_idx].written)
            continue;
        token->what = IMPORT_SKIPPED;
        token->reason = N_("没有任务的标题");
    }
}

uint32_t notice_emit(struct notice *notice, struct builder *builder)
{
    levels_read(notice);
    implied_read(notice);
    struct emitter e = { .n = notice, .builder = builder, .last_task = NO_IDX };
    size_t items = notice->items_count, none = items;
    e.first = indices(notice, items);
    e.last = indices(notice, items);
    e.next = indices(notice, notice->tokens_count);
    e.task_first = indices(notice, items);
    e.task_last = indices(notice, items);
    e.task_next = indices(notice, items);
    for (uint32_t t = 0; t < notice->tokens_count; t++) {
        uint32_t owner = owner_of(notice, notice->tokens[t].item_idx);
        if (owner != NO_IDX && notice->items[owner].is_task)
            chain(e.first, e.last, e.next, owner, t);
    }
    uint32_t *order = indices(notice, items), *order_last = indices(notice, 1), *order_first = indices(notice, 1);
    for (uint32_t i = 0; i < items; i++) {
        if (!notice->items[i].is_task || notice->items[i].absorbed)
            continue;
        uint32_t parent = notice->items[i].parent_idx, key = parent == NO_IDX ? (uint32_t)none : parent;
        if (e.task_first[key] == NO_IDX)
            chain(order_first, order_last, order, 0, key);
        chain(e.task_first, e.task_last, e.task_next, key, i);
        e.last_task = i;
    }
    for (uint32_t key = order_first[0]; key != NO_IDX; key = order[key]) {
        open_section(&e, key == none ? NO_IDX : key);
        for (uint32_t i = e.task_first[key]; i != NO_IDX; i = e.task_next[i])
            emit_task(&e, i);
    }
    buf_fini(&e.due);
    buf_fini(&e.leader);
    buf_fini(&e.contact);
    drop_headings(notice);
    return e.lists_count;
}
