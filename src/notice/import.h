/* SPDX-License-Identifier: MIT */
/*
 * The importer: an official notice's text (UTF-8 or GB18030, as copied from a web page) → breakdown, with an account
 * of every line of the input: what became of it, and what a human should look at.  Reads and writes no file, prints
 * nothing; format/save.h writes the result.
 */
#ifndef NOTICE_IMPORT_H
#define NOTICE_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/span.h"
#include "breakdown/breakdown.h"
#include "text/text.h"

/*
 * No notice is near these; beyond, the caller should refuse.  A byte of text takes 7 to 12 bytes of memory, 50 where it is
 * nothing but short names; a line or a cell takes about 300: what is below stays under 220 MB.
 */
enum { IMPORT_BYTES_MAX = 4 << 20, IMPORT_CELLS_MAX = 500000 };

struct import_options {
    const char *path;      /* how to name the notice (a title is made of it when the notice has none); may be NULL */
    bool full_punctuation; /* make Chinese punctuation full-width by GB/T 15834 first (punctuation.h) */
};

/* What a piece of an input line became. */
enum import_what {
    IMPORT_TITLE,   /* title, issuer, year */
    IMPORT_HEADING, /* a section's heading, or one above it */
    IMPORT_TASK,    /* text of a task */
    IMPORT_UNITS,   /* a unit list, with its label */
    IMPORT_FIELD,   /* due, leader, contact of a task */
    IMPORT_NOTE,    /* the rule of who leads, a remark */
    IMPORT_SKIPPED, /* left out: reason says as what (menu, preamble, footer, …) */
    IMPORT_WHATS_COUNT
};

/*
 * One piece of one input line.  The pieces of a line, in order, are the whole line but for blanks; lines of blanks
 * have no piece.
 */
struct import_piece {
    uint32_t line_no, col_no; /* from 1; the column in characters */
    enum import_what what;
    bool doubtful;      /* a human should look */
    uint32_t task_idx;  /* the task that it became part of; NO_IDX: none */
    struct text text;   /* clean */
    struct text reason; /* why it was skipped, what is doubtful; empty otherwise */
};

/* A doubt about the notice as a whole (通知未写明牵头规则…). */
struct import_doubt {
    uint32_t line_no; /* 0: of no line */
    struct text text;
};

struct import_result {
    struct arena arena;          /* of the report's texts */
    struct breakdown *breakdown; /* one volume; never NULL, possibly without tasks */
    struct import_piece *pieces; /* in order of the lines */
    uint32_t pieces_count;
    struct import_doubt *doubts;
    uint32_t doubts_count;
    uint32_t lists_count;   /* unit lists read */
    const char *encoding;   /* "UTF-8", "GB18030", "UTF-16" */
    uint32_t damaged_count; /* bytes that the encoding does not know: U+FFFD in the result */
};

/* What may end a line or a cell in the notice's bytes, counted. */
size_t import_cells(struct span content);
/*
 * The line, from 1, where a row of a table drawn as +---+ goes on in a second line, as our own tables in text do; 0 for
 * none.  Its cells cannot be put together: the caller should refuse.
 */
size_t import_drawn_row(struct span content);
/*
 * Takes the notice's bytes, which must outlive the result; never fails (what is no notice gives no tasks and an account of
 * skipped lines).
 */
struct import_result *import_notice(struct span content, const struct import_options *options);
void import_result_free(struct import_result *result);

/* 标题, 任务, 单位…; for programs: title, task, units… */
struct text import_what_name(enum import_what what);
const char *import_what_word(enum import_what what);

#endif
