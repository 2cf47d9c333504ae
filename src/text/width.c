/* SPDX-License-Identifier: MIT */
#include "text/width.h"

#include "text/utf8.h"
#include "text/width_table.h"

static uint8_t width_kind(uint32_t codepoint)
{
    size_t low = 0, high = width_ranges_count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (codepoint > width_ranges[mid].last)
            low = mid + 1;
        else
            high = mid;
    }
    return low < width_ranges_count && codepoint >= width_ranges[low].first ? width_ranges[low].kind : 0;
}

int width_other_char(uint32_t codepoint, int ambiguous_cols)
{
    switch (width_kind(codepoint)) {
    case WIDTH_ZERO:
        return 0;
    case WIDTH_WIDE:
        return 2;
    case WIDTH_AMBIGUOUS:
        return ambiguous_cols;
    default:
        return 1;
    }
}

int width_cols(struct text text, int ambiguous_cols)
{
    int cols = 0;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        int char_cols = width_char(utf8_at(text, at, &bytes), ambiguous_cols);
        if (char_cols > 0)
            cols += char_cols;
    }
    return cols;
}

struct text width_head(struct text text, int max_cols, int ambiguous_cols, int *cols)
{
    size_t at = 0;
    int head_cols = 0;
    while (at < text.bytes) {
        size_t next = utf8_next_cluster(text, at);
        int cluster_cols = width_cols(text_slice(text, at, next), ambiguous_cols);
        if (cluster_cols > max_cols - head_cols)
            break;
        head_cols += cluster_cols;
        at = next;
    }
    if (cols)
        *cols = head_cols;
    return text_slice(text, 0, at);
}

int width_clip(struct buf *out, struct text text, int max_cols, int ambiguous_cols)
{
    int cols;
    if (max_cols <= 0)
        return 0;
    struct text head = width_head(text, max_cols, ambiguous_cols, &cols);
    if (head.bytes < text.bytes) {
        if (max_cols < ambiguous_cols)
            return 0;
        head = width_head(text, max_cols - ambiguous_cols, ambiguous_cols, &cols);
        buf_text(out, head);
        buf_text(out, TEXT("…"));
        return cols + ambiguous_cols;
    }
    buf_text(out, head);
    return cols;
}

void width_pad(struct buf *out, struct text text, int cols, int ambiguous_cols)
{
    int used_cols = width_clip(out, text, cols, ambiguous_cols);
    if (used_cols < cols)
        buf_fill(out, ' ', (size_t)(cols - used_cols));
}
