/* SPDX-License-Identifier: MIT */
/*
 * The plain screen: text on the bare terminal, without borders or our line breaks, so that the terminal's own
 * selection copies it.  It stays in the terminal's scrollback.
 */
#ifndef TERM_PLAIN_H
#define TERM_PLAIN_H

#include "text/text.h"

/*
 * Leaves curses for a while, prints text (lines end in LF), and waits for a key, or for a signal or the terminal's end
 * (which stay for the caller's loop to see).
 */
void plain_show(struct span lines);

#endif
