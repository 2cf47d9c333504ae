/* SPDX-License-Identifier: MIT */
#include "term/paint.h"

#include <string.h>

#include "term/redraw.h"
#include "term/screen.h"
#include "term/term.h"

static struct {
    struct pen pen;
    struct buf before; /* what goes ahead of the next frame */
    struct grid last;  /* on the terminal, or composed for it */
    bool learned;
    bool unsent; /* last is not on the terminal yet */
    bool again;  /* what is on the terminal is not known */
} state = { .again = true };

/* The frame as the terminal will show it: styles that look the same are the same. */
static void normalise(struct grid *grid)
{
    for (int i = 0; i < grid->rows * grid->cols; i++)
        grid->cells[i].style = pen_look_of(&grid->cells[i]);
}

static bool is_shown(const struct grid *grid)
{
    const struct grid *last = &state.last;
    return grid_equal(grid, last) && grid->cursor_visible == last->cursor_visible &&
           (!grid->cursor_visible || (grid->cursor_row == last->cursor_row && grid->cursor_col == last->cursor_col));
}

static void start_anew(const struct grid *grid)
{
    /* After endwin() curses takes the screen back. */
    if (isendwin())
        doupdate();
    /* So that endwin() knows to show it again. */
    curs_set(0);
    grid_fini(&state.last);
    grid_init(&state.last, grid->rows, grid->cols, 1);
    state.pen.rows = grid->rows;
    state.pen.cols = grid->cols;
    buf_clear(&state.pen.out);
    pen_clear(&state.pen);
    pen_cursor(&state.pen, grid->cursor_visible);
    state.last.cursor_visible = grid->cursor_visible;
}

static void swap_grids(struct grid *grid)
{
    struct grid shown = *grid;
    *grid = state.last;
    grid->ambiguous_cols = shown.ambiguous_cols;
    grid->ascii = shown.ascii;
    state.last = shown;
}

void paint_grid(struct grid *grid)
{
    struct pen *pen = &state.pen;
    if (!state.learned)
        pen_learn();
    state.learned = true;
    normalise(grid);
    if (state.again || state.unsent || state.last.rows != grid->rows || state.last.cols != grid->cols)
        start_anew(grid);
    else if (is_shown(grid))
        return;
    redraw(pen, &state.last, grid);
    pen_look(pen, STYLE_NORMAL);
    /* A cursor that cannot be hidden stands out of the way, always in the same place. */
    if (grid->cursor_visible || !pen_can_hide_cursor())
        pen_move(pen, grid->cursor_row, grid->cursor_col);
    if (grid->cursor_visible != state.last.cursor_visible)
        pen_cursor(pen, grid->cursor_visible);
    swap_grids(grid);
    state.again = false;
    state.unsent = true;
}

void paint_send(void)
{
    if (!state.unsent)
        return;
    buf_span(&state.before, buf_view(&state.pen.out));
    term_send(buf_view(&state.before));
    buf_clear(&state.before);
    buf_clear(&state.pen.out);
    state.unsent = false;
}

void paint_before(struct span bytes)
{
    buf_span(&state.before, bytes);
}

void paint_forget(void)
{
    state.again = true;
}

void paint_fini(void)
{
    grid_fini(&state.last);
    buf_fini(&state.pen.out);
    buf_fini(&state.before);
    memset(&state, 0, sizeof state);
    state.again = true;
}
