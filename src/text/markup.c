/* SPDX-License-Identifier: MIT */
#include "text/markup.h"

#include <stddef.h>

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void markup_escape(struct text text, struct buf *out)
{
    size_t from = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        const char *stands = entity(text.at[i]);
        if (!stands)
            continue;
        buf_text(out, text_slice(text, from, i));
        buf_string(out, stands);
        from = i + 1;
    }
    buf_text(out, text_slice(text, from, text.bytes));
}
