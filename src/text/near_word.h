/* SPDX-License-Identifier: MIT */
/* A word that a person typed and that was meant as one of a few ASCII words: keys of files, settings, their choices. */
#ifndef TEXT_NEAR_WORD_H
#define TEXT_NEAR_WORD_H

#include "base/buf.h"

/* Zero-initialised but for typed; best is the nearest of the words tried so far, NULL when none is near. */
struct near_word {
    struct span typed;
    const char *best;
    unsigned least; /* its edit distance */
};

/* Near is what one or two slips make of it, one in a word of two or three letters, none in a single one. */
void near_word_try(struct near_word *near, const char *word);

/* Appends the word as it looks: full-width letters and dashes of all kinds as ASCII, without what nobody sees. */
void near_word_plain(struct span typed, struct buf *out);

#endif
