/* SPDX-License-Identifier: MIT */
/*
 * The way back to the shell's screen after a crash.  endwin() may not be called from a signal's handler: what it would
 * send is made ready when the screen begins.
 */
#ifndef TERM_RESTORE_H
#define TERM_RESTORE_H

#include "base/span.h"

/* Keeps what a crash shall send; further bytes than fit are left out. */
void restore_prepare(struct span bytes);
/* Sends it. Only what POSIX allows in a signal handler; a terminal that takes nothing is not waited for long. */
void restore_send(int fd);

#endif
