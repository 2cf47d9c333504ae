/* SPDX-License-Identifier: MIT */
/*
 * Line breaking: a paragraph of clean text → lines of at most N columns, by UAX #14 (libunistring) with the breaks that
 * Chinese setting adds: before an opening and after a closing curly quote whose outer neighbour is Han; and without
 * those before marks that begin no line: — ～ － ／ · (GB/T 15834-2011 5.1; a dash of two, ——, may).  Nothing is
 * lost: the lines joined are the paragraph, less the blanks at line ends.  No line is wider than asked, except a
 * single character wider than N itself.  What has no legal break is broken between grapheme clusters.
 */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stdint.h>

#include "text/text.h"

struct wrap {
    struct text text;
    int cols;
    int ambiguous_cols;
    int hang_cols; /* how far 、，。；： may stand over the edge; 0 unless the caller sets it */
    char *breaks;  /* per byte; NULL for empty text */
    size_t next_bytes;
};

/*
 * Prepares text for lines of cols columns (at least 1).  The text must outlive the wrap.
 *
 *     struct wrap w;
 *     struct text line;
 *     for (wrap_init(&w, text, 40, 1); wrap_next(&w, &line);) …
 *     wrap_fini(&w);
 */
void wrap_init(struct wrap *wrap, struct text text, int cols, int ambiguous_cols);
/* The next line (a slice of the text) without the blanks at its end.  False when there is none. */
bool wrap_next(struct wrap *wrap, struct text *line);
/* Changes the columns for the lines still to come (a first line may be shorter than the rest). */
void wrap_cols(struct wrap *wrap, int cols);
void wrap_fini(struct wrap *wrap);

#endif
