/* SPDX-License-Identifier: MIT */
/* What printing one sheet and printing many have in common. */
#ifndef COMMAND_PRINT_H
#define COMMAND_PRINT_H

#include "command/command.h"
#include "sheet/sheet.h"

struct sheet_options print_options(const struct job *job);
/* Appends the sheet in the job's format to out; what there is to note, or why not (false), to said. */
bool print_render(const struct job *job, const struct sheet *sheet, struct buf *out, struct buf *said);
/* Each line as a message. */
void print_say(const struct buf *said);

/* A sheet for each unit, leader or section, as files in the folder of --output.  Returns the exit status. */
int print_each(struct job *job);

/* The sheet of --ids; NULL after messages, with the exit status. */
struct sheet *print_ids(struct job *job, int *status);

#endif
