/* SPDX-License-Identifier: MIT */
/*
 * The headless twin: the interface played from a script, without a terminal.  One step a line:
 *
 *     key NAME          key Down, key Enter, key /, key C-l
 *     type TEXT         each character as a key
 *     paste TEXT        as one pasted text
 *     resize COLSxROWS
 *     reload            the files are read again
 *     load [TASKS]      so many tasks are read on, or all; as the first step: nothing has been read before it
 *     dump              the screen as rows of text, then a line "-- COLSxROWS"
 *     dump style        the same with each style run marked
 *
 * `#` starts a comment line.
 */
#ifndef UI_SCRIPT_H
#define UI_SCRIPT_H

#include "base/diag.h"
#include "ui/app.h"

struct script_options {
    int rows, cols;
    int ambiguous_cols;
    /* Reads the files again, or on to their end; so many tasks on; stops. NULL: none of it. */
    void (*reload)(void *context, struct app *app);
    void (*load)(void *context, struct app *app, uint32_t tasks);
    void (*stop)(void *context, struct app *app);
    void *context;
};

/*
 * Plays content on app and appends what it dumps to out.  An unknown step or key is an error in diags at its line; the
 * steps before it were played.  Returns whether there was none.  Reactions other than drawing are said in a line
 * "-> copy: …", so that a test sees them; none is carried out.
 */
bool script_run(struct app *app, const char *path, struct span content, const struct script_options *options,
                struct buf *out, struct diags *diags);

/* Is the first step a load? */
bool script_loads(struct span content);

/* "80x24" → cols, rows, both 1 to 1000. False for anything else. */
bool script_size(struct text size, int *cols, int *rows);

#endif
