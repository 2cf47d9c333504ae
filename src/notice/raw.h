/* SPDX-License-Identifier: MIT */
/* The notice's lines as they came, before paragraphs are put together: clean, numbered, with what pages put between. */
#ifndef NOTICE_RAW_H
#define NOTICE_RAW_H

#include "base/arena.h"
#include "text/text.h"

/* One line as it came: clean, with its blanks. */
struct raw_line {
    struct text text;
    uint32_t no, col; /* of the input, from 1; col is not 1 where a form feed or the like ended the line before */
    bool tabs;        /* had a TAB: a table's row, joined to nothing */
    bool in_cell;     /* goes on inside a quoted cell of the row above */
    bool goes_on;     /* the line above was broken inside a paragraph */
    bool page;        /* a page's number: — 3 — */
};

struct raw_lines {
    struct raw_line *items; /* on the heap */
    uint32_t count;
    size_t cap;
    struct arena marked;     /* the texts of lines that had a TAB, with its marks: nobody keeps them */
    uint32_t radicals_count; /* characters that were radicals and the like (text/radical.h) */
};

/* A TAB on its way through cleaning, which would make it a blank like any other. */
#define RAW_TAB "\xE2\x80\x83"

/*
 * Cuts decoded text, which must outlive the lines, at LF, CR, VT, FF, U+0085, U+2028, U+2029; full: with full-width
 * punctuation (punctuation.h).
 */
void raw_lines_read(struct arena *arena, struct span utf8, bool full, struct raw_lines *out);

/* page_number.c: finds the lines that hold nothing but a page's number (sets page), and joins what they part. */
void raw_lines_mark_pages(struct raw_lines *lines);

#endif
