/* SPDX-License-Identifier: MIT */
/* The registry: units:. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/loader.h"
#include "format/yaml_slip.h"

static enum unit_kind take_kind(struct loader *loader, struct text word, struct mark mark)
{
    enum unit_kind kind = unit_kind_find(word);
    if (kind != UNIT_KINDS_COUNT)
        return kind;
    struct buf known = { 0 };
    for (enum unit_kind i = 0; i < UNIT_KINDS_COUNT; i++)
        buf_printf(&known, "%s%s", i ? " " : "", unit_kind_word(i));
    diag_error(loader->diags, load_place(loader, mark), _("没有“%.*s”这种类别：可用的是 %s"), TEXT_ARG(word), known.at);
    buf_fini(&known);
    return UNIT_OTHER;
}

static enum coverage take_coverage(struct loader *loader, struct yaml_node node)
{
    struct text word = take_text(loader, node, keys_word(MAP_UNIT, UNIT_COVERAGE));
    if (text_equal(word, TEXT("all")))
        return COVERAGE_ALL;
    if (text_equal(word, TEXT("some")))
        return COVERAGE_SOME;
    if (node.kind == YAML_SCALAR && !node.refused && !takes_next_key(loader, node))
        diag_error(loader->diags, load_place(loader, node.mark),
                   _("coverage 只能是 all（成员都有责任）或 some（部分成员有责任）"));
    return COVERAGE_NONE;
}

static void add_member(struct loader *loader, void *context, struct span raw, struct mark mark)
{
    builder_member(&loader->builder, raw, mark, context);
}

static void add_kind(struct loader *loader, void *context, struct span raw, struct mark mark)
{
    uint32_t *kinds = context;
    *kinds |= 1u << take_kind(loader, text_clean(&loader->builder.b->arena, raw), mark);
}

static void take_key(struct loader *loader, int key, struct yaml_node value, struct unit *unit)
{
    const char *word = keys_word(MAP_UNIT, key);
    switch (key) {
    case UNIT_NAME:
        unit->name = take_text(loader, value, word);
        unit->mark = value.mark;
        break;
    case UNIT_FULL:
        unit->full = take_said(loader, value, word);
        break;
    case UNIT_ALIASES:
        unit->aliases = take_texts(loader, value, word);
        if (unit->aliases.count > ALIASES_MAX)
            diag_error(loader->diags, load_place(loader, value.mark), _("一家单位的别称超过%d个：请检查"),
                       (int)ALIASES_MAX);
        break;
    case UNIT_KIND: {
        struct text kind = take_text(loader, value, word);
        if (value.kind == YAML_SCALAR && !value.refused && !takes_next_key(loader, value))
            unit->kind = take_kind(loader, kind, value.mark);
        break;
    }
    case UNIT_COVERAGE:
        unit->coverage = take_coverage(loader, value);
        break;
    case UNIT_MEMBERS:
        take_list(loader, value, word, add_member, &unit->members_given);
        break;
    case UNIT_MEMBER_KINDS:
        take_list(loader, value, word, add_kind, &unit->member_kinds);
        break;
    case UNIT_OTHERS:
        unit->others = take_flag(loader, value, word);
        break;
    default:
        break;
    }
}

static void add_unit(struct loader *loader, struct span name, const struct unit *unit)
{
    uint32_t known = builder_unit(&loader->builder, name, unit);
    if (known != NO_IDX)
        diag_error(loader->diags, load_place(loader, unit->mark), _("单位“%.*s”登记了两次，第一次在第%u行：请合成一条"),
                   TEXT_ARG(loader->builder.b->units[known].name),
                   (unsigned)loader->builder.b->units[known].mark.line_no);
}

static void wrong_shape(struct loader *loader, struct yaml_node node, uint32_t item_no)
{
    diag_error(loader->diags, load_place(loader, node.mark),
               _("units 的第%u项应当是单位的名称，或以“name: 名称”开头的一组键"), (unsigned)item_no);
    yaml_skip(loader->reader, node);
}

void load_unit(struct loader *loader, struct yaml_node node, uint32_t item_no)
{
    struct unit unit = { .kind = UNIT_OTHER, .mark = node.mark, .full = { "", 0 }, .name = { "", 0 } };
    if (node.refused)
        return;
    if (node.kind == YAML_SCALAR && node.value.bytes) {
        struct buf hint = { 0 };
        if (node.plain && yaml_slip_colon(node.value, true, &hint)) {
            diag_error(loader->diags, load_place(loader, node.mark), "%s", hint.at);
        } else {
            add_unit(loader, node.value, &unit);
        }
        buf_fini(&hint);
        return;
    }
    if (node.kind != YAML_MAP) {
        wrong_shape(loader, node, item_no);
        return;
    }
    struct map map = map_begin(MAP_UNIT, node.mark);
    struct yaml_node value;
    for (int key; (key = map_next(loader, &map, &value)) >= 0;)
        take_key(loader, key, value, &unit);
    if (yaml_broken(loader->reader))
        return;
    if (!unit.name.at)
        return;
    if (text_empty(unit.name)) {
        if (map_has(&map, UNIT_NAME))
            diag_error(loader->diags, load_place(loader, unit.mark), _("units 的第%u项 name 是空的：请补上单位的名称"),
                       (unsigned)item_no);
        else if (map_lacks(&map, UNIT_NAME))
            diag_error(loader->diags, load_place(loader, node.mark), _("units 的第%u项缺少 name：请补上单位的名称"),
                       (unsigned)item_no);
        return;
    }
    add_unit(loader, text_span(unit.name), &unit);
}
