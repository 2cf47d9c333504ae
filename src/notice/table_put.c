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

/* Where the cell's line ends that break i parts from the next, the cell's body at the last; 0 when i is none of its own. */
static uint32_t line_end(const struct notice_line *line, uint32_t i, const struct row_cell *cell)
{
    if (i == line->breaks_count)
        return cell->body_to;
    uint32_t at = line->breaks[i].at;
    return line->breaks[i].in_cell && at > cell->body_from && at < cell->body_to ? at : 0;
}

/* A cell of several lines, one unit or more on each: a list from each line.  A name that a line's end cut stays one. */
static void put_lists(struct notice *n, const struct row_cell *cell, struct text label, enum hint hint)
{
    const struct notice_line *line = &n->lines[cell->line_idx];
    struct row_cell rest = *cell;
    for (uint32_t i = 0; i <= line->breaks_count; i++) {
        bool last = i == line->breaks_count;
        uint32_t at = line_end(line, i, &rest);
        if (!last && (!at || keyed_ends(&line->k, rest.body_from, at, "、|,|;|和|及|:") ||
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

static struct token *put_field(struct notice *n, const struct row_cell *cell, struct text label, enum label_kind field)
{
    struct token *token = table_put_cell(n, TOKEN_FIELD, cell);
    token->label = label;
    token->field = field;
    return token;
}

/* 区教育局 王建国, 区住建局（李强）, 王建国: where the person starts; the cell's end when there is none. */
static uint32_t person_at(const struct keyed *k, const struct row_cell *cell)
{
    enum { NAME_BYTES_MAX = 64 }; /* with a dot, and blanks in it */
    uint32_t from = cell->body_from, to = cell->body_to - (cell->body_to > from && k->key[cell->body_to - 1] == ')');
    for (uint32_t i = to; i > from && to - i < NAME_BYTES_MAX;) {
        i -= keyed_back(k, i);
        if (leadername_is(k, i, to) && !unitname_complete(k, i, to) && !unitname_place(k, i, to) &&
            (i == from || duty_list_bare(k, from, i - keyed_ends(k, from, i, "(|:"))))
            return i;
    }
    return cell->body_to;
}

/* 区教育局 王建国 / 区财政局 王刚: the column's units, and the person behind them, line by line. */
static void put_units_and_person(struct notice *n, const struct column *column, const struct row_cell *cell)
{
    const struct notice_line *line = &n->lines[cell->line_idx];
    struct row_cell rest = *cell;
    struct text label = column->label;
    for (uint32_t i = 0; i <= line->breaks_count; i++) {
        bool last = i == line->breaks_count;
        struct row_cell units = rest, person = rest;
        units.body_to = person.body_to = line_end(line, i, &rest);
        uint32_t at = units.body_to ? person_at(&line->k, &units) : 0;
        if (!last && at == units.body_to)
            continue;
        person.to = last ? cell->to : units.body_to;
        person.from = person.body_from = units.to = at;
        if (at == person.body_to)
            units.to = person.to;
        person.body_to -= person.body_to > at && line->k.key[person.body_to - 1] == ')';
        units.body_to = at - keyed_ends(&line->k, units.body_from, at, "(|:");
        if (units.body_to > units.body_from) {
            put_lists(n, &units, label, column->hint);
            label = (struct text){ 0 };
        }
        if (at < person.body_to)
            put_field(n, &person, text_of("责任人"), LABEL_CONTACT);
        rest.from = rest.body_from = person.to;
    }
}

static bool holds_name(const struct keyed *k, uint32_t from, uint32_t to)
{
    enum { NAME_BYTES_MIN = 6, LOOKED_AT_BYTES = 240 };
    struct arena scratch = { 0 };
    to = to - from > LOOKED_AT_BYTES ? from + LOOKED_AT_BYTES : to;
    struct leader_name name;
    bool holds = leadername_split(&scratch, keyed_text(k, from, to), &name, 1) && name.name.bytes >= NAME_BYTES_MIN;
    arena_fini(&scratch);
    return holds;
}

/* A field; of leaders and contacts a name a line makes one each. */
static void put_fields(struct notice *n, const struct column *column, const struct row_cell *cell)
{
    const struct notice_line *line = &n->lines[cell->line_idx];
    bool names = column->field == LABEL_LEADER || column->field == LABEL_CONTACT;
    struct row_cell rest = *cell;
    for (uint32_t i = 0; i <= line->breaks_count; i++) {
        uint32_t at = line_end(line, i, &rest);
        bool last = i == line->breaks_count;
        if (!last &&
            (!names || !at || !holds_name(&line->k, rest.body_from, at) || !holds_name(&line->k, at, cell->body_to)))
            continue;
        struct row_cell part = rest;
        part.body_to = at;
        part.to = last ? cell->to : at;
        struct token *token = put_field(n, &part, column->remark ? TEXT("") : column->label, column->field);
        token->doubtful = (column->field == LABEL_LEADER || column->field == LABEL_DUE) &&
                          duty_list_bare(&line->k, part.body_from, at);
        token->reason = token->doubtful ? N_("这一格里是单位，不像领导或时限；也可能错了位") : NULL;
        rest.from = rest.body_from = at;
    }
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
        put_fields(n, column, cell);
    } else if (column->kind == COLUMN_NO) {
        struct token *token = table_put_cell(n, TOKEN_REMARK, cell);
        token->doubtful = true;
        token->reason = N_("这一格里该是编号");
    } else {
        struct token *token = table_put_cell(n, TOKEN_TEXT, cell);
        token->cell = numbered;
        if (column->kind == COLUMN_TEXT)
            token->label = column->label;
    }
}
