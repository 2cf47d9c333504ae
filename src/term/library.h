/* SPDX-License-Identifier: MIT */
/* Which library does the room's work, for --version. */
#ifndef TERM_LIBRARY_H
#define TERM_LIBRARY_H

#include "base/buf.h"

/* Appends "ncurses 6.4.20221231". */
void term_library(struct buf *out);

#endif
