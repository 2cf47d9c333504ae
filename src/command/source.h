/* SPDX-License-Identifier: MIT */
/* Which breakdown: looks for the file, loads it and its cross-index, and says what is wrong. */
#ifndef COMMAND_SOURCE_H
#define COMMAND_SOURCE_H

#include "command/command.h"

/*
 * Sets job->paths, the files to load: those that -f, $FENGONG_FILE or a settings file names, or the first that is there of
 * ./data/tasks.yaml, $XDG_DATA_HOME/fengong/tasks.yaml, fengong/tasks.yaml under each of $XDG_DATA_DIRS.  False when
 * there is none: then a message was printed.
 */
bool source_find(struct job *job);

/* May path be read, which is named beside the breakdown (a notice, a script; "-" may)?  False after a message. */
bool source_may_name(const char *path);
/* Reads such a file whole into content.  Returns 0, or the exit status after a message. */
int source_read(const char *path, struct buf *content);

/* How many units the lists name that nobody has registered: slips, most likely. */
uint32_t source_unregistered(const struct breakdown *b);

/* Loads job->breakdown and job->index.  Returns 0, or the exit status after messages. */
int source_load(struct job *job);

#endif
