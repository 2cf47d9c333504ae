/* SPDX-License-Identifier: MIT */
/* Typing where to go: a task's number, or a name. */
#ifndef UI_GOTO_H
#define UI_GOTO_H

#include "ui/prompt.h"

extern const struct prompt goto_prompt;

#endif
