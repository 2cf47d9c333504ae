/* SPDX-License-Identifier: MIT */
/* What needs the whole breakdown: whose the names are, members, ids, wordings. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/repeats.h"
#include "format/loader.h"
#include "wording/number.h"

static void claim_other(struct breakdown *b, struct text text, uint32_t unit_idx)
{
    if (text_empty(text))
        return;
    /* In two steps: names_put() may move the items. */
    uint32_t name_idx = names_put(&b->names, text);
    struct name *name = &b->names.items[name_idx];
    if (name->other_idx == NO_IDX)
        name->other_idx = unit_idx;
}

static void claim_names(struct breakdown *b)
{
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct unit *unit = &b->units[i];
        claim_other(b, unit->full, i);
        for (uint32_t k = 0; k < unit->aliases.count; k++)
            claim_other(b, b->texts[unit->aliases.from + k], i);
    }
}

/*
 * The unit of a name used in a list.  A name that only another unit's alias has is that unit, but the list should say
 * the name; one that nobody has becomes a unit of its own, which check.h reports.
 */
static uint32_t resolve(struct loader *loader, uint32_t name_idx, uint32_t volume_idx, struct mark mark)
{
    struct breakdown *b = loader->b;
    struct name *name = &b->names.items[name_idx];
    if (name->unit_idx != NO_IDX)
        return name->unit_idx;
    if (name->other_idx != NO_IDX) {
        struct place place = { b->volumes[volume_idx].path, mark.line_no, mark.col_no };
        struct text meant = b->units[name->other_idx].name;
        if (mark.line_no)
            diag_warning(loader->diags, place, _("“%.*s”是“%.*s”的%s：名单里请写“%.*s”，原文可记在 wording"),
                         TEXT_ARG(name->text), TEXT_ARG(meant),
                         text_equal(name->text, b->units[name->other_idx].full) ? _("全称") : _("别称"),
                         TEXT_ARG(meant));
        return name->other_idx;
    }
    struct text none = { "", 0 };
    MEM_GROW(b->units, (size_t)b->units_count + 1, loader->units_cap);
    b->units[b->units_count] = (struct unit){
        .name = name->text, .full = none, .kind = UNIT_OTHER, .undefined = true, .volume_idx = volume_idx, .mark = mark
    };
    name->unit_idx = b->units_count;
    return b->units_count++;
}

static uint32_t part_volume(const struct breakdown *b, uint32_t part_idx)
{
    return b->sections[b->tasks[b->parts[part_idx].task_idx].section_idx].volume_idx;
}

static bool add_member(struct loader *loader, struct unit *unit, uint32_t *seen, uint32_t stamp, uint32_t member)
{
    struct breakdown *b = loader->b;
    if (seen[member] == stamp || &b->units[member] == unit)
        return true;
    seen[member] = stamp;
    if (b->members_count == MEMBERS_MAX) {
        struct place place = { b->volumes[unit->volume_idx].path, unit->mark.line_no, unit->mark.col_no };
        diag_error(loader->diags, place, _("集合单位的成员总数超过%d：请检查 member-kinds"), (int)MEMBERS_MAX);
        return false;
    }
    MEM_GROW(b->members, (size_t)b->members_count + 1, loader->members_cap);
    b->members[b->members_count++] = member;
    unit->members.count++;
    return true;
}

/* members: those given, then all units of member_kinds that are not among them, in the registry's order. */
static void expand_members(struct loader *loader)
{
    struct breakdown *b = loader->b;
    /* Resolving may add units, so all of it first. */
    for (uint32_t i = 0, count = b->units_count; i < count; i++)
        for (uint32_t k = 0; k < b->units[i].members_given.count; k++) {
            uint32_t at = b->units[i].members_given.from + k;
            b->members[at] = resolve(loader, b->members[at], b->units[i].volume_idx, loader->member_marks[at]);
        }
    uint32_t *seen = mem_array(b->units_count, sizeof *seen);
    bool room = true;
    for (uint32_t i = 0; i < b->units_count && room; i++) {
        struct unit *unit = &b->units[i];
        unit->members = (struct slice){ b->members_count, 0 };
        for (uint32_t k = 0; k < unit->members_given.count && room; k++)
            room = add_member(loader, unit, seen, i + 1, b->members[unit->members_given.from + k]);
        for (uint32_t m = 0; unit->member_kinds && m < b->units_count && room; m++)
            if (unit->member_kinds & (1u << b->units[m].kind) && b->units[m].kind != UNIT_COLLECTIVE)
                room = add_member(loader, unit, seen, i + 1, m);
    }
    free(seen);
}

static struct text keep(struct breakdown *b, const struct buf *made)
{
    return text_copy(&b->arena, text_composed(buf_view(made)));
}

/* The year, or what else tells the volumes apart, shortest first. */
static void name_volumes(struct breakdown *b)
{
    struct buf made = { 0 };
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        struct volume *volume = &b->volumes[i];
        for (int attempt = 0;; attempt++) {
            buf_clear(&made);
            if (volume->year)
                buf_printf(&made, "%d", volume->year);
            if (!volume->year || attempt >= 1) {
                buf_string(&made, volume->year ? "·" : "");
                buf_text(&made, text_empty(volume->issuer) ? volume->title : volume->issuer);
            }
            if (attempt >= 2)
                buf_printf(&made, "#%d", attempt);
            struct text name = text_composed(buf_view(&made));
            bool taken = false;
            for (uint32_t k = 0; k < b->volumes_count && attempt < 2; k++) {
                const struct volume *other = &b->volumes[k];
                taken = taken || (k != i && attempt == 0 && volume->year == other->year && volume->year);
            }
            for (uint32_t k = 0; k < i; k++)
                taken = taken || text_equal(b->volumes[k].name, name);
            if (!taken) {
                volume->name = keep(b, &made);
                break;
            }
        }
    }
    buf_fini(&made);
}

/* Do the printed numbers of a volume's sections (一, 二, 四) tell them apart?  Then they are the ids; else ordinals. */
static bool numbers_distinct(const struct breakdown *b, const struct volume *volume)
{
    unsigned before = 0;
    for (uint32_t i = 0; i < volume->sections.count; i++) {
        const struct section *section = &b->sections[volume->sections.from + i];
        unsigned number = number_of(section->no);
        if (section->kind == SECTION_LIVELIHOOD)
            continue;
        if (number <= before)
            return false;
        before = number;
    }
    return true;
}

static void identify_sections(struct breakdown *b)
{
    struct buf made = { 0 };
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        unsigned ordinal = 0, livelihoods = 0;
        bool printed = numbers_distinct(b, &b->volumes[v]);
        for (uint32_t i = 0; i < b->volumes[v].sections.count; i++) {
            struct section *section = &b->sections[b->volumes[v].sections.from + i];
            buf_clear(&made);
            if (section->kind != SECTION_LIVELIHOOD)
                buf_number(&made, printed ? number_of(section->no) : ++ordinal);
            else if (++livelihoods == 1)
                buf_string(&made, "m");
            else
                buf_printf(&made, "m%u", livelihoods);
            section->id = keep(b, &made);
        }
    }
    buf_fini(&made);
}

/* How often each number of the section came up to here: 1 for a first time. */
static void count_turns(const struct breakdown *b, const struct section *section, uint32_t *turns)
{
    repeats_find(b, section, turns);
    for (uint32_t i = 0; i < section->tasks.count; i++)
        turns[i] = turns[i] == NO_IDX ? 1 : turns[turns[i]] + 1;
}

static void identify_tasks(struct breakdown *b)
{
    struct buf made = { 0 };
    for (uint32_t s = 0; s < b->sections_count; s++) {
        const struct section *section = &b->sections[s];
        uint32_t *turns = mem_array(section->tasks.count, sizeof *turns);
        count_turns(b, section, turns);
        for (uint32_t i = 0; i < section->tasks.count; i++) {
            struct task *task = &b->tasks[section->tasks.from + i];
            buf_clear(&made);
            if (b->volumes_count > 1) {
                buf_text(&made, b->volumes[section->volume_idx].name);
                buf_char(&made, ':');
            }
            buf_text(&made, section->id);
            buf_char(&made, '.');
            buf_number(&made, (uint64_t)task->no);
            if (turns[i] > 1)
                buf_printf(&made, "#%u", (unsigned)turns[i]);
            task->id = keep(b, &made);
            size_t task_id_bytes = made.bytes;
            for (uint32_t k = 0; k < task->parts.count; k++) {
                struct part *part = &b->parts[task->parts.from + k];
                part->id = task->id;
                if (task->parts.count == 1)
                    continue;
                made.bytes = task_id_bytes;
                buf_char(&made, '.');
                buf_number(&made, k + UINT64_C(1));
                part->id = keep(b, &made);
            }
        }
        free(turns);
    }
    buf_fini(&made);
}

/* The list of a part whose wording the file does not give: the names joined. */
static void word_parts(struct breakdown *b)
{
    struct buf made = { 0 };
    for (uint32_t i = 0; i < b->parts_count; i++) {
        struct part *part = &b->parts[i];
        if (part->wording_given)
            continue;
        buf_clear(&made);
        for (uint32_t k = 0; k < part->duties.count; k++) {
            buf_string(&made, k ? "、" : "");
            buf_text(&made, b->units[b->duties[part->duties.from + k].unit_idx].name);
        }
        if (part->open_ended && part->duties.count)
            buf_string(&made, "等");
        part->wording = keep(b, &made);
    }
    buf_fini(&made);
}

void load_finish(struct loader *loader)
{
    struct breakdown *b = loader->b;
    claim_names(b);
    for (uint32_t i = 0; i < b->duties_count; i++) {
        struct duty *duty = &b->duties[i];
        duty->unit_idx = resolve(loader, duty->unit_idx, part_volume(b, duty->part_idx), duty->mark);
    }
    expand_members(loader);
    names_fit(&b->names);
    name_volumes(b);
    identify_sections(b);
    identify_tasks(b);
    word_parts(b);
}
