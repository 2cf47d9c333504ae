/* SPDX-License-Identifier: MIT */
/*
 * What the terminal is told while a frame is made: where its cursor stands and in which look it writes are kept here,
 * and each move, look and erasure is the shortest that the terminal's description (terminfo) offers.  Nothing is sent:
 * the bytes gather in `out`.
 */
#ifndef TERM_PEN_H
#define TERM_PEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/style.h"
#include "ui/grid.h"

struct pen {
    struct buf out;
    int row, col; /* -1: not known */
    int rows, cols;
    uint8_t look; /* a style that pen_look_of() has given */
};

/* Where a pen stood: to try one way, then another, and keep the shorter. */
struct pen_mark {
    size_t bytes;
    int row, col;
    uint8_t look;
};

/* After newterm() and term_style_start(): learns the terminal's sequences. */
void pen_learn(void);

/* The one style that stands for all that look as the cell's does on this terminal; the normal one for a blank that shows
   nothing of its look. */
uint8_t pen_look_of(const struct cell *cell);
/* A blank in this look differs from a plain one: reversed or underlined. */
bool pen_shows_on_blanks(uint8_t look);

struct pen_mark pen_mark(const struct pen *pen);
/* Stands as at the mark once more, to tell the same in another way behind what was told since. */
void pen_again(struct pen *pen, struct pen_mark start);
/* Keeps the shorter of two ways: told from start to first, where the pen then stood, and from first to now. */
void pen_keep_shorter(struct pen *pen, struct pen_mark start, struct pen_mark first);
/* Takes back what was told since. */
void pen_undo(struct pen *pen, struct pen_mark start);

void pen_clear(struct pen *pen);
void pen_move(struct pen *pen, int row, int col);
/* Bytes that pen_move() would take. */
size_t pen_move_bytes(const struct pen *pen, int row, int col);
void pen_look(struct pen *pen, uint8_t look);
/* Writes a cell where the pen stands, in the look it has, in the terminal's encoding. */
void pen_put(struct pen *pen, const struct cell *cell);
/* Erases to the row's end; or `cols` columns, leaving the pen where it stood. False: the terminal cannot. */
bool pen_erase_rest(struct pen *pen);
bool pen_erase(struct pen *pen, int cols);
bool pen_can_erase_rest(void);
/* Rows top to bottom go up (lines > 0) or down; blank ones come in. False: the terminal cannot. */
bool pen_scroll(struct pen *pen, int top, int bottom, int lines);
void pen_cursor(struct pen *pen, bool visible);
bool pen_can_hide_cursor(void);

#endif
