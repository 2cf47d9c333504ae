/* SPDX-License-Identifier: MIT */
/*
 * Kinds of terminals: which names of TERM are believed, what stands in for one that this system does not know, and
 * what follows from locale and probe before the screen starts.
 */
#ifndef TERM_KIND_H
#define TERM_KIND_H

#include <stdbool.h>

#include "base/buf.h"
#include "term/ambiguous.h"

/*
 * TERM, when it is a name that terminfo may be asked for ([A-Za-z0-9+._-]{1,64}, no dot first: the name becomes part
 * of a path) and not dumb or unknown; else NULL.
 */
const char *kind_wanted(void);
/* The attempt_idx'th name to try for wanted, itself first; NULL when there is none left. */
const char *kind_try(const char *wanted, int attempt_idx);
/* Private modes, OSC and the like are at least ignored: all but the linux console, vt100 and their kin. */
bool kind_is_modern(const char *kind);

/* Whether to ask the terminal, and what it comes to: the user's choice, the locale's, the terminal's, else 1. */
bool kind_ask_width(int chosen_cols);
int kind_ambiguous_cols(int chosen_cols, const struct ambiguous_answer *answer);

/*
 * Whether the screen may start in this locale: in place of a missing one UTF-8 is used only on a terminal that takes
 * it.  False with the mend in message (one line; in English too, since Chinese may not show there).
 */
bool kind_locale_fits(const struct ambiguous_answer *answer, struct buf *message);

#endif
