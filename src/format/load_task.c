/* SPDX-License-Identifier: MIT */
/* Tasks and their parts: tasks:. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/loader.h"
#include "format/yaml_slip.h"

static void add_duty(struct loader *loader, void *context, struct span raw, struct mark mark)
{
    const enum role *role = context;
    /* Said once: the list is full, and what comes is left out. */
    if (!builder_duty(&loader->builder, raw, *role, mark) && !loader->list_full) {
        loader->list_full = true;
        diag_error(loader->diags, load_place(loader, mark), _("一份名单里的单位超过%d家：请检查"), (int)PART_UNITS_MAX);
    }
}

static struct part *last_part(struct loader *loader)
{
    return &loader->builder.b->parts[loader->builder.b->parts_count - 1];
}

static void part_begin(struct loader *loader, struct mark mark)
{
    loader->errors_before_part = loader->diags->errors_count;
    loader->list_full = false;
    builder_part(&loader->builder)->mark = mark;
}

/* Nearly all lists have the same label: kept once as long as it does not change. */
static struct text take_label(struct loader *loader, struct yaml_node value, const char *word)
{
    if (value.kind == YAML_SCALAR && !value.folded && value.value.bytes && loader->label.bytes &&
        span_equal(value.value, text_span(loader->label)))
        return loader->label;
    return loader->label = take_said(loader, value, word);
}

static void take_part_key(struct loader *loader, int key, struct yaml_node value)
{
    struct part *part = last_part(loader);
    enum role role = key == PART_LEAD ? ROLE_LEAD : ROLE_SUPPORT;
    const char *word = keys_word(MAP_PART, key);
    switch (key) {
    case PART_TEXT:
        part->text = take_text(loader, value, word);
        part->text_at = near_of(part->mark, value.mark);
        break;
    case PART_LABEL:
        part->label = take_label(loader, value, word);
        part->label_at = near_of(part->mark, value.mark);
        break;
    case PART_LEAD:
    case PART_SUPPORT:
        part->roles_given = true;
        take_list(loader, value, word, add_duty, &role);
        break;
    case PART_UNITS:
        take_list(loader, value, word, add_duty, &role);
        break;
    case PART_WORDING:
        part->wording = take_said(loader, value, word);
        part->wording_at = near_of(part->mark, value.mark);
        part->wording_given = !text_empty(part->wording);
        break;
    case PART_NOTES:
        part->notes = take_texts(loader, value, word);
        break;
    case PART_OPEN:
        part->open_ended = take_flag(loader, value, word);
        break;
    default:
        break;
    }
}

/* What had the wrong shape is no text from here on. */
static void no_null(struct part *part)
{
    struct text *const texts[] = { &part->text, &part->label, &part->wording };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!texts[i]->at)
            *texts[i] = (struct text){ "", 0 };
}

/* Where the task stands, as messages say it; made when one does. */
struct where {
    uint32_t item_no, part_no; /* part_no 0: the task itself */
    char text[96];
};

/* 第3项, 第3项的第2分项 */
static const char *say_where(struct where *where)
{
    int used = snprintf(where->text, sizeof where->text, _("第%u项"), (unsigned)where->item_no);
    if (where->part_no && used > 0 && (size_t)used < sizeof where->text)
        snprintf(where->text + used, sizeof where->text - (size_t)used, _("的第%u分项"), (unsigned)where->part_no);
    return where->text;
}

static void part_end(struct loader *loader, const struct map *map, struct where *where)
{
    struct part *part = last_part(loader);
    if (map_has(map, PART_UNITS) && part->roles_given) {
        struct mark at = map_has(map, PART_LEAD) ? map->seen[PART_LEAD] : map->seen[PART_SUPPORT];
        diag_error(loader->diags, load_place(loader, at),
                   _("%s既有 units 又有 lead/support：名单只写一种，由标签定牵头的用 units"), say_where(where));
    }
    if (part->text.at && text_empty(part->text) && !yaml_broken(loader->reader)) {
        if (map_has(map, PART_TEXT))
            diag_error(loader->diags, load_place(loader, map->seen[PART_TEXT]), _("%s的 text 是空的：请补上任务正文"),
                       say_where(where));
        else if (map_lacks(map, PART_TEXT))
            diag_error(loader->diags, load_place(loader, map->mark), _("%s缺少 text：请补上任务正文"),
                       say_where(where));
    }
    no_null(part);
    part->faulty = loader->diags->errors_count > loader->errors_before_part;
    builder_part_end(&loader->builder);
}

/* A list item that is no map: the usual slip is the colon. */
static void wrong_shape(struct loader *loader, struct yaml_node node, struct where *where)
{
    struct buf hint = { 0 };
    if (node.kind == YAML_SCALAR && node.plain && yaml_slip_colon(node.value, true, &hint))
        diag_error(loader->diags, load_place(loader, node.mark), _("%s：%s"), say_where(where), hint.at);
    else if (!node.refused)
        diag_error(loader->diags, load_place(loader, node.mark),
                   _("%s应当是一组键，如“- no: 1”，下一行“text: 正文”；是上面名单里的一项就与名单对齐"),
                   say_where(where));
    buf_fini(&hint);
    yaml_skip(loader->reader, node);
}

static void load_parts(struct loader *loader, struct yaml_node node, uint32_t item_no)
{
    if (!take_list_begin(loader, node, keys_word(MAP_TASK, TASK_PARTS)))
        return;
    for (uint32_t part_no = 1;; part_no++) {
        struct yaml_node next = yaml_next(loader->reader);
        if (next.kind == YAML_END || next.kind == YAML_STOP)
            return;
        struct where where = { .item_no = item_no, .part_no = part_no };
        if (next.kind != YAML_MAP) {
            wrong_shape(loader, next, &where);
            continue;
        }
        struct map map = map_begin(MAP_PART, next.mark);
        struct yaml_node value;
        part_begin(loader, next.mark);
        for (int key; (key = map_next(loader, &map, &value)) >= 0;)
            take_part_key(loader, key, value);
        part_end(loader, &map, &where);
    }
}

static struct task *last_task(struct loader *loader)
{
    return &loader->builder.b->tasks[loader->builder.b->tasks_count - 1];
}

static void take_task_key(struct loader *loader, int key, struct yaml_node value, uint32_t item_no)
{
    struct task *task = last_task(loader);
    const char *word = keys_word(MAP_TASK, key);
    switch (key) {
    case TASK_NO:
        task->mark = value.mark;
        take_number(loader, value, word, &task->no);
        break;
    case TASK_PARTS:
        load_parts(loader, value, item_no);
        break;
    case TASK_INLINE:
        task->inline_lists = take_flag(loader, value, word);
        break;
    case TASK_DUE:
        task->due = take_said(loader, value, word);
        break;
    case TASK_LEADER:
        task->leader = take_said(loader, value, word);
        break;
    case TASK_CONTACT:
        task->contact = take_said(loader, value, word);
        break;
    default:
        break;
    }
}

/* What a task with parts: may not have itself, and must. */
static void parts_end(struct loader *loader, const struct map *map, bool own, struct where *where)
{
    if (own) {
        struct part *part = &loader->builder.b->parts[last_task(loader)->parts.from];
        part->faulty = true;
        no_null(part);
    }
    for (int key = 0; key < PART_KEYS_COUNT; key++)
        if (map_has(map, key))
            diag_error(loader->diags, load_place(loader, map->seen[key]), _("%s有 parts：%s 请写进各分项"),
                       say_where(where), keys_word(MAP_TASK, key));
    if (map_has(map, TASK_PARTS) && last_task(loader)->parts.count == own && !yaml_broken(loader->reader))
        diag_error(loader->diags, load_place(loader, map->seen[TASK_PARTS]),
                   _("%s的 parts 里没有分项：请补上，或改用 text"), say_where(where));
}

void load_task(struct loader *loader, struct yaml_node node, uint32_t item_no)
{
    struct where where = { .item_no = item_no };
    if (node.kind != YAML_MAP) {
        wrong_shape(loader, node, &where);
        return;
    }
    if (loader->builder.b->tasks_count == TASKS_MAX) {
        diag_error(loader->diags, load_place(loader, node.mark), _("任务超过%d项：请分成几个文件"), (int)TASKS_MAX);
        loader->at = LOAD_DONE;
        return;
    }
    builder_task(&loader->builder, 0)->mark = node.mark;
    struct map map = map_begin(MAP_TASK, node.mark);
    struct yaml_node value;
    bool own = false; /* the task has its part's keys itself */
    for (int key; (key = map_next(loader, &map, &value)) >= 0;) {
        if (key < PART_KEYS_COUNT && !own) {
            part_begin(loader, node.mark);
            own = true;
        }
        if (key < PART_KEYS_COUNT)
            take_part_key(loader, key, value);
        else
            take_task_key(loader, key, value, item_no);
    }
    if (!map_lacks(&map, TASK_PARTS))
        parts_end(loader, &map, own, &where);
    /* A task without a part would leave its duties to nobody. */
    if (!own && !last_task(loader)->parts.count) {
        part_begin(loader, node.mark);
        last_part(loader)->faulty = !map_lacks(&map, TASK_PARTS);
    }
    if (map_lacks(&map, TASK_PARTS))
        part_end(loader, &map, &where);
    if (map_lacks(&map, TASK_NO) && !yaml_broken(loader->reader))
        diag_error(loader->diags, load_place(loader, map.mark), _("%s缺少 no：请补上通知里的编号"), say_where(&where));
}
