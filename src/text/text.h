/* SPDX-License-Identifier: MIT */
/*
 * Clean text: UTF-8 that may be shown on a terminal or on paper.
 *
 * A struct span (base/span.h) is whatever bytes came from outside; a struct text has been through text_clean() (or is
 * one of our own literals) and holds valid UTF-8 without control characters, bidi controls, invisible characters or
 * line breaks.  The two are different types so that forgetting to clean does not compile (CVE-2026-49147: a program
 * that cleaned on four of its seven paths).  A struct text borrows its bytes; they are not NUL-terminated.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/span.h"

struct text {
    const char *at;
    size_t bytes;
};

/* A literal of ours as text. */
#define TEXT(literal) ((struct text){ "" literal, sizeof(literal) - 1 })

/*
 * The only door from outside: invalid UTF-8 becomes U+FFFD (one per ill-formed stretch, as libunistring cuts it), control
 * characters, bidi controls, invisible format characters, line and paragraph separators, noncharacters, tags and
 * fillers become a visible ‹U+202E›; TAB and line breaks become a space; at most 4 combining marks follow a base.
 * Private use stays (rare names in GB18030), so do U+3000 and U+00A0.
 * Takes arena for the result when something changed; otherwise borrows raw's bytes.
 */
struct text text_clean(struct arena *arena, struct span raw);
/* The same, appended to out. */
void text_clean_to(struct buf *out, struct span raw);

/* Our own string (literal, gettext): NUL-terminated, believed clean. */
struct text text_of(const char *own);
/* Bytes composed from clean texts only (a struct buf that was filled with buf_text()). The caller vouches. */
struct text text_composed(struct span clean);
/* Copy into arena. */
struct text text_copy(struct arena *arena, struct text text);
/* What was composed in made, of clean texts only, copied into arena; made is empty then, and owns nothing. */
struct text text_take(struct arena *arena, struct buf *made);
/* The same, composed of clean texts by a format. */
struct text text_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct span text_span(struct text text);
void buf_text(struct buf *out, struct text text);
bool text_equal(struct text a, struct text b);
int text_compare(struct text a, struct text b);
/* The part of text from byte `from` up to byte `to`. */
struct text text_slice(struct text text, size_t from_bytes, size_t to_bytes);
static inline bool text_empty(struct text text)
{
    return text.bytes == 0;
}

/* printf arguments for "%.*s" of a text. */
#define TEXT_ARG(t) (int)(t).bytes, (t).at

#endif
