/* SPDX-License-Identifier: MIT */
/*
 * Messages to the user on standard error: "fengong: …", cleaned, in the locale's encoding.
 */
#ifndef COMMAND_MESSAGE_H
#define COMMAND_MESSAGE_H

#include "base/buf.h"
#include "base/diag.h"

/* printf; whatever the arguments hold is cleaned before it is shown. */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Appends what may be thousands of words long, as much of both ends as it takes to find it. */
void message_ends(struct span text, struct buf *out);

/* file:line:col: error: text, cleaned, without a line end. */
void message_diag(const struct diag *diag, struct buf *out);

/*
 * Appends the first fault of a severity, for a screen's one line: what it is of, its place and text; nothing when there is
 * none.  Returns its place.
 */
struct place message_first(const struct diags *diags, enum severity severity, const char *what, struct buf *out);
/* Each line as a message. */
void message_lines(struct span lines);
/* Each as a message. */
void message_diags(const struct diags *diags);

#endif
