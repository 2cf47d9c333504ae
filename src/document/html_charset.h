/* SPDX-License-Identifier: MIT */
/* The encoding of a web page: byte order mark, what is valid UTF-8, what it says itself, else GB18030. */
#ifndef DOCUMENT_HTML_CHARSET_H
#define DOCUMENT_HTML_CHARSET_H

#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

/*
 * Appends content as valid UTF-8 without control characters; what did not decode is U+FFFD, counted in *damaged.
 * Appends the encoding's name to name.
 */
void html_charset_decode(struct span content, struct buf *out, uint32_t *damaged, struct buf *name);

#endif
