/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/i18n.h"
#include "notice/table.h"

/* A row's cells → tokens, in the order in which they belong to its task. */

/* （一）做强工业 in a table without a column of numbers. */
static bool put_number_of_text(struct notice *n, struct row_cell *cell)
{
    struct marker marker;
    const struct notice_line *line = &n->lines[cell->line_idx];
    if (!marker_read(&line->k, cell->body_from, &marker) || marker.kind == MARKER_CIRCLE ||
        marker.to >= cell->body_to || !keyed_ends(&line->k, cell->body_from, marker.to, "、|.|)") ||
        !marker_starts_line(n, line, &marker))
        return false;
    struct row_cell number = *cell;
    number.to = number.body_to = cell->from = cell->body_from = marker.to;
    struct token *token = table_put_cell(n, TOKEN_MARK, &number);
    token->marker = marker;
    token->body_from = token->body_to = marker.to;
    marker_seen(n, &marker);
    return true;
}

/* Is the row's number that of the row above: a merged cell that goes on?  What numbers and tasks say is kept for the next. */
static bool goes_on(struct notice *n, const struct row_cell *cells, const struct column *columns, uint32_t count,
                    int no)
{
    struct notice_table *table = n->table;
    bool same = false;
    for (uint32_t i = 0; i < count; i++) {
        if (columns[i].kind != COLUMN_NO)
            continue;
        struct text number = cell_number_text(n, &cells[i]);
        same = no > 0 && no == table->last_no && text_equal(number, table->last_number);
        table->last_number = number;
    }
    return same;
}

/* The cell says what the one above it says: it is merged, and goes on. */
static bool repeats(struct notice *n, const struct row_cell *cell, struct text *above)
{
    struct text text = keyed_text(&n->lines[cell->line_idx].k, cell->body_from, cell->body_to);
    bool same = !text_empty(text) && text_equal(text, *above);
    *above = text;
    return same;
}

/* The columns with the label that the row says for its units; own is room for them. */
static const struct column *label_units(struct notice *n, const struct row_cell *cells, const struct column *columns,
                                        uint32_t count, struct column *own)
{
    uint32_t label = 0;
    while (label < count && columns[label].kind != COLUMN_LABEL)
        label++;
    if (label == count)
        return columns;
    memcpy(own, columns, count * sizeof *own);
    const struct keyed *k = &n->lines[cells[label].line_idx].k;
    for (uint32_t i = 0; i < count; i++)
        if (own[i].kind == COLUMN_UNITS) {
            own[i].label = keyed_text(k, cells[label].body_from, cells[label].body_to);
            (void)label_word(k, cells[label].body_from, cells[label].body_to, &own[i].hint);
        }
    return own;
}

/* 责任单位 before 序号 or 任务: they are the units of this row's task, not of the one above. */
static bool waits(const struct column *columns, uint32_t count, uint32_t i)
{
    bool of_task = columns[i].kind == COLUMN_UNITS || columns[i].kind == COLUMN_FIELD;
    for (uint32_t before = 0; before < i; before++)
        of_task = of_task && columns[before].kind != COLUMN_TASK;
    while (of_task && i < count && columns[i].kind != COLUMN_NO && columns[i].kind != COLUMN_TASK)
        i++;
    return of_task && i < count;
}

/*
 * Has neither the table a column of numbers nor the row's task one in its text?  Then the row itself is the task; so is one
 * with a category, which is no more of the task above.
 */
static bool is_unnumbered(const struct notice *n, const struct row_cell *cells, const struct column *columns,
                          uint32_t count)
{
    struct marker marker;
    bool task = false, numbers = table_column_find(n->table, COLUMN_NO) != COLUMNS_MAX;
    for (uint32_t i = 0; i < count; i++) {
        bool filled = cells[i].body_to > cells[i].body_from;
        if (filled && columns[i].kind == COLUMN_TASK)
            task = !marker_read(&n->lines[cells[i].line_idx].k, cells[i].body_from, &marker);
        numbers &= !(filled && columns[i].kind == COLUMN_CATEGORY);
    }
    return task && !numbers;
}

/* 责任单位 before the task, and empty: a cell merged with the one above, whose units these are. */
static void put_units_above(struct notice *n, const struct column *column, const struct row_cell *cell, uint32_t i)
{
    struct row_cell *above = &n->table->units[i];
    size_t from = n->tokens_count;
    if (cell->body_to > cell->body_from)
        *above = *cell;
    if (cell->body_to > cell->body_from || above->body_to <= above->body_from ||
        !text_equal(column->label, n->table->columns[i].label))
        return;
    table_put_column(n, column, above, true);
    /* They have their pieces of the account in their own row. */
    for (; from < n->tokens_count; from++)
        n->tokens[from].to = n->tokens[from].from;
    notice_doubt(n, n->lines[cell->line_idx].no, _("这一行的“%.*s”是空的，当作与上一行合并；也可能没有"),
                 TEXT_ARG(column->label));
}

void table_put_row(struct notice *n, struct row_cell *cells, const struct column *columns, uint32_t count)
{
    bool numbered = false;
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].kind == COLUMN_CATEGORY)
            table_put_column(n, &columns[i], &cells[i], false);
    int row_no = 0;
    for (uint32_t i = 0; i < count && !row_no; i++)
        row_no = columns[i].kind == COLUMN_NO ? cell_number_in_column(n, &cells[i]) : 0;
    bool same = goes_on(n, cells, columns, count, row_no),
         unnumbered = !row_no && is_unnumbered(n, cells, columns, count);
    struct column own[COLUMNS_MAX + 1];
    columns = label_units(n, cells, columns, count, own);
    for (uint32_t turn = 0; turn < 2 * count; turn++) {
        uint32_t i = turn % count;
        if (columns[i].kind == COLUMN_CATEGORY || waits(columns, count, i) != (turn >= count))
            continue;
        bool again = columns[i].kind == COLUMN_TASK && repeats(n, &cells[i], &n->table->above[i]);
        if (same && (again || columns[i].kind == COLUMN_NO)) {
            table_put_cell(n, TOKEN_REMARK, &cells[i])->reason = N_("与上一行相同");
            continue;
        }
        int no = columns[i].kind == COLUMN_NO ? cell_number_in_column(n, &cells[i]) : 0;
        if (no > 0 && !numbered) {
            struct token *token = table_put_cell(n, TOKEN_MARK, &cells[i]);
            token->marker = (struct marker){ MARKER_DIGIT, no, cells[i].body_from, cells[i].body_to, cells[i].to };
            token->body_from = token->body_to = cells[i].to;
            marker_seen(n, &token->marker);
            n->table->last_no = no;
            numbered = true;
            continue;
        }
        if (!numbered && columns[i].kind == COLUMN_TASK)
            numbered = put_number_of_text(n, &cells[i]);
        if (turn >= count && numbered && columns[i].kind == COLUMN_UNITS)
            put_units_above(n, &columns[i], &cells[i], i);
        table_put_column(n, &columns[i], &cells[i], numbered);
        bool text = columns[i].kind == COLUMN_TASK || columns[i].kind == COLUMN_TEXT;
        text &= cells[i].body_to > cells[i].body_from;
        if (text && unnumbered && !numbered)
            n->tokens[n->tokens_count - 1].row = true;
        /* What stands further right in such a row, or in one that goes on, belongs to its text. */
        numbered |= text && (same || unnumbered);
    }
}
