/* SPDX-License-Identifier: MIT */
/* A whole run of the program, which fengong and fengong-paper have in common: start-up, options, one command. */
#ifndef COMMAND_PROGRAM_H
#define COMMAND_PROGRAM_H

#include "command/paper.h"

/* What main() got, and what this program does with heavy libraries: NULL in fengong.  Returns the exit status. */
int program_main(int argc, char **argv, const struct paper *paper);

#endif
