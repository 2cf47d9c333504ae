/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "notice/token.h"

/* Tables that became text: cells between TABs, bars or wide blanks, or one cell a line. */

enum { COLUMNS_MAX = 16, CELL_LINES_MAX = 40 };

enum column_kind { COLUMN_TEXT, COLUMN_NO, COLUMN_TASK, COLUMN_CATEGORY, COLUMN_UNITS, COLUMN_FIELD, COLUMN_NONE };
enum layout { LAYOUT_TABS, LAYOUT_BARS, LAYOUT_BLANKS, LAYOUT_LINES };

struct column {
    enum column_kind kind;
    struct text label;
    enum hint hint;
    enum label_kind field;
};

struct table {
    enum layout layout;
    struct column columns[COLUMNS_MAX];
    uint32_t columns_count;
    struct text category; /* of the row before */
    int last_no;
};

struct cell {
    uint32_t line_idx;
    uint32_t from; /* behind the cell before */
    uint32_t body_from, body_to;
    uint32_t to;
};

static struct column column_of(const struct keyed *k, uint32_t from, uint32_t to)
{
    struct column column = { .kind = COLUMN_NONE, .label = keyed_text(k, from, to) };
    keyed_trim_marks(k, &from, &to);
    if (to <= from || keyed_count(k, from, to) > 12 || keyed_holds_any(k, from, to, "。|、|,"))
        return column;
    enum label_kind kind = label_word(k, from, to, &column.hint);
    column.field = kind;
    if (keyed_equals_any(k, from, to, "序号|编号|序 号|序|号|项目序号|任务序号"))
        column.kind = COLUMN_NO;
    else if (kind == LABEL_UNITS ||
             keyed_equals_any(k, from, to, "单位|部门|责任 单位|牵头 单位|配合 单位|所属单位|市级单位|区县"))
        column.kind = COLUMN_UNITS, column.field = LABEL_UNITS;
    else if (kind != LABEL_NONE)
        column.kind = COLUMN_FIELD;
    else if (keyed_ends_any(k, from, to, "类别|领域|分类|板块|方面|类型|大类|章节"))
        column.kind = COLUMN_CATEGORY;
    else if (keyed_ends_any(k, from, to, "任务|内容|事项|工作|项目|名称|重点|任务分解|工作要点|任务名称|实事"))
        column.kind = COLUMN_TASK;
    else if (keyed_ends_any(k, from, to, "备注|目标|举措|措施|要求|进度|计划|标准|成果|任务目标|指标|依据"))
        column.kind = COLUMN_TEXT;
    return column;
}

static uint32_t split_cells(const struct line *line, uint32_t line_idx, enum layout layout, struct cell *cells)
{
    const struct keyed *k = &line->k;
    uint32_t count = 0, from = 0, tab = 0, start = 0;
    for (uint32_t i = 0; i <= k->bytes && count < COLUMNS_MAX;) {
        bool end = i == k->bytes;
        uint32_t taken = 0;
        if (!end && layout == LAYOUT_TABS && tab < line->tabs_count && line->tabs[tab] == i)
            taken = 1, tab++;
        else if (!end && layout == LAYOUT_BARS && k->key[i] == '|')
            taken = 1;
        else if (!end && layout == LAYOUT_BLANKS && k->key[i] == ' ' && i + 1 < k->bytes && k->key[i + 1] == ' ')
            while (i + taken < k->bytes && k->key[i + taken] == ' ')
                taken++;
        if (!end && !taken) {
            i++;
            continue;
        }
        uint32_t a = start, b = i;
        keyed_trim(k, &a, &b);
        /* The outer bars and leading blanks open no cell. */
        bool outer = b <= a && (layout == LAYOUT_BLANKS || (layout == LAYOUT_BARS && (count == 0 || end)));
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

static bool header_fits(const struct table *table)
{
    uint32_t known = 0, tasks = 0, units = 0;
    for (uint32_t i = 0; i < table->columns_count; i++) {
        known += table->columns[i].kind != COLUMN_NONE;
        tasks += table->columns[i].kind == COLUMN_TASK;
        units += table->columns[i].kind == COLUMN_UNITS;
    }
    return table->columns_count >= 2 && tasks && units && 3 * known >= 2 * table->columns_count;
}

static void put_header(struct notice *n, uint32_t from_line, uint32_t to_line)
{
    for (uint32_t i = from_line; i < to_line; i++) {
        struct token *token = notice_token(n, TOKEN_REMARK, i, 0, n->lines[i].k.bytes);
        token->reason = N_("表头");
    }
    n->last_no[MARKER_DIGIT] = 0;
}

static bool header_on_a_line(struct notice *n, uint32_t line_idx, struct table *table)
{
    const struct line *line = &n->lines[line_idx];
    struct cell cells[COLUMNS_MAX];
    if (line->k.bytes > 600)
        return false;
    for (int layout = LAYOUT_TABS; layout <= LAYOUT_BLANKS; layout++) {
        if (layout == LAYOUT_TABS && !line->tabs_count)
            continue;
        table->layout = (enum layout)layout;
        table->columns_count = split_cells(line, line_idx, table->layout, cells);
        for (uint32_t i = 0; i < table->columns_count; i++)
            table->columns[i] = column_of(&line->k, cells[i].body_from, cells[i].body_to);
        if (header_fits(table))
            return true;
    }
    return false;
}

static bool is_blank_line(const struct line *line)
{
    uint32_t from = 0, to = line->k.bytes;
    keyed_trim(&line->k, &from, &to);
    return from >= to;
}

/* 序号 / 任务内容 / 责任单位 / …, one a line; returns the line behind, or line_idx. */
static uint32_t header_on_lines(struct notice *n, uint32_t line_idx, struct table *table)
{
    uint32_t i = line_idx;
    table->layout = LAYOUT_LINES;
    table->columns_count = 0;
    for (; i < n->lines_count && table->columns_count < COLUMNS_MAX && i - line_idx < CELL_LINES_MAX; i++) {
        const struct line *line = &n->lines[i];
        if (is_blank_line(line))
            continue;
        uint32_t from = 0, to = line->k.bytes;
        keyed_trim(&line->k, &from, &to);
        struct column column = column_of(&line->k, from, to);
        if (column.kind == COLUMN_NONE)
            break;
        table->columns[table->columns_count++] = column;
    }
    return table->columns_count >= 3 && table->columns[0].kind == COLUMN_NO && header_fits(table) ? i : line_idx;
}

static int number_of(const struct notice *n, const struct cell *cell)
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

static struct token *put_cell(struct notice *n, enum token_kind kind, const struct cell *cell)
{
    struct token *token = notice_token(n, kind, cell->line_idx, cell->from, cell->to);
    token->body_from = cell->body_from;
    token->body_to = cell->body_to;
    token->cell = true;
    return token;
}

static void put_column(struct notice *n, const struct column *column, const struct cell *cell, bool numbered)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    struct table *table = n->table;
    struct text text = keyed_text(k, cell->body_from, cell->body_to);
    if (cell->body_to <= cell->body_from || keyed_equals_any(k, cell->body_from, cell->body_to, "/|—|-|——|无|\\")) {
        put_cell(n, TOKEN_REMARK, cell);
        return;
    }
    if (column->kind == COLUMN_CATEGORY) {
        struct token *token = put_cell(n, text_equal(text, table->category) ? TOKEN_REMARK : TOKEN_TEXT, cell);
        /* It heads the rows from here on, wherever in the row it stands. */
        token->cell = false;
        token->starts_line = true;
        table->category = text;
    } else if (column->kind == COLUMN_UNITS || column->kind == COLUMN_FIELD) {
        struct token *token = put_cell(n, column->kind == COLUMN_UNITS ? TOKEN_LIST : TOKEN_FIELD, cell);
        token->label = column->label;
        token->hint = column->hint;
        token->field = column->field;
    } else {
        struct token *token = put_cell(n, TOKEN_TEXT, cell);
        token->cell = numbered;
        if (column->kind == COLUMN_TEXT)
            token->label = column->label;
    }
}

/* 一 | 工业经济（2项） with nothing behind: a heading between the rows. */
static bool put_heading_row(struct notice *n, struct cell *cells, uint32_t count)
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
    struct token *token = put_cell(n, TOKEN_MARK, &cells[0]);
    token->marker = (struct marker){ MARKER_HAN, no, cells[0].body_from, end, cells[0].to };
    token->body_from = token->body_to = cells[0].to;
    marker_seen(n, &token->marker);
    cells[1].to = cells[count - 1].to;
    put_cell(n, TOKEN_TEXT, &cells[1]);
    return true;
}

/* （一）做强工业 in a table without a column of numbers. */
static bool put_number_of_text(struct notice *n, struct cell *cell)
{
    struct marker marker;
    const struct line *line = &n->lines[cell->line_idx];
    if (!marker_read(&line->k, cell->body_from, &marker) || marker.kind == MARKER_CIRCLE ||
        marker.to >= cell->body_to || !keyed_ends_any(&line->k, cell->body_from, marker.to, "、|.|)") ||
        !marker_starts_line(n, line, &marker))
        return false;
    struct cell number = *cell;
    number.to = number.body_to = cell->from = cell->body_from = marker.to;
    struct token *token = put_cell(n, TOKEN_MARK, &number);
    token->marker = marker;
    token->body_from = token->body_to = marker.to;
    marker_seen(n, &marker);
    return true;
}

/* The number first, so that a category in a column before or behind it heads the row. */
static void put_row(struct notice *n, struct cell *cells, const struct column *columns, uint32_t count)
{
    bool numbered = false;
    if (put_heading_row(n, cells, count))
        return;
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].kind == COLUMN_CATEGORY)
            put_column(n, &columns[i], &cells[i], false);
    for (uint32_t i = 0; i < count; i++) {
        if (columns[i].kind == COLUMN_CATEGORY)
            continue;
        int no = columns[i].kind == COLUMN_NO ? number_of(n, &cells[i]) : 0;
        if (no > 0 && !numbered) {
            struct token *token = put_cell(n, TOKEN_MARK, &cells[i]);
            token->marker = (struct marker){ MARKER_DIGIT, no, cells[i].body_from, cells[i].body_to, cells[i].to };
            token->body_from = token->body_to = cells[i].to;
            marker_seen(n, &token->marker);
            n->table->last_no = no;
            numbered = true;
            continue;
        }
        if (!numbered && columns[i].kind == COLUMN_TASK)
            numbered = put_number_of_text(n, &cells[i]);
        put_column(n, &columns[i], &cells[i], numbered);
    }
}

/* 一、产业发展 and cells with nothing in them: a heading as anywhere. */
static bool heads_rows(const struct notice *n, const struct cell *cells, uint32_t count)
{
    struct marker marker;
    for (uint32_t i = 1; i < count; i++)
        if (cells[i].body_to > cells[i].body_from)
            return false;
    return marker_read(&n->lines[cells[0].line_idx].k, cells[0].body_from, &marker) &&
           (marker.kind == MARKER_HAN || marker.kind == MARKER_HAN_BRACKET || marker.kind == MARKER_CHAPTER) &&
           marker.to < cells[0].body_to;
}

static bool row_on_a_line(struct notice *n, uint32_t line_idx)
{
    const struct table *table = n->table;
    const struct line *line = &n->lines[line_idx];
    struct cell cells[COLUMNS_MAX];
    uint32_t count = split_cells(line, line_idx, table->layout, cells);
    if (table->layout == LAYOUT_BARS && keyed_holds(&line->k, 0, line->k.bytes, "---")) {
        notice_token(n, TOKEN_REMARK, line_idx, 0, line->k.bytes)->reason = N_("表格线");
        return true;
    }
    if (count < 2 || heads_rows(n, cells, count))
        return false;
    bool numbered = number_of(n, &cells[0]) > 0;
    if (count < table->columns_count && table->layout == LAYOUT_BLANKS && table->columns[0].kind == COLUMN_NO &&
        !numbered)
        return false;
    const struct column *columns = table->columns;
    struct column shifted[COLUMNS_MAX + 1];
    /* A category's cell without a heading of its own stands before the number. */
    if (count == table->columns_count + 1 && table->columns[0].kind == COLUMN_NO && !numbered) {
        shifted[0] = (struct column){ .kind = COLUMN_CATEGORY };
        memcpy(shifted + 1, table->columns, table->columns_count * sizeof *shifted);
        columns = shifted;
    } else if (count > table->columns_count) {
        cells[table->columns_count - 1].body_to = cells[count - 1].body_to;
        cells[table->columns_count - 1].to = cells[count - 1].to;
        count = table->columns_count;
    }
    put_row(n, cells, columns, count);
    return true;
}

static struct cell whole_cell(const struct notice *n, uint32_t line_idx)
{
    const struct keyed *k = &n->lines[line_idx].k;
    struct cell cell = { line_idx, 0, 0, k->bytes, k->bytes };
    keyed_trim(k, &cell.body_from, &cell.body_to);
    return cell;
}

/* A row of one cell a line: from its number up to the next number; returns the line behind, or line_idx. */
static uint32_t row_on_lines(struct notice *n, uint32_t line_idx)
{
    struct table *table = n->table;
    struct cell cells[COLUMNS_MAX];
    uint32_t count = 0, i = line_idx;
    for (; i < n->lines_count && count < table->columns_count && i - line_idx < CELL_LINES_MAX; i++) {
        if (is_blank_line(&n->lines[i]))
            continue;
        struct cell cell = whole_cell(n, i);
        int no = number_of(n, &cell);
        if (count == 0 && no != table->last_no + 1 && no != 1)
            return line_idx;
        if (count > 0 && no == table->last_no + (int)(count > 0) + 1)
            break;
        cells[count++] = cell;
    }
    struct column columns[COLUMNS_MAX];
    memcpy(columns, table->columns, sizeof columns);
    /* Cells left empty leave no line: then what stands there tells the column. */
    if (count < table->columns_count)
        for (uint32_t c = 1, from = 1; c < count; c++) {
            const struct keyed *k = &n->lines[cells[c].line_idx].k;
            bool units = duty_list_bare(n, k, cells[c].body_from, cells[c].body_to);
            bool due = keyed_count(k, cells[c].body_from, cells[c].body_to) <= 16 &&
                       keyed_holds_any(k, cells[c].body_from, cells[c].body_to, "月|年|季度|长期");
            enum column_kind kind = units ? COLUMN_UNITS : due ? COLUMN_FIELD : COLUMN_TASK;
            columns[c] = (struct column){ .kind = kind == COLUMN_TASK ? COLUMN_TASK : COLUMN_TEXT };
            for (uint32_t j = from; j < table->columns_count; j++)
                if (table->columns[j].kind == kind) {
                    columns[c] = table->columns[j];
                    from = j + 1;
                    break;
                }
        }
    put_row(n, cells, columns, count);
    return i;
}

uint32_t notice_table(struct notice *notice, uint32_t line_idx)
{
    struct table table = { 0 };
    if (is_blank_line(&notice->lines[line_idx]))
        return line_idx;
    bool found = header_on_a_line(notice, line_idx, &table);
    uint32_t behind = found ? line_idx + 1 : header_on_lines(notice, line_idx, &table);
    if (behind > line_idx) {
        notice->table = arena_alloc(notice->arena, sizeof table);
        *notice->table = table;
        put_header(notice, line_idx, behind);
        return behind;
    }
    if (!notice->table)
        return line_idx;
    if (notice->table->layout == LAYOUT_LINES)
        return row_on_lines(notice, line_idx);
    return row_on_a_line(notice, line_idx) ? line_idx + 1 : line_idx;
}
