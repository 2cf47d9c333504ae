/* SPDX-License-Identifier: MIT */
/* What printing one sheet and printing many have in common. */
#ifndef COMMAND_PRINT_H
#define COMMAND_PRINT_H

#include "command/command.h"
#include "sheet/sheet.h"

/*
 * Appends the sheet in any format of sheets to out, by fengong-paper's own means or by starting it; what there is to
 * note, a line each, or why not (false), to said.
 */
bool print_render(const struct job *job, const struct sheet *sheet, enum format format, enum sheet_layout layout,
                  struct buf *out, struct buf *said);

/* A sheet for each unit, leader or section, as files in the folder of --output.  Returns the exit status. */
int print_each(struct job *job);

/* The tasks of --ids, by their index; NULL after messages, with the exit status. */
const bool *print_ids(struct job *job, int *status);

#endif
