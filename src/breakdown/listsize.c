/* SPDX-License-Identifier: MIT */
#include "breakdown/listsize.h"

#include "base/hurry.h"
#include "base/i18n.h"

static enum listsize size_of(uint32_t count)
{
    return count <= 2    ? (enum listsize)count
           : count <= 5  ? LISTSIZE_3_TO_5
           : count <= 10 ? LISTSIZE_6_TO_10
                         : LISTSIZE_MORE;
}

uint32_t listsize_alone(const struct breakdown *b, const struct part *part)
{
    if (part->duties.count != 1 || part->open_ended)
        return NO_IDX;
    uint32_t unit_idx = b->duties[part->duties.from].unit_idx;
    return b->units[unit_idx].coverage == COVERAGE_NONE ? unit_idx : NO_IDX;
}

struct listsizes listsizes_count(const struct breakdown *b)
{
    struct listsizes sizes = { 0 };
    for (uint32_t i = 0; i < b->parts_count && !hurry_at(i); i++) {
        const struct part *part = &b->parts[i];
        enum listsize size = size_of(part->duties.count);
        (part_is_livelihood(b, i) ? sizes.livelihood : sizes.tasks)[size]++;
        if (size != LISTSIZE_1)
            continue;
        bool collective = b->units[b->duties[part->duties.from].unit_idx].coverage != COVERAGE_NONE;
        sizes.alone += !collective && !part->open_ended;
        sizes.collective += collective;
        sizes.open += !collective && part->open_ended;
    }
    return sizes;
}

const char *listsize_name(enum listsize size)
{
    static const char *const names[LISTSIZES_COUNT] = { N_("没有单位"), N_("1家"),     N_("2家"),
                                                        N_("3至5家"),   N_("6至10家"), N_("11家以上") };
    return _(names[size]);
}

enum standing listsize_standing(const struct index *index, uint32_t unit_idx)
{
    const struct counts *counts = &index->counts[unit_idx];
    if (counts->tasks[BOND_LEAD] + counts->livelihood[BOND_LEAD])
        return STANDING_LEADS;
    if (counts->tasks[BOND_SUPPORT] + counts->livelihood[BOND_SUPPORT])
        return STANDING_SUPPORTS;
    if (counts->tasks[BOND_VIA] + counts->livelihood[BOND_VIA] + counts->tasks[BOND_MAYBE] +
        counts->livelihood[BOND_MAYBE])
        return STANDING_BOUND;
    return STANDING_NONE;
}
