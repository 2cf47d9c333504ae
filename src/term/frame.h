/* SPDX-License-Identifier: MIT */
/*
 * Whole frames: curses writes a frame in many small pieces, one for each move of the cursor; over SSH each may become a
 * packet, and a frame half drawn may be seen.  Here curses' own descriptor of the terminal points into memory while it
 * draws, and what it wrote goes to the terminal in one piece.  Where the system has no such memory, the pieces go as
 * they come.
 */
#ifndef TERM_FRAME_H
#define TERM_FRAME_H

#include <stdio.h>

#include "base/buf.h"

/* The stream that newterm() shall get for the terminal out_fd; NULL with errno set. frame_close() closes it. */
FILE *frame_open(int out_fd);
/* Bytes of ours to be sent in one piece with the next frame, before it. */
void frame_before(struct span bytes);
/* Between these two, what curses writes is kept; then it is sent. */
void frame_begin(void);
void frame_end(void);
void frame_close(void);

#endif
