/* SPDX-License-Identifier: MIT */
#include "search/roster.h"

#include "base/mem.h"

/* A full stop between two Han characters is a middle dot on a keyboard that has none. */
static void mend_dots(const struct roster *roster, uint16_t *ids, uint32_t count)
{
    uint16_t stop = glyphs_find(&roster->glyphs, '.'), dot = glyphs_find(&roster->glyphs, 0xB7);
    for (uint32_t i = 1; stop && dot && i + 1 < count; i++)
        if (ids[i] == stop && roster->glyphs.items[ids[i - 1]].readings_count &&
            roster->glyphs.items[ids[i + 1]].readings_count)
            ids[i] = dot;
}

uint64_t roster_name_of(struct roster *roster, struct text text, enum hit_field field, struct glyph_ids *ids,
                        struct roster_name *name)
{
    uint64_t sign;
    *name = (struct roster_name){ .ids_from = (uint32_t)ids->count, .field = field };
    name->match.count = glyphs_add(&roster->glyphs, text, ids, &sign);
    name->match.ids = ids->ids + name->ids_from;
    mend_dots(roster, ids->ids + name->ids_from, name->match.count);
    if (roster->heads)
        match_heads(&name->match, &roster->glyphs);
    return sign;
}

static void add_name(struct roster *roster, struct text text, enum hit_field field, uint32_t alias_no)
{
    if (text_empty(text))
        return;
    MEM_GROW(roster->names, roster->names_count + 1, roster->names_cap);
    MEM_GROW(roster->signs, roster->names_count + 1, roster->signs_cap);
    struct roster_name *name = &roster->names[roster->names_count];
    roster->signs[roster->names_count++] = roster_name_of(roster, text, field, &roster->ids, name);
    name->alias_no = alias_no;
}

static void begin(struct roster *roster, uint32_t count)
{
    struct glyph_ids none = { 0 };
    glyphs_init(&roster->glyphs);
    glyphs_add(&roster->glyphs, TEXT("·"), &none, NULL); /* for mend_dots() */
    free(none.ids);
    roster->places_count = count;
    roster->owners = mem_array((size_t)count + 1, sizeof *roster->owners);
    roster->names_from = mem_array((size_t)count + 1, sizeof *roster->names_from);
}

static void end(struct roster *roster)
{
    roster->names_from[roster->places_count] = (uint32_t)roster->names_count;
    for (size_t i = 0; i < roster->names_count; i++)
        roster->names[i].match.ids = roster->ids.ids + roster->names[i].ids_from;
}

/* An owner's weight above his place in the registry, from behind. */
static int heaviest_first(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a < b) - (a > b);
}

static void order_units(struct roster *roster, const struct index *index)
{
    uint64_t *order = mem_array(roster->places_count, sizeof *order);
    for (uint32_t i = 0; i < roster->places_count; i++)
        order[i] = (uint64_t)index_weight(index, i) << 32 | (UINT32_MAX - i);
    if (roster->places_count)
        qsort(order, roster->places_count, sizeof *order, heaviest_first);
    for (uint32_t place = 0; place < roster->places_count; place++)
        roster->owners[place] = UINT32_MAX - (uint32_t)order[place];
    free(order);
}

void roster_fill_units(struct roster *roster, const struct index *index)
{
    const struct breakdown *b = index->b;
    roster->heads = true;
    begin(roster, b->units_count);
    order_units(roster, index);
    for (uint32_t place = 0; place < b->units_count; place++) {
        const struct unit *unit = &b->units[roster->owners[place]];
        roster->names_from[place] = (uint32_t)roster->names_count;
        add_name(roster, unit->name, HIT_NAME, 0);
        for (uint32_t i = 0; i < unit->aliases.count; i++)
            add_name(roster, b->texts[unit->aliases.from + i], HIT_ALIAS, i);
        if (!text_equal(unit->full, unit->name))
            add_name(roster, unit->full, HIT_FULL, 0);
    }
    end(roster);
}

void roster_fill_leaders(struct roster *roster, const struct leaders *leaders)
{
    begin(roster, leaders->count);
    for (uint32_t place = 0; place < leaders->count; place++) {
        roster->owners[place] = place;
        roster->names_from[place] = (uint32_t)roster->names_count;
        for (uint32_t form = 0; form < LEADER_FORMS_COUNT; form++)
            add_name(roster, leaders->items[place].forms[form], form == LEADER_NAME ? HIT_NAME : HIT_ALIAS, form);
    }
    end(roster);
}

void roster_fini(struct roster *roster)
{
    if (roster->names_from)
        glyphs_fini(&roster->glyphs);
    free(roster->ids.ids);
    free(roster->names);
    free(roster->signs);
    free(roster->owners);
    free(roster->names_from);
    *roster = (struct roster){ 0 };
}
