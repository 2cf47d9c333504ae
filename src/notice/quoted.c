/* SPDX-License-Identifier: MIT */
#include "notice/quoted.h"

#include <string.h>

enum { CELL_BYTES_MAX = 20000 };

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Where the mark closes the cell that opened at i; utf8.bytes when none does. */
static size_t closing(struct span utf8, size_t i, char separator)
{
    size_t limit = i + CELL_BYTES_MAX < utf8.bytes ? i + CELL_BYTES_MAX : utf8.bytes;
    for (size_t j = i + 1; j < limit; j++) {
        if (utf8.at[j] != '"')
            continue;
        if (j + 1 < utf8.bytes && utf8.at[j + 1] == '"') {
            j++;
            continue;
        }
        bool end = j + 1 == utf8.bytes || utf8.at[j + 1] == separator || is_line_end(utf8.at[j + 1]);
        return end ? j : utf8.bytes;
    }
    return utf8.bytes;
}

static void put_cell(struct span cell, struct buf *out)
{
    for (size_t i = 0; i < cell.bytes; i++) {
        if (cell.at[i] == '\r' && i + 1 < cell.bytes && cell.at[i + 1] == '\n')
            continue;
        buf_char(out, is_line_end(cell.at[i]) ? QUOTED_LINE_END : cell.at[i]);
        if (cell.at[i] == '"')
            i++;
    }
}

bool quoted_open(struct span utf8, char separator, struct buf *out)
{
    bool csv = separator != '\t', fresh = true;
    if (!csv && (!memchr(utf8.at, '"', utf8.bytes) || !memchr(utf8.at, '\t', utf8.bytes)))
        return false;
    for (size_t i = 0; i < utf8.bytes; i++) {
        char c = utf8.at[i];
        size_t close = c == '"' && fresh ? closing(utf8, i, separator) : utf8.bytes;
        /* A line in quotation marks with no cell beside it is a quotation. */
        bool beside =
            csv || (i > 0 && utf8.at[i - 1] == '\t') || (close + 1 < utf8.bytes && utf8.at[close + 1] == '\t');
        if (close < utf8.bytes && beside) {
            put_cell((struct span){ utf8.at + i + 1, close - i - 1 }, out);
            i = close;
            fresh = false;
            continue;
        }
        buf_char(out, csv && c == separator ? '\t' : c == QUOTED_LINE_END ? ' ' : c);
        fresh = c == separator || is_line_end(c);
    }
    return true;
}
