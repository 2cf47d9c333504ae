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

/* Reads the files first ("-": standard input).  A file that cannot be read is an error in diags, and so is encoding. */
struct breakdown *breakdown_load_files(const char *const *paths, uint32_t count, struct diags *diags);
/*
 * The same for proof-reading: a file that was read to its end comes back in spite of errors inside its lists, so that
 * check.h finds the rest of its faults at once.  Not for showing: what was faulty is not in it.
 */
struct breakdown *breakdown_load_for_check(const char *const *paths, uint32_t count, struct diags *diags);

/*
 * The same in steps, for whoever has other things to do meanwhile: load_begin(); load_step() with as many steps as time
 * allows until it returns false; load_end().  Between steps load_view() gives what has been read so far as a breakdown
 * that ends early: everything works on it, and it stands until the next step.  What holds on to things over steps keeps
 * ids, keys and names, never indices of units.
 */
struct load;

/* Reads the files; NULL when one cannot be read (an error in diags).  Borrows paths and diags. */
struct load *load_begin(const char *const *paths, uint32_t count, struct diags *diags);
/* Reads on: a step is a key, a unit, a task or the next file.  False when there is nothing more. */
bool load_step(struct load *load, unsigned steps);
/* What there is so far, or NULL when it is none that can be shown; valid until the next call. */
const struct breakdown *load_view(struct load *load);
/* How much of all files has been read. */
struct load_progress {
    size_t bytes, all_bytes;
    uint32_t tasks;
};
struct load_progress load_progress(const struct load *load);
/* The breakdown, the caller's; NULL when there was an error or not all of it was read.  Ends the loading. */
struct breakdown *load_end(struct load *load);

#endif
