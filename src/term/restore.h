/* SPDX-License-Identifier: MIT */
/* The way back to the shell's screen, at the end and after a crash. */
#ifndef TERM_RESTORE_H
#define TERM_RESTORE_H

#include "base/span.h"
#include "term/piece.h"

/*
 * Where there is no other screen to go back to, the shell goes on in the last row of ours: not amid its words.  What
 * clears it and leaves the cursor there; empty on other terminals.
 */
struct piece restore_last_row(int rows);

/* Makes ready what a crash sends: `first`, then the end of looks, keys, the hidden cursor and our screen. */
void restore_prepare(struct span first, int rows);
/* Sends it. Only what POSIX allows in a signal handler; a terminal that takes nothing is not waited for long. */
void restore_send(int fd);

#endif
