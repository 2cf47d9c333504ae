/* SPDX-License-Identifier: MIT */
#include "notice/registry.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "notice/units_guess.h"

/* A notice of many thousand places names no 各市 that binds them all one by one. */
enum { GUESSED_MEMBERS_MAX = 100000 };

static bool has_duty(const struct breakdown *b, const struct part *part, struct text name)
{
    for (uint32_t i = 0; i < part->duties.count; i++)
        if (text_equal(b->units[b->duties[part->duties.from + i].unit_idx].name, name))
            return true;
    return false;
}

/* Is the wording nothing but the names joined with 、?  Then it need not be said. */
static bool is_joined(const struct breakdown *b, const struct part *part)
{
    struct buf joined = { 0 };
    for (uint32_t i = 0; i < part->duties.count; i++) {
        buf_string(&joined, i ? "、" : "");
        buf_text(&joined, b->units[b->duties[part->duties.from + i].unit_idx].name);
    }
    bool same = text_equal(part->wording, text_composed(buf_view(&joined)));
    buf_fini(&joined);
    return same;
}

const char *registry_list(struct builder *builder, struct text label, const struct unitlist *list)
{
    const struct mark nowhere = { 0, 0 };
    struct part *part = &builder->b->parts[builder->b->parts_count - 1];
    bool twice = false, full = false;
    part->label = builder_keep(builder, label);
    part->wording = list->wording;
    part->wording_given = true;
    part->open_ended = list->open_ended;
    part->roles_given = list->roles_given;
    /* Given roles are two lists, the leading units' first, as they will be read back. */
    for (uint32_t i = 0; i < 2 * list->count; i++) {
        const struct unitlist_item *item = &list->items[i % list->count];
        enum role turn = i < list->count ? ROLE_LEAD : ROLE_SUPPORT;
        if ((list->roles_given ? item->role : ROLE_LEAD) != turn)
            continue;
        if (has_duty(builder->b, part, item->name))
            twice = true;
        else
            full |= !builder_duty(builder, text_span(item->name), item->role, nowhere);
    }
    builder_part_end(builder);
    part->wording_given = !is_joined(builder->b, part);
    part->wording = part->wording_given ? builder_keep(builder, list->wording) : (struct text){ "", 0 };
    for (uint32_t i = 0; i < list->notes_count; i++)
        builder_text(builder, builder_keep(builder, list->notes[i]), &part->notes);
    return !list->count ? N_("没有认出单位")
           : full       ? N_("名单超过 4096 家，多出的没有收")
           : twice      ? N_("同一单位列了两次，只留一次")
                        : NULL;
}

static bool is_member(const struct unit_guess *collective, enum unit_kind kind)
{
    return (collective->cities && kind == UNIT_CITY) || (collective->counties && kind == UNIT_COUNTY);
}

void registry_guess(struct builder *builder, bool local, const struct unit_alias *aliases, size_t aliases_count)
{
    const struct mark nowhere = { 0, 0 };
    struct breakdown *b = builder->b;
    struct unit_guess *guesses = mem_array(b->units_count, sizeof *guesses);
    for (uint32_t i = 0; i < b->units_count; i++)
        guesses[i] = unit_guess(b->units[i].name, local);
    for (uint32_t i = 0; i < b->units_count; i++) {
        bool collective = guesses[i].kind == UNIT_COLLECTIVE;
        struct unit unit = {
            .full = { "", 0 }, .kind = guesses[i].kind, .coverage = guesses[i].coverage, .others = collective
        };
        for (size_t a = 0; a < aliases_count; a++)
            if (text_equal(aliases[a].whole, b->units[i].name))
                builder_text(builder, builder_keep(builder, aliases[a].bare), &unit.aliases);
        for (uint32_t m = 0; collective && m < b->units_count && builder->members_listed < GUESSED_MEMBERS_MAX; m++)
            if (is_member(&guesses[i], guesses[m].kind))
                builder_member(builder, text_span(b->units[m].name), nowhere, &unit.members_given);
        builder_unit(builder, text_span(b->units[i].name), &unit);
    }
    free(guesses);
}
