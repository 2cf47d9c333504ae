/* SPDX-License-Identifier: MIT */
#include "term/library.h"

#include <curses.h>

void term_library(struct buf *out)
{
    buf_string(out, curses_version());
}
