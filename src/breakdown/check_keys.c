/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "breakdown/checker.h"
#include "breakdown/key.h"

struct keys_check {
    const struct breakdown *b;
    struct diags *diags;
};

static void report(void *context, uint32_t part_idx, uint32_t earlier_idx)
{
    const struct keys_check *check = context;
    const struct breakdown *b = check->b;
    const struct part *part = &b->parts[part_idx];
    if (part->faulty || b->parts[earlier_idx].faulty || text_empty(part->text))
        return;
    diag_warning(check->diags, check_place(b, check_part_volume(b, part), mark_near(part->mark, part->text_at)),
                 _("%.*s 与 %.*s 的键都是 %s，台账分不清：正文相同时请核对"), TEXT_ARG(part->id),
                 TEXT_ARG(b->parts[earlier_idx].id), part_key(b, part_idx).text);
}

void check_keys(const struct breakdown *b, struct diags *diags)
{
    struct keys_check check = { b, diags };
    key_each_twice(b, report, &check);
}
