/* SPDX-License-Identifier: MIT */
/* Documents (Word, Excel, web pages, PDF) given where plain text is wanted. */
#ifndef COMMAND_DOCUMENT_H
#define COMMAND_DOCUMENT_H

#include "command/command.h"

/* What became of a document. */
struct document_account {
    struct buf form;  /* what it was ("docx"); empty for plain text */
    struct buf notes; /* a clean line each of what was left out or is to be known */
};

/*
 * Where content is a document, puts its plain text in its place, and says what was left out; in fengong this process
 * goes on as fengong-paper.  Returns 0, or the exit status, about which a message was printed.
 */
int document_read(struct job *job, const char *path, struct buf *content, struct document_account *account);
void document_account_fini(struct document_account *account);

#endif
