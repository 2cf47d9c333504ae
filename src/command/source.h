/* SPDX-License-Identifier: MIT */
/* Which breakdown: looks for the file, loads it and its cross-index, and says what is wrong. */
#ifndef COMMAND_SOURCE_H
#define COMMAND_SOURCE_H

#include "command/command.h"

/*
 * The files to load: those that -f, $FENGONG_FILE or a settings file names, or the first that is there of ./data/tasks.yaml,
 * $XDG_DATA_HOME/fengong/tasks.yaml, fengong/tasks.yaml under each of $XDG_DATA_DIRS.  In arena.  Returns how many; 0
 * when there is none: then a message was printed.
 */
uint32_t source_find(const struct options *options, struct arena *arena, const char *const **paths);

/* May path be read, which is named beside the breakdown (a notice, a script; "-" may)?  False after a message. */
bool source_may_name(const char *path);

/* How many units the lists name that nobody has registered: slips, most likely. */
uint32_t source_unregistered(const struct breakdown *b);

/* Loads job->breakdown and job->index.  Returns 0, or the exit status after messages. */
int source_load(struct job *job);

#endif
