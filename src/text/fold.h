/* SPDX-License-Identifier: MIT */
/*
 * The search key of a text: NFKC, case-folded, traditional characters made simplified (Unihan kSimplifiedVariant),
 * with the map back to the shown text so that a hit can be highlighted.  fold(fold(x)) = fold(x).
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdint.h>

#include "text/text.h"

/* A folded text: `count` code points; chars[i] came from the bytes from[i] .. to[i] of the shown text. */
struct fold {
    uint32_t *chars;
    uint32_t *from;
    uint32_t *to;
    uint32_t count;
};

/* Folds character cluster by character cluster.  Borrows nothing; all in arena. */
struct fold fold_text(struct arena *arena, struct text text);

/* The same without the map, as UTF-8 appended to out (for comparing and hashing). */
void fold_to(struct buf *out, struct text text);

/* The simplified character for a traditional one; itself when there is none. */
uint32_t fold_simplified(uint32_t codepoint);

#endif
