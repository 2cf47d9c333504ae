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

static struct tally tally_sections(const struct breakdown *b, struct slice sections, bool livelihood)
{
    struct tally sum = { 0 };
    for (uint32_t i = sections.from; i < slice_end(sections); i++) {
        struct slice tasks = b->sections[i].tasks;
        for (uint32_t t = tasks.from; t < slice_end(tasks) && (b->sections[i].kind == SECTION_LIVELIHOOD) == livelihood;
             t++)
            tally_add(b, &b->tasks[t], &sum);
    }
    return sum;
}

struct tally tally_volume(const struct breakdown *b, const struct volume *volume, bool livelihood)
{
    return tally_sections(b, volume->sections, livelihood);
}

struct tally tally_all(const struct breakdown *b, bool livelihood)
{
    return tally_sections(b, (struct slice){ 0, b->sections_count }, livelihood);
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
