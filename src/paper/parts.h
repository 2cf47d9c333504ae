/* SPDX-License-Identifier: MIT */
/* A document of several parts in one zip file (ECMA-376-2), as Word's; the same parts give the same bytes. */
#ifndef PAPER_PARTS_H
#define PAPER_PARTS_H

#include <stdbool.h>

#include "base/buf.h"
#include "sheet/sheet.h"

struct part_file {
    const char *name;
    struct span content;
};

/* Appends the zip of the parts, in order, all of one day.  False: why is in fault. */
bool parts_zip(const struct part_file *parts, size_t count, struct sheet_date day, struct buf *out, struct buf *fault);

#endif
