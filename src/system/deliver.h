/* SPDX-License-Identifier: MIT */
/*
 * The one way out of the program: what was made goes to standard output, a file, the printer or the clipboard.
 * Whether that is allowed, in which encoding it goes and what there is to say about it is decided here, for the commands
 * and the screen alike.
 */
#ifndef SYSTEM_DELIVER_H
#define SYSTEM_DELIVER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/span.h"
#include "text/text.h"

enum deliver_to { DELIVER_STDOUT, DELIVER_FILE, DELIVER_PRINTER, DELIVER_CLIPBOARD };

struct delivery {
    enum deliver_to to;
    const char *target; /* a file's path; a printer ("": the default one); else not asked */
    const char *title;  /* of a print job, UTF-8 */
    bool typed;         /* target was typed into the screen: UTF-8, ~/ is the home directory, and said whole */
    bool new_only;      /* a file that is there already is left alone: DELIVER_TAKEN */
    bool in_locale;     /* content is text for the locale's encoding; else its bytes go as they are */
    bool byte_order;    /* a byte order mark before text in UTF-8 */
    /* The terminal's clipboard: sends content, or says why not and returns false. */
    bool (*clipboard)(struct span content, struct buf *said);
};

enum delivered {
    DELIVER_DONE,
    DELIVER_BUT,     /* done, but there is something that must be said */
    DELIVER_TAKEN,   /* new_only: nothing was written, nothing said */
    DELIVER_CLOSED,  /* who reads standard output has had enough */
    DELIVER_REFUSED, /* restricted mode */
    DELIVER_FAILED,
};

/*
 * May it be done?  False when not: why is appended to said.  deliver() asks this itself; who asks before, need not make
 * what cannot be delivered.
 */
bool deliver_allowed(const struct delivery *delivery, struct buf *said);

/* Appends a name as it was typed into a screen as the system knows it: encoded, ~/ as the home directory. */
void deliver_typed_path(const char *typed, struct buf *out);

/*
 * Delivers content.  Appends one clean line to said: what became of it (nothing for standard output that went well).
 * A file is complete or untouched.
 */
enum delivered deliver(const struct delivery *delivery, struct span content, struct buf *said);

/* A delivery on its way: what it is of may leave before all of it is there. */
struct outlet {
    struct buf_drain drain; /* first: the outlet's own buf knows it by this */
    const struct delivery *delivery;
    struct buf *content; /* NULL: nothing is on its way */
    struct file_writer *file;
    struct buf encoded;
    bool begun; /* the first piece has left */
    int fault;  /* of standard output */
};

/*
 * What is appended to content from here on is delivered, on the way already where that can be: to a file, which has its
 * name only at the end, and to standard output.  The delivery is allowed, and like content lives until deliver_end(),
 * which returns as deliver(), or deliver_drop(), after which a file is untouched.
 */
void deliver_begin(struct outlet *outlet, const struct delivery *delivery, struct buf *content);
enum delivered deliver_end(struct outlet *outlet, struct buf *said);
void deliver_drop(struct outlet *outlet);

#endif
