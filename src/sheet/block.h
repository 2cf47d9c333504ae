/* SPDX-License-Identifier: MIT */
/*
 * What stands on the paper, paragraph by paragraph, before anything is broken into lines: the title, who issued it,
 * headings, tasks, their units, remarks.  Pages (sheet/page.h) are set from it, and so is what has no lines of its own.
 */
#ifndef SHEET_BLOCK_H
#define SHEET_BLOCK_H

#include "sheet/sheet.h"

enum block_kind {
    BLOCK_TITLE,
    BLOCK_SUBTITLE,
    BLOCK_ABOUT, /* who issued it, how many tasks, when it was printed */
    BLOCK_HEADING,
    BLOCK_ITEM, /* a part's text, its number before it */
    BLOCK_FACT, /* its units and the like */
    BLOCK_REMARK,
    BLOCK_KINDS_COUNT
};

/* What a stretch of a block is; the rest of it is plain. */
enum block_mark { BLOCK_PLAIN, BLOCK_NUMBER, BLOCK_LABEL, BLOCK_LEAD };

struct block_stretch {
    size_t from_bytes, to_bytes;
    enum block_mark mark;
};

enum { BLOCK_STRETCHES_MAX = 2 };

struct block {
    enum block_kind kind;
    int level;                                           /* of a heading: 1, 2 … */
    uint32_t row_idx;                                    /* of the sheet; NO_IDX for what stands above its rows */
    struct text text;                                    /* borrowed until the next block */
    struct block_stretch stretches[BLOCK_STRETCHES_MAX]; /* in order */
    uint32_t stretches_count;
    bool keep; /* no page ends below it */
};

typedef void block_sink(void *context, const struct block *block);

/* Title, subtitle and what is said about the sheet. */
void block_each_head(const struct sheet *sheet, struct sheet_options options, block_sink *sink, void *context);
/* Does no page end below the row?  What is said at the end, a remark and the source, does not stand on one alone. */
bool block_keeps(const struct sheet *sheet, uint32_t row_idx);
/* What stands below its rows: where it all comes from. */
void block_each_tail(const struct sheet *sheet, block_sink *sink, void *context);
/* One row of the sheet: its paragraph, or a task with its facts. */
void block_each_of_row(const struct sheet *sheet, uint32_t row_idx, block_sink *sink, void *context);

#endif
