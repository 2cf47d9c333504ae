/* SPDX-License-Identifier: MIT */
/* A unit by what people type, for the commands that want exactly one. */
#ifndef COMMAND_FIND_H
#define COMMAND_FIND_H

#include "command/command.h"

/*
 * The unit that query means: its very name, or the one best answer of search.  what (单位) says in the message what
 * was looked for.  NO_IDX when there is none (a message
 * was printed), or when several answer equally well (they were listed on standard output, and a message was printed).
 */
uint32_t find_unit(struct job *job, struct text query, const char *what);

/* Appends hits in job->format: text and tsv a line each (name, lead, support, via), json one object. */
void find_list(struct job *job, struct text query, const struct hit *hits, uint32_t count);

#endif
