/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "document/document.h"
#include "document/document_flow.h"

/* A cell of so many lines holds a page, not a value: its table is there for layout. */
enum { CELL_LINES_MAX = 40 };

void table_fini(struct document_table *t)
{
    for (int i = 0; i < 2; i++) {
        buf_fini(&t->rows[i].text);
        free(t->rows[i].slots);
    }
    buf_fini(&t->held);
    buf_fini(&t->held_plain);
}

/* The table whose row or cell is at hand; NULL outside of tables. */
static struct document_table *current(struct document *d)
{
    if (d->fault || !d->tables_count)
        return NULL;
    struct document_table *t = &d->tables[d->tables_count - 1];
    return t->flow_no == d->flows_count - t->in_cell ? t : NULL;
}

static struct row *row_at_hand(struct document_table *t)
{
    return &t->rows[t->rows_count % 2];
}

static struct row *row_above(struct document_table *t)
{
    return &t->rows[(t->rows_count + 1) % 2];
}

void document_table_begin(struct document *d)
{
    if (d->fault)
        return;
    document_block(d);
    if (d->tables_count == d->tables_cap) {
        size_t before = d->tables_cap;
        MEM_GROW(d->tables, (size_t)d->tables_count + 1, d->tables_cap);
        memset(d->tables + before, 0, (d->tables_cap - before) * sizeof *d->tables);
    }
    struct document_table *t = &d->tables[d->tables_count++], old = *t;
    *t = (struct document_table){
        .flow_no = d->flows_count, .in_head = true, .held = old.held, .held_plain = old.held_plain
    };
    buf_clear(&t->held);
    buf_clear(&t->held_plain);
    for (int i = 0; i < 2; i++) {
        t->rows[i] = old.rows[i];
        t->rows[i].cols_count = 0;
        if (!t->rows[i].slots)
            t->rows[i].slots = mem_array(DOCUMENT_COLS_MAX, sizeof *t->rows[i].slots);
    }
}

static struct slot *put_slot(struct document *d, struct document_table *t, struct span text)
{
    struct row *row = row_at_hand(t);
    struct slot *slot = &row->slots[t->col++];
    *slot = (struct slot){ .from_bytes = row->text.bytes, .bytes = text.bytes, .held = true };
    document_put(d, &row->text, text);
    if (row->text.bytes != slot->from_bytes + text.bytes)
        slot->bytes = 0; /* the document is too large, and ends */
    return slot;
}

static struct span slot_text(const struct row *row, const struct slot *slot)
{
    return (struct span){ row->text.bytes ? row->text.at + slot->from_bytes : "", slot->bytes };
}

/* The columns from here on that a cell of a row above still holds. */
static void carry(struct document *d, struct document_table *t)
{
    struct row *above = row_above(t);
    while (t->col < above->cols_count && above->slots[t->col].rows_left) {
        uint32_t rows_left = above->slots[t->col].rows_left - 1;
        put_slot(d, t, slot_text(above, &above->slots[t->col]))->rows_left = rows_left;
    }
}

void document_row_begin(struct document *d)
{
    struct document_table *t = current(d);
    if (!t)
        return;
    document_row_end(d);
    document_block(d);
    struct row *row = row_at_hand(t);
    buf_clear(&row->text);
    row->cols_count = 0;
    t->col = 0;
    t->in_row = true;
    t->row_holds_table = false;
}

static void cell_begin(struct document *d, uint32_t cols, uint32_t rows, bool below)
{
    struct document_table *t = current(d);
    if (!t)
        return;
    document_cell_end(d);
    if (!t->in_row)
        document_row_begin(d);
    if (!below)
        carry(d, t);
    if (t->col >= DOCUMENT_COLS_MAX) {
        if (!d->fault)
            d->fault = N_("表格的列太多");
        return;
    }
    if (!document_flow_open(d))
        return;
    t->in_cell = true;
    t->cell_below = below;
    t->cell_rows = rows;
    t->cell_cols = cols < 1 ? 1 : cols;
    if (t->cell_cols > DOCUMENT_COLS_MAX - t->col)
        t->cell_cols = DOCUMENT_COLS_MAX - t->col;
}

void document_cell_begin(struct document *d, uint32_t cols, uint32_t rows)
{
    cell_begin(d, cols, rows, false);
}

void document_cell_below(struct document *d, uint32_t cols)
{
    cell_begin(d, cols, 1, true);
}

void document_cell_end(struct document *d)
{
    struct document_table *t = current(d);
    if (!t || !t->in_cell)
        return;
    struct flow *flow = document_flow_close(d);
    t->in_cell = false;
    t->row_holds_table |= flow->holds_table;
    struct span text = span_trim(buf_view(&flow->lines));
    struct row *above = row_above(t);
    bool repeats = t->cell_below && t->col < above->cols_count;
    if (repeats) {
        if (text.bytes)
            document_note(d, _("合并单元格里看不见的文字"), text);
        text = slot_text(above, &above->slots[t->col]);
    }
    for (uint32_t i = 0; i < t->cell_cols; i++) {
        struct slot *slot = put_slot(d, t, i == 0 || t->in_head ? text : SPAN(""));
        slot->first = i == 0 && !repeats;
        slot->held = i == 0;
        slot->rows_left = t->cell_rows ? t->cell_rows - 1 : UINT32_MAX;
    }
}

static void put_lines(struct document *d, struct buf *out, struct span text)
{
    document_put(d, out, text);
    document_put(d, out, SPAN("\n"));
}

static void put_plain(struct document *d, struct document_table *t, struct buf *out)
{
    struct row *row = row_at_hand(t);
    for (uint32_t i = 0; i < row->cols_count; i++)
        if (row->slots[i].first && row->slots[i].bytes)
            put_lines(d, out, slot_text(row, &row->slots[i]));
}

static void put_cell(struct document *d, struct buf *out, struct span text)
{
    if (!text.bytes || (*text.at != '"' && !memchr(text.at, '\n', text.bytes))) {
        document_put(d, out, text);
        return;
    }
    document_put(d, out, SPAN("\""));
    while (text.bytes) {
        const char *quote = memchr(text.at, '"', text.bytes);
        size_t bytes = quote ? (size_t)(quote - text.at) + 1 : text.bytes;
        document_put(d, out, (struct span){ text.at, bytes });
        document_put(d, out, quote ? SPAN("\"") : SPAN(""));
        text.at += bytes;
        text.bytes -= bytes;
    }
    document_put(d, out, SPAN("\""));
}

/* As many cells as the widest row above: a short row must not be read as one whose first cells are missing. */
static void put_tabbed(struct document *d, struct document_table *t, struct buf *out, bool across)
{
    struct row *row = row_at_hand(t);
    for (uint32_t i = 0; i < t->cols_count; i++) {
        document_put(d, out, i ? SPAN("\t") : SPAN(""));
        if (i < (across ? 1 : row->cols_count))
            put_cell(d, out, slot_text(row, &row->slots[i]));
    }
    document_put(d, out, SPAN("\n"));
}

static bool is_page(struct span text)
{
    uint32_t lines = 0;
    for (size_t i = 0; i < text.bytes; i++)
        lines += text.at[i] == '\n';
    return lines >= CELL_LINES_MAX;
}

struct table_shape {
    uint32_t cells; /* that stand in this row or go on in it */
    bool wide;      /* one goes over several columns */
    bool page;
};

static struct table_shape shape_of(const struct row *row)
{
    struct table_shape shape = { 0 };
    for (uint32_t i = 0; i < row->cols_count; i++) {
        shape.cells += row->slots[i].held;
        shape.wide |= !row->slots[i].held;
        shape.page |= row->slots[i].first && is_page(slot_text(row, &row->slots[i]));
    }
    return shape;
}

void document_row_end(struct document *d)
{
    document_cell_end(d);
    struct document_table *t = current(d);
    if (!t || !t->in_row)
        return;
    carry(d, t);
    t->in_row = false;
    struct row *row = row_at_hand(t);
    row->cols_count = t->col;
    if (!row->cols_count)
        return;
    struct table_shape shape = shape_of(row);
    bool across = shape.cells == 1 && row->cols_count >= t->cols_count;
    if (row->cols_count > t->cols_count)
        t->cols_count = row->cols_count;
    struct buf *lines = &document_flow(d)->lines;
    if (t->rows_count == 1)
        document_put(d, lines, buf_view(&t->held));
    if ((across && !t->titled) || t->row_holds_table || shape.page)
        put_plain(d, t, t->rows_count ? lines : &t->held);
    else
        put_tabbed(d, t, t->rows_count ? lines : &t->held, across);
    if (t->rows_count == 0)
        put_plain(d, t, &t->held_plain);
    t->titled |= !across;
    t->in_head = t->in_head && (across || shape.wide);
    t->rows_count++;
}

void document_table_end(struct document *d)
{
    document_row_end(d);
    struct document_table *t = current(d);
    if (!t || t->in_cell)
        return;
    struct flow *flow = document_flow(d);
    if (t->rows_count == 1)
        document_put(d, &flow->lines, buf_view(&t->held_plain));
    flow->holds_table |= t->rows_count > 1 && t->cols_count > 1;
    d->tables_count--;
}
