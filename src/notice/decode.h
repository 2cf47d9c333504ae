/* SPDX-License-Identifier: MIT */
/* Bytes → UTF-8: which encoding a notice is in, told by its marks and by what decodes with the least damage. */
#ifndef NOTICE_DECODE_H
#define NOTICE_DECODE_H

#include "base/buf.h"

/*
 * The content as UTF-8 in *utf8: itself, or what is appended to out (bytes that no encoding knows stay as they are;
 * text_clean() shows them as U+FFFD).  Returns the encoding's name; *damaged counts what did not decode.
 */
const char *decode(struct span content, struct buf *out, struct span *utf8, uint32_t *damaged);

#endif
