/* SPDX-License-Identifier: MIT */
/*
 * Signals of the screen: those that change it are noted and wake a pipe that the loop polls; those that end it, and
 * those of a crash, give the terminal back and go on to kill.  Ours stand before newterm(), so that curses installs none
 * of its own (its SIGWINCH handler would believe any size).
 */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <stdbool.h>

struct signals_seen {
    bool resized; /* WINCH */
    bool stop;    /* TSTP */
    bool again;   /* CONT: stopped and continued from outside, the screen may be anyone's */
};

/*
 * Installs the handlers; restore() is called from them, must be async-signal-safe and must not wait for long.  TERM, HUP
 * (also where it was ignored), INT and QUIT call it and end the program by that signal, at once, wherever it is.  SIGPIPE
 * is ignored, and so is TSTP when may_stop is false.  Returns 0, or -1 with errno set.
 */
int signals_start(void (*restore)(void), bool may_stop);
/* The dispositions that were there before. */
void signals_end(void);
/* Readable when something has come: whoever asks for it goes on to signals_take(). */
int signals_fd(void);
/* What has come since the last call. */
struct signals_seen signals_take(void);
/* Stops the process group as Ctrl-Z does; returns when it goes on. The terminal must have been given back. */
void signals_stop_here(void);

#endif
