/* SPDX-License-Identifier: MIT */
/*
 * Borrowed bytes: a pointer and a count, owning nothing.  Whoever hands one out says how long it lives.
 */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
    const char *at;
    size_t bytes;
};

#define SPAN(literal) ((struct span){ "" literal, sizeof(literal) - 1 })

static inline struct span span_of(const char *string)
{
    return (struct span){ string, string ? strlen(string) : 0 };
}

static inline bool span_equal(struct span a, struct span b)
{
    return a.bytes == b.bytes && (a.bytes == 0 || memcmp(a.at, b.at, a.bytes) == 0);
}

static inline bool span_starts(struct span s, struct span head)
{
    return s.bytes >= head.bytes && memcmp(s.at, head.at, head.bytes) == 0;
}

static inline bool span_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Without the ASCII blanks at both ends. */
static inline struct span span_trim(struct span s)
{
    while (s.bytes && span_blank(s.at[s.bytes - 1]))
        s.bytes--;
    while (s.bytes && span_blank(s.at[0])) {
        s.at++;
        s.bytes--;
    }
    return s;
}

/* Takes the first word, up to an ASCII blank, off *rest; empty when there is none. */
static inline struct span span_word(struct span *rest)
{
    *rest = span_trim(*rest);
    struct span word = { rest->at, 0 };
    while (word.bytes < rest->bytes && !span_blank(word.at[word.bytes]))
        word.bytes++;
    *rest = (struct span){ rest->at + word.bytes, rest->bytes - word.bytes };
    return word;
}

/* Takes the first line off rest, without its line feed; the last one need not have any. */
static inline struct span span_line(struct span *rest)
{
    if (!rest->bytes)
        return *rest;
    const char *end = memchr(rest->at, '\n', rest->bytes);
    struct span line = { rest->at, end ? (size_t)(end - rest->at) : rest->bytes };
    size_t taken = line.bytes + (end != NULL);
    *rest = (struct span){ rest->at + taken, rest->bytes - taken };
    return line;
}

static inline bool span_ends(struct span s, struct span tail)
{
    return s.bytes >= tail.bytes && memcmp(s.at + s.bytes - tail.bytes, tail.at, tail.bytes) == 0;
}

/* printf arguments for "%.*s" of a span. */
#define SPAN_ARG(s) (int)(s).bytes, (s).at

#endif
