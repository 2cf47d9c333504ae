/* SPDX-License-Identifier: MIT */
/*
 * Where a command's output goes: standard output, a file (complete or untouched), or the printer; encoded for the
 * locale, except formats that are always UTF-8.
 */
#ifndef COMMAND_OUT_H
#define COMMAND_OUT_H

#include "command/command.h"
#include "sheet/table.h"
#include "text/style.h"

/* How a format leaves the program: in which encoding, with which mark before it.  Where to is the caller's. */
struct delivery out_delivery(const struct job *job, enum format format);

/* A table at the end of what the command prints. */
struct table out_table(struct job *job, enum table_dialect dialect);

/* May this job write where its options ask?  False when not: then a message was printed. */
bool out_allowed(const struct job *job);

/*
 * What is appended to job->out from here on may leave before all of it is there: for what is as long as a file, and never
 * refused once it has begun.
 */
void out_stream(struct job *job);
/* Sends job->out, or its rest, on its way.  Returns 0, or the exit status of the failure, about which a message was printed. */
int out_finish(struct job *job);

/* Our own text, in the locale's encoding: --help, --version; to -o (NULL: standard output).  Returns as out_finish(). */
int out_plain(const char *output, struct span utf8);

/* Appends text in a style: with escape sequences where the job is styled, else plain. */
void out_style(struct job *job, enum style style, struct text text);
/* A paragraph with a line end, broken at job->width_cols if it is not 0. */
void out_paragraph(struct job *job, enum style style, struct text text);

#endif
