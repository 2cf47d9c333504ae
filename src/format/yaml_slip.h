/* SPDX-License-Identifier: MIT */
/*
 * The slips of people who type YAML, as one line alone shows them: a full-width colon, a tab, a dash that is none, what
 * a merge left.  No line is at fault by itself before the parser has said that something is: who asks knows that.
 */
#ifndef FORMAT_YAML_SLIP_H
#define FORMAT_YAML_SLIP_H

#include "base/buf.h"

/*
 * Appends where a full-width colon or a missing blank stands for ": " in a line that was meant as a key; false if not.
 * any_key: behind any word of small letters, not only behind a key of this format.
 */
bool yaml_slip_colon(struct span line, bool any_key, struct buf *hint);
/* Appends what is wrong with the line and how to mend it; *at_bytes where in the line.  False when nothing is. */
bool yaml_slip_find(struct span line, size_t *at_bytes, struct buf *hint);
/* Does a key of running text (text, title …) have " #" in its value, so that the rest is no text?  *at_bytes where. */
bool yaml_slip_comment(struct span line, size_t *at_bytes);

#endif
