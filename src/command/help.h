/* SPDX-License-Identifier: MIT */
/* --help and the help of each command, with examples that the tests run. */
#ifndef COMMAND_HELP_H
#define COMMAND_HELP_H

#include "command/command.h"

/* A command line, what it does, and its exit status. */
struct example {
    const char *command; /* whose it is */
    const char *line;
    const char *does; /* for _() */
    int status;
};

/* Grouped by command. */
extern const struct example example_table[];
extern const uint32_t example_table_count;

/* All commands and options. */
void help_summary(struct buf *out);
/* One command: its arguments, formats, options and examples. */
void help_of(const struct command *command, struct buf *out);

#endif
