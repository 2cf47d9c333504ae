/* SPDX-License-Identifier: MIT */
/*
 * An Office file as a package (ECMA-376 part 2): a zip of parts, and which part refers to which.  The file lies in
 * memory; nothing is unpacked to disk.  A part is read in pieces and never whole, within a limit that counts what
 * really comes out, whatever the zip's directory claims.
 */
#ifndef DOCUMENT_PACKAGE_H
#define DOCUMENT_PACKAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

enum {
    PACKAGE_PART_BYTES = 256 * 1024 * 1024, /* of a part that is streamed */
    PACKAGE_PARTS_MAX = 20000,
};

struct package;

/* Borrows content for the package's life.  NULL: fault says why. */
struct package *package_open(struct span content, struct buf *fault);
void package_close(struct package *package);

bool package_has(const struct package *package, const char *part);

/*
 * Gives the part's bytes to take() in pieces, until it returns false.  False: fault says why (no such part, too large,
 * encrypted, damaged), or take() ended it, and fault is as it was.
 */
bool package_read(struct package *package, const char *part, bool (*take)(void *context, struct span piece),
                  void *context, struct buf *fault);

#endif
