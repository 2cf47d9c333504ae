/* SPDX-License-Identifier: MIT */
/*
 * The stream that curses gets for the terminal: a duplicate, so that closing it leaves the terminal open.  Frames do not
 * go through it (term/paint.c sends each in one piece), only what curses says when it begins and ends.
 */
#ifndef TERM_FRAME_H
#define TERM_FRAME_H

#include <stdio.h>

/* The stream that newterm() shall get for the terminal out_fd; NULL with errno set. frame_close() closes it. */
FILE *frame_open(int out_fd);
void frame_close(void);

#endif
