/* SPDX-License-Identifier: MIT */
#ifndef UI_SAY_H
#define UI_SAY_H

#include "base/buf.h"
#include "text/text.h"

/* printf into a temporary text of our own words and clean texts; valid until the next call with the same buf. */
struct text say(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
