/* SPDX-License-Identifier: MIT */
/* Units on the page: their names are links to a list of what each has to do here, which links back to the tasks. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/sheet_html.h"
#include "text/markup.h"

bool sheet_html_has_units(const struct sheet *sheet)
{
    return sheet->subject.kind == SHEET_ALL || sheet->subject.kind == SHEET_SECTION ||
           sheet->subject.kind == SHEET_LEADER;
}

void sheet_html_names(struct buf *out, const struct sheet *sheet, uint32_t part_idx, struct text text)
{
    const struct breakdown *b = sheet->breakdown;
    const struct part *part = &b->parts[part_idx];
    bool linked = sheet_html_has_units(sheet);
    /* Names stand in the list in the order of the duties; what is written otherwise (温州市、苍南县政府) has no link. */
    for (uint32_t i = 0; i < part->duties.count && linked && !text_empty(text); i++) {
        uint32_t unit_idx = b->duties[part->duties.from + i].unit_idx;
        struct text name = b->units[unit_idx].name;
        const char *found = memmem(text.at, text.bytes, name.at, name.bytes);
        if (!found)
            continue;
        size_t before = (size_t)(found - text.at);
        markup_escape(text_slice(text, 0, before), out);
        buf_printf(out, "<a href=\"#u%u\">", unit_idx);
        markup_escape(name, out);
        buf_string(out, "</a>");
        text = text_slice(text, before + name.bytes, text.bytes);
    }
    markup_escape(text, out);
}

/* Which parts stand on this sheet; they and their duties lie within bounds, beyond which nothing is looked at. */
struct here {
    bool *parts; /* from the first of them on */
    uint32_t parts_from, duties_from, duties_end;
};

static void find_here(const struct sheet *sheet, struct here *here)
{
    const struct breakdown *b = sheet->breakdown;
    uint32_t end = 0;
    *here = (struct here){ .parts_from = NO_IDX };
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        uint32_t part_idx = sheet->rows[i].part_idx;
        if (part_idx == NO_IDX)
            continue;
        here->parts_from = part_idx < here->parts_from ? part_idx : here->parts_from;
        end = part_idx >= end ? part_idx + 1 : end;
    }
    if (!end)
        return;
    here->duties_from = b->parts[here->parts_from].duties.from;
    here->duties_end = slice_end(b->parts[end - 1].duties);
    here->parts = mem_array(end - here->parts_from, sizeof *here->parts);
    for (uint32_t i = 0; i < sheet->rows_count; i++)
        if (sheet->rows[i].part_idx != NO_IDX)
            here->parts[sheet->rows[i].part_idx - here->parts_from] = true;
}

/* A unit's name before the first of its tasks here, then those of a role; returns whether there was any task. */
static bool put_role(struct buf *out, const struct sheet *sheet, const struct here *here, uint32_t unit_idx,
                     enum role role, bool named)
{
    const struct breakdown *b = sheet->breakdown;
    uint32_t count, said = 0;
    const uint32_t *duties = index_list(&sheet->index->duties, unit_idx, &count);
    for (uint32_t at = index_below(duties, count, here->duties_from); at < count && duties[at] < here->duties_end;
         at++) {
        const struct duty *duty = &b->duties[duties[at]];
        if (duty->role != role || !here->parts[duty->part_idx - here->parts_from])
            continue;
        buf_drain(out);
        if (!named) {
            buf_printf(out, "<dt id=\"u%u\">", unit_idx);
            markup_escape(b->units[unit_idx].name, out);
            buf_string(out, "</dt>\n");
        }
        named = true;
        struct text name = role_name(role), id = b->parts[duty->part_idx].id;
        if (!said++)
            buf_printf(out, "<dd>%.*s：", TEXT_ARG(name));
        else
            buf_string(out, "、");
        buf_string(out, "<a href=\"#");
        markup_escape(id, out);
        buf_string(out, "\">");
        markup_escape(id, out);
        buf_string(out, "</a>");
    }
    buf_string(out, said ? "</dd>\n" : "");
    return named;
}

void sheet_html_units(struct buf *out, const struct sheet *sheet)
{
    struct here here;
    find_here(sheet, &here);
    buf_printf(out, "<section id=\"units\" role=\"doc-index\">\n<h2>%s</h2>\n<dl>\n", _("各单位的任务"));
    for (uint32_t u = 0; u < sheet->breakdown->units_count; u++) {
        bool named = put_role(out, sheet, &here, u, ROLE_LEAD, false);
        put_role(out, sheet, &here, u, ROLE_SUPPORT, named);
    }
    buf_string(out, "</dl>\n</section>\n");
    free(here.parts);
}
