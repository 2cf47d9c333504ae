/* SPDX-License-Identifier: MIT */
/*
 * Owned bytes that grow.  Zero-initialised is empty and ready; `at` is NUL-terminated once anything was added.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct buf {
    char *at;
    size_t bytes;
    size_t cap_bytes;
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
/* Empties it and keeps the memory. */
void buf_clear(struct buf *buf);
void buf_fini(struct buf *buf);
/* Borrowed until the next change of buf. */
struct span buf_view(const struct buf *buf);

#endif
