/* SPDX-License-Identifier: MIT */
/*
 * Where settings come from, in one place: the administrator's file (/etc/fengong/config), the user's
 * ($XDG_CONFIG_HOME/fengong/config), the environment.  What the command line says is in them already and stays.
 */
#ifndef COMMAND_CONFIGURE_H
#define COMMAND_CONFIGURE_H

#include "command/options.h"

/*
 * Fills options->settings; nothing of the user's in restricted mode.  What is wrong in the files is in options->faults,
 * whose places live as long as options.
 */
void configure(struct options *options);

#endif
