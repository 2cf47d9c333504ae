/* SPDX-License-Identifier: MIT */
#include "pty/emulator.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pty/emulator_control.h"
#include "text/utf8.h"
#include "text/width.h"

struct emulator_cell *cells_at(const struct emulator *e, int row, int col)
{
    return &e->cells[row * e->cols + col];
}

const struct emulator_cell *emulator_cell(const struct emulator *e, int row, int col)
{
    return cells_at(e, row, col);
}

void cells_blank(struct emulator *e, int row, int from, int to)
{
    for (int col = from < 0 ? 0 : from; col < to && col < e->cols; col++)
        *cells_at(e, row, col) =
            (struct emulator_cell){ .chars = { ' ' }, .cols = 1, .look = e->look & SGR_BACKGROUND };
}

void emulator_init(struct emulator *e, int rows, int cols, int ambiguous_cols, const char *charset)
{
    *e = (struct emulator){ .rows = rows,
                            .cols = cols,
                            .ambiguous_cols = ambiguous_cols,
                            .bottom = rows - 1,
                            .cursor_visible = true,
                            .answers = true,
                            .converter = (iconv_t)-1 };
    e->takes_utf8 = strcmp(charset, "UTF-8") == 0;
    if (!e->takes_utf8)
        e->converter = iconv_open("UTF-32LE", charset);
    e->cells = mem_array((size_t)rows * (size_t)cols, sizeof *e->cells);
    for (int row = 0; row < rows; row++)
        cells_blank(e, row, 0, cols);
}

void emulator_fini(struct emulator *e)
{
    if (e->converter != (iconv_t)-1)
        iconv_close(e->converter);
    free(e->cells);
    buf_fini(&e->pending);
    buf_fini(&e->answer);
    buf_fini(&e->strings);
}

int cells_clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

/* Whoever overwrites one half of a wide character leaves a blank in the other. */
static void free_halves(struct emulator *e, int row, int from, int to)
{
    if (from > 0 && from < e->cols && cells_at(e, row, from)->cols == 0)
        cells_blank(e, row, from - 1, from);
    if (to > 0 && to < e->cols && cells_at(e, row, to)->cols == 0)
        cells_blank(e, row, to, to + 1);
}

void emulator_resize(struct emulator *e, int rows, int cols)
{
    struct emulator_cell *old = e->cells;
    int old_rows = e->rows, old_cols = e->cols;
    e->cells = mem_array((size_t)rows * (size_t)cols, sizeof *e->cells);
    e->rows = rows;
    e->cols = cols;
    for (int row = 0; row < rows; row++) {
        cells_blank(e, row, 0, cols);
        for (int col = 0; row < old_rows && col < cols && col < old_cols; col++)
            *cells_at(e, row, col) = old[row * old_cols + col];
        if (cells_at(e, row, cols - 1)->cols == 2)
            cells_blank(e, row, cols - 1, cols);
    }
    free(old);
    e->top = 0;
    e->bottom = rows - 1;
    e->row = cells_clamp(e->row, 0, rows - 1);
    e->col = cells_clamp(e->col, 0, cols - 1);
    e->wrap_pending = false;
}

void cells_scroll(struct emulator *e, int top, int bottom, int lines)
{
    int count = lines < 0 ? -lines : lines;
    if (count > bottom - top + 1)
        count = bottom - top + 1;
    size_t kept = (size_t)(bottom - top + 1 - count) * (size_t)e->cols * sizeof *e->cells;
    if (lines > 0)
        memmove(cells_at(e, top, 0), cells_at(e, top + count, 0), kept);
    else
        memmove(cells_at(e, top + count, 0), cells_at(e, top, 0), kept);
    for (int i = 0; i < count; i++)
        cells_blank(e, lines > 0 ? bottom - i : top + i, 0, e->cols);
}

void cells_line_feed(struct emulator *e)
{
    e->wrap_pending = false;
    if (e->row == e->bottom)
        cells_scroll(e, e->top, e->bottom, 1);
    else if (e->row < e->rows - 1)
        e->row++;
}

void cells_put(struct emulator *e, uint32_t c)
{
    int cols = width_char(c, e->ambiguous_cols);
    if (cols < 0)
        return;
    if (cols == 0) {
        bool wrapped = e->wraps_at_once && e->col == 0 && e->row > 0;
        int row = wrapped ? e->row - 1 : e->row;
        int col = wrapped ? e->cols - 1 : e->wrap_pending ? e->col : e->col - 1;
        while (col > 0 && cells_at(e, row, col)->cols == 0)
            col--;
        for (int i = 1; col >= 0 && i < EMULATOR_CHARS_MAX; i++)
            if (!cells_at(e, row, col)->chars[i]) {
                cells_at(e, row, col)->chars[i] = c;
                break;
            }
        return;
    }
    if (e->wrap_pending || e->col + cols > e->cols) {
        e->col = 0;
        cells_line_feed(e);
    }
    if (cols > e->cols)
        return;
    free_halves(e, e->row, e->col, e->col + cols);
    *cells_at(e, e->row, e->col) = (struct emulator_cell){ .chars = { c }, .look = e->look, .cols = (uint32_t)cols };
    if (cols == 2)
        *cells_at(e, e->row, e->col + 1) = (struct emulator_cell){ .look = e->look };
    e->last_char = c;
    e->wrap_pending = e->col + cols == e->cols;
    e->col = e->wrap_pending ? e->cols - 1 : e->col + cols;
    if (e->wrap_pending && e->wraps_at_once) {
        e->col = 0;
        cells_line_feed(e);
    }
}

void cells_move_to(struct emulator *e, int row, int col)
{
    e->row = cells_clamp(row, 0, e->rows - 1);
    e->col = cells_clamp(col, 0, e->cols - 1);
    e->wrap_pending = false;
}

void cells_erase(struct emulator *e, int row, int from, int to)
{
    free_halves(e, row, from, to);
    cells_blank(e, row, from, to);
}

void cells_shift_cells(struct emulator *e, int count, bool insert)
{
    count = cells_clamp(count, 0, e->cols - e->col);
    size_t kept = (size_t)(e->cols - e->col - count) * sizeof *e->cells;
    free_halves(e, e->row, e->col, insert ? e->col : e->col + count);
    if (insert && e->col + count < e->cols)
        memmove(cells_at(e, e->row, e->col + count), cells_at(e, e->row, e->col), kept);
    else if (!insert)
        memmove(cells_at(e, e->row, e->col), cells_at(e, e->row, e->col) + count, kept);
    cells_blank(e, e->row, insert ? e->col : e->cols - count, insert ? e->col + count : e->cols);
    if (cells_at(e, e->row, e->cols - 1)->cols == 2)
        cells_blank(e, e->row, e->cols - 1, e->cols);
}

/* One character; returns its length, 0 when more must come. */
static size_t read_char(struct emulator *e, const char *bytes, size_t count)
{
    uint32_t c = 0xfffd;
    if (e->takes_utf8) {
        unsigned char lead = (unsigned char)bytes[0];
        size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (count < length)
            return 0;
        struct text one = text_composed((struct span){ bytes, length });
        size_t used;
        bool good = utf8_valid_bytes(text_span(one)) == length;
        cells_put(e, good ? utf8_at(one, 0, &used) : c);
        return good ? length : 1;
    }
    for (size_t length = 1; length <= 4 && length <= count; length++) {
        char *in = (char *)(uintptr_t)bytes, *out = (char *)&c;
        size_t in_bytes = length, out_bytes = sizeof c;
        if (iconv(e->converter, &in, &in_bytes, &out, &out_bytes) != (size_t)-1) {
            cells_put(e, c);
            return length;
        }
        iconv(e->converter, NULL, NULL, NULL, NULL);
        if (errno == EILSEQ) {
            cells_put(e, 0xfffd);
            return 1;
        }
    }
    return 0;
}

void emulator_write(struct emulator *e, const char *bytes, size_t count)
{
    buf_add(&e->pending, bytes, count);
    size_t i = 0;
    while (i < e->pending.bytes) {
        const char *here = e->pending.at + i;
        size_t left = e->pending.bytes - i, used = 1;
        if (*here == 27)
            used = control_escape(e, here, left);
        else if (!control_char(e, *here))
            used = read_char(e, here, left);
        if (!used)
            break;
        i += used;
    }
    struct buf rest = { 0 };
    buf_add(&rest, e->pending.at + i, e->pending.bytes - i);
    buf_fini(&e->pending);
    e->pending = rest;
}

static void add_row(const struct emulator *e, int row, struct buf *out)
{
    size_t kept = out->bytes;
    for (int col = 0; col < e->cols; col++) {
        const struct emulator_cell *cell = cells_at(e, row, col);
        for (int i = 0; i < EMULATOR_CHARS_MAX && cell->chars[i]; i++)
            utf8_put(out, cell->chars[i]);
        if (cell->cols && cell->chars[0] != ' ')
            kept = out->bytes;
    }
    out->bytes = kept;
    buf_char(out, 0);
    out->bytes = kept;
}

char *emulator_row(const struct emulator *e, int row)
{
    struct buf out = { 0 };
    add_row(e, row, &out);
    return out.at;
}

char *emulator_dump(const struct emulator *e)
{
    struct buf out = { 0 };
    for (int row = 0; row < e->rows; row++) {
        add_row(e, row, &out);
        buf_char(&out, '\n');
    }
    return out.at;
}

int emulator_find(const struct emulator *e, const char *text)
{
    for (int row = 0; row < e->rows; row++) {
        char *line = emulator_row(e, row);
        bool found = strstr(line, text) != NULL;
        free(line);
        if (found)
            return row;
    }
    return -1;
}
