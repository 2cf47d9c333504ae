/* SPDX-License-Identifier: MIT */
/*
 * Diagnostics: what is wrong in a file of the user's, where, and how to mend it.  They accumulate; whoever called
 * prints them.  Loaders and checks never print and never stop at the first fault.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

/* A place in a file.  line_no and col_no count from 1, columns in characters; 0 where there is none. */
struct place {
    const char *file; /* as the user named it; borrowed, outlives the diagnostics */
    unsigned line_no;
    unsigned col_no;
};

struct diag {
    enum severity severity;
    struct place place;
    char *text; /* owned, NUL-terminated; may hold text of the file: clean it before showing */
};

struct diags {
    struct diag *items;
    size_t count;
    size_t cap;
    size_t errors_count;
    size_t warnings_count;
    bool unread; /* a file could not be read or parsed to its end: there may be more faults than these */
};

enum { DIAGS_MAX = 1000 }; /* of one kind; further ones are counted but not kept */

void diag_error(struct diags *diags, struct place place, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_warning(struct diags *diags, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* All of `from` behind those of `to`; from is empty then. */
void diag_move(struct diags *from, struct diags *to);
/* By file, line, column; stable. */
void diag_sort(struct diags *diags);
void diag_fini(struct diags *diags);

#endif
