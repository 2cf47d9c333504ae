/* SPDX-License-Identifier: MIT */
/*
 * The shell round the interface: reads the terminal, the signals and the file's changes, feeds events to the app,
 * carries out its reactions, and paints.  The only loop of the screen; dialogs are states of the app.
 */
#ifndef TERM_SHELL_H
#define TERM_SHELL_H

#include "base/buf.h"
#include "base/file.h"
#include "system/watch.h"
#include "term/input.h"
#include "term/pace.h"
#include "term/term.h"
#include "ui/app.h"

enum { SHELL_FILES_MAX = 16 }; /* that are watched; further ones are read again with them */

struct shell_options {
    int ambiguous_cols; /* --ambiguous: 1, 2, or 0 for auto */
    enum color_choice color;
    bool restricted; /* writes no file, starts no program, does not stop */

    /* Reads the file again and calls app_reload() or app_banner(). */
    void (*reload)(void *context, struct app *app);
    /* Appends a print job (REACT_WRITE, REACT_PRINTER), and its title. False with the cause, one clean line, in fault. */
    bool (*render)(void *context, const struct reaction *print, struct buf *title, struct buf *out, struct buf *fault);
    void *context;
};

struct shell {
    struct shell_options options;
    struct app *app;
    struct input input;
    struct pace pace;
    struct watch watches[SHELL_FILES_MAX];
    uint32_t watches_count;
    struct grid grid;
    struct buf notice; /* the last one shown */
    bool dirty;
    int status; /* -1 while it runs */
};

/* A file to be watched, and the state of it that was read. */
struct shell_file {
    const char *path;
    struct file_stamp stamp;
};

/*
 * Three steps, between which the caller loads the breakdown and makes the app.  shell_ask() asks the terminal what it
 * draws (term.h); shell_start() hears it and takes the terminal over: *ambiguous_cols becomes 1 or 2, for app_options.
 * Either returns false with one line for the user in message, and the terminal untouched (the caller exits with status
 * 2).  shell_cancel() instead of shell_start(): the screen is not to be.
 */
bool shell_ask(struct shell *shell, const struct shell_options *options, struct buf *message);
bool shell_start(struct shell *shell, int *ambiguous_cols, struct buf *message);
void shell_cancel(struct shell *shell);

/*
 * Watches the files and runs the app until it quits, a signal ends it or the terminal is gone, and gives the terminal back.  Returns the exit
 * status: 0, or 128 + signal.
 */
int shell_run(struct shell *shell, struct app *app, const struct shell_file *files, uint32_t files_count);

#endif
