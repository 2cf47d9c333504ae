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

/* "file:line:col: ", cleaned; nothing for no place. */
void message_place(const struct place *place, struct buf *out);
/* file:line:col: error: text, cleaned, without a line end. */
void message_diag(const struct diag *diag, struct buf *out);

/* Each line as a message. */
void message_lines(struct span lines);
/* Each as a message. */
void message_diags(const struct diags *diags);

#endif
