/* SPDX-License-Identifier: MIT */
#include "term/paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "system/locale.h"
#include "term/screen.h"
#include "term/style.h"
#include "term/terminfo.h"
#include "term/wcwidth.h"

static struct {
    struct grid last; /* on the terminal */
    bool again;       /* what is on the terminal is not known */
    cchar_t *row;
    size_t row_cap;
} state = { .again = true };

static bool is_blank(const struct cell *cell)
{
    return cell->cols == 1 && cell->chars[0] == ' ' && !cell->chars[1];
}

static bool shows_on_blanks(enum style style)
{
    return look_shows_on_blanks(style_look(style));
}

static cchar_t curses_cell(const wchar_t *chars, enum style style)
{
    cchar_t out;
    unsigned attributes;
    short pair;
    style_curses(style, &attributes, &pair);
    if (setcchar(&out, chars, (attr_t)attributes, pair, NULL) != OK)
        setcchar(&out, L" ", (attr_t)attributes, pair, NULL);
    return out;
}

/* Appends a character; in a locale that lacks it, or where curses would take it for another width, a mark as wide. */
static int put_text(const struct cell *cell, enum style style, int count)
{
    wchar_t chars[CELL_CHARS_MAX + 1] = { 0 };
    for (int i = 0, kept = 0; i < CELL_CHARS_MAX && cell->chars[i]; i++) {
        uint32_t c = locale_char(cell->chars[i], cell->cols);
        if (c && (i == 0 || wcwidth((wchar_t)c) == 0))
            chars[kept++] = (wchar_t)c;
    }
    bool fits = wcwidth(chars[0]) == cell->cols;
    state.row[count++] = curses_cell(fits ? chars : L"?", style);
    if (!fits && cell->cols == 2)
        state.row[count++] = curses_cell(L" ", style);
    return count;
}

/*
 * The style that a blank is written in.  Colour, bold and dim do not show on it: a few blanks keep the style that they
 * were drawn in, between two words, or take that of the words on both sides, so that nothing is switched off and on
 * between two words; longer runs stay plain, since curses erases those with fewer bytes.
 */
static enum style blank_style(const struct grid *grid, int row, int col)
{
    enum { JOINED_MAX = 4 };
    const struct cell *cells = grid_cell(grid, row, 0);
    enum style own = (enum style)cells[col].style;
    int from = col, to = col;
    while (from > 0 && is_blank(&cells[from]) && col - from < JOINED_MAX)
        from--;
    while (to < grid->cols - 1 && is_blank(&cells[to]) && to - col < JOINED_MAX)
        to++;
    if (shows_on_blanks(own))
        return own;
    if (is_blank(&cells[from]) || is_blank(&cells[to]) || to - from > JOINED_MAX + 1)
        return STYLE_NORMAL;
    enum style left = (enum style)cells[from].style, right = (enum style)cells[to].style;
    bool joins = look_equal(style_look(left), style_look(right)) && !shows_on_blanks(left);
    return joins ? left : own;
}

/* Where curses writes the last cell of the screen by shifting the one before it, that must not be a wide one's half. */
static bool is_in_corner(const struct grid *grid, int row, int col)
{
    int before_last = grid->cols - 2;
    return row == grid->rows - 1 && col <= before_last && col + grid_cell(grid, row, col)->cols > before_last &&
           terminfo_lacks_last_cell();
}

static void paint_row(const struct grid *grid, int row)
{
    int count = 0;
    for (int col = 0; col < grid->cols; col++) {
        const struct cell *cell = grid_cell(grid, row, col);
        if (is_blank(cell)) {
            state.row[count++] = curses_cell(L" ", blank_style(grid, row, col));
        } else if (cell->cols == 2 && is_in_corner(grid, row, col)) {
            state.row[count++] = curses_cell(L" ", (enum style)cell->style);
            state.row[count++] = curses_cell(L" ", (enum style)cell->style);
        } else if (cell->cols) {
            count = put_text(cell, (enum style)cell->style, count);
        }
    }
    mvadd_wchnstr(row, 0, state.row, count);
}

static bool same_row(const struct grid *grid, int row)
{
    return memcmp(grid_cell(grid, row, 0), grid_cell(&state.last, row, 0), (size_t)grid->cols * sizeof *grid->cells) ==
           0;
}

static bool same_cursor(const struct grid *grid)
{
    const struct grid *last = &state.last;
    return last->cursor_visible == grid->cursor_visible && last->cursor_row == grid->cursor_row &&
           last->cursor_col == grid->cursor_col;
}

static void start_anew(const struct grid *grid)
{
    grid_fini(&state.last);
    grid_init(&state.last, grid->rows, grid->cols, grid->ambiguous_cols);
    wcwidth_set_ambiguous(grid->ambiguous_cols);
    MEM_GROW(state.row, (size_t)grid->cols + 1, state.row_cap);
    /* A foreign program may have left a scrolling region; so may our own frame, when the window grew meanwhile. */
    terminfo_reset_region(grid->rows);
    clearok(curscr, TRUE);
}

static void keep(const struct grid *grid)
{
    struct cell *cells = state.last.cells;
    memcpy(cells, grid->cells, (size_t)grid->rows * (size_t)grid->cols * sizeof *cells);
    state.last = *grid;
    state.last.cells = cells;
}

bool paint_grid(const struct grid *grid)
{
    bool all = state.again || state.last.rows != grid->rows || state.last.cols != grid->cols ||
               state.last.ambiguous_cols != grid->ambiguous_cols;
    if (all)
        start_anew(grid);
    bool changed = all || !same_cursor(grid);
    for (int row = 0; row < grid->rows; row++)
        if (all || !same_row(grid, row)) {
            paint_row(grid, row);
            changed = true;
        }
    if (!changed)
        return false;
    curs_set(grid->cursor_visible ? 1 : 0);
    /* Also unseen: braille displays, screen readers and magnifiers follow it. */
    move(grid->cursor_row, grid->cursor_col);
    wnoutrefresh(stdscr);
    doupdate();
    keep(grid);
    state.again = false;
    return true;
}

void paint_forget(void)
{
    state.again = true;
}

void paint_fini(void)
{
    grid_fini(&state.last);
    free(state.row);
    memset(&state, 0, sizeof state);
    state.again = true;
}
