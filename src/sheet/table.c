/* SPDX-License-Identifier: MIT */
#include "sheet/table.h"

#include <string.h>

#include "text/utf8.h"

static bool is_formula(struct text text)
{
    if (text_empty(text))
        return false;
    size_t bytes;
    switch (utf8_at(text, 0, &bytes)) {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xff1d: /* the full-width forms count too where a Chinese Excel reads the file */
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
        return true;
    default:
        return false;
    }
}

static void separate(struct table *table)
{
    if (table->in_row)
        buf_char(table->out, table->dialect == TABLE_CSV ? ',' : '\t');
    table->in_row = true;
}

static bool needs_quotes(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        char c = text.at[i];
        if (c == ',' || c == '"' || c == '\r' || c == '\n')
            return true;
    }
    return text.bytes > 0 && (text.at[0] == ' ' || text.at[text.bytes - 1] == ' ');
}

void table_cell(struct table *table, struct text text)
{
    separate(table);
    if (table->dialect == TABLE_TSV) {
        buf_text(table->out, text);
        return;
    }
    bool quoted = needs_quotes(text);
    buf_string(table->out, quoted ? "\"" : "");
    buf_string(table->out, is_formula(text) ? "'" : "");
    for (const char *quote; quoted && (quote = memchr(text.at, '"', text.bytes));) {
        size_t bytes = (size_t)(quote - text.at) + 1;
        buf_add(table->out, text.at, bytes);
        buf_char(table->out, '"');
        text = text_slice(text, bytes, text.bytes);
    }
    buf_text(table->out, text);
    buf_string(table->out, quoted ? "\"" : "");
}

/* Digits, a point, digits; and the point's place. */
static bool is_decimal(struct text id, size_t *point)
{
    size_t at = 0;
    while (at < id.bytes && id.at[at] >= '0' && id.at[at] <= '9')
        at++;
    *point = at;
    if (!at || at + 1 >= id.bytes || id.at[at] != '.')
        return false;
    for (at++; at < id.bytes; at++)
        if (id.at[at] < '0' || id.at[at] > '9')
            return false;
    return true;
}

void table_id(struct table *table, struct text id)
{
    size_t point;
    if (!is_decimal(id, &point) || (!table->for_spreadsheet && id.at[id.bytes - 1] != '0')) {
        table_cell(table, id);
        return;
    }
    struct buf text = { 0 };
    buf_add(&text, id.at, point);
    buf_string(&text, "、");
    buf_add(&text, id.at + point + 1, id.bytes - point - 1);
    table_cell(table, text_composed(buf_view(&text)));
    buf_fini(&text);
}

void table_number(struct table *table, long number)
{
    separate(table);
    buf_printf(table->out, "%ld", number);
}

void table_end(struct table *table)
{
    buf_string(table->out, table->dialect == TABLE_CSV ? "\r\n" : "\n");
    table->in_row = false;
}

void table_head(struct table *table, const char *const *names)
{
    for (; *names; names++)
        table_cell(table, text_of(*names));
    table_end(table);
}
