/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "notice/table.h"
#include "wording/leadername.h"
#include "wording/unitname.h"

struct token *table_put_cell(struct notice *n, enum token_kind kind, const struct row_cell *cell)
{
    struct token *token = notice_token(n, kind, cell->line_idx, cell->from, cell->to);
    token->body_from = cell->body_from;
    token->body_to = cell->body_to;
    token->cell = true;
    return token;
}

/* A cell of several lines, one unit or more on each: a list from each line.  A name that a line's end cut stays one. */
static void put_lists(struct notice *n, const struct row_cell *cell, struct text label, enum hint hint)
{
    const struct notice_line *line = &n->lines[cell->line_idx];
    struct row_cell rest = *cell;
    for (uint32_t i = 0; i <= line->breaks_count; i++) {
        bool last = i == line->breaks_count;
        uint32_t at = last ? cell->body_to : line->breaks[i].at;
        if (!last && (!line->breaks[i].in_cell || at <= rest.body_from || at >= cell->body_to ||
                      keyed_ends(&line->k, rest.body_from, at, "、|,|;|和|及|:") ||
                      !duty_list_bare(&line->k, rest.body_from, at) || !duty_list_bare(&line->k, at, cell->body_to)))
            continue;
        struct row_cell part = rest;
        part.body_to = at;
        part.to = last ? cell->to : at;
        struct token *token = table_put_cell(n, TOKEN_LIST, &part);
        token->label = label;
        token->hint = hint;
        token->field = LABEL_UNITS;
        label = (struct text){ 0 };
        rest.from = rest.body_from = at;
    }
}

/* Where a field inside a cell ends: at the next label, or at a line of nothing but units. */
static uint32_t field_end(const struct notice_line *line, uint32_t from, uint32_t to)
{
    struct label next;
    if (label_next(&line->k, from, to, &next))
        to = next.from;
    for (uint32_t i = 0; i < line->breaks_count; i++) {
        uint32_t at = line->breaks[i].at;
        if (line->breaks[i].in_cell && at > from && at < to && duty_list_bare(&line->k, at, to))
            return at;
    }
    return to;
}

/* 区教育局 王建国, 区住建局（李强）: where the person starts; the cell's end when there is none. */
static uint32_t person_at(const struct keyed *k, const struct row_cell *cell)
{
    uint32_t to = cell->body_to - (cell->body_to > cell->body_from && k->key[cell->body_to - 1] == ')');
    for (uint32_t i = to; i > cell->body_from; i -= keyed_back(k, i))
        if (leadername_is(k, i, to) && !unitname_complete(k, i, to) &&
            duty_list_bare(k, cell->body_from, i - keyed_ends(k, cell->body_from, i, "(|:")))
            return i;
    return cell->body_to;
}

static void put_field(struct notice *n, const struct row_cell *cell, struct text label, enum label_kind field)
{
    struct token *token = table_put_cell(n, TOKEN_FIELD, cell);
    token->label = label;
    token->field = field;
}

/* The units of the column, then the person. */
static void put_units_and_person(struct notice *n, const struct column *column, const struct row_cell *cell)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    struct row_cell units = *cell, person = *cell;
    units.body_to = units.to = person.from = person.body_from = person_at(k, cell);
    units.body_to -= keyed_ends(k, cell->body_from, units.body_to, "(|:");
    person.body_to -= person.body_to > person.body_from && k->key[person.body_to - 1] == ')';
    units.to = person.body_from < cell->body_to ? units.to : cell->to;
    put_lists(n, &units, column->label, column->hint);
    if (person.body_from < cell->body_to)
        put_field(n, &person, text_of("责任人"), LABEL_CONTACT);
}

/* Units, and fields that stand in their cell: 区水利局、区财政局 / 完成时限：12月底 / 责任人：赵一. */
static void put_units(struct notice *n, const struct column *column, const struct row_cell *cell)
{
    const struct notice_line *line = &n->lines[cell->line_idx];
    struct row_cell rest = *cell;
    struct text word = column->label;
    struct label label;
    for (uint32_t at = cell->body_from; label_next(&line->k, at, cell->body_to, &label); at = label.to) {
        if (label.kind == LABEL_UNITS)
            continue;
        struct row_cell part = rest;
        part.to = part.body_to = label.from;
        if (label.from > rest.body_from) {
            put_lists(n, &part, word, column->hint);
            word = (struct text){ 0 };
        }
        uint32_t end = field_end(line, label.to, cell->body_to);
        part = (struct row_cell){ cell->line_idx, label.from > rest.body_from ? label.from : rest.from, label.to, end,
                                  end == cell->body_to ? cell->to : end };
        put_field(n, &part, keyed_text(&line->k, label.word_from, label.word_to), label.kind);
        rest.from = rest.body_from = label.to = end;
    }
    if (rest.body_from < cell->body_to)
        put_lists(n, &rest, word, column->hint);
}

void table_put_column(struct notice *n, const struct column *column, const struct row_cell *cell, bool numbered)
{
    const struct keyed *k = &n->lines[cell->line_idx].k;
    struct notice_table *table = n->table;
    struct text text = keyed_text(k, cell->body_from, cell->body_to);
    if (cell->body_to <= cell->body_from ||
        keyed_equals(k, cell->body_from, cell->body_to, "/|—|-|——|无|\\|--|———|…|〃")) {
        table_put_cell(n, TOKEN_REMARK, cell);
        return;
    }
    if (column->kind == COLUMN_CATEGORY) {
        struct token *token = table_put_cell(n, text_equal(text, table->category) ? TOKEN_REMARK : TOKEN_TEXT, cell);
        /* It heads the rows from here on, wherever in the row it stands. */
        token->cell = false;
        token->heads = token->starts_line = true;
        if (!text_equal(text, table->category))
            table->last_no = 0;
        table->category = text;
    } else if (column->kind == COLUMN_AGAIN || column->kind == COLUMN_LABEL) {
        table_put_cell(n, TOKEN_REMARK, cell)->reason = N_("别的格里有的");
    } else if (column->kind == COLUMN_UNITS && column->person) {
        put_units_and_person(n, column, cell);
    } else if (column->kind == COLUMN_UNITS) {
        put_units(n, column, cell);
    } else if (column->kind == COLUMN_FIELD) {
        struct token *token = table_put_cell(n, TOKEN_FIELD, cell);
        token->label = column->remark ? (struct text){ 0 } : column->label;
        token->hint = column->hint;
        token->field = column->field;
        token->doubtful = (column->field == LABEL_LEADER || column->field == LABEL_DUE) &&
                          duty_list_bare(k, cell->body_from, cell->body_to);
        token->reason = token->doubtful ? N_("这一格里是单位，不像领导或时限；也可能错了位") : NULL;
    } else {
        struct token *token = table_put_cell(n, TOKEN_TEXT, cell);
        token->cell = numbered;
        if (column->kind == COLUMN_TEXT)
            token->label = column->label;
    }
}
