/* SPDX-License-Identifier: MIT */
/*
 * Hard-wrapped notices: text that a mailer, a terminal or an office program broke every so many characters, in the
 * middle of words.  Tells which lines go on from the one above; joins nothing itself.
 */
#ifndef NOTICE_UNWRAP_H
#define NOTICE_UNWRAP_H

#include "notice/raw.h"
#include "wording/keyed.h"

/*
 * Sets goes_on of each line that goes on: none when the notice does not look wrapped, but for a unit's name that the end
 * of a line cut in two (市商务 / 局).
 */
void unwrap(struct arena *arena, struct raw_line *lines, uint32_t lines_count);

/* Does a line start with a number or a label at `from` of its key?  Then it goes on from no line above. */
bool unwrap_starts_own(const struct keyed *k, uint32_t from);

#endif
