/* SPDX-License-Identifier: MIT */
/*
 * A sequence for the terminal in the making, out of its description's capabilities.  A piece is impossible once a part
 * of it is one that the terminal lacks.  Padding, for terminals slower than the line, is left out.
 */
#ifndef TERM_PIECE_H
#define TERM_PIECE_H

#include <stdbool.h>
#include <stddef.h>

/* More steps than that are never shorter than an address. */
enum { PIECE_MAX_BYTES = 128, PIECE_TIMES_MAX = 8 };

/* Zero-initialised is empty. */
struct piece {
    char at[PIECE_MAX_BYTES]; /* NUL-terminated */
    size_t bytes;
    bool impossible;
};

/* A string of the terminal's description by its terminfo name; NULL when there is none. After newterm(). */
const char *piece_capability(const char *name);
/* Appends a capability (NULL: impossible) with up to two numbers from 0, or at most PIECE_TIMES_MAX times. */
void piece_add(struct piece *piece, const char *capability, int a, int b);
void piece_add_times(struct piece *piece, const char *capability, int times);
/* Appends a capability without numbers, or with one; two of ECMA-48's SGR become one: ESC [ 1 ; 4 m. */
void piece_join(struct piece *piece, const char *capability, int number);
/* The whole of a string is one SGR. */
bool piece_is_sgr(const char *string);
/* Puts the other in the place of best when it is shorter, or best is impossible. */
void piece_keep_shorter(struct piece *best, const struct piece *other);

#endif
