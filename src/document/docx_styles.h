/* SPDX-License-Identifier: MIT */
/* What the styles of a Word document say about text: numbering, hidden, table of contents (ISO/IEC 29500-1, 17.7). */
#ifndef DOCUMENT_DOCX_STYLES_H
#define DOCUMENT_DOCX_STYLES_H

#include <stdbool.h>

#include "base/arena.h"
#include "document/package.h"

enum { STYLE_UNSAID = -1 };

struct docx_style {
    const char *id;
    const char *based_on; /* NULL */
    long num_id;          /* STYLE_UNSAID: what it is based on says it */
    long level;
    int hidden;
    bool contents; /* a line of a table of contents */
    bool is_default;
};

struct docx_styles {
    struct arena arena;
    struct docx_style *items; /* by id after loading */
    size_t count, cap;
};

/* part NULL: a document without styles.  False: fault says why. */
bool docx_styles_load(struct docx_styles *styles, struct package *package, const char *part, struct buf *fault);
void docx_styles_fini(struct docx_styles *styles);

/* By id; for a paragraph without one (id.at NULL) the default; NULL. */
const struct docx_style *docx_styles_find(const struct docx_styles *styles, struct span id);
/* All that the style says, with what it is based on. */
struct docx_style docx_styles_resolve(const struct docx_styles *styles, const struct docx_style *style);

#endif
