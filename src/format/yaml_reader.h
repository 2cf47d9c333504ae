/* SPDX-License-Identifier: MIT */
/*
 * YAML as a stream of nodes: libyaml's events with our limits and our words for its faults.  What this format has no
 * use for (anchors, aliases, tags, directives, a second document, nesting over 64 levels, a scalar over 64 KiB) is
 * refused.
 */
#ifndef FORMAT_YAML_READER_H
#define FORMAT_YAML_READER_H

#include "breakdown/breakdown.h"
#include "format/source.h"

enum { YAML_DEPTH_MAX = 64, YAML_SCALAR_MAX_BYTES = 64 * 1024 };

enum yaml_kind {
    YAML_SCALAR,
    YAML_LIST, /* items follow up to YAML_END */
    YAML_MAP,  /* keys and values in turn follow up to YAML_END */
    YAML_END,  /* of a list or map */
    YAML_STOP  /* the end of the file, or of what can be read of it; comes again and again */
};

struct yaml_node {
    enum yaml_kind kind;
    struct mark mark;
    struct span value; /* of a scalar, raw; borrowed until the next call */
    bool plain;        /* a scalar without quotes */
    bool folded;       /* a scalar over several lines */
    bool refused;      /* an alias: already reported, say no more about it */
};

struct yaml_reader;

/* Borrows source and diags for its own life.  Nobody but the reader may look at the source's content meanwhile. */
struct yaml_reader *yaml_reader_new(struct source *source, struct diags *diags);
void yaml_reader_free(struct yaml_reader *reader);

/* Can some nodes be read without waiting for the file or the parser? */
bool yaml_ready(const struct yaml_reader *reader);
/* How many bytes of the source have been taken in. */
size_t yaml_passed_bytes(const struct yaml_reader *reader);

/* The next node. */
struct yaml_node yaml_next(struct yaml_reader *reader);
/* Reads on to behind a node that yaml_next() returned: over all that is inside a list or a map. */
void yaml_skip(struct yaml_reader *reader, struct yaml_node node);
/*
 * Has a fault ended the reading before the end of the file, or does it here?  Then what is missing is nobody's fault.
 * Looks at what comes next: the value of the last node is gone.
 */
bool yaml_broken(struct yaml_reader *reader);

#endif
