/* SPDX-License-Identifier: MIT */
#include "breakdown/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/pinyin.h"
#include "text/utf8.h"

/*
 * Bonds are found part by part and written unit by unit: one pass counts, a second one fills.  stamp/bond hold, for
 * the part at hand, who is bound already and how.
 */
struct builder {
    const struct breakdown *b;
    struct index *index;
    uint32_t *stamps; /* by unit: part_idx + 1 of the last part that bound it */
    struct owed *now; /* by unit: how that part binds it */
    uint32_t *bound;  /* the units that the part at hand binds, in the order found */
    uint32_t bound_count;
    uint32_t *fill; /* by unit: where its next entry goes */
};

static void bind(struct builder *builder, uint32_t unit_idx, struct owed owed)
{
    struct owed *now = &builder->now[unit_idx];
    if (builder->stamps[unit_idx] != owed.part_idx + 1) {
        builder->stamps[unit_idx] = owed.part_idx + 1;
        builder->bound[builder->bound_count++] = unit_idx;
        *now = owed;
    } else if (owed.bond < now->bond) {
        *now = owed;
    }
}

static void bind_part(struct builder *builder, uint32_t part_idx)
{
    const struct breakdown *b = builder->b;
    const struct part *part = &b->parts[part_idx];
    builder->bound_count = 0;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        bind(builder, duty->unit_idx,
             (struct owed){ part_idx, NO_IDX, duty->role == ROLE_LEAD ? BOND_LEAD : BOND_SUPPORT, duty->role });
    }
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        const struct unit *unit = &b->units[duty->unit_idx];
        enum bond bond = unit->coverage == COVERAGE_ALL ? BOND_VIA : BOND_MAYBE;
        if (unit->coverage == COVERAGE_NONE)
            continue;
        for (uint32_t m = 0; m < unit->members.count; m++)
            bind(builder, b->members[unit->members.from + m],
                 (struct owed){ part_idx, duty->unit_idx, bond, duty->role });
    }
}

static void count_part(struct builder *builder, uint32_t part_idx)
{
    const struct breakdown *b = builder->b;
    bool livelihood = part_is_livelihood(b, part_idx);
    for (uint32_t i = 0; i < builder->bound_count; i++) {
        uint32_t unit_idx = builder->bound[i];
        struct counts *counts = &builder->index->counts[unit_idx];
        (livelihood ? counts->livelihood : counts->tasks)[builder->now[unit_idx].bond]++;
        builder->index->unit_from[unit_idx + 1]++;
    }
}

static void build_owed(struct index *index, const struct breakdown *b)
{
    struct builder builder = { .b = b, .index = index };
    builder.stamps = mem_array(b->units_count, sizeof *builder.stamps);
    builder.now = mem_array(b->units_count, sizeof *builder.now);
    builder.bound = mem_array(b->units_count, sizeof *builder.bound);
    builder.fill = mem_array(b->units_count, sizeof *builder.fill);
    for (uint32_t i = 0; i < b->parts_count; i++) {
        bind_part(&builder, i);
        count_part(&builder, i);
    }
    for (uint32_t i = 0; i < b->units_count; i++) {
        index->unit_from[i + 1] += index->unit_from[i];
        builder.fill[i] = index->unit_from[i];
    }
    index->owed = mem_array(index->unit_from[b->units_count], sizeof *index->owed);
    memset(builder.stamps, 0, b->units_count * sizeof *builder.stamps);
    for (uint32_t i = 0; i < b->parts_count; i++) {
        bind_part(&builder, i);
        for (uint32_t k = 0; k < builder.bound_count; k++) {
            uint32_t unit_idx = builder.bound[k];
            index->owed[builder.fill[unit_idx]++] = builder.now[unit_idx];
        }
    }
    free(builder.stamps);
    free(builder.now);
    free(builder.bound);
    free(builder.fill);
}

/*
 * The place of a character in the order of names: that of its most usual reading (syllables are numbered by the
 * alphabet), so that xi an sorts before xian; what has no reading sorts behind; 0 stands for the end of the name.
 */
static uint64_t reading_order(struct text name, size_t *at)
{
    size_t bytes;
    const uint16_t *readings;
    if (*at >= name.bytes)
        return 0;
    int count = pinyin_readings(utf8_at(name, *at, &bytes), &readings);
    *at += bytes;
    return count > 0 ? readings[0] + UINT64_C(1) : 0xFFFF;
}

struct keyed {
    uint64_t head; /* the first four characters' order: decides nearly always */
    struct text name;
    uint32_t unit_idx;
};

static int by_key(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    if (a->head != b->head)
        return a->head < b->head ? -1 : 1;
    uint64_t a_order, b_order;
    size_t a_at = 0, b_at = 0;
    do {
        a_order = reading_order(a->name, &a_at);
        b_order = reading_order(b->name, &b_at);
    } while (a_order == b_order && a_order);
    if (a_order != b_order)
        return a_order < b_order ? -1 : 1;
    int order = text_compare(a->name, b->name); /* the characters themselves part the homophones */
    return order ? order : (a->unit_idx > b->unit_idx) - (a->unit_idx < b->unit_idx);
}

void index_sort_by_name(const struct breakdown *b, uint32_t *unit_idxs)
{
    struct keyed *sorted = mem_array(b->units_count, sizeof *sorted);
    for (uint32_t i = 0; i < b->units_count; i++) {
        size_t at = 0;
        sorted[i] = (struct keyed){ 0, b->units[i].name, i };
        for (int k = 0; k < 4; k++)
            sorted[i].head = sorted[i].head << 16 | reading_order(b->units[i].name, &at);
    }
    if (b->units_count)
        qsort(sorted, b->units_count, sizeof *sorted, by_key);
    for (uint32_t i = 0; i < b->units_count; i++)
        unit_idxs[i] = sorted[i].unit_idx;
    free(sorted);
}

struct index *index_new(const struct breakdown *b)
{
    struct index *index = mem_array(1, sizeof *index);
    index->unit_from = mem_array((size_t)b->units_count + 1, sizeof *index->unit_from);
    index->counts = mem_array(b->units_count, sizeof *index->counts);
    build_owed(index, b);
    index->leaders = leaders_new(b);
    return index;
}

void index_free(struct index *index)
{
    if (!index)
        return;
    free(index->owed);
    free(index->unit_from);
    free(index->counts);
    leaders_free(index->leaders);
    free(index);
}

const struct owed *index_owed(const struct index *index, uint32_t unit_idx, uint32_t *count)
{
    *count = index->unit_from[unit_idx + 1] - index->unit_from[unit_idx];
    return index->owed + index->unit_from[unit_idx];
}

uint32_t index_weight(const struct index *index, uint32_t unit_idx)
{
    /* Each bond outweighs the next, but a unit with many supporting duties still passes one with a single lead. */
    static const uint32_t weights[BONDS_COUNT] = { 16, 8, 2, 1 };
    const struct counts *counts = &index->counts[unit_idx];
    uint32_t weight = 0;
    /* Most of a large registry owes nothing: its counts are pages that nobody has touched. */
    if (index->unit_from[unit_idx] == index->unit_from[unit_idx + 1])
        return 0;
    for (int bond = 0; bond < BONDS_COUNT; bond++)
        weight += weights[bond] * (counts->tasks[bond] + counts->livelihood[bond]);
    return weight;
}

struct text bond_name(enum bond bond)
{
    static const char *const names[] = { N_("牵头"), N_("参与"), N_("经由集合单位"), N_("可能涉及") };
    return text_of(_(names[bond]));
}
