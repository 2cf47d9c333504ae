/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "static/embedded.h"
#include "static/wrap.h"

/* The layout of a .mo file: counts and places are of four bytes, strings are sorted by their bytes. */
enum { MO_COUNT = 2, MO_OWN = 3, MO_TRANSLATION = 4 };

static uint32_t number_at(const unsigned char *mo, size_t idx)
{
    uint32_t number;
    memcpy(&number, mo + idx * sizeof number, sizeof number);
    return number;
}

/* The row_idx'th string of a table of lengths and places. */
static const char *string_at(const unsigned char *mo, int table, size_t row_idx)
{
    size_t row = number_at(mo, (size_t)table) / sizeof(uint32_t) + 2 * row_idx;
    return (const char *)mo + number_at(mo, row + 1);
}

/* As gettext: none in the locale C; else LANGUAGE, a list, before the locale's name. What is built in is Chinese. */
static const unsigned char *find_catalogue(void)
{
    const char *locale = setlocale(LC_MESSAGES, NULL), *list = getenv("LANGUAGE");
    if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
        return NULL;
    for (const char *at = list && *list ? list : locale; *at; at += strcspn(at, ":"), at += *at == ':') {
        if (strncmp(at, "zh", 2) == 0)
            return NULL;
        for (const struct embedded_catalogue *each = embedded_catalogues; each->language; each++)
            if (strncmp(at, each->language, strlen(each->language)) == 0)
                return each->mo;
    }
    return NULL;
}

char *__wrap_dcgettext(const char *domain, const char *own, int category)
{
    (void)domain;
    (void)category;
    const unsigned char *mo = find_catalogue();
    size_t from = 0, to = mo ? number_at(mo, MO_COUNT) : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = strcmp(own, string_at(mo, MO_OWN, middle));
        if (order == 0)
            return (char *)(uintptr_t)string_at(mo, MO_TRANSLATION, middle);
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return (char *)(uintptr_t)own;
}
