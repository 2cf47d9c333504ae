/* SPDX-License-Identifier: MIT */
/* All keys, from the action table and the keymap; those that are looked for only, when something is. */
#ifndef UI_PANE_HELP_H
#define UI_PANE_HELP_H

#include "ui/pane.h"

extern const struct pane_ops pane_help;

#endif
