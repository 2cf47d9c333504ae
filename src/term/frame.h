/* SPDX-License-Identifier: MIT */
/*
 * Whole frames.  Curses writes in many small pieces; over SSH each may become a packet, and a frame half drawn may be
 * seen.  So what it writes goes into memory (it never sees the terminal), and leaves in one piece, with bytes of ours
 * ahead of it.  Where the system has no such memory, curses writes to the terminal itself.
 */
#ifndef TERM_FRAME_H
#define TERM_FRAME_H

#include <stdbool.h>
#include <stdio.h>

#include "base/span.h"

/* The stream that newterm() shall get for the terminal out_fd; NULL with errno set. frame_close() closes it. */
FILE *frame_open(int out_fd);
/* Bytes of ours ahead of what curses has written and will write; they leave with it. */
void frame_before(struct span bytes);
/* Sends all that has gathered in one piece; nothing when there is nothing. False when the terminal is gone. */
bool frame_send(void);
void frame_close(void);

#endif
