/* SPDX-License-Identifier: MIT */
/*
 * Other encodings than UTF-8, by name.  GB18030 and UTF-16 are our own (text/gb18030.h); the C library's iconv is asked
 * for the others, and where it does not know GBK and GB2312 they are what GB18030 has in two bytes.
 */
#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H

#include <iconv.h>
#include <stdbool.h>

#include "base/buf.h"

/* GB18030, GBK, GB2312 under any of their names. */
bool charset_is_gb(const char *name);

/*
 * Appends content, which is in that encoding, as UTF-8; U+FFFD for each byte that is nothing in it (UTF-16: each unit).
 * Returns how many those were; -1 when the encoding is not known.
 */
long charset_decode(const char *name, struct span content, struct buf *out);

enum charset_kind { CHARSET_NONE, CHARSET_GB18030, CHARSET_GBK, CHARSET_ICONV };

/* Zero-initialised knows no encoding.  One that was opened lasts as long as the program: nothing closes it. */
struct charset_writer {
    enum charset_kind kind;
    iconv_t state;
};

/* False when the encoding is not known. */
bool charset_writer_open(struct charset_writer *writer, const char *name);
/*
 * Appends valid UTF-8 in the encoding, up to the first character that it lacks.  Returns the bytes of utf8 that were
 * written.
 */
size_t charset_write(struct charset_writer *writer, struct span utf8, struct buf *out);

#endif
