/* SPDX-License-Identifier: MIT */
/* Documents (Word, Excel, web pages, PDF) given where plain text is wanted. */
#ifndef COMMAND_DOCUMENT_H
#define COMMAND_DOCUMENT_H

#include "command/command.h"

/*
 * Where content is a document, puts its plain text in its place, appends to form what it was ("docx"), and says what
 * was left out; in fengong this process goes on as fengong-paper.  Returns 0, or the exit status, about which a message
 * was printed.
 */
int document_read(struct job *job, const char *path, struct buf *content, struct buf *form);

#endif
