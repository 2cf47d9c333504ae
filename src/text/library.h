/* SPDX-License-Identifier: MIT */
/* Which library does the room's work, for --version. */
#ifndef TEXT_LIBRARY_H
#define TEXT_LIBRARY_H

#include "base/buf.h"

/* Appends "libunistring 1.0". */
void text_library(struct buf *out);

#endif
