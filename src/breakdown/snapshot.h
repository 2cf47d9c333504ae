/* SPDX-License-Identifier: MIT */
/*
 * A loaded breakdown kept on disk (快照), so that a file that has not changed is not parsed again: parsing is most of the
 * time to the first screen, and seconds for a country's file.
 *
 * It never shows what the file does not say.  A snapshot holds the very bytes of the files it was made from and counts
 * only when those read now are the same to the last one; dates decide nothing.  Nor does it count when another build of
 * the program made it, when a byte of it is damaged, or when it is not the user's own.  It may be deleted at any time.
 */
#ifndef BREAKDOWN_SNAPSHOT_H
#define BREAKDOWN_SNAPSHOT_H

#include "breakdown/load.h"

/* At most so many files in the folder: what is kept last rules. */
enum { SNAPSHOTS_MAX = 64 };

/* The breakdown of these sources as breakdown_load() would make it; NULL when there is no snapshot of them. */
struct breakdown *snapshot_find(const char *folder, const struct source *sources, uint32_t count);

/*
 * Keeps b, which was loaded from the sources without a word of diagnostics.  Makes the folder, and the one above it,
 * when they are not there.  Failing is no fault: the next start parses again.
 */
void snapshot_keep(const char *folder, const struct source *sources, uint32_t count, const struct breakdown *b);

#endif
