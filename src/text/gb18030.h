/* SPDX-License-Identifier: MIT */
/*
 * GB 18030 by character: a table of our own, since the C library's is a file that small systems have not got and a
 * program without libraries cannot load.  The two-byte characters of GB 18030-2000; its four-byte ones are by the
 * standard all others of Unicode in their order; what the standard put into private use then and Unicode has a character
 * for now (GB 18030-2005, -2022) is that character.
 */
#ifndef TEXT_GB18030_H
#define TEXT_GB18030_H

#include <stdint.h>

#include "base/span.h"

enum { GB18030_MAX_BYTES = 4 };

enum gb18030_found {
    GB18030_CHAR,
    GB18030_PARTIAL, /* the bytes are the beginning of one */
    GB18030_BROKEN   /* no character begins with the first byte and what follows it */
};

/* The character at the head of bytes (at least one), and how many bytes it takes. */
enum gb18030_found gb18030_read(struct span bytes, uint32_t *c, size_t *used_bytes);
/* Writes the character; returns its bytes, 0 when it has none (surrogates, the private use named above). */
size_t gb18030_write(uint32_t c, char bytes[GB18030_MAX_BYTES]);

#endif
