/* SPDX-License-Identifier: MIT */
/*
 * What a text says, bare of how it is written: NFKC, ASCII in lower case, and of that only letters and numbers (Unicode's
 * categories L and N), % and +.  Half-width punctuation, blanks and a lost full stop make no difference; a figure does.
 */
#ifndef TEXT_BARE_H
#define TEXT_BARE_H

#include "text/text.h"

/* Appends the bare text to out. */
void bare_to(struct buf *out, struct text text);

#endif
