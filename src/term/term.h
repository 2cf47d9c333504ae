/* SPDX-License-Identifier: MIT */
/*
 * The terminal: entered and left, its size, its modes.  One at a time; the state is this folder's own.  Curses knows the
 * terminal, begins and ends; frames are drawn (term/paint.h) and keys are read (term/input.h) by us.
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
    bool restricted; /* Ctrl-Z does not stop the program */
    /* What is to be done while the terminal makes its answer; called once. False: the screen shall not start. */
    bool (*meanwhile)(void *context);
    void *context;
};

/*
 * Takes the terminal over: asks what it draws, starts curses, fills input with the terminal's keys.  *ambiguous_cols
 * becomes 1 or 2, what is most likely: the answer is for term_hear().  locale_setup() comes before.  Returns 0; -1 when
 * it cannot, with the terminal as it was and, in message, one line for the user that names what works without a screen
 * (UTF-8, no line break; the caller exits with status 2; empty when meanwhile() said no).
 */
int term_enter(const struct term_options *options, struct input *input, int *ambiguous_cols, struct buf *message);
/*
 * Waits for the answer, if one is under way.  Returns how wide ambiguous characters are, 1 or 2; appends to typed what
 * came beside the answer (or is half of one), to notice what is worth one on the screen.  Call it once, before anything
 * is shown.
 */
int term_hear(struct buf *typed, struct buf *notice);
/* Gives the terminal back for good. Harmless when it was not entered. */
void term_leave(void);

/* For a while: curses off, the main screen and the shell's modes on; and back again, every cell to be painted anew. */
void term_pause(void);
void term_resume(void);
/* Sets the modes anew, after the program was stopped and continued without being asked. */
void term_again(void);

int term_in_fd(void);
int term_rows(void);
int term_cols(void);
/* Asks the terminal for its size, clamped to 1..TERM_MAX_ROWS, 1..TERM_MAX_COLS, and tells curses. True: it changed. */
bool term_measure(void);

void term_mouse(bool on);

/* Bytes to the terminal; between frames only. False when the terminal is gone. */
bool term_send(struct span bytes);
/* The name of the terminal's kind that is in use (TERM, or what stood in). */
const char *term_kind(void);

#endif
