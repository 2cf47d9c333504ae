/* SPDX-License-Identifier: MIT */
#include "document/html_tag.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

enum { WORDS_MAX = 2000 };

static size_t behind(struct span page, size_t at, struct span end)
{
    const char *found = memmem(page.at + at, page.bytes - at, end.at, end.bytes);
    return found ? (size_t)(found - page.at) + end.bytes : page.bytes;
}

/* Where the tag that opens at `at` ends; words: how many there are in it outside of quotes. */
static size_t measure_tag(struct span page, size_t at, uint32_t *words)
{
    char quote = 0;
    for (*words = 0; at < page.bytes && (quote || page.at[at] != '>'); at++) {
        char c = page.at[at];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if ((c == '"' || c == '\'') && page.at[at - 1] == '=')
            quote = c;
        else
            *words += (span_blank(c) || c == '\f');
    }
    return at;
}

bool html_tag_endless(struct span page)
{
    uint32_t words;
    for (size_t i = 0; i + 1 < page.bytes; i++) {
        if (page.at[i] != '<')
            continue;
        struct span rest = { page.at + i, page.bytes - i };
        char next = page.at[i + 1];
        if (span_starts(rest, SPAN("<!--")))
            i = behind(page, i, SPAN("-->")) - 1;
        else if (rest.bytes > 7 && strncasecmp(rest.at, "<script", 7) == 0)
            i = behind(page, i, SPAN("</")) - 1;
        else if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
            i = measure_tag(page, i, &words);
            if (words > WORDS_MAX)
                return true;
        }
    }
    return false;
}
