/* SPDX-License-Identifier: MIT */
#include "breakdown/tally.h"

#include "base/i18n.h"

void tally_add(const struct breakdown *b, const struct task *task, struct tally *tally)
{
    tally->tasks++;
    tally->parts += task->parts.count;
    for (uint32_t k = 0; k < task->parts.count; k++) {
        const struct part *part = &b->parts[task->parts.from + k];
        uint32_t lead = part_role_count(b, part, ROLE_LEAD);
        tally->lead += lead;
        tally->support += part->duties.count - lead;
        tally->led += lead > 0;
    }
}

void tally_join(struct tally *sum, const struct tally *one)
{
    sum->tasks += one->tasks;
    sum->parts += one->parts;
    sum->lead += one->lead;
    sum->support += one->support;
    sum->led += one->led;
}

struct tally tally_all(const struct breakdown *b, bool livelihood)
{
    struct tally sum = { 0 };
    for (uint32_t i = 0; i < b->tasks_count; i++)
        if ((task_section(b, &b->tasks[i])->kind == SECTION_LIVELIHOOD) == livelihood)
            tally_add(b, &b->tasks[i], &sum);
    return sum;
}

enum { TERMS_MAX = 24 };

static bool is_term(const struct section *section)
{
    return section->tasks.count && section->kind != SECTION_LIVELIHOOD;
}

void tally_terms(const struct breakdown *b, const struct volume *volume, struct buf *out)
{
    uint32_t count = 0, nth = 0;
    for (uint32_t s = volume->sections.from; s < volume->sections.from + volume->sections.count; s++)
        count += is_term(&b->sections[s]);
    for (uint32_t s = volume->sections.from; s < volume->sections.from + volume->sections.count; s++) {
        if (!is_term(&b->sections[s]))
            continue;
        nth++;
        if (count > TERMS_MAX && nth == TERMS_MAX - 1)
            buf_string(out, "+…");
        if (count <= TERMS_MAX || nth < TERMS_MAX - 1 || nth == count)
            buf_printf(out, "%s%u", nth > 1 ? "+" : "", b->sections[s].tasks.count);
    }
    if (count > TERMS_MAX)
        buf_printf(out, _("（%u个部分）"), count);
    if (count == 0)
        buf_char(out, '0');
}
