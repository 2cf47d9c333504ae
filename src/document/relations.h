/* SPDX-License-Identifier: MIT */
/* Which part of a package refers to which (ECMA-376 part 2, 9.3), and the document that it all is. */
#ifndef DOCUMENT_RELATIONS_H
#define DOCUMENT_RELATIONS_H

#include "base/arena.h"
#include "document/package.h"

struct relation {
    const char *id;
    const char *kind; /* the last word of its type: officeDocument, styles, worksheet */
    const char *part; /* absolute, without a leading slash; NULL for what lies outside the package */
};

struct relations {
    struct arena arena;
    struct relation *items;
    size_t count, cap;
};

/* Those of part ("": of the whole package).  None when it has none.  False: fault says why. */
bool relations_load(struct relations *relations, struct package *package, const char *part, struct buf *fault);
void relations_fini(struct relations *relations);

/* The part of the first relation of that kind, or with that id; NULL when there is none inside the package. */
const char *relations_by_kind(const struct relations *relations, const char *kind);
const char *relations_by_id(const struct relations *relations, struct span id);

#endif
