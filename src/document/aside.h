/* SPDX-License-Identifier: MIT */
/* What belongs to a document and is not its body or its cells: named in the account, with its text. */
#ifndef DOCUMENT_ASIDE_H
#define DOCUMENT_ASIDE_H

#include "document/document.h"
#include "document/relations.h"

/* relations: those of the main part, or of a sheet.  False: fault says why. */
bool aside_note(struct package *package, const struct relations *relations, struct document *document,
                struct buf *fault);

#endif
