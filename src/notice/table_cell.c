/* SPDX-License-Identifier: MIT */
#include "notice/table.h"

static uint32_t separator_at(const struct line *line, uint32_t i, enum layout layout, uint32_t *tab)
{
    const struct keyed *k = &line->k;
    uint32_t taken = 0;
    switch (layout) {
    case LAYOUT_TABS:
        if (*tab < line->tabs_count && line->tabs[*tab] == i)
            ++*tab, taken = 1;
        return taken;
    case LAYOUT_BARS:
        return k->key[i] == '|' ? 1 : keyed_starts_any(k, i, k->bytes, "┃|│|┆|║");
    case LAYOUT_BLANKS:
        if (k->key[i] != ' ' || i + 1 >= k->bytes || k->key[i + 1] != ' ')
            return 0;
        break;
    case LAYOUT_WORDS:
    case LAYOUT_LINES:
        break;
    }
    while (layout != LAYOUT_LINES && i + taken < k->bytes && k->key[i + taken] == ' ')
        taken++;
    return taken;
}

uint32_t table_cells(const struct line *line, uint32_t line_idx, enum layout layout, struct cell *cells)
{
    const struct keyed *k = &line->k;
    uint32_t count = 0, from = 0, tab = 0, start = 0;
    for (uint32_t i = 0; i <= k->bytes && count < COLUMNS_MAX;) {
        bool end = i == k->bytes;
        uint32_t taken = end ? 0 : separator_at(line, i, layout, &tab);
        if (!end && !taken) {
            i++;
            continue;
        }
        uint32_t a = start, b = i;
        keyed_trim(k, &a, &b);
        /* The outer bars and leading blanks open no cell. */
        bool outer = b <= a && (layout == LAYOUT_BLANKS || layout == LAYOUT_WORDS ||
                                (layout == LAYOUT_BARS && (count == 0 || end)));
        if (!outer) {
            cells[count++] = (struct cell){ line_idx, from, a, b, i };
            from = i;
        }
        start = i + taken;
        i += taken ? taken : 1;
    }
    if (count)
        cells[count - 1].to = k->bytes;
    return count;
}
