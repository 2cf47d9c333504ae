/* SPDX-License-Identifier: MIT */
/*
 * Copying over SSH: OSC 52 hands text to the clipboard of the terminal that the user sits at, also through tmux and
 * screen.  No terminal says whether it took it.
 */
#ifndef TERM_COPY_H
#define TERM_COPY_H

#include <stdbool.h>

#include "base/buf.h"
#include "text/text.h"

/* Terminals drop more than 100,000 bytes of base64. */
enum { COPY_MAX_BYTES = 74994 };

/*
 * Appends to out the bytes that copy text on a terminal of this kind, seen through tmux or screen when the environment
 * says so.  False, with nothing appended, when the text is too long or the terminal has no clipboard (the linux
 * console would show the bytes).
 */
bool copy_sequence(struct text text, const char *kind, struct buf *out);

#endif
