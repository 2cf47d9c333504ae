/* SPDX-License-Identifier: MIT */
#include "ui/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

static const struct cell blank = { .chars = { ' ' }, .cols = 1, .style = STYLE_NORMAL };

void grid_init(struct grid *grid, int rows, int cols, int ambiguous_cols)
{
    *grid = (struct grid){ .rows = rows < 1 ? 1 : rows, .cols = cols < 1 ? 1 : cols, .ambiguous_cols = ambiguous_cols };
    grid->cells = mem_resize(NULL, (size_t)grid->rows * (size_t)grid->cols, sizeof *grid->cells);
    grid_clear(grid);
}

void grid_fini(struct grid *grid)
{
    free(grid->cells);
    *grid = (struct grid){ 0 };
}

void grid_clear(struct grid *grid)
{
    for (int i = 0; i < grid->rows * grid->cols; i++)
        grid->cells[i] = blank;
    grid->cursor_row = grid->rows - 1;
    grid->cursor_col = 0;
    grid->cursor_visible = false;
}

static struct cell *cell_at(const struct grid *grid, int row, int col)
{
    return &grid->cells[row * grid->cols + col];
}

const struct cell *grid_cell(const struct grid *grid, int row, int col)
{
    return cell_at(grid, row, col);
}

/* Whoever overwrites one half of a wide character leaves a blank in the other. */
static void free_cell(struct grid *grid, int row, int col)
{
    struct cell *cell = cell_at(grid, row, col);
    if (cell->cols == 0 && col > 0) {
        struct cell *left = cell_at(grid, row, col - 1);
        uint8_t style = left->style;
        *left = blank;
        left->style = style;
    } else if (cell->cols == 2 && col + 1 < grid->cols) {
        struct cell *right = cell_at(grid, row, col + 1);
        uint8_t style = right->style;
        *right = blank;
        right->style = style;
    }
}

static void put(struct grid *grid, int row, int col, uint32_t c, int cols, enum style style)
{
    for (int i = 0; i < cols; i++)
        free_cell(grid, row, col + i);
    *cell_at(grid, row, col) = (struct cell){ .chars = { c }, .cols = (uint8_t)cols, .style = (uint8_t)style };
    if (cols == 2)
        *cell_at(grid, row, col + 1) = (struct cell){ .style = (uint8_t)style };
}

static void add_mark(struct cell *cell, uint32_t c)
{
    for (int i = 1; i < CELL_CHARS_MAX; i++)
        if (!cell->chars[i]) {
            cell->chars[i] = c;
            return;
        }
}

int grid_text(struct grid *grid, int row, int col, int max_cols, struct text text, enum style style)
{
    if (row < 0 || row >= grid->rows || col < 0 || col >= grid->cols)
        return 0;
    if (max_cols > grid->cols - col)
        max_cols = grid->cols - col;
    int done = 0, last = -1;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        int cols = width_char(c, grid->ambiguous_cols);
        if (cols == 0 && last >= 0)
            add_mark(cell_at(grid, row, last), c);
        if (cols <= 0)
            continue;
        if (done + cols > max_cols)
            break;
        last = col + done;
        put(grid, row, last, c, cols, style);
        done += cols;
    }
    return done;
}

int grid_clip(struct grid *grid, int row, int col, int max_cols, struct text text, enum style style)
{
    if (row < 0 || row >= grid->rows || col < 0 || col >= grid->cols || max_cols <= 0)
        return 0;
    if (max_cols > grid->cols - col)
        max_cols = grid->cols - col;
    struct buf clipped = { 0 };
    width_clip(&clipped, text, max_cols, grid->ambiguous_cols);
    int cols = grid_text(grid, row, col, max_cols, text_composed(buf_view(&clipped)), style);
    buf_fini(&clipped);
    return cols;
}

void grid_fill(struct grid *grid, int row, int col, int cols, enum style style)
{
    if (row < 0 || row >= grid->rows)
        return;
    for (int i = col < 0 ? 0 : col; i < col + cols && i < grid->cols; i++)
        put(grid, row, i, ' ', 1, style);
}

/* In a selected row what matched is still to be seen, and a bar, where it fills its cell. */
static uint8_t restyled(const struct cell *cell, enum style style)
{
    enum { FULL_BLOCK = 0x2588 };
    bool is_match = cell->style == STYLE_MATCH || cell->style == STYLE_FOCUS_MATCH;
    if (cell->style == STYLE_BAR && cell->chars[0] == FULL_BLOCK)
        return STYLE_BAR;
    if (is_match && style == STYLE_FOCUS)
        return STYLE_FOCUS_MATCH;
    if (is_match && style == STYLE_SELECTED)
        return STYLE_SELECTED_MATCH;
    return (uint8_t)style;
}

void grid_restyle(struct grid *grid, int row, int col, int cols, enum style style)
{
    if (row < 0 || row >= grid->rows)
        return;
    int from = col < 0 ? 0 : col, to = col + cols < grid->cols ? col + cols : grid->cols;
    if (from < to && cell_at(grid, row, from)->cols == 0 && from > 0)
        from--;
    if (to > from && to < grid->cols && cell_at(grid, row, to)->cols == 0)
        to++;
    for (int i = from; i < to; i++)
        cell_at(grid, row, i)->style = restyled(cell_at(grid, row, i), style);
    if (style == STYLE_FOCUS && from < to && !grid->cursor_visible) {
        grid->cursor_row = row;
        grid->cursor_col = from;
    }
}

static void put_cell(struct buf *out, const struct cell *cell)
{
    for (int i = 0; i < CELL_CHARS_MAX && cell->chars[i]; i++)
        utf8_put(out, cell->chars[i]);
}

static void trim_blanks(struct buf *out, size_t from_bytes)
{
    while (out->bytes > from_bytes && out->at[out->bytes - 1] == ' ')
        out->bytes--;
}

void grid_dump(const struct grid *grid, struct buf *out)
{
    for (int row = 0; row < grid->rows; row++) {
        size_t from = out->bytes;
        for (int col = 0; col < grid->cols; col++)
            put_cell(out, cell_at(grid, row, col));
        trim_blanks(out, from);
        buf_char(out, '\n');
    }
}

void grid_dump_style(const struct grid *grid, struct buf *out)
{
    for (int row = 0; row < grid->rows; row++) {
        size_t from = out->bytes;
        int style = STYLE_NORMAL;
        for (int col = 0; col < grid->cols; col++) {
            const struct cell *cell = cell_at(grid, row, col);
            if (cell->style != style) {
                if (style != STYLE_NORMAL)
                    buf_string(out, "⟧");
                style = cell->style;
                if (style != STYLE_NORMAL)
                    buf_printf(out, "⟦%s:", style_name((enum style)style));
            }
            put_cell(out, cell);
        }
        if (style != STYLE_NORMAL)
            buf_string(out, "⟧");
        trim_blanks(out, from);
        buf_char(out, '\n');
    }
}
