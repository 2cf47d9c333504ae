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

/* The duties of this sheet, by unit: chains through an array, in document order. */
struct owed_list {
    uint32_t *first, *last; /* by unit: into next, or NO_IDX */
    uint32_t *next, *row, *duty;
    uint32_t count;
};

static void collect(const struct sheet *sheet, struct owed_list *list)
{
    const struct breakdown *b = sheet->breakdown;
    size_t most = 1;
    for (uint32_t i = 0; i < sheet->rows_count; i++)
        if (sheet->rows[i].kind == SHEET_ITEM)
            most += b->parts[sheet->rows[i].part_idx].duties.count;
    list->first = mem_array(b->units_count + 1, sizeof *list->first);
    list->last = mem_array(b->units_count + 1, sizeof *list->last);
    list->next = mem_array(most, sizeof *list->next);
    list->row = mem_array(most, sizeof *list->row);
    list->duty = mem_array(most, sizeof *list->duty);
    for (uint32_t u = 0; u < b->units_count; u++)
        list->first[u] = NO_IDX;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        if (sheet->rows[i].kind != SHEET_ITEM)
            continue;
        const struct part *part = &b->parts[sheet->rows[i].part_idx];
        for (uint32_t d = part->duties.from; d < part->duties.from + part->duties.count; d++) {
            uint32_t unit_idx = b->duties[d].unit_idx, at = list->count++;
            list->row[at] = i;
            list->duty[at] = d;
            list->next[at] = NO_IDX;
            if (list->first[unit_idx] == NO_IDX)
                list->first[unit_idx] = at;
            else
                list->next[list->last[unit_idx]] = at;
            list->last[unit_idx] = at;
        }
    }
}

static void put_role(struct buf *out, const struct sheet *sheet, const struct owed_list *list, uint32_t unit_idx,
                     enum role role)
{
    const char *before = "";
    for (uint32_t at = list->first[unit_idx]; at != NO_IDX; at = list->next[at]) {
        const struct sheet_row *row = &sheet->rows[list->row[at]];
        buf_drain(out);
        if (sheet->breakdown->duties[list->duty[at]].role != role)
            continue;
        if (!*before) {
            struct text name = role_name(role);
            buf_printf(out, "<dd>%.*s：", TEXT_ARG(name));
        }
        buf_printf(out, "%s<a href=\"#", before);
        sheet_html_anchor(out, row);
        buf_string(out, "\">");
        markup_escape(row->id, out);
        buf_string(out, "</a>");
        before = "、";
    }
    buf_string(out, *before ? "</dd>\n" : "");
}

void sheet_html_units(struct buf *out, const struct sheet *sheet)
{
    const struct breakdown *b = sheet->breakdown;
    struct owed_list list = { 0 };
    collect(sheet, &list);
    buf_printf(out, "<section id=\"units\" role=\"doc-index\">\n<h2>%s</h2>\n<dl>\n", _("各单位的任务"));
    for (uint32_t u = 0; u < b->units_count; u++) {
        if (list.first[u] == NO_IDX)
            continue;
        buf_printf(out, "<dt id=\"u%u\">", u);
        markup_escape(b->units[u].name, out);
        buf_string(out, "</dt>\n");
        put_role(out, sheet, &list, u, ROLE_LEAD);
        put_role(out, sheet, &list, u, ROLE_SUPPORT);
    }
    buf_string(out, "</dl>\n</section>\n");
    free(list.first);
    free(list.last);
    free(list.next);
    free(list.row);
    free(list.duty);
}
