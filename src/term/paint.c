/* SPDX-License-Identifier: MIT */
#include "term/paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "term/frame.h"
#include "term/locale.h"
#include "term/screen.h"
#include "term/style.h"
#include "term/wcwidth.h"
#include "text/width.h"

enum { BLANKS_JOINED_MAX = 3 };

static struct grid last;
static bool all_again = true;
static cchar_t *row_cells;
static size_t row_cells_cap;

struct look {
    unsigned attributes;
    short pair;
};

static struct look look_of(const struct grid *grid, int row, int col)
{
    struct look look = { 0 };
    term_style_look((enum style)grid_cell(grid, row, col)->style, &look.attributes, &look.pair);
    return look;
}

static cchar_t curses_cell(const wchar_t *chars, struct look look)
{
    cchar_t out;
    if (setcchar(&out, chars, (attr_t)look.attributes, look.pair, NULL) != OK)
        setcchar(&out, L" ", (attr_t)look.attributes, look.pair, NULL);
    return out;
}

/* One cell; in a locale that lacks the character, or if curses believed another width, a mark as wide. */
static cchar_t text_cell(const struct cell *cell, struct look look)
{
    wchar_t chars[CELL_CHARS_MAX + 1] = { 0 };
    for (int i = 0, kept = 0; i < CELL_CHARS_MAX && cell->chars[i]; i++) {
        uint32_t c = locale_char(cell->chars[i], cell->cols);
        if (c && (i == 0 || wcwidth((wchar_t)c) == 0))
            chars[kept++] = (wchar_t)c;
    }
    if (!chars[0] || chars[0] == L' ')
        return curses_cell(L" ", look);
    if (wcwidth(chars[0]) != cell->cols) {
        chars[0] = cell->cols == 2 ? (wchar_t)locale_char(0xff1f, 2) : L'?';
        chars[1] = 0;
    }
    return curses_cell(chars, look);
}

static bool is_blank(const struct grid *grid, int row, int col)
{
    return grid_cell(grid, row, col)->cols == 1 && grid_cell(grid, row, col)->chars[0] == ' ';
}

/*
 * A blank looks the same in any colour, bold or dim: a few of them between two texts of one look take that look, which
 * saves switching it off and on.  Longer runs stay plain, since curses erases those with fewer bytes.
 */
static struct look blank_look(const struct grid *grid, int row, int col)
{
    struct look own = look_of(grid, row, col);
    int from = col, to = col;
    while (from > 0 && is_blank(grid, row, from) && col - from < BLANKS_JOINED_MAX)
        from--;
    while (to < grid->cols - 1 && is_blank(grid, row, to) && to - col < BLANKS_JOINED_MAX)
        to++;
    if (is_blank(grid, row, from) || is_blank(grid, row, to) || to - from > BLANKS_JOINED_MAX + 1)
        return own;
    struct look left = look_of(grid, row, from), right = look_of(grid, row, to);
    const unsigned seen = A_REVERSE | A_UNDERLINE;
    bool same = left.attributes == right.attributes && left.pair == right.pair;
    return same && !((own.attributes | left.attributes) & seen) ? left : own;
}

static void paint_row(const struct grid *grid, int row, int cols)
{
    int count = 0;
    for (int col = 0; col < cols; col++) {
        const struct cell *cell = grid_cell(grid, row, col);
        if (cell->cols == 0)
            continue;
        if (is_blank(grid, row, col) || col + cell->cols > cols)
            row_cells[count++] = curses_cell(L" ", blank_look(grid, row, col));
        else
            row_cells[count++] = text_cell(cell, look_of(grid, row, col));
    }
    mvadd_wchnstr(row, 0, row_cells, count);
}

static bool row_same(const struct grid *grid, int row)
{
    size_t bytes = (size_t)grid->cols * sizeof *grid->cells;
    return memcmp(grid_cell(grid, row, 0), grid_cell(&last, row, 0), bytes) == 0;
}

static void keep(const struct grid *grid)
{
    if (last.rows != grid->rows || last.cols != grid->cols) {
        grid_fini(&last);
        grid_init(&last, grid->rows, grid->cols, grid->ambiguous_cols);
    }
    memcpy(last.cells, grid->cells, (size_t)grid->rows * (size_t)grid->cols * sizeof *grid->cells);
    last.ambiguous_cols = grid->ambiguous_cols;
    last.cursor_row = grid->cursor_row;
    last.cursor_col = grid->cursor_col;
    last.cursor_visible = grid->cursor_visible;
}

void paint_grid(const struct grid *grid)
{
    bool all = all_again || !last.cells || last.rows != grid->rows || last.cols != grid->cols;
    int rows = grid->rows < LINES ? grid->rows : LINES;
    int cols = grid->cols < COLS ? grid->cols : COLS;
    bool changed =
        all || last.cursor_visible != grid->cursor_visible ||
        (grid->cursor_visible && (last.cursor_row != grid->cursor_row || last.cursor_col != grid->cursor_col));
    MEM_GROW(row_cells, (size_t)cols + 1, row_cells_cap);
    if (all_again)
        clearok(curscr, TRUE);
    for (int row = 0; row < rows; row++)
        if (all || !row_same(grid, row)) {
            paint_row(grid, row, cols);
            changed = true;
        }
    if (!changed)
        return;
    frame_begin();
    curs_set(grid->cursor_visible ? 1 : 0);
    int cursor_row = grid->cursor_visible ? grid->cursor_row : 0;
    int cursor_col = grid->cursor_visible ? grid->cursor_col : 0;
    move(cursor_row < rows ? cursor_row : rows - 1, cursor_col < cols ? cursor_col : cols - 1);
    leaveok(stdscr, !grid->cursor_visible);
    wnoutrefresh(stdscr);
    doupdate();
    frame_end();
    keep(grid);
    all_again = false;
}

void paint_forget(void)
{
    all_again = true;
}

void paint_fini(void)
{
    grid_fini(&last);
    last = (struct grid){ 0 };
    free(row_cells);
    row_cells = NULL;
    row_cells_cap = 0;
    all_again = true;
}
