/* SPDX-License-Identifier: MIT */
/*
 * The way back to the shell's screen, at any end.  endwin() may not be called from a signal's handler, nor after a frame
 * cut short: what gives the terminal back is made ready when the screen begins.
 */
#ifndef TERM_RESTORE_H
#define TERM_RESTORE_H

#include <stdbool.h>

#include "base/span.h"

enum { RESTORE_WAIT_MS = 500 };

/* Keeps what shall be sent; further bytes than fit are left out. */
void restore_prepare(struct span bytes);
struct span restore_bytes(void);
/*
 * Sends it; cut: first ends a sequence that was cut short.  A terminal that takes nothing is waited for RESTORE_WAIT_MS,
 * then what is on the way to it is thrown away.  Only what POSIX allows in a signal handler.
 */
void restore_send(int fd, bool cut);

#endif
