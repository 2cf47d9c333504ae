/* SPDX-License-Identifier: MIT */
/* The keys of a section, but for its tasks. */
#include "base/i18n.h"
#include "base/mem.h"
#include "format/loader.h"
#include "format/yaml_slip.h"

void load_section_begin(struct loader *loader, struct yaml_node node, uint32_t item_no)
{
    if (node.kind != YAML_MAP) {
        struct buf hint = { 0 };
        if (node.kind == YAML_SCALAR && node.plain && yaml_slip_colon(node.value, true, &hint))
            diag_error(loader->diags, load_place(loader, node.mark), _("sections 的第%u项：%s"), (unsigned)item_no,
                       hint.at);
        else if (!node.refused)
            diag_error(loader->diags, load_place(loader, node.mark),
                       _("sections 的第%u项应当是一组键，如“- kind: leader”，下一行“heading: 标题”"),
                       (unsigned)item_no);
        buf_fini(&hint);
        yaml_skip(loader->reader, node);
        return;
    }
    builder_section(&loader->builder, SECTION_GENERAL)->mark = node.mark;
    loader->section = map_begin(MAP_SECTION, node.mark);
    loader->at = LOAD_SECTION;
}

static struct section *last_section(struct loader *loader)
{
    return &loader->builder.b->sections[loader->builder.b->sections_count - 1];
}

static void take_kind(struct loader *loader, struct yaml_node value, struct section *section)
{
    struct text word = take_text(loader, value, keys_word(MAP_SECTION, SECTION_KIND));
    for (enum section_kind kind = SECTION_LEADER; kind <= SECTION_GENERAL; kind++) {
        if (text_equal(word, text_of(section_kind_word(kind)))) {
            section->kind = kind;
            return;
        }
    }
    if (value.kind == YAML_SCALAR && !value.refused && !takes_next_key(loader, value))
        diag_error(loader->diags, load_place(loader, value.mark),
                   _("部分的 kind 只能是 leader（领导）、livelihood（民生实事）或 general（无领导的标题）"));
}

/* What a section must have, once all its keys are read. */
static void section_end(struct loader *loader)
{
    const struct map *map = &loader->section;
    struct section *section = last_section(loader);
    if (yaml_broken(loader->reader))
        return;
    struct text *const texts[] = { &section->no, &section->heading, &section->leader };
    struct place place = load_place(loader, map->mark);
    if (!map_has(map, SECTION_KIND))
        section->kind = text_empty(section->leader) ? SECTION_GENERAL : SECTION_LEADER;
    if (section->heading.at && text_empty(section->heading) && !map_misspelt(map, SECTION_HEADING))
        diag_error(loader->diags, place, _("sections 的第%u项缺少 heading：请补上这一部分的标题"),
                   (unsigned)loader->sections_no);
    if (section->kind == SECTION_LEADER && section->leader.at && text_empty(section->leader) &&
        !map_misspelt(map, SECTION_LEADER_NAME))
        diag_error(loader->diags, place,
                   _("sections 的第%u项缺少 leader：请补上领导的姓名，没有领导时写 kind: general"),
                   (unsigned)loader->sections_no);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!texts[i]->at)
            *texts[i] = (struct text){ "", 0 };
}

bool load_section_step(struct loader *loader)
{
    struct section *section = last_section(loader);
    struct yaml_node value;
    int key = map_next(loader, &loader->section, &value);
    const char *word = key < 0 ? NULL : keys_word(MAP_SECTION, key);
    switch (key) {
    case SECTION_NO:
        section->no = take_said(loader, value, word);
        return true;
    case SECTION_KIND:
        take_kind(loader, value, section);
        return true;
    case SECTION_HEADING:
        section->heading = take_text(loader, value, word);
        section->mark = value.mark;
        return true;
    case SECTION_UNDER:
        section->under = take_texts(loader, value, word);
        return true;
    case SECTION_LEADER_NAME:
        section->leader = take_text(loader, value, word);
        return true;
    case SECTION_TITLE:
        section->title = take_said(loader, value, word);
        return true;
    case SECTION_ROLE:
        section->role = take_said(loader, value, word);
        return true;
    case SECTION_TASKS:
        if (take_list_begin(loader, value, word)) {
            loader->at = LOAD_TASKS;
            loader->tasks_no = 0;
        }
        return true;
    default:
        section_end(loader);
        return false;
    }
}
