/* SPDX-License-Identifier: MIT */
/*
 * Hard-wrapped notices: text that a mailer, a terminal or an office program broke every so many characters, in the
 * middle of words.  Tells which lines go on from the one above; joins nothing itself.
 */
#ifndef NOTICE_UNWRAP_H
#define NOTICE_UNWRAP_H

#include "base/arena.h"
#include "text/text.h"

/* One line as it came: clean, with its blanks. */
struct raw_line {
    struct text text;
    uint32_t no;
    bool tabs;    /* had a TAB: a table's row, joined to nothing */
    bool goes_on; /* out: the line above was broken inside a paragraph */
};

/* Sets goes_on of each line; none when the notice does not look wrapped. */
void unwrap(struct arena *arena, struct raw_line *lines, uint32_t lines_count);

#endif
