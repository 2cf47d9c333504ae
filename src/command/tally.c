/* SPDX-License-Identifier: MIT */
#include "command/tally.h"

struct tally tally_section(const struct breakdown *b, const struct section *section)
{
    struct tally tally = { .tasks = section->tasks.count };
    for (uint32_t i = 0; i < section->tasks.count; i++) {
        const struct task *task = &b->tasks[section->tasks.from + i];
        tally.parts += task->parts.count;
        for (uint32_t k = 0; k < task->parts.count; k++) {
            const struct part *part = &b->parts[task->parts.from + k];
            uint32_t lead = part_role_count(b, part, ROLE_LEAD);
            tally.lead += lead;
            tally.support += part_role_count(b, part, ROLE_SUPPORT);
            tally.led += lead > 0;
        }
    }
    return tally;
}

struct tally tally_all(const struct breakdown *b, bool livelihood)
{
    struct tally sum = { 0 };
    for (uint32_t i = 0; i < b->sections_count; i++) {
        if ((b->sections[i].kind == SECTION_LIVELIHOOD) != livelihood)
            continue;
        struct tally one = tally_section(b, &b->sections[i]);
        sum.tasks += one.tasks;
        sum.parts += one.parts;
        sum.lead += one.lead;
        sum.support += one.support;
        sum.led += one.led;
    }
    return sum;
}
