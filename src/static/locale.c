/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "static/wrap.h"
#include "text/charset.h"
#include "text/gb18030.h"
#include "text/utf8.h"

enum { NAME_MAX_BYTES = 64 };
enum encoding { ENCODING_ASCII, ENCODING_UTF8, ENCODING_GB18030, ENCODING_GBK };

static struct {
    char ctype[NAME_MAX_BYTES], messages[NAME_MAX_BYTES];
    enum encoding encoding;
} state = { "C", "C", ENCODING_ASCII };

static bool find_encoding(const char *name, enum encoding *encoding)
{
    const char *dot = strchr(name, '.');
    char charset[NAME_MAX_BYTES] = "";
    *encoding = ENCODING_ASCII;
    if (!*name || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        return true;
    if (!dot || strlen(name) >= NAME_MAX_BYTES)
        return false;
    memcpy(charset, dot + 1, strcspn(dot + 1, "@"));
    if (strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0)
        *encoding = ENCODING_UTF8;
    else if (strcasecmp(charset, "GB18030") == 0)
        *encoding = ENCODING_GB18030;
    else if (charset_is_gb(charset))
        *encoding = ENCODING_GBK;
    else
        return false;
    return true;
}

static const char *from_environment(const char *category)
{
    const char *const variables[] = { "LC_ALL", category, "LANG" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "C";
}

char *__wrap_setlocale(int category, const char *name)
{
    char *kept = category == LC_CTYPE ? state.ctype : state.messages;
    enum encoding encoding;
    if (!name)
        return kept;
    if (!*name)
        name = from_environment(category == LC_CTYPE ? "LC_CTYPE" : "LC_MESSAGES");
    if (!find_encoding(name, &encoding))
        return NULL;
    memmove(kept, name, strlen(name) + 1);
    if (category == LC_CTYPE)
        state.encoding = encoding;
    return kept;
}

char *__wrap_nl_langinfo(nl_item item)
{
    static char names[][16] = { "ANSI_X3.4-1968", "UTF-8", "GB18030", "GBK" }, none[] = "";
    return item == CODESET ? names[state.encoding] : none;
}

static enum gb18030_found read_utf8(struct span bytes, uint32_t *c, size_t *used_bytes)
{
    unsigned char first = (unsigned char)bytes.at[0];
    size_t wanted = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4, there = 1;
    if (first >= 0x80 && (first < 0xc2 || first > 0xf4))
        return GB18030_BROKEN;
    while (there < wanted && there < bytes.bytes && ((unsigned char)bytes.at[there] & 0xc0) == 0x80)
        there++;
    if (there < wanted)
        return there == bytes.bytes ? GB18030_PARTIAL : GB18030_BROKEN;
    bytes.bytes = wanted;
    if (utf8_valid_bytes(bytes) != wanted)
        return GB18030_BROKEN;
    *c = utf8_at(text_composed(bytes), 0, used_bytes);
    return GB18030_CHAR;
}

static enum gb18030_found read_char(struct span bytes, uint32_t *c, size_t *used_bytes)
{
    if (state.encoding == ENCODING_UTF8)
        return read_utf8(bytes, c, used_bytes);
    enum gb18030_found found = gb18030_read(bytes, c, used_bytes);
    bool is_short = *used_bytes <= (state.encoding == ENCODING_ASCII ? 1 : 2);
    return state.encoding == ENCODING_GB18030 || is_short ? found : GB18030_BROKEN;
}

/* Who has half a character comes again with all of it, as our own callers do: nothing is kept in shift. */
size_t __wrap_mbrtowc(wchar_t *c, const char *at, size_t bytes, mbstate_t *shift)
{
    (void)shift;
    uint32_t found = 0;
    size_t used = 0;
    if (!at)
        return 0;
    switch (bytes ? read_char((struct span){ at, bytes }, &found, &used) : GB18030_PARTIAL) {
    case GB18030_PARTIAL:
        return (size_t)-2;
    case GB18030_BROKEN:
        errno = EILSEQ;
        return (size_t)-1;
    case GB18030_CHAR:
        break;
    }
    if (c)
        *c = (wchar_t)found;
    return found ? used : 0;
}

static size_t write_char(uint32_t c, char bytes[GB18030_MAX_BYTES])
{
    struct buf utf8 = { 0 };
    size_t count = 0;
    switch (state.encoding) {
    case ENCODING_ASCII:
        return c < 0x80 ? gb18030_write(c, bytes) : 0;
    case ENCODING_GB18030:
        return gb18030_write(c, bytes);
    case ENCODING_GBK:
        count = gb18030_write(c, bytes);
        return count <= 2 ? count : 0;
    case ENCODING_UTF8:
        utf8_put(&utf8, c);
        count = utf8.bytes;
        memcpy(bytes, utf8.bytes ? utf8.at : "", count);
        buf_fini(&utf8);
        break;
    }
    return count;
}

size_t __wrap_wcrtomb(char *at, wchar_t c, mbstate_t *shift)
{
    (void)shift;
    if (!at)
        return 1;
    size_t count = write_char((uint32_t)c, at);
    if (count)
        return count;
    errno = EILSEQ;
    return (size_t)-1;
}

iconv_t __wrap_iconv_open(const char *to, const char *from)
{
    (void)to;
    (void)from;
    errno = EINVAL;
    return (iconv_t)-1;
}
