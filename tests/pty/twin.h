/* SPDX-License-Identifier: MIT */
/*
 * The same keys for two: the program on a pseudo-terminal and its headless twin (--script), whose dumps say what must
 * stand on the terminal's screen after each step.
 */
#ifndef PTY_TWIN_H
#define PTY_TWIN_H

#include "pty/session.h"

enum twin_kind {
    TWIN_KEY,
    TWIN_TEXT,
    TWIN_RESIZE,
    TWIN_ASIDE /* bytes, then `name` as bytes too: what only a terminal does, after which all is as before */
};

struct twin_step {
    enum twin_kind kind;
    const char *name;  /* of the key, or the text typed */
    const char *bytes; /* that the terminal sends */
    int rows, cols;
};

struct twin {
    struct buf dumps;
    const char **screens; /* one of each step and one before the first; in dumps */
    size_t screens_count;
};

/* Random steps (seed) that quit nothing, write nothing but through the print dialog, and say nothing that only a terminal makes. */
void twin_random(struct twin_step *steps, size_t count, unsigned seed, bool resizes);
/* Plays the steps headless. False when the program fails. */
bool twin_play(struct twin *twin, const struct twin_step *steps, size_t count, int rows, int cols, int ambiguous_cols);
void twin_fini(struct twin *twin);
/* Plays one step on the terminal. */
void twin_do(struct session *session, const struct twin_step *step);
/* Rows in which the terminal's screen is not what the twin shows; the first one is printed. */
int twin_differences(const struct session *session, const char *screen);
/* Cells that differ from a fresh drawing of the same screen (which replaces it); the first one is printed. */
int twin_stale_cells(struct session *session);

#endif
