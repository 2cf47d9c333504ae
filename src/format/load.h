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

/* One file's bytes and how to name it in messages. */
struct source {
    const char *path; /* copied */
    struct span content;
    struct file_stamp stamp;
};

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

#endif
