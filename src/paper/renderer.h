/* SPDX-License-Identifier: MIT */
/*
 * The formats of sheets that need a heavy library: one file and one row of the table in renderer.c each.  A renderer
 * makes a whole file's bytes of a sheet; it opens nothing, and the same sheet gives the same bytes.  Nothing is drained
 * before it is sure that the file gets whole.
 */
#ifndef PAPER_RENDERER_H
#define PAPER_RENDERER_H

#include <stdbool.h>

#include "base/buf.h"
#include "sheet/format.h"
#include "sheet/sheet.h"

struct renderer {
    enum format format;
    /*
     * Appends the file, and to said what there is to note about it, a clean line each.  False: said says why, and what
     * was appended is to be dropped.
     */
    bool (*render)(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said);
};

/* By the format's row; a format that has none is a fault. */
bool renderer_render(const struct sheet *sheet, enum format format, struct sheet_options options, struct buf *out,
                     struct buf *said);

#endif
