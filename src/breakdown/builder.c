/* SPDX-License-Identifier: MIT */
#include "breakdown/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/size.h"
#include "wording/unitlist.h"

static const struct text none = { "", 0 };

/* Room for one more of an array that 32 bits count. */
#define PUSH(builder, name)                                                                                            \
    (MEM_GROW((builder)->b->name, (size_t)size_count((builder)->b->name##_count, 1), (builder)->name##_cap),           \
     &(builder)->b->name[(builder)->b->name##_count++])

void builder_init(struct builder *builder, struct diags *diags)
{
    *builder = (struct builder){ .b = mem_array(1, sizeof *builder->b), .diags = diags };
}

struct text builder_keep(struct builder *builder, struct text text)
{
    return text_empty(text) ? none : text_copy(&builder->b->arena, text);
}

struct volume *builder_volume(struct builder *builder, const char *path)
{
    struct breakdown *b = builder->b;
    struct volume *volume = PUSH(builder, volumes);
    *volume = (struct volume){ .path = arena_copy(&b->arena, path ? path : "", path ? strlen(path) : 0),
                               .name = none,
                               .title = none,
                               .issuer = none,
                               .lead_rule = none,
                               .sections = { b->sections_count, 0 } };
    return volume;
}

struct section *builder_section(struct builder *builder, enum section_kind kind)
{
    struct breakdown *b = builder->b;
    struct section *section = PUSH(builder, sections);
    *section = (struct section){ .kind = kind,
                                 .volume_idx = b->volumes_count - 1,
                                 .id = none,
                                 .no = none,
                                 .heading = none,
                                 .leader = none,
                                 .title = none,
                                 .role = none,
                                 .tasks = { b->tasks_count, 0 } };
    b->volumes[b->volumes_count - 1].sections.count++;
    return section;
}

struct task *builder_task(struct builder *builder, int no)
{
    struct breakdown *b = builder->b;
    struct task *task = PUSH(builder, tasks);
    *task = (struct task){ .section_idx = b->sections_count - 1,
                           .no = no,
                           .id = none,
                           .parts = { b->parts_count, 0 },
                           .due = none,
                           .leader = none,
                           .contact = none };
    b->sections[b->sections_count - 1].tasks.count++;
    return task;
}

struct part *builder_part(struct builder *builder)
{
    struct breakdown *b = builder->b;
    struct part *part = PUSH(builder, parts);
    *part = (struct part){ .task_idx = b->tasks_count - 1,
                           .id = none,
                           .text = none,
                           .label = none,
                           .wording = none,
                           .duties = { b->duties_count, 0 } };
    b->tasks[b->tasks_count - 1].parts.count++;
    return part;
}

static struct unit *add_unit(struct builder *builder, uint32_t name_idx)
{
    struct breakdown *b = builder->b;
    if (b->units_count == UNIT_IDX_MAX)
        die_no_memory();
    struct unit *unit = PUSH(builder, units);
    *unit = (struct unit){ .name = b->names.items[name_idx].text,
                           .full = none,
                           .kind = UNIT_OTHER,
                           .undefined = true,
                           .volume_idx = b->volumes_count - 1 };
    b->names.items[name_idx].unit_idx = b->units_count - 1;
    return unit;
}

/* The unit that a list means by a name; undefined as long as no registry has it. */
static uint32_t unit_named(struct builder *builder, struct span name, struct mark mark)
{
    struct breakdown *b = builder->b;
    uint32_t name_idx = names_put_raw(&b->names, name, &b->arena);
    if (b->names.items[name_idx].unit_idx == NO_IDX)
        add_unit(builder, name_idx)->mark = mark;
    return b->names.items[name_idx].unit_idx;
}

bool builder_duty(struct builder *builder, struct span name, enum role role, struct mark mark)
{
    struct breakdown *b = builder->b;
    struct part *part = &b->parts[b->parts_count - 1];
    if (part->duties.count == PART_UNITS_MAX)
        return false;
    uint32_t unit_idx = unit_named(builder, name, mark);
    *PUSH(builder, duties) = (struct duty){ .part_idx = b->parts_count - 1,
                                            .unit_idx = unit_idx & UNIT_IDX_MAX,
                                            .role = role & 1,
                                            .at = near_of(part->mark, mark) };
    part->duties.count++;
    return true;
}

/* The official order has the leading units first, whichever list the document has first. */
static void leads_first(struct duty *duties, uint32_t count)
{
    if (count < 2 || duties[0].role == ROLE_LEAD)
        return;
    struct duty *sorted = mem_array(count, sizeof *sorted);
    uint32_t done = 0;
    for (enum role role = ROLE_LEAD; role <= ROLE_SUPPORT; role++)
        for (uint32_t i = 0; i < count; i++)
            if (duties[i].role == role)
                sorted[done++] = duties[i];
    memcpy(duties, sorted, count * sizeof *sorted);
    free(sorted);
}

/* Who leads: the document's own lists, or the rule of the label. */
static void give_roles(struct duty *duties, const struct part *part)
{
    bool all_lead = !part->roles_given && role_all_lead(part->label);
    if (part->roles_given)
        leads_first(duties, part->duties.count);
    for (uint32_t i = 0; i < part->duties.count && !part->roles_given; i++)
        duties[i].role = all_lead || i == 0 ? ROLE_LEAD : ROLE_SUPPORT;
}

static bool names_unit(const struct breakdown *b, struct text name, uint32_t unit_idx)
{
    uint32_t name_idx = names_find(&b->names, text_span(name));
    return name_idx != NO_IDX &&
           (b->names.items[name_idx].unit_idx == unit_idx || b->names.items[name_idx].other_idx == unit_idx);
}

/*
 * How many bytes at the head of the wording name the first unit, with the parentheses that belong to it
 * (省委组织部（省委人才办）); 0 when the wording does not begin with it.
 */
static uint32_t lead_bytes(const struct breakdown *b, const struct part *part)
{
    uint32_t unit_idx = b->duties[part->duties.from].unit_idx;
    struct text wording = part->wording, lead = b->units[unit_idx].name;
    size_t bytes = 0;
    if (span_starts(text_span(wording), text_span(lead))) {
        bytes = lead.bytes;
    } else {
        struct arena arena = { 0 };
        struct unitlist list;
        unitlist_parse(&arena, wording, &list);
        if (list.count && names_unit(b, list.items[0].name, unit_idx) &&
            span_starts(text_span(wording), text_span(list.items[0].wording)))
            bytes = list.items[0].wording.bytes;
        arena_fini(&arena);
    }
    if (bytes == 0 || !span_starts(text_span(text_slice(wording, bytes, wording.bytes)), SPAN("（")))
        return (uint32_t)bytes;
    const char *close = memmem(wording.at + bytes, wording.bytes - bytes, "）", strlen("）"));
    return (uint32_t)(close ? (size_t)(close - wording.at) + strlen("）") : bytes);
}

void builder_part_end(struct builder *builder)
{
    struct breakdown *b = builder->b;
    struct part *part = &b->parts[b->parts_count - 1];
    if (part->duties.count)
        give_roles(b->duties + part->duties.from, part);
    builder_lead(builder, part);
}

void builder_lead(struct builder *builder, struct part *part)
{
    if (part->wording_given && part->duties.count && !part->roles_given)
        part->lead_bytes = lead_bytes(builder->b, part);
}

void builder_text(struct builder *builder, struct text text, struct slice *slice)
{
    if (!slice->count)
        slice->from = builder->b->texts_count;
    *PUSH(builder, texts) = text;
    slice->count++;
}

void builder_member(struct builder *builder, struct span name, struct mark mark, struct slice *members)
{
    struct breakdown *b = builder->b;
    b->members_count = builder->members_listed;
    if (!members->count)
        members->from = b->members_count;
    uint32_t unit_idx = unit_named(builder, name, mark);
    MEM_GROW(builder->member_marks, (size_t)b->members_count + 1, builder->member_marks_cap);
    builder->member_marks[b->members_count] = mark;
    *PUSH(builder, members) = unit_idx;
    builder->members_listed = b->members_count;
    members->count++;
}

static void claim(struct breakdown *b, struct text text, uint32_t unit_idx)
{
    if (text_empty(text))
        return;
    /* In two steps: names_put() may move the items. */
    uint32_t name_idx = names_put(&b->names, text);
    struct name *name = &b->names.items[name_idx];
    if (name->other_idx == NO_IDX)
        name->other_idx = unit_idx;
}

static bool has_alias(const struct breakdown *b, struct slice aliases, struct text alias)
{
    for (uint32_t i = 0; i < aliases.count; i++)
        if (text_equal(b->texts[aliases.from + i], alias))
            return true;
    return false;
}

/* The same unit in a second volume: the first definition rules, aliases are united. */
static void unite(struct builder *builder, uint32_t unit_idx, const struct unit *again)
{
    struct breakdown *b = builder->b;
    struct slice old = b->units[unit_idx].aliases, both = { 0 };
    for (uint32_t i = 0; i < old.count; i++)
        builder_text(builder, b->texts[old.from + i], &both);
    for (uint32_t i = 0; i < again->aliases.count && both.count < ALIASES_MAX; i++)
        if (!has_alias(b, old, b->texts[again->aliases.from + i]))
            builder_text(builder, b->texts[again->aliases.from + i], &both);
    if (both.count > old.count)
        b->units[unit_idx].aliases = both;
    if (text_empty(b->units[unit_idx].full))
        b->units[unit_idx].full = again->full;
}

uint32_t builder_unit(struct builder *builder, struct span name, const struct unit *unit)
{
    struct breakdown *b = builder->b;
    uint32_t name_idx = names_put_raw(&b->names, name, &b->arena), volume_idx = b->volumes_count - 1;
    uint32_t unit_idx = b->names.items[name_idx].unit_idx;
    if (unit_idx != NO_IDX && !b->units[unit_idx].undefined && b->units[unit_idx].volume_idx == volume_idx)
        return unit_idx;
    if (unit_idx != NO_IDX && !b->units[unit_idx].undefined) {
        unite(builder, unit_idx, unit);
    } else {
        if (unit_idx == NO_IDX)
            add_unit(builder, name_idx);
        unit_idx = b->names.items[name_idx].unit_idx;
        struct text own = b->units[unit_idx].name;
        b->units[unit_idx] = *unit;
        b->units[unit_idx].name = own;
        b->units[unit_idx].volume_idx = volume_idx;
        b->units[unit_idx].undefined = false;
        MEM_GROW(builder->registered, (size_t)builder->registered_count + 1, builder->registered_cap);
        builder->registered[builder->registered_count++] = unit_idx;
    }
    claim(b, b->units[unit_idx].full, unit_idx);
    for (uint32_t i = 0; i < b->units[unit_idx].aliases.count; i++)
        claim(b, b->texts[b->units[unit_idx].aliases.from + i], unit_idx);
    return NO_IDX;
}

void builder_drop(struct builder *builder)
{
    breakdown_free(builder->b);
    free(builder->registered);
    free(builder->member_marks);
    buf_fini(&builder->scratch);
    *builder = (struct builder){ 0 };
}
