/* SPDX-License-Identifier: MIT */
/*
 * Breakdown → YAML, as a human would write it: one fact a line, keys in a fixed order, plain scalars where YAML allows
 * them.  load(save(b)) = b, and save(load(save(b))) = save(b) byte for byte.
 */
#ifndef FORMAT_SAVE_H
#define FORMAT_SAVE_H

#include "breakdown/breakdown.h"

/* Appends the volume with the registry's units it uses (all of them when there is one volume). */
void breakdown_save(const struct breakdown *b, uint32_t volume_idx, struct buf *out);

#endif
