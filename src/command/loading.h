/* SPDX-License-Identifier: MIT */
/*
 * Loading for the commands without a screen: what takes longer than a second tells on a terminal how far it is, on one line
 * that writes over itself; with --linear, and on a terminal that can nothing, in lines one below the other.
 */
#ifndef COMMAND_LOADING_H
#define COMMAND_LOADING_H

#include "command/options.h"
#include "format/load.h"

/* load_files() within the limit of the options, with progress on standard error. */
struct breakdown *loading_files(const struct options *options, const char *const *paths, uint32_t count, bool for_check,
                                struct diags *diags);

#endif
