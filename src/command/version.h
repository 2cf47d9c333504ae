/* SPDX-License-Identifier: MIT */
/* What --version says: the program, the libraries in use, the locale and the widths. */
#ifndef COMMAND_VERSION_H
#define COMMAND_VERSION_H

#include "command/options.h"

void version_put(const struct options *options, struct buf *out);

#endif
