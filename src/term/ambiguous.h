/* SPDX-License-Identifier: MIT */
/*
 * What the terminal draws, asked before the screen starts: whether it takes UTF-8 (two Han characters move the cursor
 * by four columns), and how wide an East Asian ambiguous character is (“).  Each is followed by a cursor report
 * (CSI 6n), the end is fenced by a device report (CSI c), which practically every terminal answers.
 */
#ifndef TERM_AMBIGUOUS_H
#define TERM_AMBIGUOUS_H

#include "base/buf.h"

enum { AMBIGUOUS_PROBE_MS = 300, AMBIGUOUS_PROBE_MAX_MS = 5000 };

struct ambiguous_answer {
    int han_cols;     /* columns that two Han in UTF-8 took: 4 on a UTF-8 terminal; -1 unknown */
    int quote_cols;   /* columns of “: 1 or 2; -1 unknown, or no UTF-8 */
    struct buf typed; /* what was typed meanwhile, for the key reader; the caller's to free */
};

/*
 * Asks the terminal, and leaves in_fd in a mode for the answer (not by lines, no echo); the line that the cursor stands
 * in is cleared.  False when it cannot be asked.
 */
bool ambiguous_ask(int in_fd, int out_fd);

/*
 * Waits at most timeout_ms for the answer to ambiguous_ask().  Much can be done between the two: the answer takes a
 * slow line's round trip.  *answer comes with nothing known in it.
 */
void ambiguous_await(int in_fd, int timeout_ms, struct ambiguous_answer *answer);

/* Takes the replies out of bytes read from the terminal: what is left goes to typed. True when the fence was seen. */
bool ambiguous_replies(struct span bytes, struct ambiguous_answer *answer);

/* Milliseconds of the environment variable FENGONG_PROBE_MS, 0 to AMBIGUOUS_PROBE_MAX_MS; else the default. */
int ambiguous_probe_ms(void);

#endif
