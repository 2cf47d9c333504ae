/* SPDX-License-Identifier: MIT */
#include "text/markup.h"

void markup_escape(struct text text, struct buf *out)
{
    for (size_t i = 0; i < text.bytes; i++) {
        switch (text.at[i]) {
        case '&':
            buf_string(out, "&amp;");
            break;
        case '<':
            buf_string(out, "&lt;");
            break;
        case '>':
            buf_string(out, "&gt;");
            break;
        case '"':
            buf_string(out, "&quot;");
            break;
        default:
            buf_char(out, text.at[i]);
        }
    }
}
