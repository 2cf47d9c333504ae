/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/loader.h"
#include "format/yaml_fault.h"
#include "text/near_word.h"

struct place load_place(const struct loader *loader, struct mark mark)
{
    return (struct place){ loader->file, mark.line_no, mark.col_no };
}

struct map map_begin(enum key_map keys, struct mark mark)
{
    return (struct map){ .map = keys, .begun = true, .mark = mark, .first = -1 };
}

/* What people type who think of the thing and not of the key. */
static const struct {
    const char *typed, *key;
} meant[] = {
    { "标题", "title" },    { "发文机关", "issuer" }, { "年份", "year" },        { "年", "year" },
    { "单位", "units" },    { "部分", "sections" },   { "任务", "tasks" },       { "正文", "text" },
    { "内容", "text" },     { "序号", "no" },         { "编号", "no" },          { "责任单位", "units" },
    { "牵头单位", "lead" }, { "牵头", "lead" },       { "配合单位", "support" }, { "参与", "support" },
    { "完成时限", "due" },  { "联系人", "contact" },  { "领导", "leader" },      { "职务", "title" },
    { "全称", "full" },     { "别称", "aliases" },    { "简称", "name" },        { "名称", "name" },
    { "类别", "kind" },     { "成员", "members" },    { "备注", "notes" },       { "说明", "notes" },
    { "alias", "aliases" }, { "number", "no" },       { "member", "members" },   { "id", "no" },
    { "type", "kind" },     { "content", "text" },    { "body", "text" },        { "name", "title" },
    { "item", "parts" },    { "items", "tasks" },
};

/* The index of the known key that was meant, or -1. */
static int nearest(const struct map *map, struct span typed)
{
    struct buf plain = { 0 };
    near_word_plain(typed, &plain);
    int found = plain.bytes ? keys_find(map->map, buf_view(&plain)) : -1;
    for (size_t i = 0; i < sizeof meant / sizeof *meant && found < 0; i++)
        if (span_equal(typed, span_of(meant[i].typed)))
            found = keys_find(map->map, span_of(meant[i].key));
    struct near_word near = { .typed = plain.bytes ? buf_view(&plain) : typed };
    for (const struct key *key = keys_of(map->map); key->word && found < 0; key++)
        near_word_try(&near, key->word);
    if (near.best)
        found = keys_find(map->map, span_of(near.best));
    buf_fini(&plain);
    return found;
}

/* A text of the file for a message: no longer than a message bears. */
static int shown_bytes(struct span raw)
{
    size_t bytes = raw.bytes;
    if (bytes > 60)
        for (bytes = 60; bytes && ((unsigned char)raw.at[bytes] & 0xC0) == 0x80; bytes--)
            ;
    return (int)bytes;
}

/* A key that was meant as another is an error: what it says would be missing, and nobody would know. */
static void report_unknown(struct loader *loader, struct map *map, struct yaml_node key)
{
    int near = nearest(map, key.value);
    struct place place = load_place(loader, key.mark);
    if (near >= 0) {
        diag_error(loader->diags, place, _("不认识的键“%.*s”：是不是 %s？"), shown_bytes(key.value), key.value.at,
                   keys_word(map->map, near));
        map->misspelt |= 1u << near;
        return;
    }
    if (span_starts(key.value, SPAN("　")) || span_starts(key.value, SPAN("\xC2\xA0"))) {
        diag_error(loader->diags, place, _("缩进用了全角空格或不换行空格：请改用半角空格"));
        return;
    }
    /* Keys of another kind of file: one error says so at its end, and the first key shows it. */
    if (map == &loader->root && map->first < 0 && map->strange++)
        return;
    struct buf known = { 0 };
    for (const struct key *keys = keys_of(map->map), *key_of = keys; key_of->word; key_of++)
        buf_printf(&known, "%s%s", key_of == keys ? "" : " ", key_of->word);
    diag_warning(loader->diags, place, _("不认识的键“%.*s”，已略过：这里可用的键是 %s"), shown_bytes(key.value),
                 key.value.at, known.at);
    buf_fini(&known);
}

/* Where the line that begins the next item is missing, all of its keys come again, which is one fault. */
static void report_repeated(struct loader *loader, struct map *map, int key, struct mark mark)
{
    unsigned line_no = (unsigned)map->seen[key].line_no, col_no = (unsigned)map->seen[key].col_no;
    if (map->torn)
        return;
    map->torn = map != &loader->root;
    if (map->torn)
        diag_error(loader->diags, load_place(loader, mark),
                   _("键 %s 重复了，第一次在第%u行第%u列：请删去一个；从这里起是新的一项时，请补上“- ”开头的那一行"),
                   keys_word(map->map, key), line_no, col_no);
    else
        diag_error(loader->diags, load_place(loader, mark), _("键 %s 重复了，第一次在第%u行第%u列：请删去一个"),
                   keys_word(map->map, key), line_no, col_no);
}

int map_next(struct loader *loader, struct map *map, struct yaml_node *value)
{
    for (;;) {
        struct yaml_node key = yaml_next(loader->reader);
        if (key.kind == YAML_END || key.kind == YAML_STOP)
            return -1;
        if (key.kind != YAML_SCALAR) {
            diag_error(loader->diags, load_place(loader, key.mark), _("键应当是一个词，这里是一个列表或一组键"));
            yaml_skip(loader->reader, key);
            yaml_skip(loader->reader, yaml_next(loader->reader));
            continue;
        }
        int found = keys_find(map->map, key.value);
        if (found >= 0 && map->first < 0)
            map->first = found;
        if (found >= 0 && !map_has(map, found)) {
            map->seen[found] = key.mark;
            *value = yaml_next(loader->reader);
            return value->kind == YAML_STOP ? -1 : found;
        }
        if (found >= 0)
            report_repeated(loader, map, found, key.mark);
        else if (!key.refused)
            report_unknown(loader, map, key);
        yaml_skip(loader->reader, yaml_next(loader->reader));
    }
}

static bool is_nothing(struct yaml_node node)
{
    return node.kind == YAML_SCALAR && node.plain &&
           (node.value.bytes == 0 || span_equal(node.value, SPAN("~")) || span_equal(node.value, SPAN("null")));
}

/* The value as clean text of the arena, without the line break that ends a block scalar. */
static struct text own(struct loader *loader, struct yaml_node node)
{
    struct span raw = node.value;
    while (!node.plain && raw.bytes && raw.at[raw.bytes - 1] == '\n')
        raw.bytes--;
    struct arena *arena = &loader->builder.b->arena;
    struct text clean = text_clean(arena, raw);
    return clean.at == raw.at ? text_copy(arena, clean) : clean;
}

struct text take_text(struct loader *loader, struct yaml_node node, const char *key)
{
    if (node.refused)
        return (struct text){ NULL, 0 };
    if (node.kind == YAML_SCALAR) {
        if (node.folded && node.plain && memmem(node.value.at, node.value.bytes, " - ", 3)) {
            struct place place = load_place(loader, node.mark);
            place.line_no++;
            place.col_no = 1;
            diag_error(loader->diags, place,
                       _("“- ”开头的这一行接在了 %s 的后面：请补上它前面的键（如“units:”），或改正缩进"), key);
            return (struct text){ NULL, 0 };
        }
        struct text text = is_nothing(node) ? (struct text){ "", 0 } : own(loader, node);
        if (node.folded && !takes_next_key(loader, node))
            diag_warning(loader->diags, load_place(loader, node.mark),
                         _("%s 断成了几行，接起来会多出空格：请写在一行里"), key);
        return text;
    }
    if (node.kind == YAML_LIST)
        diag_error(loader->diags, load_place(loader, node.mark),
                   _("%s 应当是一段文字，这里是列表：请写成“%s: 文字”，以 [ 开头的文字请加双引号"), key, key);
    else if (node.kind == YAML_MAP)
        diag_error(loader->diags, load_place(loader, node.mark),
                   _("%s 应当是一段文字，这里是一组键：文字里有“: ”或以 { 开头时请用双引号括起来"), key);
    yaml_skip(loader->reader, node);
    return (struct text){ NULL, 0 };
}

struct text take_said(struct loader *loader, struct yaml_node node, const char *key)
{
    struct text text = take_text(loader, node, key);
    if (text.at && text_empty(text))
        diag_warning(loader->diags, load_place(loader, node.mark), _("%s 是空的：请补上，或删去这一行"), key);
    return text;
}

bool take_number(struct loader *loader, struct yaml_node node, const char *key, int *number)
{
    long value = 0;
    bool good = node.kind == YAML_SCALAR && node.value.bytes > 0 && node.value.bytes <= 6;
    for (size_t i = 0; good && i < node.value.bytes; i++) {
        good = node.value.at[i] >= '0' && node.value.at[i] <= '9';
        value = value * 10 + (node.value.at[i] - '0');
    }
    good = good && value > 0;
    if (good)
        *number = (int)value;
    else if (!node.refused && !takes_next_key(loader, node))
        diag_error(loader->diags, load_place(loader, node.mark), _("%s 应当是1到999999的整数，用半角数字"), key);
    yaml_skip(loader->reader, node);
    return good;
}

bool take_flag(struct loader *loader, struct yaml_node node, const char *key)
{
    bool yes = node.kind == YAML_SCALAR && span_equal(node.value, SPAN("true"));
    bool no = node.kind == YAML_SCALAR && span_equal(node.value, SPAN("false"));
    if (!yes && !no && !node.refused && !takes_next_key(loader, node))
        diag_error(loader->diags, load_place(loader, node.mark), _("%s 只能是 true（是）或 false（否）"), key);
    yaml_skip(loader->reader, node);
    return yes;
}

bool take_list_begin(struct loader *loader, struct yaml_node node, const char *key)
{
    if (node.kind == YAML_LIST)
        return true;
    if (!is_nothing(node) && !node.refused)
        diag_error(loader->diags, load_place(loader, node.mark), _("%s 应当是列表：每项一行，以“- ”开头"), key);
    yaml_skip(loader->reader, node);
    return false;
}

/* Most often the next item, whose "- " stands too far to the right to be one. */
static void report_folded(struct loader *loader, struct yaml_node node)
{
    struct place place = load_place(loader, node.mark);
    if (memmem(node.value.at, node.value.bytes, " - ", 3)) {
        place.line_no++;
        place.col_no = 1;
        diag_error(loader->diags, place, _("缩进不对，这一行接在了上一行的后面：请把“- ”与上面各项的“- ”对齐"));
    } else {
        diag_error(loader->diags, place, _("这一项断成了几行：请写在一行里"));
    }
}

void take_list(struct loader *loader, struct yaml_node node, const char *key, take_item *item, void *context)
{
    if (!take_list_begin(loader, node, key))
        return;
    for (unsigned item_no = 1;; item_no++) {
        struct yaml_node next = yaml_next(loader->reader);
        if (next.kind == YAML_END || next.kind == YAML_STOP)
            return;
        struct place place = load_place(loader, next.mark);
        if (next.kind != YAML_SCALAR) {
            diag_error(loader->diags, place,
                       _("%s 的第%u项应当是一段文字：文字里有“: ”或以 [ { 开头时请用双引号括起来"), key, item_no);
            yaml_skip(loader->reader, next);
        } else if (is_nothing(next) && !next.refused) {
            diag_error(loader->diags, place, _("%s 的第%u项是空的：请补上，或删去这一行"), key, item_no);
        } else if (next.folded && next.plain) {
            report_folded(loader, next);
        } else if (!next.refused) {
            item(loader, context, next.value, next.mark);
        }
    }
}

static void add_text(struct loader *loader, void *context, struct span raw, struct mark mark)
{
    (void)mark;
    builder_text(&loader->builder, own(loader, (struct yaml_node){ .value = raw, .plain = true }), context);
}

struct slice take_texts(struct loader *loader, struct yaml_node node, const char *key)
{
    struct slice slice = { 0 };
    take_list(loader, node, key, add_text, &slice);
    return slice;
}
