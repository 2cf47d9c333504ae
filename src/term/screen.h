/* SPDX-License-Identifier: MIT */
/* <curses.h> without the names that are ours (ui/event.h has a key_name). Only .c files of this folder include it. */
#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#define key_name curses_key_name
#include <curses.h>
#undef key_name

#endif
