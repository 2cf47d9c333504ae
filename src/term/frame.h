/* SPDX-License-Identifier: MIT */
/*
 * Whole frames, and the way of all bytes to the terminal.  Curses writes in many small pieces; over SSH each may become
 * a packet, and a frame half drawn may be seen.  So what it writes goes into memory (it never sees the terminal), and
 * leaves in one piece, with bytes of ours ahead of it.  A terminal that takes no more is not waited for: what is left
 * waits, and who draws asks for that first.
 */
#ifndef TERM_FRAME_H
#define TERM_FRAME_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/span.h"

/*
 * The stream that newterm() shall get for the terminal out_fd; NULL with errno set. frame_close() closes it.  Where the
 * system has no memory for it, curses writes to the terminal itself.
 */
FILE *frame_open(int out_fd);
/* Bytes of ours, behind all that is there. */
void frame_add(struct span bytes);
/* Sends what waits and what curses has written, as far as the terminal takes it. False when the terminal is gone. */
bool frame_send(void);
/* Some of it waits: to be sent when the terminal's descriptor can be written. */
bool frame_waits(void);
/* Until all is sent. False when the terminal takes nothing for timeout_ms, or is gone. */
bool frame_await(int timeout_ms);
/* Forgets what waits and what curses has written. What comes next first ends a sequence that was cut short. */
void frame_drop(void);
/* Whether the last write was cut short, for a signal's handler. */
bool frame_is_cut(void);
void frame_close(void);

#endif
