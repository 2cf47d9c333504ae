/* SPDX-License-Identifier: MIT */
/* The screen for another command than browse. */
#ifndef COMMAND_BROWSE_H
#define COMMAND_BROWSE_H

#include "command/command.h"
#include "notice/import.h"

/* Shows what was imported, beginning with its doubts, or plays --script on it. Returns the exit status. */
int browse_review(struct job *job, const struct import_result *result);

#endif
