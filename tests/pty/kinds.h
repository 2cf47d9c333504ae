/* SPDX-License-Identifier: MIT */
/*
 * Kinds of terminals (kinds.ti), compiled into a folder of our own: no test depends on which descriptions this system
 * has.  kinds_make() and kinds_drop() are a test group's set-up and tear-down; between them TERMINFO names the folder, in
 * this program and in those that it starts.
 */
#ifndef PTY_KINDS_H
#define PTY_KINDS_H

#include <stdbool.h>

int kinds_make(void **state);
int kinds_drop(void **state);
/* The last cell of a row is followed by the next row's first at once: as on the terminal that this kind describes. */
bool kinds_wraps_at_once(const char *kind);

#endif
