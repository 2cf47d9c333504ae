/* SPDX-License-Identifier: MIT */
/*
 * The shell round the interface: reads the terminal, the signals and the file's changes, feeds events to the app,
 * carries out its reactions, and paints.  The only loop of the screen; dialogs are states of the app.
 */
#ifndef TERM_SHELL_H
#define TERM_SHELL_H

#include "base/buf.h"
#include "base/file.h"
#include "system/watches.h"
#include "term/input.h"
#include "term/pace.h"
#include "term/term.h"
#include "ui/app.h"

struct shell_options {
    int ambiguous_cols; /* --ambiguous: 1, 2, or 0 for auto */
    enum color_choice color;
    const struct theme *theme;
    bool byte_order; /* --bom: tables that are saved begin with a mark */

    /* Reads the files again, since the user wants it or (changed) since one is another now. */
    void (*reload)(void *context, struct app *app, bool changed);
    /*
     * What goes on behind the screen: does some milliseconds of it and says in how many there is more to do (0: at once;
     * -1: nothing any more), and in *drawn whether the app shows something else.
     */
    int (*work)(void *context, struct app *app, bool *drawn);
    void (*stop)(void *context, struct app *app); /* REACT_STOP */
    /* Appends a print job (REACT_WRITE, REACT_PRINTER), and its title. False with the cause, one clean line, in fault. */
    bool (*render)(void *context, const struct reaction *print, struct buf *title, struct buf *out, struct buf *fault);
    /*
     * Writes a sheet for each unit into the folder print->path.  tell: how far it is ("": nothing new), and whether to go
     * on.  Appends what became of it to said, lines.
     */
    bool (*render_each)(void *context, const struct reaction *print,
                        bool (*tell)(void *tell_context, struct text words), void *tell_context, struct buf *said);
    void *context;
};

struct shell {
    struct shell_options options;
    struct app *app;
    struct input input;
    struct pace pace;
    struct watches watches;
    struct grid grid;
    struct buf notice; /* the last one shown */
    bool dirty;
    int work_ms; /* until there is more to do behind the screen; -1: there is nothing */
    int status;  /* -1 while it runs */
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
 * Watches the files and runs the app until it quits, a signal ends it or the terminal is gone, and gives the terminal
 * back.  Returns the exit status: 0, or 128 + signal.
 */
int shell_run(struct shell *shell, struct app *app, const struct watched_file *files, uint32_t files_count);

/* For effect.c: the notice on the screen; words there while something takes its time, and the key that stops it. */
void shell_tell(struct shell *shell, bool is_error);
void shell_say_at_it(struct shell *shell, struct text words);
/* Esc, Ctrl-C or Ctrl-G, and nothing behind it; the rest is typed ahead.  A terminal that is gone wants nothing. */
bool shell_is_stopped(void *context);

#endif
