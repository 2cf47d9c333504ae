/* SPDX-License-Identifier: MIT */
/* Files that are no plain text though people take them for one, told by their first bytes. */
#ifndef BASE_FOREIGN_H
#define BASE_FOREIGN_H

#include "base/span.h"

/* What it is, for a message (网页文件（HTML）); NULL for what may be plain text. */
const char *foreign_kind(struct span content);

#endif
