/* SPDX-License-Identifier: MIT */
/*
 * A text with its key for recognising official wording: full-width forms, brackets and blanks as ASCII, traditional
 * characters simplified, so that one pattern ("责任单位:") fits all ways to write it.  Not for searching (text/fold.h):
 * letters keep their case, 、 。 “ ” stay as they are.  Offsets of the key map back to the text.
 */
#ifndef WORDING_KEYED_H
#define WORDING_KEYED_H

#include "text/text.h"

/* From this byte of the key on, its bytes are the text's from there on, until the next bend. */
struct keyed_bend {
    uint32_t key, text;
};

struct keyed {
    struct text text;
    const char *key; /* NUL-terminated UTF-8; brackets 【〔［ are [, （ is (, ， is , and so on */
    uint32_t bytes;  /* of the key */
    uint32_t bends_count;
    const struct keyed_bend *bends; /* few: most characters are as long in the key as in the text */
};

/* Takes a clean text; the key lives in arena. */
struct keyed keyed_make(struct arena *arena, struct text text);

/* Where the text's character starts that made byte i of the key; the text's end for the key's. */
uint32_t keyed_at(const struct keyed *k, uint32_t i);
/* The first byte of the key that came of what stands at byte `at` of the text or behind it. */
uint32_t keyed_find(const struct keyed *k, uint32_t at);
/* The text behind a stretch of the key. */
struct text keyed_slice(const struct keyed *k, uint32_t from, uint32_t to);
/* The same, trimmed of blanks. */
struct text keyed_text(const struct keyed *k, uint32_t from, uint32_t to);
/* The same without any blanks: 王　浩 is 王浩; in arena where there were some inside. */
struct text keyed_squeezed(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to);

/*
 * Does the stretch of the key start with, end with, hold, equal one of the literals, parted by '|' ("厅|局|委")?  The
 * first two return the bytes of the first literal that fits, 0 when none does: put longer ones first.
 */
uint32_t keyed_starts(const struct keyed *k, uint32_t from, uint32_t to, const char *literals);
uint32_t keyed_ends(const struct keyed *k, uint32_t from, uint32_t to, const char *literals);
bool keyed_holds(const struct keyed *k, uint32_t from, uint32_t to, const char *literals);
bool keyed_equals(const struct keyed *k, uint32_t from, uint32_t to, const char *literals);

/* Moves the ends of a stretch over blanks, and over any of the given ASCII or 、。 marks at the end. */
void keyed_trim(const struct keyed *k, uint32_t *from, uint32_t *to);
void keyed_trim_marks(const struct keyed *k, uint32_t *from, uint32_t *to);

/* Bytes of the key's character at i, and of the one that ends before i (i > 0). */
uint32_t keyed_step(const struct keyed *k, uint32_t i);
uint32_t keyed_back(const struct keyed *k, uint32_t i);
/* Characters in a stretch. */
uint32_t keyed_count(const struct keyed *k, uint32_t from, uint32_t to);
/* Is the character at i (before i) Han? */
bool keyed_han(const struct keyed *k, uint32_t i);
bool keyed_han_before(const struct keyed *k, uint32_t i);

/*
 * The offset of the bracket that closes the one at open ('(' or '['), of whichever shape; to when it is not closed
 * before to.
 */
uint32_t keyed_close(const struct keyed *k, uint32_t open, uint32_t to);
/* The offset of the bracket that the one at to - 1 closes; from when there is none behind from. */
uint32_t keyed_open(const struct keyed *k, uint32_t from, uint32_t to);

#endif
