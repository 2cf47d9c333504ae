/* SPDX-License-Identifier: MIT */
#include "breakdown/repeats.h"

#include <stdlib.h>

#include "base/mem.h"

struct numbered {
    int no;
    uint32_t idx;
};

static int by_number(const void *left, const void *right)
{
    const struct numbered *a = left, *b = right;
    int order = (a->no > b->no) - (a->no < b->no);
    return order ? order : (a->idx > b->idx) - (a->idx < b->idx);
}

void repeats_find(const struct breakdown *b, const struct section *section, uint32_t *earlier)
{
    struct numbered *sorted = mem_array(section->tasks.count, sizeof *sorted);
    for (uint32_t i = 0; i < section->tasks.count; i++)
        sorted[i] = (struct numbered){ b->tasks[section->tasks.from + i].no, i };
    qsort(sorted, section->tasks.count, sizeof *sorted, by_number);
    for (uint32_t i = 0; i < section->tasks.count; i++)
        earlier[sorted[i].idx] = i && sorted[i].no == sorted[i - 1].no ? sorted[i - 1].idx : NO_IDX;
    free(sorted);
}
