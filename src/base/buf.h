/* SPDX-License-Identifier: MIT */
/*
 * Owned bytes that grow.  Zero-initialised is empty and ready; `at` is NUL-terminated once anything was added.
 * What is long need not be there all at once: a buf with a drain lets it go piece by piece, where its writer says so.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

enum { BUF_PIECE_BYTES = 64 * 1024 };

/* Where pieces go; embedded in who takes them.  take() returns false when no more is wanted. */
struct buf_drain {
    bool (*take)(struct buf_drain *drain, struct span piece);
};

struct buf {
    char *at;
    size_t bytes;
    size_t cap_bytes;
    struct buf_drain *drain; /* NULL: all of it stays until its owner takes it */
};

void buf_add(struct buf *buf, const char *at, size_t bytes);
void buf_string(struct buf *buf, const char *string);
void buf_span(struct buf *buf, struct span span);
void buf_char(struct buf *buf, char c);
void buf_fill(struct buf *buf, char c, size_t count);
/* In decimal. */
void buf_number(struct buf *buf, uint64_t number);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
__attribute__((format(printf, 2, 0))) void buf_vprintf(struct buf *buf, const char *format, va_list args);
/* Room for at least more_bytes behind what is there: for a writer of its own, who then raises `bytes`. */
void buf_reserve(struct buf *buf, size_t more_bytes);
/*
 * Here what stands in buf may leave: it does when there is a drain and BUF_PIECE_BYTES are there.  Whoever has called it
 * finds nothing of what was written before.  Returns false when the drain wants no more, and what follows is in vain.
 */
bool buf_drain(struct buf *buf);
/* Empties it and keeps the memory. */
void buf_clear(struct buf *buf);
void buf_fini(struct buf *buf);
/* Borrowed until the next change of buf. */
struct span buf_view(const struct buf *buf);

#endif
