/* SPDX-License-Identifier: MIT */
/*
 * YAML → breakdown (libyaml's event interface).  The format is fengong-breakdown(5).  Every fault is reported at
 * once; nothing is printed.
 *
 * What makes a file unreadable is an error here (syntax, limits, wrong shape, a missing text); what is merely wrong
 * in it (an undefined unit, a gap in the numbers) loads, and check.h finds it.
 */
#ifndef FORMAT_LOAD_H
#define FORMAT_LOAD_H

#include "breakdown/breakdown.h"
#include "format/source.h"

/*
 * Several sources become the volumes of one breakdown; units of the same name are one (the first definition rules,
 * aliases are united).  Returns NULL when there was an error; adds errors and warnings to diags either way.
 */
struct breakdown *breakdown_load(const struct source *sources, uint32_t count, struct diags *diags);

/* How much of all files has been read. */
struct load_progress {
    size_t bytes, all_bytes;
    uint32_t tasks;
};

/* What of loading is settable; all zero: as usual. */
struct load_options {
    size_t limit_bytes; /* of a file; 0: LOAD_LIMIT_BYTES.  A larger one is refused before it is read */
    /*
     * For proof-reading: a file that was read to its end comes back in spite of errors inside its lists, so that
     * check.h finds the rest of its faults at once.  Not for showing: what was faulty is not in it.
     */
    bool for_check;
    /* Of load_files(): called every few milliseconds; NULL: nobody wants to know. */
    void (*tell)(void *context, struct load_progress progress);
    void *context;
};

/* A whole country's year is a quarter of it. */
#define LOAD_LIMIT_BYTES ((size_t)1024 * 1024 * 1024)

/*
 * The files, whole ("-": standard input).  A file that cannot be read is an error in diags, and so is encoding; one
 * that somebody writes meanwhile is read again.
 */
struct breakdown *load_files(const char *const *paths, uint32_t count, const struct load_options *options,
                             struct diags *diags);

/*
 * The same in steps, for whoever has other things to do meanwhile: load_begin(); load_step() with as many steps as time
 * allows until it returns false; load_take() for the breakdown; load_free().  Between steps load_view() gives what has
 * been read so far as a breakdown that ends early.
 */
struct load;

/* Opens the files; NULL when one cannot be read (an error in diags).  Borrows paths and diags. */
struct load *load_begin(const char *const *paths, uint32_t count, const struct load_options *options,
                        struct diags *diags);
/* Reads on: a step is a key, a unit, a task or the next file.  False when there is nothing more. */
bool load_step(struct load *load, unsigned steps);
/* Can steps be made without waiting for the disk or the parser? */
bool load_ready(const struct load *load);
/*
 * What there is so far, or NULL when it is none that can be shown; of a file with an error, what stands before it.
 * Everything works on it.  It stands over steps, and so does the view before it, which can be compared with it; the
 * one before that is gone.  From view to view indices stay what they are; only load_take() may move those of units.
 */
const struct breakdown *load_view(struct load *load);
struct load_progress load_progress(const struct load *load);
/* The state of a file that is read. */
const struct file_stamp *load_stamp(const struct load *load, uint32_t path_idx);
/* An error was found: nothing but a view will come of it. */
bool load_faulty(const struct load *load);
/* A file has become another while it was read: nothing will come of it, and what was read may be of both. */
bool load_changed(const struct load *load);
/* The breakdown, the caller's; NULL when there was an error or not all of it was read.  Views stand until load_free(). */
struct breakdown *load_take(struct load *load);
void load_free(struct load *load);

#endif
