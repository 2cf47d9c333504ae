/* SPDX-License-Identifier: MIT */
/*
 * Another program in our place on the terminal, until it ends: it has the shell's modes and screen and is the terminal's
 * job, with a process group of its own, so that what is typed for it reaches it alone.  When it stops, so do we; when we
 * are told to end, it is told first (HUP, at which editors keep what is not saved).
 */
#ifndef TERM_FOREGROUND_H
#define TERM_FOREGROUND_H

enum { FOREGROUND_WAIT_MS = 500 }; /* it has to end when we must */

/*
 * Its exit status, 128 + n when a signal ended it; -1 when it could not be started.  By its absolute path, with our
 * environment; arguments end with NULL.  Whether it may be started is the caller's question.  The screen is to be drawn
 * anew.
 */
int foreground_run(const char *program, const char *const *arguments);

#endif
