/* SPDX-License-Identifier: MIT */
#include "ui/partners.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"

enum { REST_COLS = 4 }; /* " +12" */

/* The others, leading ones first; the collective through which the unit is bound is not somebody else. */
static uint32_t list_partners(const struct breakdown *b, const struct owed *owed, uint32_t unit_idx,
                              const struct duty **partners)
{
    struct slice duties = b->parts[owed->part_idx].duties;
    uint32_t count = 0;
    for (int role = ROLE_LEAD; role <= ROLE_SUPPORT; role++)
        for (uint32_t d = duties.from; d < duties.from + duties.count; d++) {
            const struct duty *duty = &b->duties[d];
            if ((int)duty->role == role && duty->unit_idx != unit_idx && duty->unit_idx != owed->via_idx)
                partners[count++] = duty;
        }
    return count;
}

bool partners_any(const struct breakdown *b, const struct owed *owed, uint32_t unit_idx)
{
    struct slice duties = b->parts[owed->part_idx].duties;
    for (uint32_t d = duties.from; d < duties.from + duties.count; d++)
        if (b->duties[d].unit_idx != unit_idx && b->duties[d].unit_idx != owed->via_idx)
            return true;
    return false;
}

static void put_name(const struct breakdown *b, const struct duty *duty, const struct duty *before, struct buf *out)
{
    if (!before || before->role != duty->role)
        buf_printf(out, "%s%s ", before ? " " : "", duty->role == ROLE_LEAD ? _("牵") : _("参"));
    else
        buf_string(out, "、");
    buf_text(out, b->units[duty->unit_idx].name);
}

void partners_put(const struct breakdown *b, const struct owed *owed, uint32_t unit_idx, int room, int ambiguous_cols,
                  struct buf *out)
{
    const struct duty **partners = mem_array(b->parts[owed->part_idx].duties.count, sizeof *partners);
    uint32_t count = list_partners(b, owed, unit_idx, partners), named = 0;
    struct buf line = { 0 };
    size_t fits_bytes = 0;
    for (; named < count; named++) {
        put_name(b, partners[named], named ? partners[named - 1] : NULL, &line);
        int needed = width_cols(text_composed(buf_view(&line)), ambiguous_cols) + (named + 1 < count ? REST_COLS : 0);
        if (named && needed > room)
            break;
        fits_bytes = line.bytes;
    }
    struct text fits = text_slice(text_composed(buf_view(&line)), 0, fits_bytes);
    if (fits_bytes)
        width_clip(out, fits, named < count ? room - REST_COLS : room, ambiguous_cols);
    if (named < count)
        buf_printf(out, " +%u", count - named);
    buf_fini(&line);
    free(partners);
}
