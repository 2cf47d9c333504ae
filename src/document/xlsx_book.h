/* SPDX-License-Identifier: MIT */
/* What the sheets of a workbook share: its strings, the formats of its cells, the list of its sheets. */
#ifndef DOCUMENT_XLSX_BOOK_H
#define DOCUMENT_XLSX_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "document/package.h"

struct xlsx_sheet_name {
    const char *name;
    const char *part;
    bool hidden;
};

struct xlsx_book {
    struct arena arena;
    struct buf strings; /* all shared strings, one behind the other */
    size_t *string_ends;
    size_t strings_count, strings_cap;
    struct span *cell_formats; /* code of each cell style; empty: General */
    size_t cell_formats_count, cell_formats_cap;
    struct xlsx_sheet_name *sheets;
    size_t sheets_count, sheets_cap;
    bool since_1904;
};

/* part: the workbook.  False: fault says why. */
bool xlsx_book_load(struct xlsx_book *book, struct package *package, const char *part, struct buf *fault);
void xlsx_book_fini(struct xlsx_book *book);

/* Shared string no; empty for one that there is not. */
struct span xlsx_book_string(const struct xlsx_book *book, long no);
/* Format code of a cell's style. */
struct span xlsx_book_format(const struct xlsx_book *book, long style);

#endif
