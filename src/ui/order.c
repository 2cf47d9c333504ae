/* SPDX-License-Identifier: MIT */
#include "ui/order.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"

struct standing {
    uint32_t unit_idx;
    uint64_t weight;
};

static int heaviest_first(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return (x->unit_idx > y->unit_idx) - (x->unit_idx < y->unit_idx);
}

/* Of equal first counts the second one decides, however large it is. */
static uint64_t weight(const struct counts *counts, enum order order)
{
    uint64_t lead = counts->tasks[BOND_LEAD], support = counts->tasks[BOND_SUPPORT];
    switch (order) {
    case ORDER_LEAD:
        return lead << 32 | support;
    case ORDER_SUPPORT:
        return support << 32 | lead;
    case ORDER_TOTAL:
        return lead + support + counts->tasks[BOND_VIA];
    default:
        return 0;
    }
}

void order_units(const struct breakdown *b, const struct index *index, enum order order, uint32_t *rows)
{
    uint32_t count = b->units_count;
    if (order == ORDER_PINYIN) {
        index_sort_by_name(b, rows);
        return;
    }
    struct standing *standings = mem_array(count, sizeof *standings);
    for (uint32_t i = 0; i < count; i++)
        standings[i] = (struct standing){ i, weight(&index->counts[i], order) };
    if (order != ORDER_NOTICE)
        qsort(standings, count, sizeof *standings, heaviest_first);
    for (uint32_t i = 0; i < count; i++)
        rows[i] = standings[i].unit_idx;
    free(standings);
}

const char *order_name(enum order order)
{
    static const char *const names[ORDERS_COUNT] = {
        [ORDER_NOTICE] = N_("通知次序"), [ORDER_LEAD] = N_("按牵头"),   [ORDER_SUPPORT] = N_("按参与"),
        [ORDER_TOTAL] = N_("按总数"),    [ORDER_PINYIN] = N_("按拼音"),
    };
    return _(names[order]);
}
