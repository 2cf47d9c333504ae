/* SPDX-License-Identifier: MIT */
#include "notice/table.h"

#include "base/i18n.h"
#include "wording/leadername.h"
#include "wording/unitclause.h"

/* Rows of a table that became text. */
enum { ROW_LINES_MAX = 40 };

static bool is_blank_line(const struct notice_line *line)
{
    uint32_t from = 0, to = line->k.bytes;
    keyed_trim(&line->k, &from, &to);
    return from >= to;
}

/* 一 | 工业经济（2项） with nothing behind: a heading between the rows. */
static bool put_heading_row(struct notice *n, struct row_cell *cells, uint32_t count)
{
    const struct keyed *k = &n->lines[cells[0].line_idx].k;
    uint32_t end;
    for (uint32_t i = 2; i < count; i++)
        if (cells[i].body_to > cells[i].body_from)
            return false;
    if (count < 2 || cells[1].body_to <= cells[1].body_from)
        return false;
    int no = marker_han_number(k, cells[0].body_from, cells[0].body_to, &end);
    if (no <= 0 || end != cells[0].body_to)
        return false;
    struct token *token = table_put_cell(n, TOKEN_MARK, &cells[0]);
    token->marker = (struct marker){ MARKER_HAN, no, cells[0].body_from, end, cells[0].to };
    token->body_from = token->body_to = cells[0].to;
    marker_seen(n, &token->marker);
    cells[1].to = cells[count - 1].to;
    table_put_cell(n, TOKEN_TEXT, &cells[1]);
    return true;
}

/* 一、产业发展 and cells with nothing in them: a heading as anywhere. */
static bool heads_rows(const struct notice *n, const struct row_cell *cells, uint32_t count)
{
    struct marker marker;
    for (uint32_t i = 1; i < count; i++)
        if (cells[i].body_to > cells[i].body_from)
            return false;
    return marker_read(&n->lines[cells[0].line_idx].k, cells[0].body_from, &marker) &&
           (marker.kind == MARKER_HAN || marker.kind == MARKER_HAN_BRACKET || marker.kind == MARKER_CHAPTER) &&
           marker.to < cells[0].body_to;
}

/* 产业升级 with nothing beside it: the rows below are under it. */
static bool put_title_row(struct notice *n, struct row_cell *cells, uint32_t count)
{
    const struct keyed *k = &n->lines[cells[0].line_idx].k;
    uint32_t filled = COLUMNS_MAX;
    for (uint32_t i = 0; i < count; i++)
        if (cells[i].body_to > cells[i].body_from) {
            if (filled != COLUMNS_MAX)
                return false;
            filled = i;
        }
    if (filled > 1 || /* none at all, too */ cell_number(n, &cells[filled]) > 0 ||
        keyed_count(k, cells[filled].body_from, cells[filled].body_to) > 40 ||
        keyed_holds(k, cells[filled].body_from, cells[filled].body_to, "。"))
        return false;
    struct row_cell whole = cells[filled];
    whole.from = 0;
    whole.to = k->bytes;
    struct token *token = table_put_cell(n, TOKEN_TEXT, &whole);
    token->cell = false;
    token->heads = token->starts_line = true;
    n->table->category = (struct text){ 0 };
    memset(n->table->units, 0, sizeof n->table->units);
    n->table->last_no = 0;
    return true;
}

/* What a cell is by its text. */
struct cell_look {
    bool empty, number, units, date, sentence, person;
};

static struct cell_look look_at_cell(const struct notice *n, const struct row_cell *cell)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    uint32_t from = cell->body_from, to = cell->body_to, chars = keyed_count(k, from, to);
    struct cell_look look = { .empty = to <= from, .number = cell_number(n, cell) > 0 };
    look.units = !look.number && !keyed_ends(k, from, to, "。") && duty_list_bare(k, from, to);
    look.date = !look.number && !look.units && chars <= 16 && unitclause_when(k, from, to);
    look.sentence = keyed_ends(k, from, to, "。|;") || chars > 12;
    look.person = !look.units && leadername_is(k, from, to);
    return look;
}

/* How well it fits a column: units where units belong, a date where a date does, a sentence where a task does. */
static int fit(const struct column *column, const struct cell_look *look)
{
    if (look->empty)
        return 0;
    switch (column->kind) {
    case COLUMN_NO:
        return look->number ? 3 : -3;
    case COLUMN_UNITS:
        return look->units ? 3 : look->date || look->person ? -3 : -1;
    case COLUMN_FIELD:
        if (column->field == LABEL_DUE)
            return look->date ? 3 : -2;
        return column->field == LABEL_NOTE ? 0 : look->person ? 3 : look->units || look->sentence ? -2 : 0;
    case COLUMN_TASK:
        return look->units || look->date || look->number ? -2 : look->sentence ? 2 : 1;
    case COLUMN_CATEGORY:
        return look->sentence || look->date || look->number ? -2 : look->units ? -1 : 0;
    default:
        return 0;
    }
}

/*
 * A row with less cells than the head: the columns that it leaves out are those without which the rest fits best (a cell
 * merged with the one above, empty cells).  Of equal ways it leaves out what comes
 * later.  Says so where it is not plain.
 */
static void short_row(struct notice *n, const struct row_cell *cells, uint32_t count, struct column *out)
{
    const struct notice_table *table = n->table;
    /* The first i cells in the first j columns: how well they fit, and whether the last one is in the last column. */
    int best[COLUMNS_MAX + 1][COLUMNS_MAX + 1] = { 0 };
    bool placed[COLUMNS_MAX + 1][COLUMNS_MAX + 1] = { 0 };
    for (uint32_t i = 1; i <= count; i++) {
        struct cell_look look = look_at_cell(n, &cells[i - 1]);
        for (uint32_t j = i; j <= table->columns_count; j++) {
            int here = best[i - 1][j - 1] + fit(&table->columns[j - 1], &look);
            placed[i][j] = j == i || here > best[i][j - 1];
            best[i][j] = placed[i][j] ? here : best[i][j - 1];
        }
    }
    bool plain = best[count][table->columns_count] > (int)count;
    uint32_t lacking = 0;
    for (uint32_t i = count, j = table->columns_count; j > 0; j--) {
        if (placed[i][j]) {
            out[--i] = table->columns[j - 1];
            continue;
        }
        lacking = j - 1;
        enum column_kind kind = table->columns[lacking].kind;
        plain &= kind == COLUMN_CATEGORY || (i == count && kind != COLUMN_UNITS);
    }
    if (!plain)
        notice_doubt(n, n->lines[cells[0].line_idx].no, _("这一行比表头少%u格，当作没有“%.*s”一格；也可能错了位"),
                     table->columns_count - count, TEXT_ARG(table->columns[lacking].label));
}

/* 1 居民收入增长6% 以上 发展改革局: more words than columns; the column of tasks takes what is too many. */
static uint32_t join_words(struct notice *n, struct row_cell *cells, uint32_t count)
{
    uint32_t columns = n->table->columns_count, task = table_column_find(n->table, COLUMN_TASK),
             extra = count - columns;
    if (task + extra >= count)
        return count;
    cells[task].body_to = cells[task + extra].body_to;
    cells[task].to = cells[task + extra].to;
    memmove(cells + task + 1, cells + task + extra + 1, (count - task - extra - 1) * sizeof *cells);
    return columns;
}

/* 序号 | 任务 | 责任单位 | 序号 | 任务 | 责任单位: where the row beside starts; count when there is none. */
static uint32_t second_row(const struct column *columns, uint32_t count)
{
    bool task = false;
    for (uint32_t i = 0; i < count; i++) {
        if (columns[i].kind == COLUMN_NO && task)
            return i;
        task |= columns[i].kind == COLUMN_TASK;
    }
    return count;
}

static bool row_on_a_line(struct notice *n, uint32_t line_idx)
{
    const struct notice_table *table = n->table;
    const struct notice_line *line = &n->lines[line_idx];
    struct row_cell cells[COLUMNS_MAX];
    if (cell_lines_drawn(&line->k)) {
        notice_token(n, TOKEN_REMARK, line_idx, 0, line->k.bytes)->reason = N_("表格线");
        return true;
    }
    uint32_t count = table_cells(line, line_idx, table->layout, cells);
    if (count >= 2 && heads_rows(n, cells, count))
        n->table->category = (struct text){ 0 };
    if (count < 2 || heads_rows(n, cells, count))
        return false;
    bool numbered = cell_number(n, &cells[0]) > 0, starts_no = table->columns[0].kind == COLUMN_NO;
    if (table->layout == LAYOUT_WORDS && !numbered)
        return false;
    if (table->layout == LAYOUT_WORDS && count > table->columns_count)
        count = join_words(n, cells, count);
    if (count < table->columns_count && table->layout == LAYOUT_BLANKS && starts_no && !numbered)
        return false;
    if (put_heading_row(n, cells, count) || put_title_row(n, cells, count))
        return true;
    if (table->layout == LAYOUT_TABS && cell_beyond(table, cells, count)) {
        n->table = NULL;
        return false;
    }
    const struct column *columns = table->columns;
    struct column shifted[COLUMNS_MAX + 1];
    /* A category's cell without a heading of its own stands before the number. */
    if (count == table->columns_count + 1 && starts_no && !numbered) {
        shifted[0] = (struct column){ .kind = COLUMN_CATEGORY };
        memcpy(shifted + 1, table->columns, table->columns_count * sizeof *shifted);
        columns = shifted;
    } else if (count > table->columns_count) {
        cells[table->columns_count - 1].body_to = cells[count - 1].body_to;
        cells[table->columns_count - 1].to = cells[count - 1].to;
        count = table->columns_count;
    } else if (count < table->columns_count) {
        short_row(n, cells, count, shifted);
        columns = shifted;
    }
    uint32_t second = second_row(columns, count);
    table_put_row(n, cells, columns, second);
    if (second < count)
        table_put_row(n, cells + second, columns + second, count - second);
    return true;
}

static struct row_cell whole_cell(const struct notice *n, uint32_t line_idx)
{
    const struct keyed *k = &n->lines[line_idx].k;
    struct row_cell cell = { line_idx, 0, 0, k->bytes, k->bytes };
    keyed_trim(k, &cell.body_from, &cell.body_to);
    return cell;
}

/* A row of one cell a line: from its number up to the next number; returns the line behind, or line_idx. */
static uint32_t row_on_lines(struct notice *n, uint32_t line_idx)
{
    struct notice_table *table = n->table;
    struct row_cell cells[COLUMNS_MAX];
    uint32_t count = 0, i = line_idx;
    for (; i < n->lines_count && count < table->columns_count && i - line_idx < ROW_LINES_MAX; i++) {
        if (is_blank_line(&n->lines[i]))
            continue;
        struct row_cell cell = whole_cell(n, i);
        int no = cell_number(n, &cell);
        if (count == 0 && no != table->last_no + 1 && no != 1)
            return line_idx;
        if (count > 0 && (no == table->last_no + 2 || heads_rows(n, &cell, 1)))
            break;
        cells[count++] = cell;
    }
    struct column columns[COLUMNS_MAX];
    memcpy(columns, table->columns, sizeof columns);
    if (count < table->columns_count) /* cells left empty leave no line */
        short_row(n, cells, count, columns);
    if (!put_heading_row(n, cells, count))
        table_put_row(n, cells, columns, count);
    return i;
}

uint32_t notice_table(struct notice *notice, uint32_t line_idx)
{
    struct notice_table table;
    if (is_blank_line(&notice->lines[line_idx]))
        return line_idx;
    uint32_t behind = table_head_read(notice, line_idx, &table);
    if (behind > line_idx) {
        if (!notice->table_room)
            notice->table_room = arena_alloc(notice->arena, sizeof table);
        notice->table = notice->table_room;
        *notice->table = table;
        return behind;
    }
    if (!notice->table)
        return line_idx;
    if (notice->table->layout == LAYOUT_LINES)
        return row_on_lines(notice, line_idx);
    return row_on_a_line(notice, line_idx) ? line_idx + 1 : line_idx;
}
