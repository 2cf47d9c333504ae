/* SPDX-License-Identifier: MIT */
/*
 * Loading behind the screen: the first slice before there is a screen, then a few milliseconds at a time between two
 * keys.  What has been read is shown at growing intervals, since showing costs what it is long.  A small file is whole
 * after the first slice.
 *
 * The breakdown that is shown is a view of a loading (format/load.h), or whole; a loading that replaces what is whole
 * (the files are read again) shows nothing before its end.
 */
#ifndef COMMAND_BEHIND_H
#define COMMAND_BEHIND_H

#include "format/load.h"
#include "ui/app.h"

struct behind {
    const char *const *paths;
    uint32_t paths_count;
    struct load_options options;
    struct breakdown **whole; /* the caller's; NULL there until all has been read */
    struct diags diags;       /* of the last loading */
    /* What is wrong in what was read, one line; and the first error, with its place. */
    void (*put_doubts)(const struct breakdown *b, const struct diags *diags, struct buf *out);
    struct place (*put_error)(const struct diags *diags, struct buf *out);

    /* The rest is behind.c's. */
    struct load *load;  /* that goes on, or was stopped; NULL: none */
    struct load *shown; /* whose view is shown; NULL: what is whole is */
    const struct breakdown *view;
    bool untimed;           /* the clock is left out of it: for tests */
    bool stopped, unsteady; /* by the user; since a file was written meanwhile */
    long long begun_ms;     /* as if it had gone on without a stop */
    long long stopped_ms;   /* when it was stopped */
    long long told_ms;      /* when the progress was last told */
    long long view_ms;      /* when the last view was begun, until it is known what it cost; 0: it is */
    long long next_ms;      /* when a view may be made next, or the files be read once more */
};

/*
 * Opens the files and reads as much: for a screen the first slice, or a small file whole.  False when they cannot be
 * read: diags says why.
 */
enum behind_first { BEHIND_SLICE, BEHIND_ALL, BEHIND_NEXT_TO_NOTHING };
bool behind_begin(struct behind *behind, enum behind_first first);
/* What there is to show: all of it, or what has been read so far. */
const struct breakdown *behind_shown(const struct behind *behind);
/* The state of a file that was, or is being read. */
const struct file_stamp *behind_stamp(const struct behind *behind, uint32_t path_idx);

/*
 * Reads on for a few milliseconds; *drawn: what the app shows is other now.  Returns in how many milliseconds there is
 * more to do, 0: at once; -1: nothing any more.
 */
int behind_work(struct behind *behind, struct app *app, bool *drawn);
/* Reads so many tasks on, or to the end, and shows them: for tests, which count and do not wait. */
void behind_work_tasks(struct behind *behind, struct app *app, uint32_t tasks);
/* How far it has come, for the footer of a new app. */
void behind_tell(struct behind *behind, struct app *app);
void behind_stop(struct behind *behind, struct app *app);
/*
 * Reads the files again, a small one at once; goes on with what was stopped, unless a file has changed.  The app keeps what
 * it shows until there is more.
 */
void behind_again(struct behind *behind, struct app *app, bool changed);
/* The app must be gone. */
void behind_fini(struct behind *behind);

#endif
