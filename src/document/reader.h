/* SPDX-License-Identifier: MIT */
/* Documents → plain text, by what they are: docx.c, xlsx.c, html.c, and what other programs convert (convert.c). */
#ifndef DOCUMENT_READER_H
#define DOCUMENT_READER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/foreign.h"

/* As struct paper of command/paper.h wants it. */
bool reader_read(struct span content, enum foreign kind, bool may_start, struct buf *text, struct buf *form,
                 struct buf *said);

#endif
