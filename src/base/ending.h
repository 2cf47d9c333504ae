/* SPDX-License-Identifier: MIT */
/*
 * The signals that end the program (INT, TERM, HUP, QUIT), held back while there is something to take away first: a
 * temporary file, a program that was started.  Who holds them asks often whether one waits, and then lets go.
 */
#ifndef BASE_ENDING_H
#define BASE_ENDING_H

#include <signal.h>
#include <stdbool.h>

/* Holds them; *before is the mask for ending_release(). */
void ending_hold(sigset_t *before);
/* One has come, and is not ignored. */
bool ending_waits(void);
/* What has come meanwhile does its work now. Keeps errno. */
void ending_release(const sigset_t *before);

#endif
