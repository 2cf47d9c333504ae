/* SPDX-License-Identifier: MIT */
#include "notice/table.h"

static uint32_t separator_at(const struct notice_line *line, uint32_t i, enum layout layout, uint32_t *tab)
{
    const struct keyed *k = &line->k;
    uint32_t taken = 0;
    switch (layout) {
    case LAYOUT_TABS:
        if (*tab < line->tabs_count && line->tabs[*tab] == i)
            ++*tab, taken = 1;
        return taken;
    case LAYOUT_BARS:
        return k->key[i] == '|' ? 1 : keyed_starts(k, i, k->bytes, "┃|│|┆|║");
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

uint32_t table_cells(const struct notice_line *line, uint32_t line_idx, enum layout layout, struct row_cell *cells)
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
            cells[count++] = (struct row_cell){ line_idx, from, a, b, i };
            from = i;
        }
        start = i + taken;
        i += taken ? taken : 1;
    }
    if (!count)
        return 0;
    cells[count - 1].to = k->bytes;
    /* More cells than fit: their text is the last one's too, not only their place. */
    if (count == COLUMNS_MAX) {
        cells[count - 1].body_to = k->bytes;
        keyed_trim(k, &cells[count - 1].body_from, &cells[count - 1].body_to);
    }
    return count;
}

int cell_number(const struct notice *n, const struct row_cell *cell)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    struct marker marker;
    int no = 0;
    for (uint32_t i = cell->body_from; i < cell->body_to; i++) {
        if (k->key[i] < '0' || k->key[i] > '9' || no > 9999)
            return marker_read(k, cell->body_from, &marker) && marker.to >= cell->body_to ? marker.no : 0;
        no = no * 10 + (k->key[i] - '0');
    }
    return no;
}

/* The point of an id; 、 where a spreadsheet would make another number of it: 1、10. */
static uint32_t point(const struct keyed *k, uint32_t i)
{
    return keyed_starts(k, i, k->bytes, ".|、");
}

static int number_in_section(const struct notice *n, const struct row_cell *cell)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    int numbers[3] = { 0 }, count = 0;
    for (uint32_t i = cell->body_from; i < cell->body_to; i += keyed_step(k, i)) {
        char c = k->key[i];
        if (point(k, i) && count < 2 && i > cell->body_from)
            count++;
        else if (c >= '0' && c <= '9' && numbers[count] < 1000)
            numbers[count] = numbers[count] * 10 + (c - '0');
        else if (c != 'm' || i > cell->body_from)
            return 0;
    }
    return count ? numbers[1] : 0;
}

int cell_number_in_column(const struct notice *n, const struct row_cell *cell)
{
    int no = number_in_section(n, cell);
    return no > 0 ? no : cell_number(n, cell);
}

struct text cell_number_text(const struct notice *n, const struct row_cell *cell)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    uint32_t to = cell->body_from, points = 0;
    for (; to < cell->body_to; to += keyed_step(k, to))
        if (point(k, to) && ++points == 2)
            break;
    return keyed_text(k, cell->body_from, to);
}

bool cell_lines_drawn(const struct keyed *k)
{
    uint32_t marks = 0;
    for (uint32_t i = 0, bytes; i < k->bytes; i += bytes) {
        bytes = keyed_starts(k, i, k->bytes,
                             " |-|+|:|=|─|━|┌|┬|┐|├|┼|┤|└|┴|┘|┏|┳|┓|┣|╋|┫|┗|┻|┛|═|╔|╦|╗|╠|╬|╣|╚|╩|╝|—|┃|│|║");
        if (!bytes && k->key[i] == '|')
            bytes = 1;
        if (!bytes)
            return false;
        marks += k->key[i] != ' ';
    }
    return marks >= 3;
}

bool cell_beyond(const struct notice_table *table, const struct row_cell *cells, uint32_t count)
{
    enum { BEHIND = 2 };
    for (uint32_t i = table->columns_count + BEHIND; i < count; i++)
        if (cells[i].body_to > cells[i].body_from)
            return true;
    return false;
}
