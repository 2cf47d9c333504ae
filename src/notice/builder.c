/* SPDX-License-Identifier: MIT */
#include "notice/builder.h"

#include "base/mem.h"
#include "notice/units_guess.h"

static const struct text none = { "", 0 };

struct text builder_keep(struct builder *builder, struct text text)
{
    return text_empty(text) ? none : text_copy(&builder->b->arena, text);
}

static struct text keep_format(struct builder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));

static struct text keep_format(struct builder *builder, const char *format, ...)
{
    struct buf made = { 0 };
    va_list args;
    va_start(args, format);
    buf_vprintf(&made, format, args);
    va_end(args);
    struct text text = builder_keep(builder, text_composed(buf_view(&made)));
    buf_fini(&made);
    return text;
}

void builder_init(struct builder *builder, const char *path)
{
    *builder = (struct builder){ .b = mem_array(1, sizeof *builder->b) };
    struct breakdown *b = builder->b;
    b->volumes = mem_array(1, sizeof *b->volumes);
    b->volumes_count = 1;
    b->volumes[0] = (struct volume){ .name = none, .title = none, .issuer = none, .lead_rule = none };
    b->volumes[0].path = arena_copy(&b->arena, path ? path : "", path ? strlen(path) : 0);
}

struct section *builder_section(struct builder *builder, enum section_kind kind, struct text heading)
{
    struct breakdown *b = builder->b;
    MEM_GROW(b->sections, (size_t)b->sections_count + 1, builder->sections_cap);
    struct section *section = &b->sections[b->sections_count++];
    *section = (struct section){ .kind = kind,
                                 .no = none,
                                 .leader = none,
                                 .title = none,
                                 .role = none,
                                 .under = { b->texts_count, 0 },
                                 .tasks = { b->tasks_count, 0 } };
    section->heading = builder_keep(builder, heading);
    if (kind == SECTION_LIVELIHOOD)
        section->id =
            builder->livelihoods_count++ ? keep_format(builder, "m%u", builder->livelihoods_count) : TEXT("m");
    else
        section->id = keep_format(builder, "%u", ++builder->plains_count);
    b->volumes[0].sections.count = b->sections_count;
    return section;
}

static void add_text(struct builder *builder, struct text text, struct slice *slice)
{
    struct breakdown *b = builder->b;
    MEM_GROW(b->texts, (size_t)b->texts_count + 1, builder->texts_cap);
    b->texts[b->texts_count++] = builder_keep(builder, text);
    slice->count++;
}

void builder_under(struct builder *builder, struct text heading)
{
    add_text(builder, heading, &builder->b->sections[builder->b->sections_count - 1].under);
}

struct task *builder_task(struct builder *builder, int no)
{
    struct breakdown *b = builder->b;
    MEM_GROW(b->tasks, (size_t)b->tasks_count + 1, builder->tasks_cap);
    struct section *section = &b->sections[b->sections_count - 1];
    struct task *task = &b->tasks[b->tasks_count++];
    section->tasks.count++;
    *task = (struct task){ .section_idx = b->sections_count - 1,
                           .no = no,
                           .parts = { b->parts_count, 0 },
                           .due = none,
                           .leader = none,
                           .contact = none };
    uint32_t again = 1;
    for (uint32_t i = section->tasks.from; i + 1 < b->tasks_count && b->tasks_count - i < 2000; i++)
        again += b->tasks[i].no == no;
    task->id = again == 1 ? keep_format(builder, "%.*s.%d", TEXT_ARG(section->id), no)
                          : keep_format(builder, "%.*s.%d#%u", TEXT_ARG(section->id), no, again);
    return task;
}

struct part *builder_part(struct builder *builder, struct text text)
{
    struct breakdown *b = builder->b;
    MEM_GROW(b->parts, (size_t)b->parts_count + 1, builder->parts_cap);
    struct part *part = &b->parts[b->parts_count++];
    b->tasks[b->tasks_count - 1].parts.count++;
    *part = (struct part){ .task_idx = b->tasks_count - 1,
                           .label = none,
                           .wording = none,
                           .notes = { b->texts_count, 0 },
                           .duties = { b->duties_count, 0 } };
    part->text = builder_keep(builder, text);
    return part;
}

static uint32_t unit_of(struct builder *builder, struct text name)
{
    struct breakdown *b = builder->b;
    uint32_t idx = names_find(&b->names, text_span(name));
    if (idx == NO_IDX)
        idx = names_put(&b->names, builder_keep(builder, name));
    struct name *known = &b->names.items[idx];
    if (known->unit_idx == NO_IDX) {
        MEM_GROW(b->units, (size_t)b->units_count + 1, builder->units_cap);
        known->unit_idx = b->units_count;
        b->units[b->units_count++] = (struct unit){ .name = known->text, .full = none, .kind = UNIT_OTHER };
    }
    return known->unit_idx;
}

static void add_duty(struct builder *builder, struct part *part, uint32_t unit_idx, enum role role)
{
    struct breakdown *b = builder->b;
    MEM_GROW(b->duties, (size_t)b->duties_count + 1, builder->duties_cap);
    b->duties[b->duties_count++] = (struct duty){ b->parts_count - 1, unit_idx, role, { 0, 0 } };
    part->duties.count++;
}

static bool has_duty(const struct breakdown *b, const struct part *part, uint32_t unit_idx)
{
    for (uint32_t i = 0; i < part->duties.count; i++)
        if (b->duties[part->duties.from + i].unit_idx == unit_idx)
            return true;
    return false;
}

uint32_t builder_units(struct builder *builder, struct text label, const struct unitlist *list)
{
    struct breakdown *b = builder->b;
    struct part *part = &b->parts[b->parts_count - 1];
    part->label = builder_keep(builder, label);
    part->wording = builder_keep(builder, list->wording);
    part->open_ended = list->open_ended;
    part->roles_given = list->roles_given;
    bool all_lead = role_all_lead(label);
    struct buf joined = { 0 };
    uint32_t twice = 0;
    /* Explicit roles are written as two lists: leads first, as they will be read back. */
    for (int pass = 0; pass < (list->roles_given ? 2 : 1); pass++)
        for (uint32_t i = 0; i < list->count; i++) {
            if (list->roles_given && (list->items[i].role == ROLE_SUPPORT) != (pass == 1))
                continue;
            uint32_t unit_idx = unit_of(builder, list->items[i].name);
            if (has_duty(b, part, unit_idx)) {
                twice++;
                continue;
            }
            enum role role = list->roles_given                     ? list->items[i].role
                             : all_lead || part->duties.count == 0 ? ROLE_LEAD
                                                                   : ROLE_SUPPORT;
            if (part->duties.count)
                buf_string(&joined, "、");
            buf_text(&joined, b->units[unit_idx].name);
            add_duty(builder, part, unit_idx, role);
        }
    part->wording_given = !text_equal(part->wording, text_composed(buf_view(&joined)));
    buf_fini(&joined);
    part->notes.from = b->texts_count;
    for (uint32_t i = 0; i < list->notes_count; i++)
        add_text(builder, list->notes[i], &part->notes);
    return twice;
}

static void name_parts(struct builder *builder)
{
    struct breakdown *b = builder->b;
    for (uint32_t t = 0; t < b->tasks_count; t++)
        for (uint32_t i = 0; i < b->tasks[t].parts.count; i++) {
            struct part *part = &b->parts[b->tasks[t].parts.from + i];
            part->id = b->tasks[t].parts.count == 1 ? b->tasks[t].id
                                                    : keep_format(builder, "%.*s.%u", TEXT_ARG(b->tasks[t].id), i + 1);
        }
}

void builder_finish(struct builder *builder, bool local)
{
    struct breakdown *b = builder->b;
    struct unit_guess *guesses = mem_array((size_t)b->units_count + 1, sizeof *guesses);
    for (uint32_t i = 0; i < b->units_count; i++) {
        guesses[i] = unit_guess(b->units[i].name, local);
        b->units[i].kind = guesses[i].kind;
        b->units[i].coverage = guesses[i].coverage;
        b->units[i].others = guesses[i].kind == UNIT_COLLECTIVE;
    }
    for (uint32_t i = 0; i < b->units_count; i++) {
        struct unit *unit = &b->units[i];
        unit->aliases = (struct slice){ b->texts_count, 0 };
        unit->members_given.from = unit->members.from = b->members_count;
        /* A notice of many thousand places names no 各市 that binds them all one by one. */
        if (unit->kind != UNIT_COLLECTIVE || b->members_count > 100000)
            continue;
        for (uint32_t m = 0; m < b->units_count; m++) {
            if (!(guesses[i].cities && b->units[m].kind == UNIT_CITY) &&
                !(guesses[i].counties && b->units[m].kind == UNIT_COUNTY))
                continue;
            MEM_GROW(b->members, (size_t)b->members_count + 1, builder->members_cap);
            b->members[b->members_count++] = m;
            unit->members_given.count = ++unit->members.count;
        }
    }
    free(guesses);
    name_parts(builder);
}
