/* SPDX-License-Identifier: MIT */
/* The laws of text: what must hold for any bytes that were cleaned, whatever they were. */
#ifndef TESTS_FUZZ_TEXT_LAWS_H
#define TESTS_FUZZ_TEXT_LAWS_H

#include <stdlib.h>

#include "foreign.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"

/* A law that does not hold is a finding. */
#define LAW(condition)                                                                                                 \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            abort();                                                                                                   \
    } while (0)

static inline void laws_of_width(struct text text, int cols, int ambiguous_cols)
{
    struct buf out = { 0 };
    int got, all = width_cols(text, ambiguous_cols);
    struct text head = width_head(text, cols, ambiguous_cols, &got);
    LAW(got <= cols && got == width_cols(head, ambiguous_cols) && (got == all || head.bytes < text.bytes));
    got = width_clip(&out, text, cols, ambiguous_cols);
    LAW(got <= cols && got == width_cols(text_composed(buf_view(&out)), ambiguous_cols));
    LAW(all > cols || got == all);
    buf_clear(&out);
    width_pad(&out, text, cols, ambiguous_cols);
    LAW(width_cols(text_composed(buf_view(&out)), ambiguous_cols) == cols);
    buf_fini(&out);
}

/* Lines follow each other with blanks between them, and none is too wide but for a cluster alone. */
static inline void laws_of_wrap(struct text text, int cols, int ambiguous_cols)
{
    struct wrap wrap;
    struct text line;
    size_t at = 0;
    for (wrap_init(&wrap, text, cols, ambiguous_cols); wrap_next(&wrap, &line);) {
        size_t from = line.bytes ? (size_t)(line.at - text.at) : at;
        LAW(from >= at && from + line.bytes <= text.bytes);
        for (size_t bytes; at < from; at += bytes)
            LAW(utf8_is_blank(utf8_at(text, at, &bytes)));
        LAW(width_cols(line, ambiguous_cols) <= cols || utf8_next_cluster(line, 0) == line.bytes);
        at += line.bytes;
    }
    for (size_t bytes; at < text.bytes; at += bytes)
        LAW(utf8_is_blank(utf8_at(text, at, &bytes)));
    wrap_fini(&wrap);
}

static inline void laws_of_clusters(struct text text)
{
    for (size_t at = text.bytes; at > 0;) {
        size_t before = utf8_prev_cluster(text, at);
        LAW(before < at && utf8_next_cluster(text, before) == at);
        at = before;
    }
}

/* Cleans raw, once and again, and sets it in columns. */
static inline void laws_of_text(struct span raw, int cols, int ambiguous_cols)
{
    struct arena arena = { 0 };
    struct text text = text_clean(&arena, raw);
    LAW(foreign_at(text_span(text), "") == text.bytes);
    LAW(text_equal(text_clean(&arena, text_span(text)), text));
    laws_of_width(text, cols, ambiguous_cols);
    laws_of_wrap(text, cols, ambiguous_cols);
    laws_of_clusters(text);
    arena_fini(&arena);
}

#endif
