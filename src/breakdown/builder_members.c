/* SPDX-License-Identifier: MIT */
/* Whom collectives stand for. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/builder.h"

/* The units that a collective's kinds name, kind by kind: each list in the registry's order. */
struct kinds {
    uint32_t *idxs[UNIT_KINDS_COUNT];
    uint32_t count[UNIT_KINDS_COUNT];
};

static void kinds_init(struct kinds *kinds, const struct breakdown *b)
{
    *kinds = (struct kinds){ 0 };
    for (uint32_t i = 0; i < b->units_count; i++)
        kinds->count[b->units[i].kind]++;
    for (enum unit_kind kind = 0; kind < UNIT_KINDS_COUNT; kind++) {
        kinds->idxs[kind] = mem_array(kinds->count[kind], sizeof **kinds->idxs);
        kinds->count[kind] = 0;
    }
    for (uint32_t i = 0; i < b->units_count; i++)
        kinds->idxs[b->units[i].kind][kinds->count[b->units[i].kind]++] = i;
}

/* The next unit of the kinds in the registry's order; at[] is where each kind's list stands.  NO_IDX at the end. */
static uint32_t kinds_next(const struct kinds *kinds, uint32_t wanted, uint32_t *at)
{
    enum unit_kind least = UNIT_KINDS_COUNT;
    for (enum unit_kind kind = 0; kind < UNIT_KINDS_COUNT; kind++)
        if (wanted >> kind & 1 && kind != UNIT_COLLECTIVE && at[kind] < kinds->count[kind] &&
            (least == UNIT_KINDS_COUNT || kinds->idxs[kind][at[kind]] < kinds->idxs[least][at[least]]))
            least = kind;
    return least == UNIT_KINDS_COUNT ? NO_IDX : kinds->idxs[least][at[least]++];
}

static bool add_member(struct builder *builder, struct unit *unit, uint32_t *seen, uint32_t member_idx)
{
    struct breakdown *b = builder->b;
    uint32_t stamp = (uint32_t)(unit - b->units) + 1;
    if (seen[member_idx] == stamp || &b->units[member_idx] == unit)
        return true;
    seen[member_idx] = stamp;
    if (b->members_count - builder->members_listed == MEMBERS_MAX) {
        struct place place = { b->volumes[unit->volume_idx].path, unit->mark.line_no, unit->mark.col_no };
        if (builder->diags)
            diag_error(builder->diags, place, _("集合单位的成员总数超过%d：请检查 member-kinds"), (int)MEMBERS_MAX);
        return false;
    }
    MEM_GROW(b->members, (size_t)b->members_count + 1, builder->members_cap);
    b->members[b->members_count++] = member_idx;
    unit->members.count++;
    return true;
}

/* members: those listed, then all units of member_kinds that are not among them, in the registry's order. */
static bool expand_members(struct builder *builder)
{
    struct breakdown *b = builder->b;
    struct kinds kinds;
    kinds_init(&kinds, b);
    uint32_t *seen = mem_array(b->units_count, sizeof *seen);
    bool room = true;
    b->members_count = builder->members_listed;
    for (uint32_t i = 0; i < b->units_count; i++) {
        struct unit *unit = &b->units[i];
        uint32_t at[UNIT_KINDS_COUNT] = { 0 };
        unit->members = (struct slice){ b->members_count, 0 };
        for (uint32_t k = 0; k < unit->members_given.count && room; k++)
            room = add_member(builder, unit, seen, b->members[unit->members_given.from + k]);
        for (uint32_t m; unit->member_kinds && room && (m = kinds_next(&kinds, unit->member_kinds, at)) != NO_IDX;)
            room = add_member(builder, unit, seen, m);
    }
    free(seen);
    for (enum unit_kind kind = 0; kind < UNIT_KINDS_COUNT; kind++)
        free(kinds.idxs[kind]);
    return room;
}

/* What index_count() will have to compare for a part: each unit with each collective, and all members but the most. */
static uint64_t bonds_of(const struct breakdown *b, const struct part *part)
{
    uint64_t collectives = 0, members = 0, most = 0;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct unit *unit = &b->units[b->duties[part->duties.from + i].unit_idx];
        if (unit->coverage == COVERAGE_NONE)
            continue;
        collectives++;
        members += unit->members.count;
        most = unit->members.count > most ? unit->members.count : most;
    }
    return collectives * part->duties.count + members - most;
}

/* A file in which every list names several large collectives would keep the program busy for hours. */
static bool bonds_bearable(struct builder *builder)
{
    const struct breakdown *b = builder->b;
    uint64_t bonds = 0;
    for (uint32_t i = 0; i < b->parts_count; i++) {
        bonds += bonds_of(b, &b->parts[i]);
        if (bonds <= BONDS_MAX)
            continue;
        struct mark mark = b->parts[i].mark;
        const struct section *section = &b->sections[b->tasks[b->parts[i].task_idx].section_idx];
        struct place place = { b->volumes[section->volume_idx].path, mark.line_no, mark.col_no };
        if (builder->diags)
            diag_error(builder->diags, place, _("同一份名单里的几个集合单位成员太多，到这里已超过%d处：请分成几个文件"),
                       (int)BONDS_MAX);
        return false;
    }
    return true;
}

bool builder_expand(struct builder *builder)
{
    return expand_members(builder) && bonds_bearable(builder);
}
