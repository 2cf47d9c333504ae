/* SPDX-License-Identifier: MIT */
/*
 * The locale of the session and the encoding of what we write.  Inside, all text is UTF-8; a GB18030, GBK or GB2312
 * session gets its own bytes.  Knows no curses: commands use it too.
 *
 * The commonest real case over SSH: the client forwards a locale that the server has not got, or none.  Then
 * setlocale() fails or says ASCII, and C.UTF-8 stands in; the screen makes sure first that the terminal takes UTF-8.
 */
#ifndef SYSTEM_LOCALE_H
#define SYSTEM_LOCALE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "text/text.h"

enum locale_kind {
    LOCALE_UTF8,         /* the session's own, UTF-8 */
    LOCALE_GB,           /* the session's own: GB18030, GBK, GB2312 (EUC-CN) */
    LOCALE_OTHER,        /* the session's own in some other encoding */
    LOCALE_PLAIN,        /* none was asked for, or C, POSIX; C.UTF-8 stands in */
    LOCALE_MISSING_UTF8, /* a UTF-8 locale that this system has not got; C.UTF-8 stands in */
    LOCALE_MISSING       /* another locale that this system has not got; C.UTF-8 stands in */
};

/*
 * setlocale() by the environment, with C.UTF-8 where that gives nothing usable; the language of messages also where this
 * system has not got the locale that names it, and LANGUAGE before that.  Plain output then is: the session's
 * encoding; for a missing locale that names an encoding (zh_CN.GB18030), that one; else UTF-8.  Call once, first.
 */
enum locale_kind locale_setup(void);
/* Speaks this language ("en", "zh") from now on, whatever the environment says. i18n_start() comes after. */
void locale_speak(const char *language);

enum locale_kind locale_kind(void);
/* The encoding of plain output ("UTF-8", "GB18030"): letters, digits and . _ : - only. */
const char *locale_charset(void);
/* The locale that the environment asks for; empty for none. */
struct text locale_wanted(void);
/* The columns that terminals of this encoding give ambiguous characters: 2 in GB, 0 where they must be asked. */
int locale_ambiguous_cols(void);

/*
 * Appends clean UTF-8 in the encoding of plain output.  What that lacks becomes a character that looks the same
 * (— ― · ・), else a mark of equal width: ？ or ?.
 */
void locale_encode(struct span utf8, struct buf *out);

/*
 * The character that stands for c, cols wide, on the screen of this locale: c itself, one that looks the same, ？ or
 * ?; 0 for a mark (cols 0, or a character of no width) that cannot be written.
 */
uint32_t locale_char(uint32_t c, int cols);

#endif
