/* SPDX-License-Identifier: MIT */
/*
 * The terminal: entered and left, its size, its modes.  One at a time; the state is this folder's own.  Curses draws
 * (term/paint.h), keys are read by us (term/input.h).
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>

#include "base/buf.h"
#include "term/input.h"
#include "term/style.h"
#include "text/text.h"

enum { TERM_MAX_ROWS = 500, TERM_MAX_COLS = 1000 };

struct term_options {
    int ambiguous_cols; /* 1 or 2 as the user says, 0: ask the terminal */
    enum color_choice color;
    const struct theme *theme;
};

/* What the terminal has answered. */
struct term_answer {
    int ambiguous_cols; /* 1 or 2: the user's word, the locale's, the terminal's */
    bool answers;       /* it answers questions, or was not asked and may */
    struct buf typed;   /* what came beside the answer, or is half of one; the caller's to free */
};

/*
 * Asks the terminal what it draws, and leaves it answering: there is time for something else until term_start().
 * locale_setup() comes before.  False when there is no terminal, with one line for the user in message that names what
 * works without a screen (UTF-8, no line break; the caller exits with status 2).
 */
bool term_ask(const struct term_options *options, struct buf *message);
/*
 * Hears the answer, starts curses, fills input with the terminal's keys.  True with, in message, what is worth a notice
 * on the screen; false with the terminal as it was and one line for the user.
 */
bool term_start(struct input *input, struct term_answer *answer, struct buf *message);
/* Gives the terminal back for good, wherever it stands. Harmless when there is none. */
void term_leave(void);

/* For a while: curses off, the main screen and the shell's modes on; and back again, every cell to be painted anew. */
void term_pause(void);
void term_resume(void);
/* Sets the modes anew, after the program was stopped and continued without being asked. */
void term_again(void);

/* Keys come from one; frames (term/frame.h) go to the other, which may be written to without waiting. */
int term_in_fd(void);
int term_out_fd(void);
int term_rows(void);
int term_cols(void);
/* Asks the terminal for its size, clamped to 1..TERM_MAX_ROWS, 1..TERM_MAX_COLS, and tells curses. True: it changed. */
bool term_measure(void);

/* With the next frame. */
void term_mouse(bool on);
/* A question is on its way, whose answer must not reach the shell; or the answer has come. */
void term_expect(bool answer);

/* The name of the terminal's kind that is in use (TERM, or what stood in). */
const char *term_kind(void);

#endif
