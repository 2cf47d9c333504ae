/* SPDX-License-Identifier: MIT */
/*
 * Restricted mode: for accounts whose users shall read the breakdown and nothing else.  It is asked for by --restricted,
 * or by the name fengong-restricted, or by being a login shell (a name that begins with "-").  What it allows stands in
 * base/capability.h and is asked where the act happens; here it begins, and tells what holds.
 */
#ifndef COMMAND_RESTRICTED_H
#define COMMAND_RESTRICTED_H

#include <stdbool.h>

#include "base/buf.h"
#include "command/options.h"
#include "system/sandbox.h"

/* Before the options are read, even before the locale: libraries read the environment. */
bool restricted_wanted(int argc, char **argv);
/* Started by that name or as a login shell: the user, not the administrator, wrote the arguments. */
bool restricted_by_name(const char *name);
/* May it run with these options? False after a message. */
bool restricted_accepts(const struct options *options, int argc, char **argv);
/* Lets the kernel hold us to it: of files, what is set is what may be read. */
struct sandbox restricted_enter(const struct settings *settings);
/* Tries each way out and says how that went. The exit status: 0 when all are closed. */
int restricted_self_test(const struct sandbox *sandbox, struct buf *out);

#endif
