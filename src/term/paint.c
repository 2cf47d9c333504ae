/* SPDX-License-Identifier: MIT */
#include "term/paint.h"

#include <string.h>

#include "term/redraw.h"
#include "term/screen.h"
#include "term/term.h"

static struct {
    struct pen pen;
    struct grid last, next; /* on the terminal, and to be */
    bool learned;
    bool again; /* what is on the terminal is not known */
} state = { .again = true };

/* The frame as the terminal will show it: styles that look the same are the same. */
static void take(const struct grid *grid)
{
    struct grid *next = &state.next;
    if (next->rows != grid->rows || next->cols != grid->cols || !next->cells) {
        grid_fini(next);
        grid_init(next, grid->rows, grid->cols, grid->ambiguous_cols);
    }
    memcpy(next->cells, grid->cells, (size_t)grid->rows * (size_t)grid->cols * sizeof *grid->cells);
    for (int i = 0; i < grid->rows * grid->cols; i++)
        next->cells[i].style = pen_look_of(&grid->cells[i]);
    next->cursor_row = grid->cursor_row;
    next->cursor_col = grid->cursor_col;
    next->cursor_visible = grid->cursor_visible;
}

static bool is_shown(const struct grid *next, const struct grid *last)
{
    return grid_equal(next, last) && next->cursor_visible == last->cursor_visible &&
           (!next->cursor_visible || (next->cursor_row == last->cursor_row && next->cursor_col == last->cursor_col));
}

static void start_anew(void)
{
    /* After endwin() curses takes the screen back. */
    if (isendwin())
        doupdate();
    /* So that endwin() knows to show it again. */
    curs_set(0);
    grid_fini(&state.last);
    grid_init(&state.last, state.next.rows, state.next.cols, 1);
    state.pen.rows = state.next.rows;
    state.pen.cols = state.next.cols;
    pen_clear(&state.pen);
    pen_cursor(&state.pen, state.next.cursor_visible);
    state.last.cursor_visible = state.next.cursor_visible;
}

void paint_grid(const struct grid *grid)
{
    struct pen *pen = &state.pen;
    struct grid *next = &state.next, *last = &state.last;
    if (!state.learned)
        pen_learn();
    state.learned = true;
    take(grid);
    if (state.again || last->rows != next->rows || last->cols != next->cols)
        start_anew();
    else if (is_shown(next, last))
        return;
    redraw(pen, last, next);
    pen_look(pen, STYLE_NORMAL);
    /* A cursor that cannot be hidden stands out of the way, always in the same place. */
    if (next->cursor_visible || !pen_can_hide_cursor())
        pen_move(pen, next->cursor_row, next->cursor_col);
    if (next->cursor_visible != last->cursor_visible)
        pen_cursor(pen, next->cursor_visible);
    term_send(buf_view(&pen->out));
    buf_clear(&pen->out);
    struct grid shown = *next;
    *next = *last;
    *last = shown;
    state.again = false;
}

void paint_before(struct span bytes)
{
    buf_span(&state.pen.out, bytes);
}

void paint_forget(void)
{
    state.again = true;
}

void paint_fini(void)
{
    grid_fini(&state.last);
    grid_fini(&state.next);
    buf_fini(&state.pen.out);
    memset(&state, 0, sizeof state);
    state.again = true;
}
