/* SPDX-License-Identifier: MIT */
/*
 * Styled lines: what a pane shows, top to bottom, before it meets a grid.  A line is a row of runs (text in one style)
 * and may be a link: what Enter on it opens.  Texts are copied into the lines' arena.
 */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include <stdint.h>

#include "text/style.h"
#include "text/text.h"

struct run {
    struct text text;
    enum style style;
    int cols;
};

/* Kinds of links are the caller's (ui/link.h); 0 is none. */
struct link {
    uint32_t kind;
    uint32_t idx;
};

struct line {
    uint32_t run_from;
    uint32_t runs_count;
    struct link link;
    bool link_starts; /* the first line of its link: where the selection stands */
    const void *late; /* its runs are made of this when they come into sight: lines_fill(); NULL: they are there */
};

struct lines {
    struct arena arena;
    struct run *runs;
    struct line *lines;
    size_t runs_count, runs_cap, count, cap;
    int ambiguous_cols;
};

/* A stretch of a text to be shown as matched, or in another style, in bytes of that text. */
struct stretch {
    uint32_t from_bytes;
    uint32_t to_bytes;
    enum style style; /* STYLE_NORMAL: matched */
};

/* A paragraph to be set. */
struct paragraph {
    struct text text;
    enum style style;
    int cols;         /* of the whole line, indents included */
    int first_indent; /* blanks before the first line, and before the others */
    int indent;
    struct link link;
    const struct stretch *stretches; /* matched parts of text, in order; may be NULL */
    uint32_t stretches_count;
};

void lines_init(struct lines *lines, int ambiguous_cols);
void lines_fini(struct lines *lines);

/* A text that lives as long as the lines, of our own words and clean texts, as by printf(). */
#define lines_printf(lines, ...) text_printf(&(lines)->arena, __VA_ARGS__)

/* Starts a line; runs are added to the last line started.  One behind a line of the same link goes on with it. */
void lines_start(struct lines *lines, struct link link);
/* Starts a row of a list, from column col on: a link of its own even where the one before has the same. */
void lines_row(struct lines *lines, struct link link, int col);
void lines_run(struct lines *lines, struct text text, enum style style);
/* A run of text with its matched stretches. */
void lines_run_marked(struct lines *lines, struct text text, enum style style, const struct stretch *stretches,
                      uint32_t count);
/* A run clipped with … to at most max_cols, and the same with its matched stretches. */
void lines_clip(struct lines *lines, struct text text, int max_cols, enum style style);
void lines_clip_marked(struct lines *lines, struct text text, int max_cols, enum style style,
                       const struct stretch *stretches, uint32_t count);
/* A run that ends before column end_col: numbers, and the heads above them. */
void lines_run_to(struct lines *lines, int end_col, struct text text, enum style style);
/*
 * Late lines: of thousands only those in sight need their runs.  lines_late() starts one for the next line that put()
 * will make of late, which lives as long as the lines; the first of them is a row.  lines_fill() gives lines from .. to
 * (less than count) their runs.
 */
void lines_late(struct lines *lines, struct link link, const void *late);
typedef void lines_put(const void *context, const void *late, struct lines *lines);
void lines_fill(struct lines *lines, size_t from, size_t to, lines_put *put, const void *context);
/* Blanks up to column col of the last line (nothing when it is there already). */
void lines_tab(struct lines *lines, int col);
/* Columns of the last line so far. */
int lines_col(const struct lines *lines);
void lines_blank(struct lines *lines);
/* A wrapped paragraph as lines of its own. */
void lines_paragraph(struct lines *lines, const struct paragraph *paragraph);
/* The same of plain words, all lines indented alike, `cols` wide with that. */
void lines_say(struct lines *lines, struct text text, enum style style, int cols, int indent);

/* The lines as plain text, one a line. */
void lines_text(const struct lines *lines, struct buf *out);

#endif
