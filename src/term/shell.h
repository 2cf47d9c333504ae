/* SPDX-License-Identifier: MIT */
/*
 * The shell round the interface: reads the terminal, the signals and the file's changes, feeds events to the app,
 * carries out its reactions, and paints.  The only loop of the screen; dialogs are states of the app.
 */
#ifndef TERM_SHELL_H
#define TERM_SHELL_H

#include "base/buf.h"
#include "base/file.h"
#include "term/input.h"
#include "term/term.h"
#include "term/watch.h"
#include "ui/app.h"

struct shell_options {
    int ambiguous_cols; /* --ambiguous: 1, 2, or 0 for auto */
    enum color_choice color;
    bool restricted; /* writes no file, starts no program, does not stop */

    const char *path;        /* the file to watch; NULL: none (standard input) */
    struct file_stamp stamp; /* of the state that was read */

    /* Reads the file again and calls app_reload() or app_banner(). */
    void (*reload)(void *context, struct app *app);
    /* Appends a print job in its format. False with the cause, one clean line, in fault. */
    bool (*render)(void *context, struct sheet_subject subject, enum sheet_format format, struct buf *out,
                   struct buf *fault);
    void *context;
};

struct shell {
    struct shell_options options;
    struct app *app;
    struct input input;
    struct watch watch;
    struct grid grid;
    struct buf notice; /* the last one shown */
    bool dirty;
    int status; /* -1 while it runs */
};

/*
 * Takes the terminal over.  Returns 0 with *ambiguous_cols 1 or 2, for app_options; or -1 with one line for the user
 * in message, and the terminal untouched (the caller exits with status 2).
 */
int shell_start(struct shell *shell, const struct shell_options *options, int *ambiguous_cols, struct buf *message);

/*
 * Runs the app until it quits, a signal ends it or the terminal is gone, and gives the terminal back.  Returns the exit
 * status: 0, or 128 + signal.
 */
int shell_run(struct shell *shell, struct app *app);

#endif
