/* SPDX-License-Identifier: MIT */
#include "system/locale.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

#include "text/charset.h"
#include "text/utf8.h"
#include "text/width.h"

enum { NAME_MAX_BYTES = 64 };

static struct {
    enum locale_kind kind;
    char charset[NAME_MAX_BYTES];
    struct buf wanted; /* clean */
    bool is_utf8;
    struct charset_writer writer; /* when it is not UTF-8 */
} state = { .kind = LOCALE_PLAIN, .charset = "UTF-8", .is_utf8 = true };

static bool names_utf8(const char *charset)
{
    return strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0;
}

/* POSIX: LC_ALL, then the category, then LANG; an empty value counts as unset. */
static const char *wanted_name(const char *category)
{
    const char *const variables[] = { "LC_ALL", category, "LANG" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "";
}

/* The encoding in a name like zh_CN.GB18030@x; empty when it has none. */
static void charset_of_name(const char *name, char charset[NAME_MAX_BYTES])
{
    const char *dot = strchr(name, '.');
    size_t bytes = dot ? strcspn(dot + 1, "@") : 0;
    if (bytes >= NAME_MAX_BYTES)
        bytes = 0;
    if (bytes)
        memcpy(charset, dot + 1, bytes);
    charset[bytes] = 0;
}

/* The name comes from the environment, or from a file that it names. */
static bool is_charset_name(const char *name)
{
    return strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-") == strlen(name);
}

static void use_charset(const char *charset)
{
    state.is_utf8 = names_utf8(charset) || !is_charset_name(charset) || !charset_writer_open(&state.writer, charset);
    snprintf(state.charset, sizeof state.charset, "%s", state.is_utf8 ? "UTF-8" : charset);
}

static enum locale_kind kind_of_missing(const char *name, bool found)
{
    char charset[NAME_MAX_BYTES];
    charset_of_name(name, charset);
    if (found || !*name || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) {
        use_charset("UTF-8");
        return LOCALE_PLAIN;
    }
    use_charset(charset_is_gb(charset) ? charset : "UTF-8");
    return names_utf8(charset) ? LOCALE_MISSING_UTF8 : LOCALE_MISSING;
}

/* The language of a name like en_US.UTF-8; empty for none and for C. Nothing that could lead out of a folder. */
static void language_of_name(const char *name, char language[NAME_MAX_BYTES])
{
    size_t bytes = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    if (bytes >= NAME_MAX_BYTES || strncmp(name, "C", bytes) == 0 || strncmp(name, "POSIX", bytes) == 0)
        bytes = 0;
    memcpy(language, name, bytes);
    language[bytes] = 0;
}

/* gettext looks for no catalogue in the C locale: in C.UTF-8 it does. */
static void use_language(const char *language)
{
    setenv("LANGUAGE", language, 1);
    if (!setlocale(LC_MESSAGES, "C.UTF-8") && !setlocale(LC_MESSAGES, "C.utf8"))
        setlocale(LC_MESSAGES, "en_US.UTF-8");
}

/*
 * A locale that this system has not got says which language is wanted all the same; LANGUAGE before it, in C too: what
 * is built in is Chinese, and nobody who asks for English means that.
 */
static void setup_language(void)
{
    char language[NAME_MAX_BYTES] = "";
    const char *chosen = getenv("LANGUAGE"), *found = setlocale(LC_MESSAGES, "");
    if (found && strcmp(found, "C") != 0 && strcmp(found, "POSIX") != 0)
        return; /* gettext does the rest */
    if (!found)
        language_of_name(wanted_name("LC_MESSAGES"), language);
    if (chosen && *chosen)
        use_language(chosen);
    else if (*language)
        use_language(language);
}

void locale_speak(const char *language)
{
    use_language(language);
}

enum locale_kind locale_setup(void)
{
    const char *name = wanted_name("LC_CTYPE");
    buf_clear(&state.wanted);
    if (strlen(name) < NAME_MAX_BYTES)
        text_clean_to(&state.wanted, span_of(name));
    /* All that this program uses: a missing LC_TIME must not cost the encoding, nor every start a dozen files. */
    bool found = setlocale(LC_CTYPE, "") != NULL;
    setup_language();
    const char *charset = nl_langinfo(CODESET);
    if (found && strcmp(charset, "ANSI_X3.4-1968") != 0 && strcmp(charset, "US-ASCII") != 0 &&
        strlen(charset) < NAME_MAX_BYTES) {
        use_charset(charset);
        state.kind = names_utf8(charset) ? LOCALE_UTF8 : charset_is_gb(charset) ? LOCALE_GB : LOCALE_OTHER;
        return state.kind;
    }
    state.kind = kind_of_missing(name, found);
    if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "C.utf8"))
        setlocale(LC_CTYPE, "en_US.UTF-8");
    return state.kind;
}

enum locale_kind locale_kind(void)
{
    return state.kind;
}

const char *locale_charset(void)
{
    return state.charset;
}

struct text locale_wanted(void)
{
    return text_composed(buf_view(&state.wanted));
}

int locale_ambiguous_cols(void)
{
    return state.kind == LOCALE_GB ? 2 : 0;
}

/*
 * glibc's GB2312 has A1AA as U+2015 and A1A4 as U+30FB, where GBK and all our text have U+2014 and U+00B7.  Columns
 * stay as they were: each pair is ambiguous or wide, which is the same in these encodings.
 */
static uint32_t look_alike(uint32_t c)
{
    static const uint32_t pairs[][2] = { { 0x2014, 0x2015 }, { 0x2015, 0x2014 }, { 0x00b7, 0x30fb }, { 0x30fb, 0x00b7 },
                                         { 0x2022, 0x00b7 }, { 0x301c, 0xff5e }, { 0xff5e, 0x301c }, { 0x00a0, 0x0020 },
                                         { 0x2016, 0x2225 }, { 0x2225, 0x2016 } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

/* Appends one character. False when the encoding lacks it. */
static bool encode_char(uint32_t c, struct buf *out)
{
    struct buf utf8 = { 0 };
    utf8_put(&utf8, c);
    bool good = charset_write(&state.writer, buf_view(&utf8), out) == utf8.bytes;
    buf_fini(&utf8);
    return good;
}

static void encode_lacking(uint32_t c, struct buf *out)
{
    int cols = width_char(c, 2);
    uint32_t twin = look_alike(c);
    if ((twin && encode_char(twin, out)) || cols <= 0)
        return;
    if (cols == 1 || !encode_char(0xff1f, out))
        buf_fill(out, '?', (size_t)cols);
}

void locale_encode(struct span utf8, struct buf *out)
{
    if (state.is_utf8) {
        buf_span(out, utf8);
        return;
    }
    struct text text = text_composed(utf8);
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        bytes = charset_write(&state.writer, text_span(text_slice(text, at, text.bytes)), out);
        if (at + bytes < text.bytes) {
            at += bytes;
            encode_lacking(utf8_at(text, at, &bytes), out);
        }
    }
}

static bool writable(uint32_t c)
{
    char bytes[MB_LEN_MAX];
    mbstate_t shift = { 0 };
    return wcrtomb(bytes, (wchar_t)c, &shift) != (size_t)-1;
}

uint32_t locale_char(uint32_t c, int cols)
{
    if (c < 0x80 || state.kind == LOCALE_UTF8 || writable(c))
        return c;
    uint32_t twin = look_alike(c);
    if (twin && writable(twin))
        return twin;
    if (width_char(c, 2) <= 0)
        return 0;
    return cols == 2 && writable(0xff1f) ? 0xff1f : '?';
}
