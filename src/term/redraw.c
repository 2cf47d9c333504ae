/* SPDX-License-Identifier: MIT */
#include "term/redraw.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { SCROLL_MAX_LINES = 4, GAP_MAX_COLS = 10 };

static const struct cell blank = { .chars = { ' ' }, .cols = 1, .style = STYLE_NORMAL };

static bool same_cell(const struct cell *a, const struct cell *b)
{
    return a->cols == b->cols && a->style == b->style && memcmp(a->chars, b->chars, sizeof a->chars) == 0;
}

static bool is_plain_blank(const struct cell *cell)
{
    return same_cell(cell, &blank);
}

/* One row on its way: what stands on the terminal, what shall, and from which column on all has been erased. */
struct way {
    const struct cell *before, *after;
    int row, cols, erased_from;
};

static bool differs(const struct way *way, int col)
{
    return !same_cell(col >= way->erased_from ? &blank : &way->before[col], &way->after[col]);
}

static int next_difference(const struct way *way, int col)
{
    while (col < way->cols && !differs(way, col))
        col++;
    return col;
}

static int blanks_end(const struct way *way, int col)
{
    while (col < way->cols && is_plain_blank(&way->after[col]))
        col++;
    return col;
}

/* Erasing and plain blanks need a look that is not seen on them, no more. */
static void plain_look(struct pen *pen)
{
    if (pen_shows_on_blanks(pen->look))
        pen_look(pen, STYLE_NORMAL);
}

static size_t char_bytes(const struct cell *cell)
{
    size_t bytes = 0;
    for (int i = 0; i < CELL_CHARS_MAX && cell->chars[i]; i++)
        bytes += cell->chars[i] < 0x80 ? 1 : cell->chars[i] < 0x800 ? 2 : cell->chars[i] < 0x10000 ? 3 : 4;
    return bytes;
}

/* Cells between the pen and col can be written again, in the look that the pen has or that is wanted at col. */
static bool gap_is_shorter(const struct pen *pen, const struct way *way, int col)
{
    if (pen->row != way->row || pen->col < 0 || pen->col >= col || col - pen->col > GAP_MAX_COLS)
        return false;
    size_t bytes = 0;
    uint8_t look = pen->look;
    for (int at = pen->col; at < col; at += way->after[at].cols ? way->after[at].cols : 1) {
        const struct cell *cell = &way->after[at];
        bytes += char_bytes(cell);
        if (is_plain_blank(cell) && !pen_shows_on_blanks(look))
            continue;
        if (cell->style != look && cell->style != way->after[col].style)
            return false;
        look = cell->style;
    }
    return bytes <= pen_move_bytes(pen, way->row, col);
}

static void put(struct pen *pen, const struct cell *cell)
{
    if (is_plain_blank(cell))
        plain_look(pen);
    else
        pen_look(pen, cell->style);
    pen_put(pen, cell);
}

static void go_to(struct pen *pen, const struct way *way, int col)
{
    if (!gap_is_shorter(pen, way, col)) {
        pen_move(pen, way->row, col);
        return;
    }
    while (pen->col < col)
        put(pen, &way->after[pen->col]);
}

/* The rest of the row is blank: erased from wherever in these blanks the pen comes to most cheaply. */
static void erase_rest(struct pen *pen, const struct way *way, int col)
{
    int from = col;
    while (from > 0 && is_plain_blank(&way->after[from - 1]))
        from--;
    bool is_near = pen->col >= from && pen->col <= col;
    if (!is_near && pen->row == way->row && pen->col >= 0 && pen->col < from)
        go_to(pen, way, col);
    else
        pen_move(pen, way->row, is_near ? pen->col : col);
    plain_look(pen);
    pen_erase_rest(pen);
}

/* Blanks from col to end (behind the last that differs), written or erased. */
static void write_blanks(struct pen *pen, const struct way *way, int col, int end)
{
    go_to(pen, way, col);
    struct pen_mark there = pen_mark(pen);
    plain_look(pen);
    bool can = pen_erase(pen, end - col);
    size_t erasing = pen->out.bytes - there.bytes;
    bool goes_on = end < way->cols && differs(way, end);
    if (can && goes_on)
        erasing += pen_move_bytes(pen, way->row, end);
    if (can && erasing < (size_t)(end - col))
        return;
    pen_undo(pen, there);
    plain_look(pen);
    while (pen->col >= 0 && pen->col < end)
        pen_put(pen, &blank);
}

/* Writes a row; erases its rest when it comes to the blank in column erase_col (-1: only behind its end). */
static void write_row(struct pen *pen, struct way way, int erase_col)
{
    for (int col = next_difference(&way, 0); col < way.cols; col = next_difference(&way, col)) {
        const struct cell *cell = &way.after[col];
        if (!is_plain_blank(cell)) {
            if (cell->cols == 0)
                cell = &way.after[--col];
            go_to(pen, &way, col);
            put(pen, cell);
            col += cell->cols;
            continue;
        }
        int run_end = blanks_end(&way, col), end = col;
        for (int at = col; at < run_end; at = next_difference(&way, at + 1))
            end = at + 1;
        bool is_rest = run_end == way.cols && pen_can_erase_rest() && end - col > 2;
        if (is_rest || (col == erase_col && pen_can_erase_rest())) {
            erase_rest(pen, &way, col);
            way.erased_from = col;
        } else {
            write_blanks(pen, &way, col, end);
        }
        col = end;
    }
}

static void redraw_row(struct pen *pen, const struct cell *before, const struct cell *after, int row, int cols)
{
    struct way way = { before, after, row, cols, INT_MAX };
    struct pen_mark start = pen_mark(pen);
    if (memcmp(before, after, (size_t)cols * sizeof *after) == 0)
        return;
    write_row(pen, way, -1);
    /* Everything behind a blank erased, then written: shorter where little is equal. */
    for (int col = next_difference(&way, 0); col < cols; col = next_difference(&way, col)) {
        if (!is_plain_blank(&after[col])) {
            col++;
            continue;
        }
        struct pen_mark first = pen_mark(pen);
        pen_again(pen, start);
        write_row(pen, way, col);
        pen_keep_shorter(pen, start, first);
        col = blanks_end(&way, col);
    }
}

static const struct cell *row_of(const struct grid *grid, int row)
{
    return &grid->cells[row * grid->cols];
}

static void redraw_rows(struct pen *pen, const struct grid *before, const struct grid *after)
{
    for (int row = 0; row < after->rows; row++)
        redraw_row(pen, row_of(before, row), row_of(after, row), row, after->cols);
}

/* About the bytes that are saved when `before` stands where `after` shall stand. */
static int equal_bytes(const struct cell *before, const struct cell *after, int cols)
{
    int bytes = 0;
    for (int col = 0; col < cols; col++)
        if (after[col].chars[0] != ' ' && after[col].chars[0] == before[col].chars[0] &&
            after[col].style == before[col].style)
            bytes += after[col].cols == 2 ? 3 : 1;
    return bytes;
}

struct scroll {
    int top, bottom, lines; /* as pen_scroll() wants them */
    int saved_bytes;
};

/* The stretch of rows that gains most when `lines` scroll: what comes to stand right, less what stood right before. */
static struct scroll best_stretch(const struct grid *before, const struct grid *after, int lines, const int *equal)
{
    struct scroll best = { 0 };
    int from = 0, sum = 0, count = lines > 0 ? lines : -lines;
    for (int row = 0; row < after->rows; row++) {
        int source = row + lines;
        if (source < 0 || source >= after->rows) {
            from = row + 1;
            sum = 0;
            continue;
        }
        sum += equal_bytes(row_of(before, source), row_of(after, row), after->cols) - equal[row];
        if (sum <= 0) {
            from = row + 1;
            sum = 0;
        } else if (sum > best.saved_bytes) {
            best = (struct scroll){ from, row, lines, sum };
        }
    }
    if (lines > 0)
        best.bottom += count;
    else
        best.top -= count;
    return best;
}

static bool is_empty(const struct grid *grid)
{
    int i = 0, count = grid->rows * grid->cols;
    while (i < count && is_plain_blank(&grid->cells[i]))
        i++;
    return i == count;
}

static struct scroll find_scroll(const struct grid *before, const struct grid *after)
{
    struct scroll best = { 0 };
    if (is_empty(before))
        return best;
    int *equal = mem_array((size_t)after->rows, sizeof *equal);
    for (int row = 0; row < after->rows; row++)
        equal[row] = equal_bytes(row_of(before, row), row_of(after, row), after->cols);
    for (int lines = -SCROLL_MAX_LINES; lines <= SCROLL_MAX_LINES; lines++) {
        struct scroll found = lines ? best_stretch(before, after, lines, equal) : best;
        if (found.saved_bytes > best.saved_bytes)
            best = found;
    }
    free(equal);
    return best;
}

static void scroll_grid(struct grid *grid, struct scroll scroll)
{
    int count = scroll.lines > 0 ? scroll.lines : -scroll.lines, kept = scroll.bottom - scroll.top + 1 - count;
    int to = scroll.lines > 0 ? scroll.top : scroll.top + count;
    int from = scroll.lines > 0 ? scroll.top + count : scroll.top;
    int free_row = scroll.lines > 0 ? scroll.bottom - count + 1 : scroll.top;
    size_t cols = (size_t)grid->cols;
    memmove(&grid->cells[(size_t)to * cols], &grid->cells[(size_t)from * cols],
            (size_t)kept * cols * sizeof *grid->cells);
    for (size_t i = (size_t)free_row * cols; i < (size_t)(free_row + count) * cols; i++)
        grid->cells[i] = blank;
}

void redraw(struct pen *pen, struct grid *before, const struct grid *after)
{
    struct pen_mark start = pen_mark(pen);
    redraw_rows(pen, before, after);
    struct scroll scroll = find_scroll(before, after);
    struct pen_mark first = pen_mark(pen);
    pen_again(pen, start);
    if (scroll.saved_bytes <= 0 || !pen_scroll(pen, scroll.top, scroll.bottom, scroll.lines)) {
        pen_again(pen, first);
        return;
    }
    scroll_grid(before, scroll);
    redraw_rows(pen, before, after);
    pen_keep_shorter(pen, start, first);
}
