/* SPDX-License-Identifier: MIT */
/*
 * How fast frames may follow each other.  What lies between us and the terminal (the system, sshd, the network) takes in
 * seconds' worth of frames of a held key before it takes no more, and all of them are shown after the key is released.
 * So a frame that follows another closely ends with a question, and the next one waits for the answer: it is then made
 * of the newest state.  Pure: it asks no clock and sends nothing.
 */
#ifndef TERM_PACE_H
#define TERM_PACE_H

#include <stdbool.h>

#include "base/span.h"

enum {
    PACE_CLOSE_MS = 250,     /* a frame is close to the last one, or to its answer, when no more time lies between */
    PACE_PATIENCE_MS = 1500, /* an answer that has not come by then does not come */
    PACE_SILENT_MAX = 2,     /* after so many nobody is asked any more */
};

struct pace {
    bool on;
    bool is_waiting;
    int silent;                  /* answers that have not come, one after the other */
    long long asked_ms, last_ms; /* when it was asked; the last frame, or the answer to it */
};

/* The question: where the cursor is.  Whatever answered at the start answers it again, by ESC [ row ; column R. */
#define PACE_QUESTION SPAN("\033[6n")

/* on: the terminal answers; otherwise it may yet. */
void pace_init(struct pace *pace, bool on);
/* A frame goes out now. True: with the question at its end. */
bool pace_frame(struct pace *pace, long long now_ms);
/* An answer has come, perhaps to what was asked at the start: on a slow line that waits for none. */
void pace_answer(struct pace *pace, long long now_ms);
/* Milliseconds until the next frame may go out though no answer comes; 0: now. */
int pace_wait_ms(struct pace *pace, long long now_ms);

#endif
