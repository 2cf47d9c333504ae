/* SPDX-License-Identifier: MIT */
/*
 * What needs heavy libraries (PDF, Excel, Word) and therefore a program of its own, fengong-paper: the same objects and
 * src/paper, linked a second time.  Its main() fills this table in; in fengong, which starts several times faster
 * without those libraries, it is NULL, and such a job becomes fengong-paper with the same arguments.
 */
#ifndef COMMAND_PAPER_H
#define COMMAND_PAPER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/foreign.h"
#include "sheet/format.h"
#include "sheet/sheet.h"

struct job;
struct extracts;

struct paper {
    /*
     * Appends a sheet in a format that sheet_write() has not got, and to said what there is to note about it, a clean
     * line each.  False: said says why.
     */
    bool (*render)(const struct sheet *sheet, enum format format, struct sheet_options options, struct buf *out,
                   struct buf *said);
    /*
     * Appends the plain text of a document that foreign_kind() knows, rows of tables with TABs; to form what it was
     * ("docx"); to said a clean line each of what was left out or is to be known.  may_start: other programs may be
     * started, to convert what this one cannot read.  False: the last line of said says why.
     */
    bool (*read)(struct span content, enum foreign kind, bool may_start, struct buf *text, struct buf *form,
                 struct buf *said);
};

/*
 * Goes on as fengong-paper, with the arguments of this run and this standard input, or, where that was read, with input
 * (NULL: it was not).  Returns only when that cannot be (restricted mode, not installed): the exit status, about which a message was printed.
 */
int paper_become(const struct job *job, const struct buf *input);

/* Whether it is there and may be started. */
bool paper_there(void);

/*
 * A sheet in such a format for the screen, which is another process: fengong-paper with -f and job->paths.  Appends the
 * file to out; false with the cause, one clean line, in said.
 */
bool paper_render(const struct job *job, const struct sheet *sheet, enum format format, enum sheet_layout layout,
                  struct buf *out, struct buf *said);

/*
 * What extracts_write() does, in such a format, into folder, which is as the system knows it: fengong-paper makes all of
 * them in one run, for starting it takes longer than a sheet.  Appends what it said last to said.
 */
bool paper_each(const struct extracts *extracts, const char *folder, struct buf *said);

#endif
