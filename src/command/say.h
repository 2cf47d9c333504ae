/* SPDX-License-Identifier: MIT */
/* What commands say of one thing, in plain words, for whoever has loaded already: each appends to job->out. */
#ifndef COMMAND_SAY_H
#define COMMAND_SAY_H

#include "command/command.h"

/* A unit's page, a task a line. */
void unit_say(struct job *job, uint32_t unit_idx);
/* A task, or one part of it, in full. */
void show_say(struct job *job, struct task_ref ref);
/* All counts. */
void stats_say(struct job *job);

#endif
