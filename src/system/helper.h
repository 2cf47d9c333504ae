/* SPDX-License-Identifier: MIT */
/*
 * fengong-paper, the second program: where it is, and going on as it.  No PATH is looked up and no shell started: it
 * lies beside the program (in the build folder) or in LIBEXECDIR/fengong, by an absolute name.
 */
#ifndef SYSTEM_HELPER_H
#define SYSTEM_HELPER_H

#include <stdbool.h>

#include "base/span.h"

enum { HELPER_PATH_BYTES = 4096 };

/* Its absolute name.  False when it is not there. */
bool helper_find(char path[HELPER_PATH_BYTES]);

/* Makes content this process's standard input.  False: errno. */
bool helper_give_input(struct span content);

/* Replaces this process by path with these arguments (NULL behind the last).  Returns only on failure: errno. */
void helper_become(const char *path, char **argv);

#endif
